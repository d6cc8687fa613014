import { CASE_TRACKS, type CaseTrack } from '@ludao/contracts';
import { openOnPglite, openOnServer } from '../apps/server/src/platform/testing-databases.ts';
import { walkSteps } from './case-steps/walk.ts';

/**
 * Every step of a case, on every track, in every state, by whoever has each right and by others: done
 * where the table of steps has it, refused by name where it does not, with nothing changed.
 * On PostgreSQL where LUDAO_TEST_DATABASE_URL names a server. The last line is JSON, the exit code 1
 * when the server and the table do not agree.
 */
const started = performance.now();
const server = process.env['LUDAO_TEST_DATABASE_URL'];
const own = await (server
  ? openOnServer(server, { migrated: true })
  : openOnPglite({ migrated: true }));
try {
  const tracks = Object.keys(CASE_TRACKS) as CaseTrack[];
  const { walked, allowed, faults } = await walkSteps(own.database, tracks);
  for (const fault of faults.slice(0, 40)) console.log(`FAULT ${fault}`);
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  const database = server ? 'PostgreSQL' : 'PGlite';
  const result = { prove: 'case-steps', database, walked, allowed, faults: faults.length, seconds };
  console.log(JSON.stringify(result));
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await own.remove();
}
