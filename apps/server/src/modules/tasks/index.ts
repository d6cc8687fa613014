export type { TaskSource, Today } from './door.ts';
export type { AboutSubject, Owner, RunningClock, Standing } from './clocks/model.ts';
export {
  cancelClock,
  findClocks,
  findClocksAbout,
  findClocksOf,
  foreseeDue,
  meetClock,
  recomputeClocks,
  resumeClock,
  standingsOf,
  startClock,
  suspendClock,
  type Acting,
  type ClockStart,
  type ClockStop,
} from './clocks/service.ts';
export { standingOf } from './clocks/view/service.ts';
export { viewClocksOf } from './clocks/view/service.ts';
export type { NewWorkItem, WorkKind } from './inbox/model.ts';
export { openWorkItem, settleWorkItem, withdrawWorkItem } from './inbox/work/service.ts';
export { registerTasks } from './routes.ts';
