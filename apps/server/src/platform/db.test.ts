import { expect, test } from 'vitest';
import {
  AbortedTransactionError,
  DatabaseBusyError,
  EndedTransactionError,
  NestedTransactionError,
  openDatabase,
  type Tx,
} from './db.ts';
import { refuseOldServer } from './postgres-server.ts';
import { openOnPglite } from './testing-databases.ts';
import { describeOnEachDatabase, silentLog } from './testing.ts';

describeOnEachDatabase(
  'a transaction',
  (database) => {
    test('is committed when its callback returns', async () => {
      await database().transaction((tx) => tx.query('create table kept (id integer)'));
      await database().transaction((tx) => tx.query('insert into kept values ($1)', [1]));
      const rows = await database().transaction((tx) => tx.query('select id from kept'));
      expect(rows).toEqual([{ id: 1 }]);
    });

    test('leaves nothing behind when its callback throws', async () => {
      const failing = database().transaction(async (tx) => {
        await tx.query('create table lost (id integer)');
        throw new Error('changed my mind');
      });
      await expect(failing).rejects.toThrow('changed my mind');
      const [row] = await database().transaction((tx) =>
        tx.query(`select to_regclass('lost') as found`),
      );
      expect(row).toEqual({ found: null });
    });

    test('inside a transaction fails at once instead of waiting for ever', async () => {
      const nested = database().transaction(() =>
        database().transaction((tx) => tx.query('select 1')),
      );
      await expect(nested).rejects.toThrow(NestedTransactionError);
      // And the outer one has let go of its connection.
      await database().transaction((tx) => tx.query('select 1'));
    });

    test('may be followed by another one in the same piece of code', async () => {
      const both = async () => {
        await database().transaction((tx) => tx.query('select 1'));
        return database().transaction((tx) => tx.query('select 2 as two'));
      };
      expect(await both()).toEqual([{ two: 2 }]);
    });

    test('that swallowed a failed statement says that nothing was committed', async () => {
      const swallowing = database().transaction(async (tx) => {
        await tx.query('create table swallowed (id integer)');
        await tx.query('select nonsense').catch(() => {});
      });
      await expect(swallowing).rejects.toThrow(AbortedTransactionError);
    });

    test('cannot be used after it has ended', async () => {
      let kept: Tx | undefined;
      await database().transaction(async (tx) => {
        kept = tx;
      });
      await expect(kept?.query('select 1')).rejects.toThrow(EndedTransactionError);
    });

    test('goes on working after many failed ones', async () => {
      const failures = Array.from({ length: 25 }, () =>
        database().transaction((tx) => tx.query('select nonsense')),
      );
      const settled = await Promise.allSettled(failures);
      expect(settled.every(({ status }) => status === 'rejected')).toBe(true);
      expect(await database().transaction((tx) => tx.query('select 1 as one'))).toEqual([
        { one: 1 },
      ]);
    });

    test('gives whole numbers, dates and moments without loss, whatever zone the server is in', async () => {
      const [row] = await database().transaction((tx) =>
        tx.query(`select 9007199254740993::int8 as grams, date '2026-02-14' as day, 1.10::numeric as price,
          timestamptz '2026-02-14 00:00+08' as moment, current_setting('timezone') as zone, null::date as none`),
      );
      expect(row).toEqual({
        grams: 9007199254740993n,
        day: '2026-02-14',
        price: '1.10',
        moment: new Date('2026-02-13T16:00:00Z'),
        zone: 'UTC',
        none: null,
      });
    });

    test('runs several statements and gives the rows of the last', async () => {
      const rows = await database().transaction((tx) => tx.query('select 1 as a; select 2 as b'));
      expect(rows).toEqual([{ b: 2 }]);
    });

    test('writes typed queries through Kysely, which opens no transaction of its own', async () => {
      interface Tables {
        park: { code: string; hectares: number };
      }
      await database().transaction(async (tx) => {
        await tx.query('create table park (code text, hectares integer)');
        const db = tx.kysely<Tables>();
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('park')
          .values([
            { code: 'A', hectares: 3 },
            { code: 'B', hectares: 5 },
          ])
          .executeTakeFirstOrThrow();
        expect(numInsertedOrUpdatedRows).toBe(2n);
        const large = db.selectFrom('park').select('code').where('hectares', '>', 4);
        expect(await large.execute()).toEqual([{ code: 'B' }]);
        await expect(db.transaction().execute(async () => {})).rejects.toThrow('use its tx');
      });
    });
  },
  { migrated: false },
);

test('on the embedded database, whoever waits too long is told so, and nothing of it is done later', async () => {
  const own = await openOnPglite();
  const { database } = own;
  try {
    const patient = database.within(20);
    let end = () => {};
    const large = database.transaction(async (tx) => {
      await tx.query('create table noted (who text)');
      await new Promise<void>((resolve) => void (end = resolve));
    });
    const note = (who: string) => (tx: Tx) => tx.query('insert into noted values ($1)', [who]);
    await expect(patient.transaction(note('impatient'))).rejects.toThrow(DatabaseBusyError);
    await expect(patient.lookup('select 1', [])).rejects.toThrow(DatabaseBusyError);
    end();
    await large;
    await patient.transaction(note('in time'));
    expect(await patient.lookup('select who from noted', [])).toEqual([{ who: 'in time' }]);
  } finally {
    await own.remove();
  }
});

test('a server that does not answer is named in plain words, its password is not', async () => {
  const databaseUrl = 'postgres://ludao:hunter2@127.0.0.1:1/ludao';
  const opening = openDatabase({ dataDir: '', databaseUrl }, silentLog);
  await expect(opening).rejects.toThrow(/127\.0\.0\.1:1\/ludao.*nothing is listening/);
  await expect(opening).rejects.not.toThrow('hunter2');
});

test('PostgreSQL 14 is refused, 15 and 18 are accepted', async () => {
  const server = (version: number) => ({ query: async <Row>() => [{ version }] as Row[] });
  await expect(refuseOldServer(server(140_011))).rejects.toThrow('version 14; 15 or newer');
  await refuseOldServer(server(150_018));
  await refuseOldServer(server(180_006));
});
