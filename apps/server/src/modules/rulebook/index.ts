export { rulebookDossier } from './dossier/service.ts';
export { rulebookWork } from './tasks/work.ts';
export { rulebookTasks } from './tasks/service.ts';
export { exportBundle, importBundle, type Imported } from './bundle/service.ts';
export {
  endListedPark,
  enterApproved,
  enterDecided,
  findApproved,
  findListedPark,
  type Preparation,
} from './entry-by-act.ts';
export { decideSubmission as checkSubmission, type Law } from './entry-decide.ts';
export type { EntryRow, Submission } from './entry-model.ts';
export { submitEntry } from './entry-service.ts';
export { registerEntries } from './entry-routes.ts';
export { registerInForce } from './in-force-routes.ts';
export { PackFolder } from './files.ts';
export { openLiveLaw, type LiveLaw } from './live-law.ts';
export { publishedProjects, type Rulebook } from './model.ts';
export { registerRulebook } from './routes.ts';
export { openRulebook, shippedLaw, type RulebookService } from './service.ts';
export { openWastes, type WasteFinder } from './find-wastes.ts';
export { registerWastes } from './waste-routes.ts';
