import {
  can,
  type Action,
  type VolumeClosing,
  type VolumeList,
  type VolumeQuery,
  type VolumeView,
} from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { append } from '../../../platform/event-log/index.ts';
import type { Files } from '../../../platform/files/index.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import { scopeOf, type Session } from '../../../platform/session.ts';
import { refuseLate } from '../../organisations/index.ts';
import { streamOf, volumeStreamOf, type StoredDocument } from '../model.ts';
import { findOffices } from '../offices/store.ts';
import { ownedBy, type Asking } from '../step/service.ts';
import * as documents from '../store.ts';
import { viewOf as documentView } from '../view/service.ts';
import { decideClosing, isArchived, isKept, lackOf, leastRetention } from './decide.ts';
import { fileVolume, type Contents, type Packing } from './filing.ts';
import * as store from './store.ts';
import type { StoredVolume } from './model.ts';

type Scoped = <T>(fn: (tx: Tx) => Promise<T>) => Promise<T>;

export function listVolumes(tx: Tx, query: VolumeQuery): Promise<VolumeList> {
  return store.listVolumes(tx, query);
}

export async function findVolume(
  tx: Tx,
  id: string,
  asking: Pick<Asking, 'session' | 'templates'>,
): Promise<VolumeView | Refusal> {
  const volume = await store.findVolume(tx, id);
  if (!volume || !can(asking.session, 'read', 'document', ownedBy(volume))) return notFound();
  return viewOf(tx, volume, asking);
}

/** The file of a closed volume. */
export async function findArchive(
  tx: Tx,
  id: string,
  session: Session,
): Promise<StoredVolume | Refusal> {
  const volume = await store.findVolume(tx, id);
  if (!volume || !can(session, 'export', 'document', ownedBy(volume))) return notFound();
  return volume.archiveFile === null ? refuse('VOLUME_OPEN') : volume;
}

/**
 * Archives a volume. What is packed is read in one transaction, set and hashed outside of any, and
 * recorded in a second one if nothing moved meanwhile; whoever dies in between has closed nothing.
 */
export async function closeVolume(
  scoped: Scoped,
  id: string,
  closing: VolumeClosing,
  asking: Asking,
  packing: Packing & { readonly files: Pick<Files, 'record'> },
): Promise<VolumeView | Refusal> {
  const read = await scoped((tx) => readContents(tx, id, closing, asking));
  if (isRefusal(read)) return read;
  const filed = await fileVolume(read, packing);
  if (isRefusal(filed)) return filed;
  return scoped(async (tx) => {
    const volume = await store.findVolume(tx, id, { lock: true });
    if (!volume) return notFound();
    if (volume.closedOn !== null) return refuse('VOLUME_CLOSED', { value: volume.title });
    const found = await documents.findInVolume(tx, id, { lock: true });
    if (versionsOf(found) !== versionsOf(read.found)) return refuse('VOLUME_MOVED');
    const number = await store.takeVolumeNumber(tx, volume, Number(asking.today.slice(0, 4)));
    const { ownerOrg, districtCode } = volume;
    const kept = await packing.files.record(tx, filed.taken, {
      ownerOrg,
      districtCode,
      parkId: null,
      purpose: 'volume-archive',
      by: { ...contextOf(ownerOrg, asking), actor: 'system:archive' },
      today: asking.today,
    });
    if (isRefusal(kept)) return kept;
    const archive = { file: kept.id, sha256: kept.sha256, items: filed.items };
    await store.closeVolume(tx, id, { ...archive, on: asking.today, number, years: read.years });
    const archived = await archiveEach(tx, found.filter(isArchived), asking);
    await append(tx, contextOf(ownerOrg, asking), [
      ...archived,
      {
        stream: volumeStreamOf(id),
        type: 'volume.closed',
        typeVersion: 1,
        body: {
          number,
          digest: kept.sha256,
          retentionYears: read.years,
          items: filed.items.map((item) => item.sha256),
        },
        ownerOrg,
        districtCode,
      },
    ]);
    const closed = await store.findVolume(tx, id);
    return viewOf(tx, closed!, asking);
  });
}

async function readContents(
  tx: Tx,
  id: string,
  { version: seen, retention }: VolumeClosing,
  asking: Asking,
): Promise<Contents | Refusal> {
  const { session, templates } = asking;
  const volume = await store.findVolume(tx, id);
  if (!volume) return notFound();
  const { version, ownerOrg, districtCode } = volume;
  if (!can(session, 'issue', 'document', ownedBy(volume))) {
    return refuse('NOT_YOUR_OFFICE', {}, 403);
  }
  if (volume.closedOn !== null) return refuse('VOLUME_CLOSED', { value: volume.title });
  if (version !== seen) {
    const opened = { orgs: [ownerOrg], districts: [districtCode] };
    return refuseLate(tx, volumeStreamOf(id), { seen, version }, scopeOf(session), opened);
  }
  const found = await documents.findInVolume(tx, id);
  const kept = found.map((one) => ({ ...one, template: templates.of(one.kind, one.edition) }));
  const decided = decideClosing(kept, retention);
  if (isRefusal(decided)) return decided;
  const papers = [];
  for (const document of found.filter(isKept)) {
    papers.push({ document, view: await documentView(tx, document, asking) });
  }
  const [office] = await findOffices(tx, [ownerOrg]);
  return { volume, office: office?.name ?? '', years: decided.years, found, papers };
}

async function archiveEach(tx: Tx, found: readonly StoredDocument[], asking: Asking) {
  const events = [];
  for (const document of found) {
    const after = await documents.updateDocument(tx, document, { state: 'ARCHIVED' }, asking.now);
    const { session, now } = asking;
    const post = postOf(session, 'issue', document.ownerOrg);
    const act = { act: 'ARCHIVED', person: session.personId, post, at: now, reason: null } as const;
    await documents.insertAct(tx, after, act);
    events.push({
      stream: streamOf(document.id),
      type: 'document.archived',
      typeVersion: 1,
      body: { volume: document.volumeId, version: after.version },
      ownerOrg: document.ownerOrg,
      districtCode: document.districtCode,
    });
  }
  return events;
}

/** The asker's post at the office that gives the right. */
export function postOf(session: Session, action: Action, ownerOrg: string): string {
  const owned = { ownerOrg, districtCode: null, parkId: null };
  return session.posts.find((post) => can({ posts: [post] }, action, 'document', owned))?.id ?? '';
}

function contextOf(ownerOrg: string, { session, now, causeId }: Asking) {
  const office = postOf(session, 'issue', ownerOrg);
  return { actor: session.personId, office, actingFor: null, now, causeId };
}

function versionsOf(found: readonly StoredDocument[]): string {
  return found.map(({ id, version }) => `${id} ${version}`).join();
}

async function viewOf(
  tx: Tx,
  volume: StoredVolume,
  { session, templates }: Pick<Asking, 'session' | 'templates'>,
): Promise<VolumeView> {
  const [office] = await findOffices(tx, [volume.ownerOrg]);
  const kept = (await documents.findInVolume(tx, volume.id)).map((one) => ({
    ...one,
    template: templates.of(one.kind, one.edition),
  }));
  const { id, number, title, openedOn, closedOn, version, archiveSha256, archiveItems } = volume;
  const isOpen = closedOn === null;
  const mayIssue = can(session, 'issue', 'document', ownedBy(volume));
  const isReady = !isRefusal(decideClosing(kept, undefined));
  return {
    id,
    number,
    title,
    openedOn,
    closedOn,
    version,
    subject: volume.subjectName,
    office: office?.name ?? '',
    documents: kept.length,
    retention: { least: leastRetention(kept), years: volume.retentionYears },
    contents: kept.map((one) => ({
      id: one.id,
      title: one.title,
      number: one.number,
      state: one.state,
      effect: one.effect,
      signedOn: one.signedOn,
      lack: lackOf(one),
    })),
    archive:
      archiveSha256 && archiveItems ? { sha256: archiveSha256, items: [...archiveItems] } : null,
    may: { close: isOpen && mayIssue && isReady },
  };
}
