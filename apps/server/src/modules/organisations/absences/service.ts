import { randomUUID } from 'node:crypto';
import type { AbsenceForm, OwnAbsences } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { append, type JsonObject } from '../../../platform/event-log/index.ts';
import { notFound, type Refusal } from '../../../platform/refusal.ts';
import { widenScope } from '../../../platform/scope.ts';
import { scopeOf, type Session } from '../../../platform/session.ts';
import { standingTo, type Asking } from '../posts/rights.ts';
import { decideAbsence, decideReturn } from './decide.ts';
import * as store from './store.ts';

const DONE = { done: true } as const;

export async function listOwnAbsences(
  tx: Tx,
  session: Session,
  today: string,
): Promise<OwnAbsences> {
  await seeOwnHouse(tx, session);
  const absences = await store.listAbsences(tx, session.personId, today);
  const posts = await store.listOwnPosts(tx, session.personId, today);
  return {
    absences: absences.map(({ id, firstDay, lastDay }) => ({ id, firstDay, lastDay })),
    posts,
  };
}

/** The own absence, or a colleague's by whoever assigns the posts of the house. */
export async function recordAbsence(
  tx: Tx,
  { personId, firstDay, lastDay }: AbsenceForm,
  asking: Asking,
): Promise<{ readonly id: string } | Refusal> {
  await seeOwnHouse(tx, asking.session);
  const person = await store.lockPerson(tx, personId);
  if (!person || !mayEnter(person, asking.session)) return notFound();
  const others = await store.listAbsences(tx, personId, asking.today);
  const refused = decideAbsence({ firstDay, lastDay }, others, asking.today);
  if (refused) return refused;
  const id = randomUUID();
  await store.insertAbsence(tx, person, { id, firstDay, lastDay });
  await tell(tx, person, id, 'absence.recorded', { person: personId, firstDay, lastDay }, asking);
  return { id };
}

export async function endAbsence(
  tx: Tx,
  id: string,
  lastDay: string,
  asking: Asking,
): Promise<typeof DONE | Refusal> {
  await seeOwnHouse(tx, asking.session);
  const seen = await store.findAbsence(tx, id);
  const person = seen && (await store.lockPerson(tx, seen.personId));
  if (!person || !mayEnter(person, asking.session)) return notFound();
  const all = await store.listAbsences(tx, person.id, '1900-01-01');
  const absence = all.find((one) => one.id === id);
  if (!absence) return notFound();
  const others = all.filter((one) => one.id !== id);
  const decided = decideReturn(absence, lastDay, others, asking.today);
  if ('refused' in decided) return decided;
  await store.moveLastDay(tx, id, decided.lastDay);
  await tell(tx, person, id, 'absence.changed', decided, asking);
  return DONE;
}

/** Also somebody without a post today may say when he is away. */
async function seeOwnHouse(tx: Tx, session: Session): Promise<void> {
  await widenScope(tx, scopeOf(session), session.personOrg);
}

function mayEnter({ id, ownerOrg, districtCode }: store.AbsentPerson, session: Session): boolean {
  const standing = standingTo(session, 'update', ownerOrg, districtCode);
  return id === session.personId || (standing?.isManager ?? false);
}

async function tell(
  tx: Tx,
  { ownerOrg, districtCode }: store.AbsentPerson,
  id: string,
  type: string,
  body: JsonObject,
  { session, now, causeId }: Asking,
): Promise<void> {
  const standing = standingTo(session, 'update', ownerOrg, districtCode);
  const office = standing?.office ?? session.posts[0]?.id ?? null;
  await append(tx, { actor: session.personId, office, actingFor: null, now, causeId }, [
    { stream: `absence/${id}`, type, typeVersion: 1, body, ownerOrg, districtCode },
  ]);
}
