export { countByCounty, findPark, listParks } from './store.ts';
