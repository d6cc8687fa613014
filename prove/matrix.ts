import { openOnPglite, openOnServer } from '../apps/server/src/platform/testing-databases.ts';
import { walkMatrix } from './matrix/walk.ts';

/**
 * Who gets what: every endpoint and every protected table, as every role and some odd sessions, of
 * rows that are the own, a neighbour's and foreign. What the contracts allow, what the server
 * answers and what the database shows are found independently and compared. On PGlite, and on
 * PostgreSQL where LUDAO_TEST_DATABASE_URL names a server. The last line is JSON, the exit code 1
 * when somebody gets more or less than the contracts say.
 */
const started = performance.now();
const server = process.env['LUDAO_TEST_DATABASE_URL'];
const ways = [
  { name: 'PGlite', open: openOnPglite },
  ...(server ? [{ name: 'PostgreSQL', open: () => openOnServer(server) }] : []),
];
let combinations = 0;
let leaks = 0;
let faults = 0;
const coarse: Record<string, number> = {};
for (const { name, open } of ways) {
  const own = await open();
  try {
    const tally = await walkMatrix(own.database);
    combinations += tally.combinations;
    leaks += tally.leaks.length;
    faults += tally.faults.length;
    for (const [table, rows] of tally.coarse) coarse[table] = (coarse[table] ?? 0) + rows;
    for (const found of tally.leaks.slice(0, 40)) console.log(`${name} LEAK ${found}`);
    for (const found of tally.faults.slice(0, 40)) console.log(`${name} FAULT ${found}`);
    console.log(
      `${name}: ${tally.combinations} combinations, ${tally.leaks.length} leaks, ${tally.faults.length} faults`,
    );
  } finally {
    await own.remove();
  }
}
const seconds = Math.round((performance.now() - started) / 100) / 10;
const databases = ways.map(({ name }) => name);
console.log(
  JSON.stringify({ prove: 'matrix', databases, combinations, leaks, faults, coarse, seconds }),
);
process.exitCode = leaks + faults > 0 ? 1 : 0;
