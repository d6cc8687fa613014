export { enterOffice, type NewIssuingOffice } from './offices/entry/store.ts';
export { DOCUMENT_TEMPLATE, documentData } from './paper/paper.ts';
export { registerDocuments } from './routes.ts';
export { draftsInto, type PaperDraft } from './drafting/service.ts';
export { documentsWork } from './work/service.ts';
export { openSealFolder } from './seals/folder.ts';
export type { Templates } from './template.ts';
export { openTemplates } from './templates.ts';
