import { can, type Revealed, type RevealRequest } from '@ludao/contracts';
import type { Tx } from '../../../../platform/db.ts';
import { notFound, type Refusal } from '../../../../platform/refusal.ts';
import { actorOf, type Session } from '../../../../platform/session.ts';
import type { RevealLimit } from '../model.ts';
import { findPerson } from '../store.ts';
import { recordReveal } from './store.ts';

/** The whole name and number of a person in scope, after the security log has it. */
export async function revealPerson(
  tx: Tx,
  id: string,
  { reason, words }: RevealRequest,
  {
    session,
    now,
    address,
  }: { readonly session: Session; readonly now: Date; readonly address: string },
  limit: RevealLimit,
): Promise<Revealed | Refusal> {
  const person = await findPerson(tx, id);
  const row = person && { ...person, parkId: null };
  if (!row || !can(session, 'reveal', 'person', row)) return notFound();
  const { office } = actorOf(session, 'reveal', 'person', row);
  const about = { as: 'person', id, reason, words } as const;
  const refused = await recordReveal(tx, about, { now, address, office }, limit);
  return refused ?? { name: row.name, phone: row.phone, recordedAt: now.toISOString() };
}
