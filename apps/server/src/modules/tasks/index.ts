export type { TaskSource, Today } from './door.ts';
export type { AboutSubject, Owner, RunningClock, Standing } from './clocks/model.ts';
export {
  cancelClock,
  findClocks,
  findClocksOf,
  meetClock,
  recomputeClocks,
  resumeClock,
  standingsOf,
  startClock,
  suspendClock,
  type Acting,
  type ClockStart,
} from './clocks/service.ts';
export type { NewWorkItem, WorkKind } from './inbox/model.ts';
export { openWorkItem, settleWorkItem, withdrawWorkItem } from './inbox/work/service.ts';
export { registerTasks } from './routes.ts';
