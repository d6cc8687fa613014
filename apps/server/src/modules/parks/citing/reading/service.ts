import { can, type CitationList, type CitationQuery, type CitationView } from '@ludao/contracts';
import type { Tx } from '../../../../platform/db.ts';
import type { Files, StoredFile } from '../../../../platform/files/index.ts';
import { isRefusal, notFound, type Refusal } from '../../../../platform/refusal.ts';
import type { Asking as Basics } from '../../edit-service.ts';
import { lapseOf } from '../decide.ts';
import { headOf, type CitedEia, type DatasetNow, type StoredCitation } from '../model.ts';
import * as store from '../store.ts';

export async function listCitations(
  tx: Tx,
  query: CitationQuery,
  { today }: Pick<Basics, 'today'>,
): Promise<CitationList> {
  const { rows, total } = await store.listCitations(tx, query);
  const now = await readNow(tx, rows);
  return {
    rows: rows.map((row) => {
      const lapsed = row.items.filter((item) => lapseIn(row, item.datasetId, now, today) !== null);
      return { ...headOf(row), items: row.items.length, lapsed: lapsed.length };
    }),
    total,
  };
}

export async function findCitation(
  tx: Tx,
  id: string,
  { session, today }: Pick<Basics, 'session' | 'today'>,
): Promise<CitationView | Refusal> {
  const found = await findReadable(tx, id, session);
  if (isRefusal(found)) return found;
  const now = await readNow(tx, [found]);
  const items = found.items.map(({ datasetId, ...item }) => ({
    ...item,
    since: lapseIn(found, datasetId, now, today),
  }));
  const { caseRef, zoning, sha256, bytes } = found;
  const lapsed = items.filter(({ since }) => since !== null).length;
  return { ...headOf(found), caseRef, zoning, sha256, bytes, items, lapsed };
}

/** The bundle as it was made. */
export async function findBundle(
  tx: Tx,
  id: string,
  { session, files }: Pick<Basics, 'session'> & { readonly files: Pick<Files, 'find'> },
): Promise<StoredFile | Refusal> {
  const found = await findReadable(tx, id, session);
  if (isRefusal(found)) return found;
  return (await files.find(tx, found.fileId)) ?? notFound();
}

/** Enterprises that cited in the park since a day, to be told what has become of it. */
export const findCitersSince = store.findCitersSince;

async function findReadable(
  tx: Tx,
  id: string,
  session: Basics['session'],
): Promise<StoredCitation | Refusal> {
  const found = await store.findCitation(tx, id);
  return found && can(session, 'read', 'citation', found) ? found : notFound();
}

interface Now {
  readonly datasets: Map<string, DatasetNow>;
  readonly eias: Map<string, CitedEia>;
  /** What counts in each park today, or counted last. */
  readonly inParks: Map<string, CitedEia | null>;
}

async function readNow(tx: Tx, citations: readonly StoredCitation[]): Promise<Now> {
  const eias = [...new Set(citations.flatMap(({ parkEiaId }) => parkEiaId ?? []))];
  const inParks = new Map<string, CitedEia | null>();
  for (const { parkId } of citations) {
    if (!inParks.has(parkId)) inParks.set(parkId, await store.findEiaOfPark(tx, parkId));
  }
  const ids = citations.map(({ id }) => id);
  return {
    datasets: await store.findCitedDatasets(tx, ids),
    eias: await store.findEias(tx, eias),
    inParks,
  };
}

/** Data follow the park-wide EIA of today, conclusions the one that they are from. */
function lapseIn(
  { parkEiaId, parkId, park }: StoredCitation,
  datasetId: string | null,
  { datasets, eias, inParks }: Now,
  today: string,
) {
  if (datasetId === null) {
    return lapseOf(null, (parkEiaId && eias.get(parkEiaId)) || null, park, today);
  }
  return lapseOf(datasets.get(datasetId) ?? null, inParks.get(parkId) ?? null, park, today);
}
