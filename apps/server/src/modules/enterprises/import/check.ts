import { setImmediate } from 'node:timers/promises';
import type { Tx } from '../../../platform/db.ts';
import { creditCodeOf, judgeRow } from './decide.ts';
import * as jobs from './job-store.ts';
import { CHUNK, type Job, type Reach, type StagedRow, type Verdict } from './model.ts';
import { comparable } from './read-row.ts';
import { findParkChoices, findRegistered } from './register-store.ts';
import { countRows, findTwins, readUnchecked, saveVerdicts } from './row-store.ts';
import { asAsker, knownTo, refuseStopped, scopeOfAsker, StoppedError, type Work } from './work.ts';

/** What the asker may choose from, as it is at this moment. */
export async function loadReach(
  tx: Tx,
  { asker, onExisting }: Pick<Job, 'asker' | 'onExisting'>,
  { codes, today }: Pick<Reach, 'codes' | 'today'>,
): Promise<Reach> {
  const choices = await findParkChoices(tx, asker);
  return {
    asker,
    codes,
    today,
    onExisting,
    parks: Map.groupBy(choices, ({ name }) => comparable(name)),
    parksById: new Map(choices.map((park) => [park.id, park])),
  };
}

/** Judges rows against what is registered now. A constant number of statements. */
export async function judgeRows(
  tx: Tx,
  rows: readonly StagedRow[],
  reach: Reach,
  options: { readonly lock?: boolean } = {},
): Promise<Verdict[]> {
  const codes = rows.flatMap((row) => creditCodeOf(row) ?? []);
  const registered = await findRegistered(tx, codes, scopeOfAsker(reach.asker), options);
  return rows.map((row) => judgeRow(row, reach, registered));
}

/** Judges one row that was corrected in the page, and finds its twins. */
export async function checkRow(tx: Tx, id: string, row: StagedRow, reach: Reach): Promise<void> {
  await saveVerdicts(tx, id, await judgeRows(tx, [row], reach));
  await findTwins(tx, id);
  await countRows(tx, id);
}

/** Judges every row that is not judged yet, a chunk in each transaction. @throws StoppedError */
export async function checkRows(work: Work, { id, asker, onExisting }: Job): Promise<void> {
  const reach = await asAsker(work, asker, (tx) =>
    loadReach(tx, { asker, onExisting }, knownTo(work)),
  );
  let last = 0;
  for (;;) {
    refuseStopped(work);
    const checked = await asAsker(work, asker, async (tx) => {
      const job = await jobs.lockImport(tx, id);
      if (job?.state !== 'READING') throw new StoppedError('the import was cancelled');
      const rows = await readUnchecked(tx, id, last, CHUNK);
      if (rows.length > 0) {
        await saveVerdicts(tx, id, await judgeRows(tx, rows, reach));
        await jobs.noteChecked(tx, id, rows.length);
      }
      return rows;
    });
    const end = checked.at(-1);
    if (!end) return;
    last = end.rowNumber;
    work.onChunk?.('checked');
    await setImmediate();
  }
}
