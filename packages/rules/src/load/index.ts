export { loadCalendarYear } from './calendar.ts';
export { checkClocks, loadClocks } from './clocks.ts';
export { loadCases } from './cases.ts';
export {
  formatDiagnostic,
  PackError,
  type Diagnostic,
  type DiagnosticParams,
} from './diagnostic.ts';
export { FeelError, parseCondition } from './feel.ts';
export { loadList } from './lists.ts';
export { loadPack } from './pack.ts';
export { provenanceSchema, toProvenance } from './provenance.ts';
export { loadProcedure } from './procedure.ts';
export { loadReliefs } from './reliefs.ts';
export { officialSchema, type Official } from './pack-schema.ts';
export { checkEditions } from './overlap.ts';
export { Source } from './source.ts';
export { loadVocabulary } from './vocabulary.ts';
export { stringify as writeYaml } from 'yaml';
