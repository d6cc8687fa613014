import { can, type DocumentAct, type DocumentStepName, type DocumentView } from '@ludao/contracts';
import type { RuleSet } from '@ludao/rules';
import type { Tx } from '../../../platform/db.ts';
import { append, type JsonObject } from '../../../platform/event-log/index.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import { scopeOf, type Session } from '../../../platform/session.ts';
import { refuseLate } from '../../organisations/index.ts';
import { actsOf } from '../acts/service.ts';
import { stepFault, STEPS } from '../decide.ts';
import { streamOf, type StoredDocument } from '../model.ts';
import * as store from '../store.ts';
import type { SealPort } from '../seals/port.ts';
import type { Template, Templates } from '../template.ts';
import { viewOf } from '../view/service.ts';
import { moveWork } from '../work/service.ts';

/** Who asks, when, and by which templates. */
export interface Asking {
  readonly session: Session;
  readonly now: Date;
  readonly today: string;
  readonly causeId: string;
  readonly templates: Templates;
  /** The lists of the day, which say whose record counts. */
  readonly law: () => RuleSet;
  /** A system outside that seals papers, where one is set up. */
  readonly seals?: SealPort | null;
}

export const ownedBy = ({
  ownerOrg,
  districtCode,
}: Pick<StoredDocument, 'ownerOrg' | 'districtCode'>) => ({
  ownerOrg,
  districtCode,
  parkId: null,
});

/** Sent back to whoever drafted it. */
export const returned = (reason: string): Done => ({
  act: 'RETURNED',
  reason,
  state: 'DRAFT',
  events: [event('document.returned', {})],
});

export interface Taking {
  readonly document: StoredDocument;
  readonly template: Template;
  /** The post that the asker acts at. */
  readonly post: string;
  /** The document that this one is about. */
  readonly first: First | null;
}
/** A document that another is about has a number. */
export type First = StoredDocument & { readonly number: string; readonly signedOn: string };

/** What a step did; the state is that of the table of steps unless it says otherwise. */
export interface Done {
  readonly act: DocumentAct;
  readonly reason?: string;
  readonly state?: StoredDocument['state'];
  readonly changed?: Partial<StoredDocument>;
  readonly events: readonly { readonly type: string; readonly body: JsonObject }[];
}

export const event = (type: string, body: JsonObject) => ({ type, body });

/** Who acts, at which post, for the log and for what waits. */
export function actingAt(post: string, { session, now, causeId }: Asking) {
  return { actor: session.personId, office: post, actingFor: null, now, causeId };
}

/** One step: found, allowed, not overtaken, not own work; then done, told and shown. */
export async function take(
  tx: Tx,
  id: string,
  seen: number,
  step: DocumentStepName,
  asking: Asking,
  doStep: (taking: Taking) => Promise<Done | Refusal | null>,
): Promise<DocumentView | Refusal> {
  const { session, now } = asking;
  const document = await store.findDocument(tx, id, { lock: true });
  if (!document) return notFound();
  const owned = ownedBy(document);
  const { right, to } = STEPS[step];
  if (!can(session, right, 'document', owned)) return refuse('NOT_YOUR_OFFICE', {}, 403);
  const { version, ownerOrg, districtCode } = document;
  if (version !== seen) {
    const opened = { orgs: [ownerOrg], districts: [districtCode] };
    return refuseLate(tx, streamOf(id), { seen, version }, scopeOf(session), opened);
  }
  const template = asking.templates.of(document.kind, document.edition);
  const acting = await actsOf(tx, document, right, asking);
  const fault = stepFault(document, template, step, acting);
  if (fault) return fault;
  const first = document.corrects
    ? ((await store.findDocument(tx, document.corrects, { lock: true })) as First)
    : null;
  const done = await doStep({ document, template, first, post: acting.post });
  if (isRefusal(done)) return done;
  if (done) {
    const state = done.state ?? to ?? document.state;
    const after = await store.updateDocument(tx, document, { ...done.changed, state }, now);
    const { act, reason = null } = done;
    await store.insertAct(tx, after, {
      act,
      person: session.personId,
      post: acting.post,
      at: now,
      reason,
    });
    const by = actingAt(acting.post, asking);
    await moveWork(tx, document, after, template, by);
    await append(
      tx,
      by,
      done.events.map(({ type, body }) => ({
        stream: streamOf(id),
        type,
        typeVersion: 1,
        body: { ...body, version: after.version },
        ownerOrg,
        districtCode,
      })),
    );
  }
  const after = await store.findDocument(tx, id);
  return after ? viewOf(tx, after, asking) : notFound();
}
