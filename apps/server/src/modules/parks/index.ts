export type { NewBuilding, NewDesignation, NewPark } from './model.ts';
export { parksDossier } from './dossier/service.ts';
export { parksTasks } from './tasks/service.ts';
export { enterParks } from './entry-store.ts';
export { countChecksByCounty } from './pre-lease-service.ts';
export { registerPreLease } from './pre-lease-routes.ts';
export { registerParks } from './routes.ts';
export { countByCounty } from './service.ts';
export { noRestrictions, type ParkRestriction, type ParkRestrictions } from './restriction.ts';
