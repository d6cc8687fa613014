import { randomUUID } from 'node:crypto';
import {
  can,
  type DatasetForm,
  type DatasetKind,
  type DatasetList,
  type DatasetQuery,
  type DatasetRow,
  type DatasetStep,
  type DatasetView,
  type Role,
} from '@ludao/contracts';
import { findParameter, SHARED_DATA_YEARS, type RuleSet } from '@ludao/rules';
import type { Tx } from '../../../platform/db.ts';
import { append, type JsonObject } from '../../../platform/event-log/index.ts';
import { viewOf as fileView, type Files, type StoredFile } from '../../../platform/files/index.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import { actorOf, type Session } from '../../../platform/session.ts';
import type { Asking as Basics } from '../edit-service.ts';
import {
  decideStep,
  decideValidity,
  shorteningFault,
  standingOn,
  stepsFor,
  successionFault,
} from './decide.ts';
import { streamOf, type StoredDataset } from './model.ts';
import * as store from './store.ts';

export interface Asking extends Basics {
  readonly law: () => RuleSet;
  readonly files: Pick<Files, 'find' | 'link'>;
}

const ownedBy = (row: Pick<StoredDataset, 'ownerOrg' | 'districtCode' | 'parkId'>) => row;

export async function listDatasets(
  tx: Tx,
  parkId: string,
  query: DatasetQuery,
  asking: Pick<Asking, 'session' | 'today' | 'law'>,
): Promise<DatasetList | Refusal> {
  const { session, today } = asking;
  const park = await store.findParkPlace(tx, parkId);
  if (!park) return notFound();
  const { id, name, districtCode, ownerOrg } = park;
  const owned = { ownerOrg, districtCode, parkId };
  if (!can(session, 'read', 'shared_dataset', owned)) return notFound();
  const { rows, total } = await store.listDatasets(tx, parkId, query, today);
  const years = (kind: DatasetKind) => yearsFor(kind, districtCode, asking);
  return {
    park: { id, name },
    rows: rows.map((row) => rowOf(row, today)),
    total,
    limits: { ambient: years('ambient'), soil_groundwater: years('soil_groundwater') },
    may: {
      enter: ownerOrg !== null && can(session, 'create', 'shared_dataset', owned),
      export: can(session, 'export', 'shared_dataset', owned),
    },
  };
}

export async function findDataset(
  tx: Tx,
  id: string,
  { session, today, files }: Pick<Asking, 'session' | 'today' | 'files'>,
): Promise<DatasetView | Refusal> {
  const dataset = await store.findDataset(tx, id);
  if (!dataset || !can(session, 'read', 'shared_dataset', ownedBy(dataset))) return notFound();
  const file = await files.find(tx, dataset.fileId);
  if (!file) return notFound();
  return {
    ...rowOf(dataset, today),
    park: { id: dataset.parkId, name: dataset.park },
    points: [...dataset.points],
    factors: [...dataset.factors],
    file: fileView(file),
    enteredOn: dataset.enteredOn,
    may: stepsFor(dataset.state, rolesAt(session, dataset)),
  };
}

export async function findDatasetFile(
  tx: Tx,
  id: string,
  { session, files }: Pick<Asking, 'session' | 'files'>,
): Promise<StoredFile | Refusal> {
  const dataset = await store.findDataset(tx, id);
  if (!dataset || !can(session, 'read', 'shared_dataset', ownedBy(dataset))) return notFound();
  return (await files.find(tx, dataset.fileId)) ?? notFound();
}

/** Shares data of a park; where they take the place of an older set, that one ends in the same act. */
export async function enterDataset(
  tx: Tx,
  parkId: string,
  form: DatasetForm,
  asking: Asking,
): Promise<{ readonly id: string } | Refusal> {
  const { session, today, files } = asking;
  const park = await store.findParkPlace(tx, parkId);
  if (!park) return notFound();
  const { districtCode, ownerOrg } = park;
  const owned = { ownerOrg, districtCode, parkId };
  if (ownerOrg === null || !can(session, 'create', 'shared_dataset', owned)) {
    return refuse('FORBIDDEN', {}, 403);
  }
  const validity = decideValidity(form, yearsFor(form.kind, districtCode, asking), today);
  if (isRefusal(validity)) return validity;
  const id = randomUUID();
  const older = form.supersedes
    ? await store.findDataset(tx, form.supersedes, { lock: true })
    : undefined;
  if (form.supersedes) {
    const fault = successionFault(older, { kind: form.kind, parkId });
    if (fault) return fault;
    const decided = decideStep(older!, 'supersede', rolesAt(session, older!));
    if (isRefusal(decided)) return decided;
  }
  const by = contextOf(asking, 'create', owned);
  const place = { ownerOrg, districtCode, parkId };
  const file = await files.link(tx, form.file, { ...place, purpose: 'shared-dataset', by, today });
  if (isRefusal(file)) return refuse('FILE_UNKNOWN', { field: 'file' }, 422);
  const { supersedes: _, file: __, validTo: ___, ...given } = form;
  await store.insertDataset(tx, {
    ...given,
    ...validity,
    ...place,
    id,
    fileId: file.id,
    enteredBy: session.personId,
    enteredOn: today,
  });
  const about = { ownerOrg, districtCode };
  const { kind, sampledOn, validFrom } = form;
  const body = { kind, park: parkId, sampledOn, validFrom, ...validity, digest: file.sha256 };
  await append(tx, by, [
    {
      ...about,
      stream: streamOf(id),
      type: 'dataset.entered',
      typeVersion: 1,
      body,
      expectedSeq: 0,
    },
    ...(older
      ? [
          {
            ...about,
            stream: streamOf(older.id),
            type: 'dataset.superseded',
            typeVersion: 1,
            body: { by: id, on: today },
          },
        ]
      : []),
  ]);
  if (older) {
    await store.endDataset(tx, older.id, { state: 'SUPERSEDED', on: today, supersededBy: id });
  }
  return { id };
}

export function shortenDataset(
  tx: Tx,
  id: string,
  validTo: string,
  asking: Asking,
): Promise<DatasetView | Refusal> {
  return step(tx, id, 'shorten', asking, async (dataset) => {
    const fault = shorteningFault(dataset, validTo);
    if (fault) return fault;
    await store.setValidTo(tx, id, validTo);
    return { type: 'dataset.shortened', body: { validTo, before: dataset.validTo } };
  });
}

/** From the moment that this is committed nothing cites the set. */
export function withdrawDataset(
  tx: Tx,
  id: string,
  reason: string,
  asking: Asking,
): Promise<DatasetView | Refusal> {
  return step(tx, id, 'withdraw', asking, async () => {
    const on = asking.today;
    await store.endDataset(tx, id, { state: 'WITHDRAWN', on, reason });
    return { type: 'dataset.withdrawn', body: { on } };
  });
}

async function step(
  tx: Tx,
  id: string,
  name: DatasetStep,
  asking: Asking,
  act: (dataset: StoredDataset) => Promise<{ type: string; body: JsonObject } | Refusal>,
): Promise<DatasetView | Refusal> {
  const { session } = asking;
  const dataset = await store.findDataset(tx, id, { lock: true });
  if (!dataset || !can(session, 'read', 'shared_dataset', ownedBy(dataset))) return notFound();
  const decided = decideStep(dataset, name, rolesAt(session, dataset));
  if (isRefusal(decided)) return decided;
  const done = await act(dataset);
  if (isRefusal(done)) return done;
  const { ownerOrg, districtCode } = dataset;
  await append(tx, contextOf(asking, 'update', ownedBy(dataset)), [
    { ...done, stream: streamOf(id), typeVersion: 1, ownerOrg, districtCode },
  ]);
  return findDataset(tx, id, asking);
}

/** The roles of the posts that may change this very set. */
function rolesAt(session: Session, dataset: StoredDataset): Role[] {
  return session.posts
    .filter((post) => can({ posts: [post] }, 'update', 'shared_dataset', ownedBy(dataset)))
    .map(({ role }) => role);
}

function contextOf(
  { session, now, causeId }: Asking,
  action: 'create' | 'update',
  owned: Parameters<typeof actorOf>[3],
) {
  return { ...actorOf(session, action, 'shared_dataset', owned), actingFor: null, now, causeId };
}

/** For how many years the rulebook lets data of the kind be cited; null where nobody has said so. */
function yearsFor(
  kind: DatasetKind,
  jurisdiction: string,
  { law, today: on }: Pick<Asking, 'law' | 'today'>,
): number | null {
  if (kind === 'sewer') return null;
  return (
    findParameter({ ruleSet: law(), on, jurisdiction }, SHARED_DATA_YEARS[kind])?.entry.value ??
    null
  );
}

export function rowOf(dataset: StoredDataset, today: string): DatasetRow {
  const { id, kind, title, dataOwner, sampledOn, laboratory, cmaNo, validFrom, validTo } = dataset;
  const { endedOn, reason, supersededBy, citations } = dataset;
  return {
    id,
    kind,
    title,
    dataOwner,
    sampledOn,
    laboratory,
    cmaNo,
    validFrom,
    validTo,
    standing: standingOn(dataset, today),
    endedOn,
    reason,
    supersededBy,
    citations,
  };
}
