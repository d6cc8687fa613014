import type { Clock } from './clock.ts';
import type { Database } from './db.ts';
import type { Jobs, Recurring, WorkQueue } from './jobs.ts';
import type { Log } from './log.ts';
import { keepingNote, noteKnown, readStates } from './recurring-store.ts';

/** People come first: nothing is made up for while the program is still starting. */
const FIRST_TURN_MS = 5000;

interface Deps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** False for tests: recurring tasks are known and never run by themselves. */
  readonly recurring?: boolean;
}

/**
 * For the embedded database, whose only process this is: timers, and queues in memory. Whoever adds
 * to a queue adds what was left over again at the next start.
 */
export function openJobsInProcess(deps: Deps): Jobs {
  const { database, clock, log } = deps;
  const tasks: Recurring[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const stopping = new AbortController();
  const working = new Set<Promise<unknown>>();

  function during(work: Promise<unknown>): Promise<unknown> {
    working.add(work);
    return work.finally(() => working.delete(work));
  }

  /** The next turn is set when this one ends: never two at once. */
  function turnIn(milliseconds: number, task: Recurring): void {
    const run = keepingNote(database, clock, task);
    const timer = setTimeout(() => {
      timers.delete(timer);
      const turn = run()
        .catch((error: unknown) => log.error({ err: error, task: task.name }, 'a task failed'))
        .finally(() => {
          if (!stopping.signal.aborted) turnIn(task.seconds * 1000, task);
        });
      void during(turn);
    }, milliseconds);
    timer.unref();
    timers.add(timer);
  }

  return {
    recurring: (task) => void tasks.push(task),

    queue(name, work): WorkQueue {
      const waiting = new Set<string>();
      let last: Promise<unknown> = Promise.resolve();
      const takeOne = async () => {
        const [id] = waiting;
        if (id === undefined || stopping.signal.aborted) return;
        waiting.delete(id);
        try {
          await work(id, stopping.signal);
        } catch (error) {
          log.error({ err: error, queue: name, id }, 'a piece of work failed');
        }
      };
      return {
        async add(id) {
          waiting.add(id);
          last = during(last.then(takeOne));
        },
      };
    },

    async start() {
      if (deps.recurring === false) return;
      const now = clock.now();
      await noteKnown(database, now, tasks);
      const states = await readStates(database, now, tasks);
      for (const task of tasks) {
        const last = states.find(({ name }) => name === task.name)?.lastDone?.getTime() ?? 0;
        turnIn(Math.max(FIRST_TURN_MS, last + task.seconds * 1000 - now.getTime()), task);
      }
    },

    async stop() {
      stopping.abort();
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(working);
    },

    states: () => readStates(database, clock.now(), tasks),
  };
}
