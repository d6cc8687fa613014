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
 * server on which databases may be created, on PostgreSQL as well: one connection hides races. For
 * what is about the database itself; capabilities take {@link describeOnDatabase}.
 * @param suite is handed a function, because the database opens only when the tests begin
 * @param beginning an empty database or rows in it; without it all migrations have been applied
 */
export function describeOnEachDatabase(
  title: string,
  suite: (database: () => Database) => void,
  beginning: Beginning = { migrated: true },
): void {
  describeOn(title, suite, beginning, serverOfTests() ? ['PGlite', 'PostgreSQL'] : ['PGlite']);
}

/**
 * Runs the suite of a capability on PostgreSQL where LUDAO_TEST_DATABASE_URL names a server, else on
 * PGlite; on both where LUDAO_TEST_EVERY_DATABASE is set, as `npm run prove -- stores` does. The
 * walks in the browser are on PGlite, so that npm test meets both (ADR 0051).
 */
export function describeOnDatabase(
  title: string,
  suite: (database: () => Database) => void,
  beginning: Beginning = { migrated: true },
): void {
  if (process.env['LUDAO_TEST_EVERY_DATABASE']) describeOnEachDatabase(title, suite, beginning);
  else describeOn(title, suite, beginning, [serverOfTests() ? 'PostgreSQL' : 'PGlite']);
}

const serverOfTests = () => process.env['LUDAO_TEST_DATABASE_URL'];

function describeOn(
  title: string,
  suite: (database: () => Database) => void,
  beginning: Beginning,
  ways: readonly ('PGlite' | 'PostgreSQL')[],
): void {
  describe.each(ways)(`${title} on %s`, (way) => {
    let opened: OwnDatabase | undefined;
    beforeAll(async () => {
      opened =
        way === 'PGlite'
          ? await openOnPglite(beginning)
          : await openOnServer(serverOfTests()!, beginning);
    });
    afterAll(() => opened?.remove());
    suite(() => {
      if (opened === undefined) throw new Error('the database opens when the tests begin');
      return opened.database;
    });
  });
}
