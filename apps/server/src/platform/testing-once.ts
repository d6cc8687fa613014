import { emptyDatabase } from './testing-databases.ts';

/** Before the first unit test: says which databases the store suites use, and prepares one. */
export default async function setup(): Promise<void> {
  const also = process.env['LUDAO_TEST_DATABASE_URL']
    ? 'on PGlite and on PostgreSQL'
    : 'on PGlite only (LUDAO_TEST_DATABASE_URL names no PostgreSQL)';
  console.log(`Store suites run ${also}.`);
  await emptyDatabase();
}
