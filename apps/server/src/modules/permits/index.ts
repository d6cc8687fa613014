export {
  applicantStep as stepPermitApplication,
  openApplication as openPermitApplication,
} from './applying/service.ts';
export { permitsDossier } from './dossier/service.ts';
export { enterHistoricalPermit, type HistoricalPermit } from './force/service.ts';
export {
  permitInForce,
  permitOfPark,
  placesOfHolders,
  type PermitInForce,
} from './held/service.ts';
export { registerPermits } from './routes.ts';
export type { AskTheLaw } from './proposal.ts';
export { permitsTasks } from './tasks/service.ts';
export { permitsWork } from './work/service.ts';
