export type { NewBuilding, NewDesignation, NewPark } from './model.ts';
export { parksDossier } from './dossier/service.ts';
export {
  decideParkEia,
  expireParkEias,
  parkEiaWork,
  registerParkEias,
  stopParkEia,
  submitParkEia,
  type ParkEiaDeps,
  type ParkEiaVerdict,
  type ParkPermit,
  type PermitInForce,
} from './park-eia/index.ts';
export { accessDossier, accessTasks } from './admissions/dossier/service.ts';
export { noPapers, registerAdmissions, type AdmissionPapers } from './admissions/index.ts';
export { noRestrictions, type ParkRestriction, type ParkRestrictions } from './restriction.ts';
export { parksTasks } from './tasks/service.ts';
export { enterParkEia, type NewParkEia } from './park-eia/entry-store.ts';
export { enterParks } from './entry-store.ts';
export { countChecksByCounty } from './pre-lease-service.ts';
export { registerPreLease } from './pre-lease-routes.ts';
export { registerParks } from './routes.ts';
export { countByCounty } from './service.ts';
export { registerDatasets } from './shared-data/routes.ts';
export { registerCiting } from './citing/routes.ts';
export { registerFollowUps } from './follow-up/routes.ts';
export { followUpWork } from './follow-up/work.ts';
export { registerChanges } from './major-change/routes.ts';
export { openTriggers } from './major-change/rules.ts';
export { changeWork } from './major-change/work.ts';
export { sharedDataOfParks } from './shared-data/store.ts';
export { enterDataset } from './shared-data/service.ts';
export { startFollowUp } from './follow-up/service.ts';
