import { expect, it } from 'vitest';
import { fixedClock } from './clock.ts';
import type { Database } from './db.ts';
import { openJobsInProcess } from './jobs-in-process.ts';
import { installJobs, openJobsOnServer } from './jobs-on-server.ts';
import { describeOnEachDatabase, silentLog } from './testing.ts';

const clock = fixedClock('2026-11-25T09:00:00+08:00');

/** The URL of the database that a suite was given on a server; null for the embedded one. */
async function urlOf(database: Database): Promise<string | null> {
  const server = process.env['LUDAO_TEST_DATABASE_URL'];
  if (database.kind === 'embedded' || !server) return null;
  const [row] = await database.lookup<{ name: string }>('select current_database() as name', []);
  const url = new URL(server);
  url.pathname = `/${row!.name}`;
  return url.href;
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 400; turn++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not come to that');
}

describeOnEachDatabase('work beside the requests', (database) => {
  /** What the program itself would open, once per process of the same database. */
  async function open() {
    const deps = { database: database(), clock, log: silentLog };
    const databaseUrl = await urlOf(database());
    if (databaseUrl === null) return openJobsInProcess(deps);
    await installJobs(databaseUrl, database());
    return openJobsOnServer({ ...deps, databaseUrl, heartbeatSeconds: 10 });
  }

  it('is done for every id that was added, also for one added while it is worked on', async () => {
    const jobs = await open();
    const done: string[] = [];
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const queue = jobs.queue('test-work', async (id) => {
      if (done.length === 0) await held;
      done.push(id);
    });
    await jobs.start();
    await queue.add('a');
    await new Promise((resolve) => setTimeout(resolve, 200));
    await queue.add('a');
    await queue.add('b');
    letGo();
    await until(() => done.length === 3);
    expect(done.sort()).toEqual(['a', 'a', 'b']);
    await jobs.stop();
  });

  it('ends well: what is under way hears of it and is waited for', async () => {
    const jobs = await open();
    let ended = '';
    const queue = jobs.queue('test-ending', async (_, signal) => {
      ended = 'begun';
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      ended = 'heard';
    });
    await jobs.start();
    await queue.add('a');
    await until(() => ended === 'begun');
    await jobs.stop();
    expect(ended).toBe('heard');
  });

  it('says of each recurring task when it went well last, and which is late', async () => {
    const jobs = await open();
    jobs.recurring({ name: 'test-known', seconds: 60, run: async () => {} });
    await jobs.start();
    await database().transaction((tx) =>
      tx.query(
        `update recurring_task set first_seen_at = '2026-11-25T08:56:00+08:00', done_at = null
         where name = 'test-known'`,
      ),
    );
    // On a server it is made up for at once; alone, the program starts first.
    if (database().kind === 'embedded') {
      expect(await jobs.states()).toEqual([
        { name: 'test-known', lastDone: null, failures: 0, late: true },
      ]);
    } else {
      await until(async () => (await jobs.states())[0]?.lastDone !== null);
      expect((await jobs.states())[0]).toMatchObject({ failures: 0, late: false });
    }
    await jobs.stop();
  });

  it('is shared by the processes of a server: a recurring task runs once a turn, one at a time', async () => {
    if (database().kind === 'embedded') return;
    const [first, second] = [await open(), await open()];
    let [runs, now, most] = [0, 0, 0];
    for (const jobs of [first, second]) {
      jobs.recurring({
        name: 'test-shared',
        seconds: 3600,
        async run() {
          most = Math.max(most, ++now);
          runs++;
          await new Promise((resolve) => setTimeout(resolve, 300));
          now--;
        },
      });
    }
    await Promise.all([first.start(), second.start()]);
    await until(() => runs > 0);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect({ runs, most }).toEqual({ runs: 1, most: 1 });
    await Promise.all([first.stop(), second.stop()]);
  });

  it('notes a failure of a recurring task, and is tried again', async () => {
    if (database().kind === 'embedded') return;
    const jobs = await open();
    jobs.recurring({
      name: 'test-failing',
      seconds: 3600,
      run: () => Promise.reject(new Error('not today')),
    });
    await jobs.start();
    await until(async () => (await jobs.states())[0]?.failures === 1);
    const [waiting] = await database().transaction((tx) =>
      tx.query(`select state from pgboss.job where name = 'test-failing'`),
    );
    await until(async () => {
      const [job] = await database().lookup<{ state: string }>(
        `select state::text from pgboss.job where name = 'test-failing'`,
        [],
      );
      return job?.state === 'retry';
    });
    expect(waiting).toBeDefined();
    await jobs.stop();
  });
});
