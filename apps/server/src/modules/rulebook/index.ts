export { rulebookDossier } from './dossier/service.ts';
export { rulebookTasks } from './tasks/service.ts';
export { registerEntries } from './entry-routes.ts';
export { openLiveLaw, type LiveLaw } from './live-law.ts';
export type { Rulebook } from './model.ts';
export { registerRulebook } from './routes.ts';
export { openRulebook, shippedLaw, type RulebookService } from './service.ts';
export { openWastes, type WasteFinder } from './find-wastes.ts';
export { registerWastes } from './waste-routes.ts';
