import { replayCases } from '../apps/server/src/modules/cases/index.ts';
import { openOnPglite, openOnServer } from '../apps/server/src/platform/testing-databases.ts';
import { alterEach } from './replay/alter.ts';
import { countEnds } from './replay/ends.ts';
import { playCases } from './replay/play.ts';

/**
 * Cases of every track are lived through the services; then their rows are rebuilt from the event
 * log alone and compared with the tables, row by row and column by column. At the end some
 * columns are changed past the log, in a transaction that is rolled back: each change must be named,
 * and nothing else. On PostgreSQL where LUDAO_TEST_DATABASE_URL names a server.
 * Bounded and seeded; the last line is JSON, the exit code 1 when a promise was broken.
 */
const CASES = Number(process.argv[2] ?? 10_000);
const SEED = Number(process.argv[3] ?? 20261201);

const server = process.env['LUDAO_TEST_DATABASE_URL'];
const own = await (server
  ? openOnServer(server, { migrated: true })
  : openOnPglite({ migrated: true }));
const secondsSince = (from: number) => Math.round((performance.now() - from) / 100) / 10;
try {
  const { database } = own;
  const started = performance.now();
  const { cases, steps } = await playCases(database, {
    cases: CASES,
    seed: SEED,
    workers: server ? 4 : 1,
  });
  const played = secondsSince(started);
  const begun = performance.now();
  const report = await database.transaction(replayCases);
  const replayed = secondsSince(begun);
  const ends = await countEnds(database);
  for (const [end, count] of Object.entries(ends)) console.log(`${end}: ${count}`);
  const { differences, faults } = report;
  for (const one of differences.slice(0, 20)) console.log(`DIFFERENCE ${JSON.stringify(one)}`);
  for (const one of faults.slice(0, 20)) console.log(`FAULT ${one}`);
  const altered = await alterEach(database, { together: true });
  for (const one of altered.missed) console.log(`NOT NAMED ${one}`);
  const broken = differences.length + faults.length + altered.missed.length;
  console.log(
    JSON.stringify({
      prove: 'replay',
      database: server ? 'PostgreSQL' : 'PGlite',
      seed: SEED,
      cases,
      steps,
      events: report.events,
      rows: report.rows,
      columns: report.columns,
      differences: differences.length,
      faults: faults.length,
      altered: altered.named.length,
      missed: altered.missed.length,
      played,
      replayed,
    }),
  );
  process.exitCode = broken > 0 ? 1 : 0;
} finally {
  await own.remove();
}
