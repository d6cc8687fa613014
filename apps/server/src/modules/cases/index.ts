export { enterAcceptedCases, type NewAcceptedCase } from './approval/entry/service.ts';
export { casesWork } from './approval/work/service.ts';
export { batchesWork } from './batches/telling/service.ts';
export { changeFiling, closeOutside, fileCase, type FilingAsking } from './filing/service.ts';
export { registerCases, type CaseDeps } from './routes.ts';
export { openCase, type AskTheLaw } from './service.ts';
export { casesTasks } from './tasks/service.ts';
