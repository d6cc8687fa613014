import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from './db.ts';
import { migrate } from './migrations.ts';
import { MIGRATIONS } from './paths.ts';
import { openOnPglite, openOnServer, silentLog, type OwnDatabase } from './testing-databases.ts';

export { emptyDatabase, silentLog } from './testing-databases.ts';

/**
 * Runs a suite against a database of its own on PGlite and, when LUDAO_TEST_DATABASE_URL names a
 * server on which databases may be created, on PostgreSQL as well: one connection hides races.
 * @param suite is handed a function, because the database opens only when the tests begin
 * @param options.migrated false gives an empty database; otherwise all migrations have been applied
 */
export function describeOnEachDatabase(
  title: string,
  suite: (database: () => Database) => void,
  options: { readonly migrated: boolean } = { migrated: true },
): void {
  const server = process.env['LUDAO_TEST_DATABASE_URL'];
  const ways = [
    { name: 'PGlite', open: openOnPglite },
    ...(server ? [{ name: 'PostgreSQL', open: () => openOnServer(server) }] : []),
  ];
  describe.each(ways)(`${title} on $name`, ({ open }) => {
    let opened: OwnDatabase | undefined;
    beforeAll(async () => {
      opened = await open();
      if (options.migrated) await migrate(opened.database, MIGRATIONS, silentLog);
    });
    afterAll(() => opened?.remove());
    suite(() => {
      if (opened === undefined) throw new Error('the database opens when the tests begin');
      return opened.database;
    });
  });
}
