import type { DocumentState } from '@ludao/contracts';
import { dateInChina } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/db.ts';
import { holdersOn } from '../../organisations/index.ts';
import { openWorkItem, settleWorkItem, withdrawWorkItem } from '../../tasks/index.ts';
import type { Acting, WorkKind } from '../../tasks/index.ts';
import type { StoredDocument } from '../model.ts';
import { findActs } from '../store.ts';
import type { Template } from '../template.ts';

const REDO: WorkKind = {
  code: 'documents.redo',
  zh: '退回文书的修改',
  en: 'Draft that was sent back',
};
const REVIEW: WorkKind = { code: 'documents.review', zh: '文书审核', en: 'Review of a document' };
const SIGN: WorkKind = { code: 'documents.sign', zh: '文书签发', en: 'Sign-off of a document' };
const SEAL: WorkKind = { code: 'documents.seal', zh: '文书用印', en: 'Sealing of a document' };
const SERVE: WorkKind = { code: 'documents.serve', zh: '文书送达', en: 'Service of a document' };
const OUTSIDE: WorkKind = {
  code: 'documents.enter_outside',
  zh: '官方系统待录入',
  en: 'To be entered in the official system',
};
const CHECK_PUBLIC: WorkKind = {
  code: 'documents.check_public',
  zh: '公开本审核',
  en: 'Check of a public version',
};
export const documentsWork: readonly WorkKind[] = [
  REDO,
  REVIEW,
  SIGN,
  SEAL,
  SERVE,
  OUTSIDE,
  CHECK_PUBLIC,
];

/** What waits while a document stands there. */
const WAITING: Readonly<Partial<Record<DocumentState, WorkKind>>> = {
  DRAFT: REDO,
  SUBMITTED: REVIEW,
  REVIEWED: SIGN,
  NUMBERED: SEAL,
  SEALED: SERVE,
};

/** What waited where the document stood is done or withdrawn, and the next desk has it. */
export async function moveWork(
  tx: Tx,
  before: StoredDocument,
  after: StoredDocument,
  template: Template,
  acting: Acting,
): Promise<void> {
  const subject = subjectOf(after);
  if (before.officialNumber !== after.officialNumber) {
    await settleWorkItem(tx, { subject, kind: OUTSIDE }, acting);
  }
  if (before.state === after.state) return;
  const waited = WAITING[before.state];
  const isTakenBack = before.state === 'SUBMITTED' && after.state === 'DRAFT';
  if (waited) {
    const end = after.state === 'DISCARDED' ? withdrawWorkItem : settleWorkItem;
    await end(tx, { subject, kind: waited }, acting);
  }
  const acts = await findActs(tx, after.id);
  const wasReturned = acts.at(-1)?.act === 'RETURNED';
  if (isTakenBack && !wasReturned) return;
  const next = WAITING[after.state];
  if (next === REDO) {
    const drafted = acts.find(({ act }) => act === 'DRAFTED');
    if (drafted) {
      await open(
        tx,
        after,
        { kind: REDO, role: template.roles.draft[0]!, post: drafted.post },
        acting,
      );
    }
  } else if (next === REVIEW || next === SIGN) {
    const judged = ['DRAFTED', 'CHANGED', 'SUBMITTED', ...(next === SIGN ? ['REVIEWED'] : [])];
    const notPersons = await doersOf(
      tx,
      acts.filter(({ act }) => judged.includes(act)),
    );
    const [role] = next === REVIEW ? template.roles.review : template.roles.sign;
    await open(tx, after, { kind: next, role: role!, notPersons }, acting);
  } else if (next && (next !== SERVE || template.served)) {
    await open(tx, after, { kind: next, role: 'RECORDS_CLERK' }, acting);
  }
  if (after.state === 'NUMBERED' && after.recordMode === 'FRONT') {
    await open(tx, after, { kind: OUTSIDE, role: 'RECORDS_CLERK' }, acting);
  }
}

/** A public version waits for somebody else than its maker; a newer one in place of an older. */
export async function openPublicCheck(
  tx: Tx,
  document: StoredDocument,
  template: Template,
  acting: Acting & { readonly office: string },
): Promise<void> {
  const subject = subjectOf(document);
  await withdrawWorkItem(tx, { subject, kind: CHECK_PUBLIC }, acting);
  const { actor: person, office: post, now: at } = acting;
  const notPersons = await doersOf(tx, [{ person, post, at }]);
  const role = template.roles.review[0]!;
  await open(tx, document, { kind: CHECK_PUBLIC, role, notPersons, shown: 'public' }, acting);
}

export async function settlePublicCheck(
  tx: Tx,
  document: StoredDocument,
  acting: Acting,
): Promise<void> {
  await settleWorkItem(tx, { subject: subjectOf(document), kind: CHECK_PUBLIC }, acting);
}

/** Nothing of a paper that is void waits any more. */
export async function endWork(tx: Tx, document: StoredDocument, acting: Acting): Promise<void> {
  await withdrawWorkItem(tx, { subject: subjectOf(document) }, acting);
}

type Opening = Pick<Parameters<typeof openWorkItem>[1], 'kind' | 'role' | 'post' | 'notPersons'> & {
  /** What of the document's page is open. */
  readonly shown?: 'public';
};

async function open(
  tx: Tx,
  document: StoredDocument,
  { shown, ...opening }: Opening,
  acting: Acting,
): Promise<void> {
  const { id, title, addressee, ownerOrg, districtCode } = document;
  await openWorkItem(
    tx,
    {
      ...opening,
      subject: subjectOf(document),
      title: `${title}（${addressee}）`.slice(0, 200),
      org: ownerOrg,
      place: { districtCode, parkId: null },
      to: `/documents/${id}${shown ? `?shown=${shown}` : ''}`,
    },
    acting,
  );
}

/** Who did the acts, and whom a stand-in did them for. */
async function doersOf(
  tx: Tx,
  acts: readonly { readonly person: string; readonly post: string; readonly at: Date }[],
): Promise<string[]> {
  const days = acts.map(({ post, at }) => ({ post, day: dateInChina(at) }));
  const holders = await holdersOn(tx, days);
  return [...new Set([...acts.map(({ person }) => person), ...holders.values()])];
}

function subjectOf({ id }: StoredDocument) {
  return { kind: 'document', id };
}
