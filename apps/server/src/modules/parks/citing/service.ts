import { randomUUID } from 'node:crypto';
import {
  can,
  FILE_KINDS,
  kindOfMediaType,
  type CitableList,
  type CitationForm,
  type CitationList,
  type CitationQuery,
  type CitationView,
  type CitingEnterprises,
} from '@ludao/contracts';
import { isEntered, type RuleSet } from '@ludao/rules';
import type { Tx } from '../../../platform/db.ts';
import { append } from '../../../platform/event-log/index.ts';
import type { Files, StoredFile } from '../../../platform/files/index.ts';
import type { Packable } from '../../../platform/pack.ts';
import type { PdfPress } from '../../../platform/pdf.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import { actorOf } from '../../../platform/session.ts';
import type { Asking as Basics } from '../edit-service.ts';
import { COVER_TEMPLATE, coverData, itemsOf, packBundle, type Bundle } from './bundle.ts';
import { chooseCited, citablesOn, isUnchanged, lapseOf, whyEiaStops } from './decide.ts';
import {
  datasetKey,
  streamOf,
  type CitableDataset,
  type CitedEia,
  type CitingPlace,
  type DatasetNow,
  type StoredCitation,
} from './model.ts';
import * as store from './store.ts';

type Scoped = <T>(fn: (tx: Tx) => Promise<T>) => Promise<T>;

export interface Asking extends Basics {
  readonly law: () => RuleSet;
}

export interface Packing {
  readonly scoped: Scoped;
  readonly press: PdfPress;
  readonly files: Pick<Files, 'read' | 'keep' | 'record'>;
  readonly isDemo: boolean;
}

const ownedBy = (row: Pick<CitingPlace, 'ownerOrg' | 'districtCode' | 'parkId'>) => row;

export async function listEnterprises(
  tx: Tx,
  { session }: Pick<Asking, 'session'>,
): Promise<CitingEnterprises> {
  const places = await store.listPlaces(tx);
  return {
    rows: places
      .filter((place) => can(session, 'create', 'citation', ownedBy(place)))
      .map(({ enterpriseId: id, enterprise: name, parkId, park }) => ({
        id,
        name,
        park: parkId && park ? { id: parkId, name: park } : null,
      })),
  };
}

export async function listCitable(
  tx: Tx,
  enterpriseId: string,
  asking: Asking,
): Promise<CitableList | Refusal> {
  const found = await readCitable(tx, enterpriseId, asking);
  if (isRefusal(found)) return found;
  const { place, park, eia, zoning, citables } = found;
  const { today: on } = asking;
  return {
    on,
    enterprise: { id: place.enterpriseId, name: place.enterprise },
    park,
    parkEia: eia && { title: eia.title, approvalNo: eia.approvalNo, validTo: eia.to },
    stop: whyEiaStops(eia, park.name, on),
    zoning,
    items: [...citables],
  };
}

/**
 * Makes the bundle of a project. What it takes is read in one transaction, set and packed outside of
 * any, and recorded in a second one that asks anew: what was withdrawn in between is refused.
 */
export async function makeCitation(
  form: CitationForm,
  asking: Asking,
  packing: Packing,
): Promise<CitationView | Refusal> {
  const { session, now, today: on, causeId } = asking;
  const { scoped, press, files, isDemo } = packing;
  const read = await scoped(async (tx) => {
    const found = await readCitable(tx, form.enterprise, asking);
    if (isRefusal(found)) return found;
    const chosen = chooseCited(found.citables, form.keys);
    if (isRefusal(chosen)) return chosen;
    const number = await store.takeNumber(tx, found.park.id, Number(on.slice(0, 4)));
    return { ...found, chosen, number };
  });
  if (isRefusal(read)) return read;
  const { place, park, eia, zoning, datasets, chosen, number } = read;
  const bundle: Bundle = {
    ...form,
    place,
    number,
    on,
    zoning,
    parkEia: eia && { title: eia.title, approvalNo: eia.approvalNo },
    cited: chosen.map((item) => ({ ...item, ending: endingOf(item.key, datasets) })),
  };
  const items = itemsOf(bundle);
  const parts: Packable[] = [];
  for (const { key, path } of items) {
    const dataset = datasets.find(({ id }) => datasetKey(id) === key);
    if (path !== null && dataset) parts.push({ path, bytes: await files.read(dataset) });
  }
  const cover = await press.print(COVER_TEMPLATE, coverData(bundle, isDemo));
  const zip = await packBundle(bundle, cover, parts);
  const taken = await files.keep(zip, `引用包 ${number} ${form.project}.zip`, 'ZIP', now);
  const id = randomUUID();
  return scoped(async (tx) => {
    await store.holdCitable(tx, form.enterprise);
    const again = await readCitable(tx, form.enterprise, asking);
    if (isRefusal(again)) return again;
    const still = chooseCited(again.citables, form.keys);
    if (isRefusal(still)) return still;
    if (!isUnchanged(chosen, still)) return refuse('CITATION_MOVED');
    const { ownerOrg, districtCode } = place;
    const owned = { ownerOrg, districtCode, parkId: park.id };
    const by = { ...actorOf(session, 'create', 'citation', owned), actingFor: null, now, causeId };
    const file = await files.record(tx, taken, {
      ...owned,
      purpose: 'citation-bundle',
      by: { ...by, actor: 'system:citing' },
      today: on,
    });
    if (isRefusal(file)) return file;
    const { project, stage, caseRef } = form;
    await store.insertCitation(tx, {
      ...owned,
      id,
      number,
      project,
      stage,
      caseRef,
      zoning,
      parkEiaId: eia?.id ?? null,
      fileId: file.id,
      sha256: file.sha256,
      madeBy: session.personId,
      madeAt: now,
      madeOn: on,
      items: items.map((item) => ({ ...item, datasetId: datasetIdOf(item.key, datasets) })),
    });
    const body = {
      number,
      park: park.id,
      stage,
      on,
      keys: items.map(({ key }) => key),
      digest: file.sha256,
    };
    await append(tx, by, [
      {
        stream: streamOf(id),
        type: 'citation.made',
        typeVersion: 1,
        body,
        ownerOrg,
        districtCode,
        expectedSeq: 0,
      },
    ]);
    return findCitation(tx, id, asking);
  });
}

export async function listCitations(
  tx: Tx,
  query: CitationQuery,
  { today }: Pick<Asking, 'today'>,
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
  { session, today }: Pick<Asking, 'session' | 'today'>,
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
  { session, files }: Pick<Asking, 'session'> & { readonly files: Pick<Files, 'find'> },
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
  session: Asking['session'],
): Promise<StoredCitation | Refusal> {
  const found = await store.findCitation(tx, id);
  return found && can(session, 'read', 'citation', ownedBy(found)) ? found : notFound();
}

interface Readable {
  readonly place: CitingPlace;
  readonly park: { readonly id: string; readonly name: string };
  readonly eia: CitedEia | null;
  readonly zoning: 'entered' | 'not_entered';
  readonly datasets: readonly CitableDataset[];
  readonly citables: ReturnType<typeof citablesOn>;
}

async function readCitable(
  tx: Tx,
  enterpriseId: string,
  { session, today: on, law }: Asking,
): Promise<Readable | Refusal> {
  const place = await store.findPlace(tx, enterpriseId);
  if (!place || !can(session, 'create', 'citation', ownedBy(place))) return notFound();
  const { parkId, park: name, districtCode } = place;
  if (parkId === null || name === null)
    return refuse('CITING_OUTSIDE_PARKS', { value: place.enterprise });
  const eia = await store.findEiaOfPark(tx, parkId);
  const datasets = await store.listCitableDatasets(tx, enterpriseId);
  return {
    place,
    park: { id: parkId, name },
    eia,
    zoning: isEntered(law(), 'zoning', on, districtCode) ? 'entered' : 'not_entered',
    datasets,
    citables: citablesOn(eia, datasets, name, on),
  };
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

function headOf({ id, number, project, stage, enterprise, parkId, park, madeOn }: StoredCitation) {
  return { id, number, project, stage, enterprise, park: { id: parkId, name: park }, madeOn };
}

function datasetIdOf(key: string, datasets: readonly CitableDataset[]): string | null {
  return datasets.find(({ id }) => datasetKey(id) === key)?.id ?? null;
}

/** Of a set's file, by what was found in it; null where the part has no file. */
function endingOf(key: string, datasets: readonly CitableDataset[]): string | null {
  const dataset = datasets.find(({ id }) => datasetKey(id) === key);
  if (!dataset) return null;
  const kind = kindOfMediaType(dataset.mediaType);
  return kind ? FILE_KINDS[kind].endings[0] : 'bin';
}
