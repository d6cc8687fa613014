export type { NewBuilding, NewDesignation, NewPark } from './model.ts';
export { enterParks } from './entry-store.ts';
export { registerPreLease } from './pre-lease-routes.ts';
export { registerParks } from './routes.ts';
export { countByCounty } from './service.ts';
