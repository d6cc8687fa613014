export { enterOffice, type NewIssuingOffice } from './offices/entry-store.ts';
export { registerDocuments } from './routes.ts';
export { documentsWork } from './work.ts';
export { openTemplates, type Templates } from './templates.ts';
