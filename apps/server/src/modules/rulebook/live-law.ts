import { createHash } from 'node:crypto';
import { Screener, type ListPack } from '@ludao/rules';
import type { Database } from '../../platform/db.ts';
import { readEntry } from './entry-decide.ts';
import type { StoredEntry } from './entry-model.ts';
import { APPROVED_ENTRIES } from './entry-store.ts';

/** The law of the files together with what offices entered and approved. */
export interface LiveLaw {
  current(): Screener;
  /** Reads the approved entries again; everything asked afterwards is answered by them. */
  reload(): Promise<void>;
}

/** @throws Error when an approved entry cannot be read: nobody is answered by half the law */
export async function openLiveLaw(shipped: Screener, database: Database): Promise<LiveLaw> {
  let current = shipped;
  let read = '[]';
  const law: LiveLaw = {
    current: () => current,
    async reload() {
      const entries = await database.lookup<StoredEntry & { demo: boolean }>(APPROVED_ENTRIES, []);
      const now = JSON.stringify(entries);
      if (now === read) return;
      current = entries.length === 0 ? shipped : withEntries(shipped, entries);
      read = now;
    },
  };
  await law.reload();
  return law;
}

function withEntries(
  shipped: Screener,
  entries: readonly (StoredEntry & { readonly demo: boolean })[],
): Screener {
  const entered = entries.map((entry): ListPack => {
    const { topic, key, version, body, countsUntil: to, demo } = entry;
    const id = `entered/${topic}/${key}/${version}`;
    const from = typeof body['from'] === 'string' ? body['from'] : '1949-10-01';
    const read = readEntry(id, entry, shipped.table, { from, to, demo });
    if ('list' in read) return read.list;
    throw new Error(`the approved entry ${id} cannot be read: ${read.diagnostics[0]?.message}`);
  });
  const digest = createHash('sha256')
    .update(shipped.ruleSet.digest)
    .update(JSON.stringify(entered))
    .digest('hex');
  return new Screener({
    ...shipped.ruleSet,
    digest,
    lists: [...shipped.ruleSet.lists, ...entered],
  });
}
