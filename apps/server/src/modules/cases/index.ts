export { closeOutside } from './filing/service.ts';
export { registerCases, type CaseDeps } from './routes.ts';
export type { AskTheLaw } from './service.ts';
export { casesTasks } from './tasks/service.ts';
