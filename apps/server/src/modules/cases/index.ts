export { registerCompletions, type CompletionDeps } from './completion/routes.ts';
export { warnProponents } from './completion/warnings/service.ts';
export { completionWork } from './completion/work.ts';
export { registerCases, type CaseDeps } from './routes.ts';
export type { AskTheLaw } from './service.ts';
export { registerSharedFacility } from './shared-facility/routes.ts';
export { registerRetrofits, type RetrofitDeps } from './zero-land/routes.ts';
export { retrofitRecorded } from './zero-land/service.ts';
export { retrofitWork } from './zero-land/work.ts';
