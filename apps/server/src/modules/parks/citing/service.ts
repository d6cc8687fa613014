import { randomUUID } from 'node:crypto';
import {
  can,
  type CitableList,
  type CitationForm,
  type CitationView,
  type CitingEnterprises,
} from '@ludao/contracts';
import { isEntered, type RuleSet } from '@ludao/rules';
import type { Tx } from '../../../platform/db.ts';
import { append } from '../../../platform/event-log/index.ts';
import type { Files } from '../../../platform/files/index.ts';
import type { Packable } from '../../../platform/pack.ts';
import type { PdfPress } from '../../../platform/pdf.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import { actorOf } from '../../../platform/session.ts';
import type { Asking as Basics } from '../edit-service.ts';
import { COVER_TEMPLATE, coverData, itemsOf, packBundle, type Bundle } from './bundle.ts';
import { chooseCited, citablesOn, isUnchanged, whyEiaStops } from './decide.ts';
import {
  datasetIdOf,
  endingOf,
  datasetKey,
  streamOf,
  type CitableDataset,
  type CitedEia,
  type CitingPlace,
} from './model.ts';
import { findCitation } from './reading/service.ts';
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

export async function listEnterprises(
  tx: Tx,
  { session }: Pick<Asking, 'session'>,
): Promise<CitingEnterprises> {
  const places = await store.listPlaces(tx);
  return {
    rows: places
      .filter((place) => can(session, 'create', 'citation', place))
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
  if (!place || !can(session, 'create', 'citation', place)) return notFound();
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
