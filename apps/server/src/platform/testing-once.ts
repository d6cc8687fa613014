import { migratedDatabase, prepareServer } from './testing-databases.ts';

/** Before the first unit test: says which databases the store suites use, and prepares them. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  const server = process.env['LUDAO_TEST_DATABASE_URL'];
  const where = server
    ? process.env['LUDAO_TEST_EVERY_DATABASE']
      ? 'on PGlite and on PostgreSQL'
      : 'on PostgreSQL, those of the platform on PGlite as well'
    : 'on PGlite only (LUDAO_TEST_DATABASE_URL names no PostgreSQL)';
  console.log(`Store suites run ${where}.`);
  await migratedDatabase();
  return server ? prepareServer(server) : undefined;
}
