export { loadCases } from './cases.ts';
export { formatDiagnostic, PackError, type Diagnostic } from './diagnostic.ts';
export { FeelError, parseCondition } from './feel.ts';
export { loadPack } from './pack.ts';
export { officialSchema, type Official } from './pack-schema.ts';
export { checkEditions } from './overlap.ts';
export { Source } from './source.ts';
export { loadVocabulary } from './vocabulary.ts';
