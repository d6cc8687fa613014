// Every store suite on PGlite and on PostgreSQL: npm test runs those of capabilities on one of them.
import { runVitest } from '../scripts/vitest.mjs';

if (!process.env['LUDAO_TEST_DATABASE_URL']) {
  console.error(
    'stores: LUDAO_TEST_DATABASE_URL names no PostgreSQL on which databases may be created',
  );
  process.exit(2);
}
process.env['LUDAO_TEST_EVERY_DATABASE'] = '1';
const { status, counts } = runVitest('unit', ['apps/server/src']);
console.log(JSON.stringify({ proof: 'stores', databases: ['PGlite', 'PostgreSQL'], ...counts }));
process.exitCode = status;
