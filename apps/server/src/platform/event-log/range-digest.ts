import type { Tx } from '../db.ts';
import type { Digester } from './digest.ts';
import { fetchRows } from './fetch-rows.ts';

interface RangeRow {
  readonly position: bigint;
  readonly stream: string;
  readonly seq: number;
  readonly hash: string;
}

/**
 * One digest over all events of a range of positions, in order. It covers what no event's own hash
 * does: that these and no others are there, each at its position.
 * @param range the first range begins below every position
 * @param look is handed each event on the way
 * @returns the digest, and the number of events
 */
export async function digestRange(
  tx: Tx,
  range: { readonly from: bigint | null; readonly to: bigint },
  digester: Digester,
  look: (row: RangeRow) => void,
): Promise<{ digest: string; events: number }> {
  const { from, to } = range;
  const after = from === null ? '' : `position > ${from} and `;
  let digest = '';
  let events = 0;
  const rows = fetchRows<RangeRow>(
    tx,
    `select position, stream, seq, hash from event where ${after}position <= ${to} order by position`,
  );
  for await (const row of rows) {
    digest = digester.digest(`${digest} ${row.position} ${row.stream} ${row.seq} ${row.hash}`);
    events++;
    look(row);
  }
  return { digest, events };
}
