export {
  SCALES,
  STANDINGS,
  type Both,
  type Cause,
  type Changed,
  type Entry,
  type Scale,
  type Simulation,
  type Standing,
} from './model.ts';
export { openSides, simulate, type SideSpec } from './service.ts';
export { compareLaws, type Comparing, type Comparison } from './compare/service.ts';
