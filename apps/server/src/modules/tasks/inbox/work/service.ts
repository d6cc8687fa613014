import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../../platform/db.ts';
import { append } from '../../../../platform/event-log/index.ts';
import type { AboutSubject } from '../../clocks/model.ts';
import type { Acting } from '../../clocks/service.ts';
import type { NewWorkItem, WorkKind } from '../model.ts';
import * as store from '../store.ts';

/** Puts something to be done before the posts of a role, in the transaction of what makes it due. */
export async function openWorkItem(tx: Tx, item: NewWorkItem, acting: Acting): Promise<string> {
  const id = randomUUID();
  await store.insertItem(tx, id, item, acting.now);
  const { kind, subject, role, org, place, clock = null } = item;
  await append(tx, contextOf(acting), [
    {
      stream: `work/${id}`,
      type: 'work.opened',
      typeVersion: 1,
      body: { kind: kind.code, subject: `${subject.kind}/${subject.id}`, role, clock },
      ownerOrg: org,
      districtCode: place.districtCode,
    },
  ]);
  return id;
}

interface Which {
  readonly subject: AboutSubject;
  /** Of this kind only; without it, everything that waits about the subject. */
  readonly kind?: WorkKind;
}

/** It is done: whatever waits about the subject is settled. @returns how many items that were */
export function settleWorkItem(tx: Tx, which: Which, acting: Acting): Promise<number> {
  return settle(tx, which, 'DONE', acting);
}

/** Nobody needs to do it any more, as when a file was taken back. */
export function withdrawWorkItem(tx: Tx, which: Which, acting: Acting): Promise<number> {
  return settle(tx, which, 'WITHDRAWN', acting);
}

async function settle(
  tx: Tx,
  { subject, kind }: Which,
  state: 'DONE' | 'WITHDRAWN',
  acting: Acting,
): Promise<number> {
  const { actor, now } = acting;
  const about = { subjectKind: subject.kind, subjectId: subject.id, kind: kind?.code ?? null };
  const items = await store.settleItems(tx, { ...about, state, at: now, by: actor });
  const type = state === 'DONE' ? 'work.done' : 'work.withdrawn';
  await append(
    tx,
    contextOf(acting),
    items.map(({ id, ownerOrg, districtCode }) => ({
      stream: `work/${id}`,
      type,
      typeVersion: 1,
      body: {},
      ownerOrg,
      districtCode,
    })),
  );
  return items.length;
}

function contextOf({ actor, office, actingFor = null, now, causeId }: Acting) {
  return { actor, office, actingFor, now, causeId };
}
