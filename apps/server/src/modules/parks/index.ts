export type { NewBuilding, NewDesignation, NewPark, ParkRestriction } from './model.ts';
export { parksDossier } from './dossier/service.ts';
export { expireParkEias, listEntered } from './park-eia/deciding/service.ts';
export {
  enterParkEiaFromPaper,
  paperFault as paperFaultOfParkEia,
  type EiaOnPaper,
} from './park-eia/taking-over/service.ts';
export {
  firstReconciled,
  listStockParks,
  listTenants as listTenantsOfPark,
  putPresentTenant,
  removePresentTenant,
  standingOf as standingOfPark,
} from './reconciling/service.ts';
export { enterParkEia } from './park-eia/entering/service.ts';
export type { NewParkEia, ParkPermit } from './park-eia/model.ts';
export type { PermitInForce } from './park-eia/port.ts';
export { registerParkEias } from './park-eia/routes.ts';
export type { ParkEiaDeps } from './park-eia/step/service.ts';
export { parkEiaWork } from './park-eia/work.ts';
export { accessDossier, accessTasks } from './admissions/dossier/service.ts';
export { apply as applyForAdmission } from './admissions/applying/service.ts';
export { leave as leaveAdmission } from './admissions/leaving/service.ts';
export { noPapers, type AdmissionPapers } from './admissions/port.ts';
export { registerAdmissions } from './admissions/routes.ts';
export { noRestrictions, type ParkRestrictions } from './restriction.ts';
export { parksTasks } from './tasks/service.ts';
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
