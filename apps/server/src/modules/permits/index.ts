export {
  applicantStep as stepPermitApplication,
  openApplication as openPermitApplication,
} from './applying/service.ts';
export { permitsDossier } from './dossier/service.ts';
export {
  enterHistoricalPermit,
  permitInForce,
  type HistoricalPermit,
  type PermitInForce,
} from './force/service.ts';
export { registerPermits } from './routes.ts';
export type { AskTheLaw } from './proposal.ts';
export { permitsTasks } from './tasks/service.ts';
export { permitsWork } from './work/service.ts';
