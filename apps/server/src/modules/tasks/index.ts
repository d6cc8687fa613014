export type { TaskSource, Today } from './door.ts';
export type { AboutSubject, Owner, RunningClock } from './clocks/model.ts';
export {
  cancelClock,
  findClocksOf,
  foreseeDue,
  meetClock,
  recomputeClocks,
  resumeClock,
  startClock,
  suspendClock,
  type Acting,
  type ClockStart,
} from './clocks/service.ts';
export type { NewWorkItem, WorkKind } from './inbox/model.ts';
export { openWorkItem, settleWorkItem, withdrawWorkItem } from './inbox/work/service.ts';
export { registerTasks } from './routes.ts';
