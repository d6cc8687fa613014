export { changeFiling, closeOutside, fileCase, type FilingAsking } from './filing/service.ts';
export { registerCases, type CaseDeps } from './routes.ts';
export { openCase, type AskTheLaw } from './service.ts';
export { casesTasks } from './tasks/service.ts';
