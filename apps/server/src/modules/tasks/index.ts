export type { TaskSource, Today } from './door.ts';
export type { AboutSubject, Owner, RunningClock, Standing } from './clocks/model.ts';
export {
  cancelClock,
  foreseeDue,
  meetClock,
  recomputeClocks,
  resumeClock,
  startClock,
  suspendClock,
  type Acting,
  type ClockStart,
  type ClockStop,
} from './clocks/service.ts';
export {
  findClocks,
  findClocksAbout,
  findClocksOf,
  standingOf,
  standingsOf,
  viewClocksOf,
} from './clocks/view/service.ts';
export type { NewWorkItem, WorkKind } from './inbox/model.ts';
export { openWorkItem, settleWorkItem, withdrawWorkItem } from './inbox/work/service.ts';
export { registerTasks } from './routes.ts';
