import { Screener, type BaselineDataset, type ListPack } from '@ludao/rules';
import { addDays } from '../../platform/days.ts';
import type { Database } from '../../platform/db.ts';
import { digestOf } from './digest.ts';
import type { StoredEntry } from './entry-model.ts';
import { readEntry } from './entry-read.ts';
import { APPROVED_ENTRIES, APPROVED_MARK } from './entry-store.ts';

/** The law of the files together with what offices entered and approved. */
export interface LiveLaw {
  current(): Screener;
  /**
   * The law by which a case of this installation is decided: in a demonstration with its invented
   * lists, so that every relief can be walked through; the answer marks them as invented.
   */
  ofCases(): Screener;
  /** Reads the approved entries again; everything asked afterwards is answered by them. */
  reload(): Promise<void>;
  /** What is law when this entry is approved. */
  with(entry: StoredEntry): Screener;
  /** What is law without it; as it stands now, unless it has been approved already. */
  without(entry: StoredEntry): Screener;
}

/** What listed parks share: facts of theirs beside the entry of an office, by the park's key there. */
export interface SharedDataOfParks {
  /** Another one whenever anything of it has changed. */
  mark(): Promise<string>;
  datasets(): Promise<ReadonlyMap<string, readonly BaselineDataset[]>>;
}

const NOTHING_SHARED: SharedDataOfParks = {
  mark: () => Promise.resolve(''),
  datasets: () => Promise.resolve(new Map()),
};

/** @throws Error when an approved entry cannot be read: nobody is answered by half the law */
export async function openLiveLaw(
  shipped: Screener,
  database: Database,
  {
    shared = NOTHING_SHARED,
    invented = () => shipped,
  }: {
    readonly shared?: SharedDataOfParks;
    /** The law with the lists of the demonstration. */
    readonly invented?: () => Screener;
  } = {},
): Promise<LiveLaw> {
  let datasets: ReadonlyMap<string, readonly BaselineDataset[]> = new Map();
  let current = shipped;
  let ofCases: Screener | undefined;
  let entered: readonly ListPack[] = [];
  let isDemo = false;
  let mark = '';
  const others = ({ topic, key, version }: StoredEntry) =>
    entered.filter(({ id }) => id !== `entered/${topic}/${key}/${version}`);
  const law: LiveLaw = {
    current: () => current,
    ofCases: () => (ofCases ??= isDemo ? withLists(invented(), entered, datasets) : current),
    async reload() {
      const [now] = await database.lookup<{ mark: string; demo: boolean }>(APPROVED_MARK, []);
      const next = `${now?.mark ?? ''} ${now?.demo ?? false} ${await shared.mark()}`;
      if (next === mark) return;
      isDemo = now?.demo ?? false;
      const rows = await database.lookup<StoredEntry>(APPROVED_ENTRIES, []);
      entered = rows.map((entry) => toList(entry, shipped, isDemo));
      datasets = await shared.datasets();
      ofCases = undefined;
      current = withLists(shipped, entered, datasets);
      mark = next;
    },
    with(entry) {
      const list = toList(entry, shipped, isDemo);
      return withLists(shipped, [...endBefore(others(entry), entry), list], datasets);
    },
    without: (entry) => withLists(shipped, others(entry), datasets),
  };
  await law.reload();
  return law;
}

function withLists(
  shipped: Screener,
  approved: readonly ListPack[],
  datasets: ReadonlyMap<string, readonly BaselineDataset[]>,
): Screener {
  if (approved.length === 0) return shipped;
  const entered = approved.map((list) => withDatasets(list, datasets));
  return new Screener({
    ...shipped.ruleSet,
    digest: digestOf(shipped.ruleSet.digest, entered),
    lists: [...shipped.ruleSet.lists, ...entered],
  });
}

/** A park that shares data itself is listed with these, and not with what once stood in its entry. */
function withDatasets(
  list: ListPack,
  datasets: ReadonlyMap<string, readonly BaselineDataset[]>,
): ListPack {
  if (list.topic !== 'parks') return list;
  const entries = list.entries.map((park) => ({
    ...park,
    datasets: datasets.get(park.id) ?? park.datasets,
  }));
  return { ...list, entries };
}

/** One approved entry as a list of its own, for as long as it counts. */
export function toList(
  entry: StoredEntry,
  { table }: Pick<Screener, 'table'>,
  demo: boolean,
): ListPack {
  const { topic, key, version, effectiveTo, countsUntil } = entry;
  const ends = [effectiveTo, countsUntil].filter((day) => day !== null).toSorted();
  const id = `entered/${topic}/${key}/${version}`;
  const read = readEntry(id, entry, table, { to: ends[0] ?? null, demo });
  if ('list' in read) return read.list;
  const [fault] = read.faults;
  throw new Error(`the approved entry ${id} cannot be read: ${JSON.stringify(fault)}`);
}

/** The version that an entry takes the place of counts to the day before. */
function endBefore(lists: readonly ListPack[], entry: StoredEntry): ListPack[] {
  const { topic, key, effectiveFrom } = entry;
  const earlier = `entered/${topic}/${key}/`;
  const until = addDays(effectiveFrom, -1);
  return lists.map((list) =>
    list.id.startsWith(earlier) && (list.effectiveTo === null || list.effectiveTo > until)
      ? { ...list, effectiveTo: until }
      : list,
  );
}
