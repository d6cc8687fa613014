export { listRetrofits } from '../store.ts';
