export {
  decideParkEia,
  expireParkEias,
  stopParkEia,
  type ParkEiaVerdict,
} from './deciding/service.ts';
export type { ParkPermit, PermitInForce } from './model.ts';
export { registerParkEias } from './routes.ts';
export { submitParkEia } from './service.ts';
export type { ParkEiaDeps } from './step/service.ts';
export { parkEiaWork } from './work.ts';
