import type { Clock } from './clock.ts';
import type { Database } from './db.ts';
import type { Recurring, TaskState } from './jobs.ts';

/** Notes how each run ends, so that any process can say whether a task is late. */
export function keepingNote(database: Database, clock: Clock, task: Recurring) {
  return async (): Promise<void> => {
    try {
      await task.run();
    } catch (error) {
      await note(database, task.name, clock.now(), false);
      throw error;
    }
    await note(database, task.name, clock.now(), true);
  };
}

async function note(database: Database, name: string, now: Date, isDone: boolean): Promise<void> {
  await database.transaction((tx) =>
    tx.query(
      `insert into recurring_task (name, first_seen_at, done_at, failures)
       values ($1, $2, case when $3 then $2::timestamptz end, case when $3 then 0 else 1 end)
       on conflict (name) do update set
         done_at = case when $3 then $2::timestamptz else recurring_task.done_at end,
         failures = case when $3 then 0 else recurring_task.failures + 1 end`,
      [name, now, isDone],
    ),
  );
}

/** Makes the tasks known: one that never ran is late, too, once its time has passed. */
export async function noteKnown(
  database: Database,
  now: Date,
  tasks: readonly Recurring[],
): Promise<void> {
  await database.transaction((tx) =>
    tx.query(
      `insert into recurring_task (name, first_seen_at)
       select name, $2 from unnest($1::text[]) as known (name) on conflict do nothing`,
      [tasks.map(({ name }) => name), now],
    ),
  );
}

const LATE_AFTER_TURNS = 3;

export async function readStates(
  database: Database,
  now: Date,
  tasks: readonly Recurring[],
): Promise<TaskState[]> {
  const rows = await database.lookup<{
    name: string;
    first_seen_at: Date;
    done_at: Date | null;
    failures: number;
  }>('select name, first_seen_at, done_at, failures from recurring_task where name = any ($1)', [
    tasks.map(({ name }) => name),
  ]);
  return tasks.map(({ name, seconds }) => {
    const row = rows.find((one) => one.name === name);
    const since = row?.done_at ?? row?.first_seen_at;
    const waited = since ? now.getTime() - since.getTime() : 0;
    return {
      name,
      lastDone: row?.done_at ?? null,
      failures: row?.failures ?? 0,
      late: waited > seconds * 1000 * LATE_AFTER_TURNS,
    };
  });
}
