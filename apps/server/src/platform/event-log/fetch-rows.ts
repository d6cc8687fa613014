import type { Tx } from '../db.ts';

const CHUNK = 2000;
let cursors = 0;

/**
 * The rows of a query one after the other, 2,000 in memory at a time. The transaction may be used
 * for other things meanwhile.
 * @param sql one query without parameters
 */
export async function* fetchRows<Row>(tx: Tx, sql: string): AsyncGenerator<Row> {
  const cursor = `rows_${++cursors}`;
  await tx.query(`declare ${cursor} no scroll cursor for ${sql}`);
  for (;;) {
    const rows = await tx.query<Row>(`fetch ${CHUNK} from ${cursor}`);
    yield* rows;
    if (rows.length < CHUNK) break;
  }
  await tx.query(`close ${cursor}`);
}
