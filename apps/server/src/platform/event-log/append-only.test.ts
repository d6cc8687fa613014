import { expect, test } from 'vitest';
import type { Database, Tx } from '../db.ts';
import { describeOnEachDatabase } from '../testing.ts';
import { append } from './append.ts';
import type { NewEvent } from './model.ts';
import { readStream } from './read.ts';
import { aContext, anEvent } from './testing.ts';

describeOnEachDatabase('the log', (database) => {
  const store = (events: NewEvent[]) =>
    database().transaction((tx) => append(tx, aContext, events));
  const read = (stream: string) => database().transaction((tx) => readStream(tx, stream));
  const asApp = <T>(fn: (tx: Tx) => Promise<T>, scope = '') =>
    database().transaction(async (tx) => {
      await tx.query(`set local role ludao_app; ${scope}; select 1`);
      return fn(tx);
    });

  test('the program appends through the function alone, and reads what its scope shows', async () => {
    const event = anEvent();
    await asApp((tx) => append(tx, aContext, [event]));
    const seen = (scope: string) => asApp((tx) => readStream(tx, event.stream), scope);
    expect(await seen('select 1')).toEqual([]);
    expect(await seen(`set local "ludao.districts" = '{330603}'`)).toHaveLength(1);
    expect(await seen(`set local "ludao.districts" = '{330604}'`)).toEqual([]);
    expect(await seen(`set local "ludao.orgs" = '{${event.ownerOrg}}'`)).toHaveLength(1);
  });

  const CHANGES = [
    `update event set body = '{}'`,
    'delete from event',
    'truncate event',
    'delete from event_stream',
    'truncate event_stream',
    `update event_checkpoint set digest = ''`,
    'delete from event_checkpoint',
    'truncate event_checkpoint',
  ];

  test.each(CHANGES)('nobody, not even the owner, can: %s', async (statement) => {
    await store([anEvent()]);
    const tried = database().transaction((tx) => tx.query(statement));
    await expect(tried).rejects.toThrow('append-only');
    const asReplica = database().transaction(async (tx) => {
      await tx.query('set local session_replication_role = replica');
      await tx.query(statement);
    });
    await expect(asReplica).rejects.toThrow('append-only');
    await expect(asApp((tx) => tx.query(statement))).rejects.toThrow('permission denied');
  });

  test.each([
    `update event_stream set seq = 1`,
    `insert into event_stream values ('a/b', 1, repeat('0', 64))`,
    `insert into event_checkpoint values (1, 1, 1, '')`,
    `insert into event (stream, seq, type, type_version, body, actor, occurred_at, recorded_at, alg, hash)
     values ('a/b', 1, 'T', 1, '{}', 'x', now(), now(), 'SHA-256', repeat('0', 64))`,
    'select * from event_stream',
    'lock table event in share mode',
    `select setval('event_position_seq', 1)`,
  ])('the program cannot: %s', async (statement) => {
    await expect(asApp((tx) => tx.query(statement))).rejects.toThrow('permission denied');
  });

  test('a false hash, a gap or a second event of one number is refused whoever calls', async () => {
    const [event] = [anEvent()];
    const [ref] = await store([event]);
    const call = (seqs: number[], hash: string) =>
      asApp((tx) =>
        tx.query(
          `select append_events(array_fill($1::text, array[n]), $2, array_fill('T'::text, array[n]),
             array_fill(1, array[n]), array_fill('{}'::text, array[n]), array_fill(null::uuid, array[n]),
             array_fill(null::text, array[n]), array_fill(now(), array[n]),
             array_fill($3::text, array[n]), 'x', null, null, now(), null, 'SHA-256')
           from cardinality($2::integer[]) as n`,
          [event.stream, seqs, hash],
        ),
      );
    await expect(call([2], ref!.hash)).rejects.toThrow('event_hash_true');
    await expect(call([2, 4], ref!.hash)).rejects.toThrow('gap');
    await expect(call([2, 2], ref!.hash)).rejects.toThrow('gap');
    await expect(call([1], ref!.hash)).rejects.toThrow('moved on');
    await expect(call([3], ref!.hash)).rejects.toThrow('moved on');
    expect(await read(event.stream)).toHaveLength(1);
  });

  test('whoever cannot see every row is refused the verification instead of being misled', async () => {
    const seen = asApp(async (tx) => {
      await tx.query('set local row_security = off');
      return tx.query('select from event');
    });
    await expect(seen).rejects.toThrow('row-level security');
  });

  test('a table of the same name in the session is not written to instead', async () => {
    const event = anEvent();
    await withTemporaryTables(database(), (tx) => append(tx, aContext, [event]));
    expect(await read(event.stream)).toHaveLength(1);
  });
});

async function withTemporaryTables(database: Database, fn: (tx: Tx) => Promise<unknown>) {
  await database.transaction(async (tx) => {
    await tx.query(`
      create temporary table event (like public.event) on commit drop;
      create temporary table event_stream (like public.event_stream) on commit drop`);
    await fn(tx);
  });
}
