import {
  can,
  PUBLIC_STATEMENT,
  type PublicDocuments,
  type PublicVersion,
  type PublicVersionForm,
} from '@ludao/contracts';
import { dateInChina } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/db.ts';
import {
  append,
  sha256,
  writeCanonical,
  type JsonObject,
} from '../../../platform/event-log/index.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import { holdersOn, mayReview } from '../../organisations/index.ts';
import { paperOf } from '../compose.ts';
import { streamOf, type StoredDocument } from '../model.ts';
import { actingAt, ownedBy, type Asking } from '../step/service.ts';
import { findDocument } from '../store.ts';
import { postOf } from '../volumes/service.ts';
import { openPublicCheck, settlePublicCheck } from '../work/service.ts';
import { blacken, marksFault, partsOf, proposeMarks, type PublicPaper } from './blacken.ts';
import { isOut } from './model.ts';
import * as store from './store.ts';
import type { StoredPublic } from './model.ts';

/** What is left out of a document for the public, and what should be. */
export async function findVersion(
  tx: Tx,
  id: string,
  asking: Asking,
): Promise<PublicVersion | Refusal> {
  const document = await findDocument(tx, id);
  if (!document || !can(asking.session, 'read', 'document', ownedBy(document))) return notFound();
  return viewOf(tx, document, asking);
}

/** Blacks parts of the paper out; whoever checks it afterwards is somebody else. */
export async function saveVersion(
  tx: Tx,
  id: string,
  { version, marks, statement }: PublicVersionForm,
  asking: Asking,
): Promise<PublicVersion | Refusal> {
  const document = await findDocument(tx, id, { lock: true });
  if (!document) return notFound();
  const post = drafterOf(document, asking);
  if (isRefusal(post)) return post;
  const fault = stateFault(document);
  if (fault) return fault;
  const paper = publicPaperOf(document, asking);
  const wrong = marksFault(partsOf(paper), marks);
  if (wrong) return wrong;
  const said = { marks, statement, paper: blacken(paper, marks), effect: document.effect };
  const digest = sha256.digest(writeCanonical({ statement, marks, paper: { ...said.paper } }));
  const by = { person: asking.session.personId, post, at: asking.now };
  const before = await store.findPublic(tx, id, { lock: true });
  const isFirst = (before?.version ?? 0) === version;
  if (!isFirst || !(await store.savePublic(tx, document, { ...said, digest }, by, version))) {
    return changedMeanwhile(before);
  }
  const grounds = [...new Set(marks.map(({ ground }) => ground))].sort();
  const body = { digest, marks: marks.length, grounds };
  await tell(tx, document, 'document.public_version_saved', body, post, asking);
  const template = asking.templates.of(document.kind, document.edition);
  await openPublicCheck(tx, document, template, actingAt(post, asking));
  return viewOf(tx, document, asking);
}

/** Passes what another person left for the public; from then on it is out where its document is. */
export async function checkVersion(
  tx: Tx,
  id: string,
  seen: number,
  asking: Asking,
): Promise<PublicVersion | Refusal> {
  const document = await findDocument(tx, id, { lock: true });
  if (!document) return notFound();
  const post = checkerOf(document, asking);
  if (isRefusal(post)) return post;
  const fault = stateFault(document);
  if (fault) return fault;
  const found = await store.findPublic(tx, id, { lock: true });
  if (!found) return refuse('PUBLIC_VERSION_NONE');
  if (found.version !== seen) return changedMeanwhile(found);
  if (found.state === 'CHECKED') return refuse('PUBLIC_VERSION_CHECKED');
  if (await isOwnWork(tx, found, post, asking)) return refuse('OWN_WORK', {}, 403);
  await store.checkPublic(tx, id, { person: asking.session.personId, post, at: asking.now });
  const now = { id, effect: document.effect, isOut: isOut(document) };
  await store.publishAsItStands(tx, now, asking.today);
  const body = { digest: found.digest };
  await tell(tx, document, 'document.public_version_checked', body, post, asking);
  await settlePublicCheck(tx, document, actingAt(post, asking));
  return viewOf(tx, document, asking);
}

export function listPublic(
  tx: Tx,
  query: { readonly q: string; readonly page: number; readonly size: number },
): Promise<PublicDocuments> {
  return store.listPublic(tx, query);
}

/** A version that is out; undefined for all others, whoever asks. */
export async function findOut(tx: Tx, id: string): Promise<StoredPublic | undefined> {
  const found = await store.findPublic(tx, id);
  return found?.isPublic ? found : undefined;
}

function stateFault({ number, effect }: StoredDocument): Refusal | undefined {
  if (number === null) return refuse('PUBLIC_TOO_EARLY');
  return effect === 'VOID' ? refuse('DOCUMENT_VOID') : undefined;
}

function drafterOf(document: StoredDocument, { session, templates }: Asking): string | Refusal {
  if (!can(session, 'update', 'document', ownedBy(document))) {
    return refuse('NOT_YOUR_OFFICE', {}, 403);
  }
  const { draft } = templates.of(document.kind, document.edition).roles;
  const post = session.posts.find(
    ({ home, role }) => home === document.ownerOrg && draft.includes(role),
  );
  return post?.id ?? refuse('DOCUMENT_ROLE', { step: 'change', roles: draft.join(',') }, 403);
}

function checkerOf(document: StoredDocument, { session }: Asking): string | Refusal {
  return can(session, 'review', 'document', ownedBy(document))
    ? postOf(session, 'review', document.ownerOrg)
    : refuse('NOT_YOUR_OFFICE', {}, 403);
}

async function isOwnWork(
  tx: Tx,
  { draftedBy, draftedPost, draftedAt }: StoredPublic,
  post: string,
  { session, today }: Asking,
): Promise<boolean> {
  const then = dateInChina(draftedAt);
  const holders = await holdersOn(tx, [
    { post: draftedPost, day: then },
    { post, day: today },
  ]);
  const holderOf = (of: string, day: string) => holders.get(`${of} ${day}`) ?? null;
  return !mayReview(
    { person: draftedBy, post: draftedPost, holder: holderOf(draftedPost, then) },
    { person: session.personId, post, holder: holderOf(post, today) },
  );
}

function publicPaperOf(document: StoredDocument, { templates }: Asking): PublicPaper {
  const paper = paperOf(document, templates.of(document.kind, document.edition), null);
  const { issuer, number, title, addressee, body, remedies, day, contact } = paper;
  return { issuer, number, title, addressee, body, remedies, day, contact };
}

function changedMeanwhile(found: StoredPublic | undefined): Refusal {
  const version = found?.version ?? 0;
  return refuse('CHANGED_MEANWHILE', { by: '', at: '', fields: 'marks', version });
}

async function viewOf(tx: Tx, document: StoredDocument, asking: Asking): Promise<PublicVersion> {
  const found = await store.findPublic(tx, document.id);
  const parts = partsOf(publicPaperOf(document, asking));
  const isReady = stateFault(document) === undefined;
  const checker = checkerOf(document, asking);
  const mayCheck = isReady && found?.state === 'PROPOSED' && !isRefusal(checker);
  const ownWork = mayCheck && (await isOwnWork(tx, found, checker, asking));
  return {
    version: found?.version ?? 0,
    state: found?.state ?? 'NONE',
    out: found?.isPublic ?? false,
    parts,
    marks: [...(found?.marks ?? [])],
    proposed: proposeMarks(parts),
    statement: found?.statement ?? PUBLIC_STATEMENT,
    checkedAt: found?.checkedAt?.toISOString() ?? null,
    may: {
      save: isReady && !isRefusal(drafterOf(document, asking)),
      check: mayCheck && !ownWork,
      ownWork,
    },
  };
}

async function tell(
  tx: Tx,
  { id, ownerOrg, districtCode }: StoredDocument,
  type: string,
  body: JsonObject,
  office: string,
  { session, now, causeId }: Asking,
): Promise<void> {
  await append(tx, { actor: session.personId, office, actingFor: null, now, causeId }, [
    { stream: streamOf(id), type, typeVersion: 1, body, ownerOrg, districtCode },
  ]);
}
