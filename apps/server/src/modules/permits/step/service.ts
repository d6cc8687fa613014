import { can, type ApplicationStep, type PermitView } from '@ludao/contracts';
import type { RuleSet } from '@ludao/rules';
import type { Tx } from '../../../platform/db.ts';
import { append, type JsonObject } from '../../../platform/event-log/index.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import { scopeOf, type Session } from '../../../platform/session.ts';
import { refuseLate } from '../../organisations/index.ts';
import type { Acting } from '../../tasks/index.ts';
import { steppingOf } from '../acts/service.ts';
import { isHidden, STEP_RIGHTS, stepFault } from '../decide.ts';
import { streamOf, type Placed, type StoredApplication, type StoredPermit } from '../model.ts';
import type { AskTheLaw } from '../proposal.ts';
import * as store from '../store.ts';
import { viewOf } from '../view/service.ts';
import { moveWork } from '../work/service.ts';

/** Who asks, when, and by which law. */
export interface Asking {
  readonly session: Session;
  readonly now: Date;
  readonly today: string;
  readonly causeId: string;
  readonly law: () => RuleSet;
  readonly askTheLaw: AskTheLaw;
}

export interface Taking {
  readonly permit: StoredPermit;
  readonly application: StoredApplication;
  readonly acting: Acting & { readonly office: string };
}

/** What a step did. */
export interface Done {
  readonly changed: Partial<StoredApplication>;
  readonly events: readonly { readonly type: string; readonly body: JsonObject }[];
}

export const event = (type: string, body: JsonObject) => ({ type, body });

/** One step: found, allowed, not overtaken, not own work; then done, told and shown. */
export async function take(
  tx: Tx,
  id: string,
  seen: number,
  step: ApplicationStep,
  asking: Asking,
  doStep: (taking: Taking) => Promise<Done | Refusal>,
  right = STEP_RIGHTS[step],
): Promise<PermitView | Refusal> {
  const { session, now, causeId } = asking;
  const found = await store.findApplication(tx, id, { lock: true });
  if (!found || isHidden(found, session)) return notFound();
  if (!can(session, right, 'permit', found)) return refuse('PERMIT_NOT_YOURS', {}, 403);
  const permit = await store.findPermit(tx, found.permitId, { lock: true });
  if (!permit) return notFound();
  const { version, ownerOrg, districtCode } = found;
  if (version !== seen) {
    const opened = { orgs: [ownerOrg], districts: [districtCode] };
    return refuseLate(tx, streamOf(permit.id), { seen, version }, scopeOf(session), opened);
  }
  const { post, ...stepping } = await steppingOf(tx, found, right, asking);
  const fault = stepFault(found, step, stepping);
  if (fault) return fault;
  const acting = { actor: session.personId, office: post, actingFor: null, now, causeId };
  const done = await doStep({ permit, application: found, acting });
  if (isRefusal(done)) return done;
  const after = await store.updateApplication(tx, found, done.changed);
  await store.insertAct(tx, after, { step, person: session.personId, post, at: now });
  await moveWork(tx, { permit, before: found, after }, acting);
  await tell(tx, permit, after, done.events, acting);
  const left = await store.findPermit(tx, permit.id);
  return left ? viewOf(tx, left, asking) : notFound();
}

/** The events of a step, in the one stream of the place. */
export async function tell(
  tx: Tx,
  { id, ownerOrg, districtCode }: Placed & { readonly id: string },
  { id: application, version }: Pick<StoredApplication, 'id' | 'version'>,
  events: Done['events'],
  acting: Acting,
): Promise<void> {
  const { actor, office, actingFor = null, now, causeId } = acting;
  await append(
    tx,
    { actor, office, actingFor, now, causeId },
    events.map(({ type, body }) => ({
      stream: streamOf(id),
      type,
      typeVersion: 1,
      body: { application, version, ...body },
      ownerOrg,
      districtCode,
    })),
  );
}
