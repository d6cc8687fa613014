import { readWholeSheet } from '../../apps/server/src/platform/excel/index.ts';
import type { Actor } from './actors.ts';
import type { Hall, RouteName } from './hall.ts';

type Walk = (hall: Hall, actor: Actor) => Promise<void>;

/**
 * A list of the whole platform as a workbook: behind the gate it holds as many rows as there are.
 * @param heading a column of the sheet
 */
export function exportsAll(name: RouteName, heading: string, from: string): Walk {
  return async (hall, actor) => {
    const answer = await hall.ask(actor, name, { accounts: true });
    if (!answer) return;
    const [row] = await hall.database.transaction((tx) =>
      tx.query<{ total: number }>(`select count(*)::integer as total from ${from}`),
    );
    const shown = await cellsOf(answer.bytes, heading);
    hall.tally.expect(`${name} by ${actor.name}: rows`, shown.length === row!.total);
  };
}

/** The cells of one column of a workbook; none where it is no workbook. */
export async function cellsOf(bytes: Buffer, heading: string): Promise<string[]> {
  const sheet = await readWholeSheet(bytes, { columns: [{ key: 'cell', zh: heading }] });
  return sheet.ok ? sheet.rows.map(({ values }) => values.cell) : [];
}
