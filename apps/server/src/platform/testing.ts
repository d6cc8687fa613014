import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from './db.ts';
import {
  openOnPglite,
  openOnServer,
  type Beginning,
  type OwnDatabase,
} from './testing-databases.ts';

export { emptyDatabase, silentLog } from './testing-databases.ts';

/**
 * Runs a suite against a database of its own on PGlite and, when LUDAO_TEST_DATABASE_URL names a
 * server on which databases may be created, on PostgreSQL as well: one connection hides races.
 * @param suite is handed a function, because the database opens only when the tests begin
 * @param beginning an empty database or rows in it; without it all migrations have been applied
 */
export function describeOnEachDatabase(
  title: string,
  suite: (database: () => Database) => void,
  beginning: Beginning = { migrated: true },
): void {
  const server = process.env['LUDAO_TEST_DATABASE_URL'];
  const ways = [
    { name: 'PGlite', open: () => openOnPglite(beginning) },
    ...(server ? [{ name: 'PostgreSQL', open: () => openOnServer(server, beginning) }] : []),
  ];
  describe.each(ways)(`${title} on $name`, ({ open }) => {
    let opened: OwnDatabase | undefined;
    beforeAll(async () => void (opened = await open()));
    afterAll(() => opened?.remove());
    suite(() => {
      if (opened === undefined) throw new Error('the database opens when the tests begin');
      return opened.database;
    });
  });
}
