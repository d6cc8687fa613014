import {
  can,
  type DocumentKinds,
  type DocumentList,
  type DocumentQuery,
  type DocumentView,
  type OpenVolumes,
  type ReceivedList,
  type Timeline,
  type Verification,
} from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { notFound, type Refusal } from '../../../platform/refusal.ts';
import { scopeOf, type Session } from '../../../platform/session.ts';
import { timelineOf } from '../../organisations/index.ts';
import { verify as verifyCertificate } from '../certificates/view/service.ts';
import { streamOf } from '../model.ts';
import { findOffices } from '../offices/store.ts';
import { listReceived as listReceivedOf } from '../received/store.ts';
import { ownedBy } from '../step/service.ts';
import * as store from '../store.ts';
import type { Templates } from '../template.ts';
import { kindOf, viewOf, type Viewing } from '../view/service.ts';
import { findOpenVolumes } from '../volumes/store.ts';

/** Kinds in force today, and the offices that the asker may draft for. */
export async function listKinds(
  tx: Tx,
  { session, today, templates }: Viewing,
): Promise<DocumentKinds> {
  const drafting = session.posts.filter((post) =>
    templates.listOn(today).some(({ roles }) => roles.draft.includes(post.role)),
  );
  const offices = await findOffices(tx, [...new Set(drafting.map(({ home }) => home))]);
  return {
    kinds: templates.listOn(today).map(kindOf),
    offices: offices.map(({ id, name, issuer }) => ({ id, name, ready: issuer !== '' })),
  };
}

export async function listDocuments(
  tx: Tx,
  query: DocumentQuery,
  { session, templates }: Pick<Viewing, 'session' | 'templates'>,
): Promise<DocumentList> {
  const { rows, total } = await store.listDocuments(tx, query, session.personId);
  return {
    total,
    rows: rows.map(({ edition, changedAt, ...row }) => ({
      ...row,
      kindName: { ...templates.of(row.kind, edition).name },
      changedAt: changedAt.toISOString(),
    })),
  };
}

/** Volumes that a new document about the subject may go into. */
export async function listOpenVolumes(
  tx: Tx,
  { office, subject }: { readonly office: string; readonly subject: string },
  session: Session,
): Promise<OpenVolumes> {
  const isHome = session.posts.some(({ home }) => home === office);
  return { volumes: isHome ? await findOpenVolumes(tx, office, subject) : [] };
}

/** A document as the reader may see it; undefined where it is not in scope. */
export async function findDocument(
  tx: Tx,
  id: string,
  viewing: Viewing,
): Promise<DocumentView | undefined> {
  const found = await store.findDocument(tx, id);
  if (!found || !can(viewing.session, 'read', 'document', ownedBy(found))) return undefined;
  return viewOf(tx, found, viewing);
}

export async function readTimeline(
  tx: Tx,
  id: string,
  session: Session,
): Promise<Timeline | Refusal> {
  const found = await store.findDocument(tx, id);
  if (!found || !can(session, 'read', 'document', ownedBy(found))) return notFound();
  const opened = { orgs: [found.ownerOrg], districts: [found.districtCode] };
  return timelineOf(tx, [streamOf(id)], scopeOf(session), opened);
}

/** What a visitor with the paper's code is told. */
export async function verify(tx: Tx, code: string): Promise<Verification | Refusal> {
  const found = await store.verify(tx, code);
  if (!found) return (await verifyCertificate(tx, code)) ?? notFound();
  const { number, signedOn, state, effect } = found;
  const isOut = state === 'SERVED' || state === 'ARCHIVED';
  const status = effect ?? (isOut ? 'IN_FORCE' : 'NOT_SERVED');
  return { number, day: signedOn, status, outside: null };
}

export async function listReceived(
  tx: Tx,
  query: { readonly q: string; readonly page: number; readonly size: number },
  session: Session,
  templates: Templates,
): Promise<ReceivedList> {
  const { rows, total } = await listReceivedOf(tx, session.orgs, query);
  return {
    total,
    rows: rows.map(({ kind, edition, ...row }) => ({
      ...row,
      adverse: templates.of(kind, edition).adverse,
    })),
  };
}

/** The stamped paper that was served on one of the asker's organisations; undefined where none was. */
export async function findReceived(
  tx: Tx,
  id: string,
  session: Session,
): Promise<string | undefined> {
  const found = await store.findDocument(tx, id);
  if (!found?.servedOn || !found.servedFile || found.addresseeOrg === null) return undefined;
  const addressed = { ownerOrg: found.addresseeOrg, districtCode: null, parkId: null };
  return can(session, 'read', 'served_document', addressed) ? found.servedFile : undefined;
}
