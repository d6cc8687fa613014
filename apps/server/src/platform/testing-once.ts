import { migratedDatabase, prepareServer } from './testing-databases.ts';

/** Before the first unit test: says which databases the store suites use, and prepares them. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  const server = process.env['LUDAO_TEST_DATABASE_URL'];
  const also = server
    ? 'on PGlite and on PostgreSQL'
    : 'on PGlite only (LUDAO_TEST_DATABASE_URL names no PostgreSQL)';
  console.log(`Store suites run ${also}.`);
  await migratedDatabase();
  return server ? prepareServer(server) : undefined;
}
