import type { Tx } from '../db.ts';
import { recompute, type Tampering, type Target } from './tampering.ts';

const COPIED = `type, type_version, body, actor, acting_for, office, owner_org, district_code,
  occurred_at, recorded_at, cause_id, alg, prev_hash, hash`;

/** Makes room after number `after` of the stream and puts a copy of that event there. */
async function insertAfter(tx: Tx, target: Target, after: number, as = target.stream) {
  const { stream } = target;
  const room = [stream, after];
  await tx.query('update event set seq = -seq where stream = $1 and seq > $2', room);
  await tx.query('update event set seq = 1 - seq where stream = $1 and seq < 0', [stream]);
  await tx.query(
    `insert into event (position, stream, seq, ${COPIED})
     select (select min(position) - 1 from event), $3, $4, ${COPIED}
     from event where stream = $1 and seq = $2`,
    [stream, after, as, as === stream ? after + 1 : 1],
  );
  await recompute(tx, as);
  if (as !== stream) await recompute(tx, stream);
}

async function lastOf(tx: Tx, stream: string): Promise<number> {
  const [row] = await tx.query<{ seq: number }>(
    'select max(seq) as seq from event where stream = $1',
    [stream],
  );
  return row?.seq ?? 0;
}

const remove = (tx: Tx, stream: string, from: number, to: number) =>
  tx.query('delete from event where stream = $1 and seq between $2 and $3', [stream, from, to]);

async function closeGap(tx: Tx, stream: string, from: number): Promise<void> {
  await tx.query('update event set seq = -seq where stream = $1 and seq > $2', [stream, from]);
  await tx.query('update event set seq = -seq - 1 where stream = $1 and seq < 0', [stream]);
  await recompute(tx, stream);
}

/** Everything after a position undone, as if the database came from an old backup. */
export async function rollBack(tx: Tx, { older }: Target): Promise<void> {
  await tx.query('delete from event where position > $1', [older.position]);
  await tx.query('delete from event_checkpoint where number > $1', [older.number]);
  await tx.query(`
    delete from event_stream;
    insert into event_stream
      select distinct on (stream) stream, seq, hash from event order by stream, seq desc`);
}

/** Events removed, added and exchanged. */
export const rowTamperings: readonly Tampering[] = [
  {
    name: 'last event of a stream removed',
    raises: 'MISSING',
    forge: async (tx, { stream }) => {
      const last = await lastOf(tx, stream);
      await remove(tx, stream, last, last);
    },
  },
  {
    name: 'last events of a stream removed, the head made to fit',
    raises: 'MISSING',
    forge: async (tx, { stream, covered }) => {
      await remove(tx, stream, covered, await lastOf(tx, stream));
      await recompute(tx, stream);
    },
  },
  {
    name: 'middle event removed',
    raises: 'MISSING',
    forge: (tx, { stream, seq }) => remove(tx, stream, seq, seq),
  },
  {
    name: 'middle event removed, the chain made to fit',
    raises: 'RANGE_WRONG',
    forge: async (tx, { stream, seq }) => {
      await remove(tx, stream, seq, seq);
      await closeGap(tx, stream, seq);
    },
  },
  {
    name: 'whole stream removed',
    raises: 'MISSING',
    forge: async (tx, { stream }) => remove(tx, stream, 1, await lastOf(tx, stream)),
  },
  {
    name: 'whole stream removed with its head',
    raises: 'MISSING',
    forge: async (tx, { stream }) => {
      await remove(tx, stream, 1, await lastOf(tx, stream));
      await recompute(tx, stream);
    },
  },
  {
    name: 'event put into the middle, the chain made to fit',
    raises: 'REWRITTEN',
    forge: (tx, target) => insertAfter(tx, target, target.seq),
  },
  {
    name: 'event put at the end of an old stream, at an old position',
    raises: 'ADDED',
    forge: async (tx, target) => insertAfter(tx, target, await lastOf(tx, target.stream)),
  },
  {
    name: 'new stream made, at an old position',
    raises: 'ADDED',
    forge: async (tx, target) =>
      insertAfter(tx, target, await lastOf(tx, target.stream), `${target.stream}x`),
  },
  {
    name: 'a second event of one number, the key dropped',
    raises: 'ADDED',
    forge: async (tx, { stream, seq }) => {
      await tx.query('alter table event drop constraint event_pk');
      await tx.query(
        `insert into event (position, stream, seq, ${COPIED})
         select 1000000000, stream, seq, ${COPIED} from event where stream = $1 and seq = $2`,
        [stream, seq],
      );
    },
  },
  {
    name: 'two events of a stream swapped',
    raises: 'CHAIN_BROKEN',
    forge: swap,
  },
  {
    name: 'two events of a stream swapped, the chain made to fit',
    raises: 'REWRITTEN',
    forge: async (tx, target) => {
      await swap(tx, target);
      await recompute(tx, target.stream);
    },
  },
  {
    name: 'a stream given to another name, the chain made to fit',
    raises: 'MISSING',
    forge: async (tx, { stream }) => {
      await tx.query(`update event set stream = $1 || 'x' where stream = $1`, [stream]);
      await recompute(tx, stream);
      await recompute(tx, `${stream}x`);
    },
  },
  {
    name: 'first events of two streams exchanged, both chains made to fit',
    raises: 'REWRITTEN',
    forge: async (tx, { stream, other }) => {
      const change = 'update event set stream = $2 where stream = $1 and seq = 1';
      await tx.query(change, [stream, 'between/both']);
      await tx.query(change, [other, stream]);
      await tx.query(change, ['between/both', other]);
      await recompute(tx, stream);
      await recompute(tx, other);
    },
  },
  { name: 'the whole log rolled back to an older state', raises: 'MISSING', forge: rollBack },
  {
    name: 'the whole log emptied',
    raises: 'MISSING',
    forge: (tx, target) => rollBack(tx, { ...target, older: { position: -1_000_000n, number: 0 } }),
  },
];

async function swap(tx: Tx, { stream, seq }: Target): Promise<void> {
  const change = 'update event set seq = $3 where stream = $1 and seq = $2';
  await tx.query(change, [stream, seq, -1]);
  await tx.query(change, [stream, seq + 1, seq]);
  await tx.query(change, [stream, -1, seq + 1]);
}

const onHead = (name: string, raises: 'HEAD_WRONG' | 'MISSING', change: string): Tampering => ({
  name,
  raises,
  forge: (tx, { stream }) => tx.query(`${change} where stream = $1`, [stream]),
});
const onRecord = (name: string, change: string): Tampering => ({
  name,
  raises: 'CHECKPOINT_BROKEN',
  forge: (tx, { older }) => tx.query(`${change} where number = $1`, [older.number]),
});

/** Rows of event_stream and event_checkpoint. */
export const headTamperings: readonly Tampering[] = [
  onHead('head set back', 'HEAD_WRONG', 'update event_stream set seq = seq - 1'),
  onHead('head set forward', 'MISSING', 'update event_stream set seq = seq + 1'),
  onHead('hash of a head changed', 'HEAD_WRONG', 'update event_stream set hash = reverse(hash)'),
  onHead('head removed', 'HEAD_WRONG', 'delete from event_stream'),
  {
    name: 'head of a stream without events added',
    raises: 'MISSING',
    forge: (tx, { stream }) =>
      tx.query(
        `insert into event_stream select stream || 'x', seq, hash from event_stream
        where stream = $1`,
        [stream],
      ),
  },
  onRecord(
    'digest of a recorded checkpoint changed',
    'update event_checkpoint set digest = reverse(digest)',
  ),
  onRecord(
    'position of a recorded checkpoint changed',
    'update event_checkpoint set position = position + 1',
  ),
  onRecord(
    'count of a recorded checkpoint changed',
    'update event_checkpoint set events = events + 1',
  ),
  onRecord('recorded checkpoint removed', 'delete from event_checkpoint'),
];
