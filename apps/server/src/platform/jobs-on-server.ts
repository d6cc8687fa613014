import { PgBoss } from 'pg-boss';
import type { Clock } from './clock.ts';
import type { Database } from './db.ts';
import type { Jobs, Recurring, WorkQueue } from './jobs.ts';
import type { Log } from './log.ts';
import { keepingNote, noteKnown, readStates } from './recurring-store.ts';

const SCHEMA = 'pgboss';
/** A process that says nothing for so long is taken for dead, and its work is given to another. */
const HEARTBEAT_SECONDS = 30;
const STOP_PATIENCE_MS = 8000;
const HOUR = 60 * 60;

interface Deps {
  /** pg-boss has a small pool of its own: it works outside of anybody's transaction. */
  readonly databaseUrl: string;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** How soon the work of a dead process is noticed; a test is in a hurry. */
  readonly heartbeatSeconds?: number;
}

interface Piece {
  readonly id: string;
}

/** For a PostgreSQL that several processes share: queues of pg-boss (ADR 0031). */
export function openJobsOnServer(deps: Deps): Jobs {
  const { database, clock, log, heartbeatSeconds = HEARTBEAT_SECONDS } = deps;
  const tasks: Recurring[] = [];
  const queues: { readonly name: string; readonly begin: () => Promise<void> }[] = [];
  const timers: NodeJS.Timeout[] = [];
  const stopping = new AbortController();
  const boss = new PgBoss({
    connectionString: deps.databaseUrl,
    application_name: 'ludao jobs',
    max: 3,
    schema: SCHEMA,
    // Whoever migrates makes the tables; this login need not be able to.
    migrate: false,
    createSchema: false,
    reindex: false,
    schedule: false,
    superviseIntervalSeconds: heartbeatSeconds,
    monitorIntervalSeconds: heartbeatSeconds,
  });
  boss.on('error', (error) => log.error({ err: error }, 'jobs'));
  boss.on('warning', (warning) => log.warn({ warning }, 'jobs'));

  /** One waiting or under way in all processes together, and one a turn. */
  async function begin(task: Recurring): Promise<void> {
    const run = keepingNote(database, clock, task);
    await boss.createQueue(task.name, {
      policy: 'exclusive',
      retryLimit: 2,
      retryDelay: 20,
      retryBackoff: true,
      heartbeatSeconds,
      expireInSeconds: HOUR,
      deleteAfterSeconds: 24 * HOUR,
    });
    const worker = await boss.work(task.name, { pollingIntervalSeconds: 5 }, run);
    const send = async () => {
      const id = await boss.send(task.name, null, { singletonSeconds: task.seconds });
      if (id !== null) boss.notifyWorker(worker);
    };
    const turn = () => {
      send().catch((error: unknown) => log.error({ err: error, task: task.name }, 'jobs'));
    };
    // At the start as well: what was missed is made up for, unless another process did it.
    turn();
    timers.push(setInterval(turn, task.seconds * 1000).unref());
  }

  return {
    recurring: (task) => void tasks.push(task),

    queue(name, work): WorkQueue {
      let worker: string | undefined;
      queues.push({
        name,
        async begin() {
          await boss.createQueue(name, {
            // One waiting and one under way for each id: what is added during a run is not lost.
            policy: 'stately',
            retryLimit: 3,
            retryDelay: 10,
            retryBackoff: true,
            heartbeatSeconds,
            expireInSeconds: 6 * HOUR,
            deleteAfterSeconds: 24 * HOUR,
          });
          worker = await boss.work<Piece>(name, { pollingIntervalSeconds: 2 }, async ([job]) => {
            if (!job) return;
            await work(job.data.id, AbortSignal.any([job.signal, stopping.signal]));
          });
        },
      });
      return {
        async add(id) {
          const piece: Piece = { id };
          await boss.send(name, piece, { singletonKey: id });
          // This process is at hand; another one would look within two seconds.
          if (worker !== undefined) boss.notifyWorker(worker);
        },
      };
    },

    async start() {
      await boss.start();
      await noteKnown(database, clock.now(), tasks);
      for (const { begin: open } of queues) await open();
      for (const task of tasks) await begin(task);
    },

    async stop() {
      stopping.abort();
      for (const timer of timers) clearInterval(timer);
      await boss.stop({ graceful: true, timeout: STOP_PATIENCE_MS });
    },

    states: () => readStates(database, clock.now(), tasks),
  };
}

/**
 * Makes or migrates the tables of pg-boss, and lets the program's login use them.
 * @param databaseUrl of whoever owns the tables of this database
 */
export async function installJobs(databaseUrl: string, owner: Database): Promise<void> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: 'ludao jobs',
    max: 1,
    schema: SCHEMA,
    supervise: false,
    schedule: false,
  });
  boss.on('error', () => {});
  try {
    await boss.start();
  } finally {
    await boss.stop({ graceful: false });
  }
  await owner.transaction((tx) =>
    tx.query(`
      grant usage on schema ${SCHEMA} to ludao_system;
      grant select, insert, update, delete on all tables in schema ${SCHEMA} to ludao_system;
      grant usage on all sequences in schema ${SCHEMA} to ludao_system`),
  );
}
