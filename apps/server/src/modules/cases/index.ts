export { enterAcceptedCases, type NewAcceptedCase } from './approval/entry/service.ts';
export { casesWork } from './approval/work/service.ts';
export { batchesWork } from './batches/telling/service.ts';
export {
  openCompletion,
  takeStep as takeCompletionStep,
  type Asking as CompletionAsking,
} from './completion/service.ts';
export { warnProponents } from './completion/warnings/service.ts';
export { completionWork } from './completion/work.ts';
export { changeFiling, closeOutside, fileCase, type FilingAsking } from './filing/service.ts';
export { registerEffects } from './effects/routes.ts';
export { registerCases, type CaseDeps } from './routes.ts';
export { openCase } from './opening/service.ts';
export type { AskTheLaw } from './service.ts';
export { casesTasks } from './tasks/service.ts';
export { takeCheckStep } from './zero-land/checks/service.ts';
export {
  retrofitRecorded,
  takeStep as takeRetrofitStep,
  type Asking as RetrofitAsking,
} from './zero-land/service.ts';
export { retrofitWork } from './zero-land/work.ts';
export { replayCases, type ReplayReport } from './replay/service.ts';
