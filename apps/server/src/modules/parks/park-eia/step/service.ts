import { can, PARK_EIA_STEPS, type ParkEia, type ParkEiaStep } from '@ludao/contracts';
import type { Tx } from '../../../../platform/db.ts';
import { append, type JsonObject } from '../../../../platform/event-log/index.ts';
import type { Files } from '../../../../platform/files/index.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../../../platform/refusal.ts';
import { actorOf, scopeOf } from '../../../../platform/session.ts';
import { refuseLate } from '../../../organisations/index.ts';
import type { Law } from '../../../rulebook/index.ts';
import { stepFault } from '../decide.ts';
import { streamOf, type StoredParkEia } from '../model.ts';
import type { Asking, PermitInForce } from '../port.ts';
import * as store from '../store.ts';
import { viewOf } from '../view/service.ts';

/** What the steps need of the rest of the program. */
export interface ParkEiaDeps {
  readonly law: () => Law;
  readonly permitInForce: PermitInForce;
  readonly files: Files;
}

export interface Acting {
  readonly actor: string;
  readonly office: string | null;
  readonly now: Date;
  readonly causeId: string;
}

/** What a step did: what it changes, and the event that tells it. */
export interface Done {
  readonly changes: store.Changes;
  readonly type: string;
  readonly body: JsonObject;
}

export const ownedBy = (eia: Pick<StoredParkEia, 'ownerOrg' | 'districtCode' | 'parkId'>) => ({
  ownerOrg: eia.ownerOrg,
  districtCode: eia.districtCode,
  parkId: eia.parkId,
});

/** One step: found and held, open, allowed, not overtaken, then done and told in the log. */
export async function take(
  tx: Tx,
  id: string,
  seen: number,
  name: ParkEiaStep,
  asking: Asking,
  deps: ParkEiaDeps,
  step: (eia: StoredParkEia, acting: Acting) => Promise<Done | Refusal>,
): Promise<ParkEia | Refusal> {
  const { session, now, causeId } = asking;
  const eia = await store.findParkEia(tx, id, { lock: true });
  if (!eia) return notFound();
  const owned = ownedBy(eia);
  const { right } = PARK_EIA_STEPS[name];
  if (right === null || !can(session, right, 'park_eia', owned))
    return refuse('FORBIDDEN', {}, 403);
  const { version, districtCode } = eia;
  if (version !== seen) {
    const opened = { districts: [districtCode] };
    return refuseLate(tx, streamOf(id), { seen, version }, scopeOf(session), opened);
  }
  const fault = stepFault(eia, name);
  if (fault) return fault;
  const { actor, office } = actorOf(session, right, 'park_eia', owned);
  const acting = { actor, office, now, causeId };
  const done = await step(eia, acting);
  if (isRefusal(done)) return done;
  await store.updateParkEia(tx, id, done.changes);
  await tell(tx, eia, done, acting);
  const after = await store.findParkEia(tx, id);
  return after ? viewOf(tx, after, asking, deps.permitInForce) : notFound();
}

export async function tell(
  tx: Tx,
  eia: Pick<StoredParkEia, 'id' | 'ownerOrg' | 'districtCode'>,
  { type, body }: Pick<Done, 'type' | 'body'>,
  acting: Acting,
): Promise<void> {
  await append(tx, { ...acting, actingFor: null }, [
    {
      stream: streamOf(eia.id),
      type,
      typeVersion: 1,
      body,
      ownerOrg: eia.ownerOrg,
      districtCode: eia.districtCode,
    },
  ]);
}

/** Gives a file that the asker sent to the readers of the EIA; the one it has already stays. */
export async function takeFile(
  tx: Tx,
  given: string | null,
  has: string | null,
  eia: Pick<StoredParkEia, 'districtCode' | 'parkId'>,
  purpose: string,
  { session, today }: Asking,
  acting: Acting,
  files: Files,
): Promise<string | null | Refusal> {
  if (given === null || given === has) return given;
  const post = session.posts.find(({ id }) => id === acting.office);
  if (!post) throw new Error('a right without a post');
  const { districtCode, parkId } = eia;
  const ownerOrg = post.organisation.id;
  const by = { ...acting, actingFor: null };
  const linked = await files.link(tx, given, {
    ownerOrg,
    districtCode,
    parkId,
    purpose,
    by,
    today,
  });
  return isRefusal(linked) ? refuse('FILE_UNKNOWN', {}, 422) : linked.id;
}
