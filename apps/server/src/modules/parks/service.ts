export { countByCounty, listParks } from './store.ts';
