import type { Tx } from '../../../../platform/db.ts';
import { refuse, type Refusal } from '../../../../platform/refusal.ts';
import type { Look, RevealLimit } from '../model.ts';

interface Looker {
  readonly now: Date;
  readonly address: string;
  /** The post that gives the right. */
  readonly office: string | null;
}

/**
 * Writes into the security log who looks at whom and why; who it is, the scope of the transaction
 * says. Nothing may be shown where this refuses.
 */
export async function recordReveal(
  tx: Tx,
  { as, id, reason, words }: Look,
  { now, address, office }: Looker,
  { most, minutes }: RevealLimit,
): Promise<Refusal | null> {
  const since = new Date(now.getTime() - minutes * 60_000);
  const [row] = await tx.query<{ within: boolean }>(
    'select record_reveal($1, $2, $3, $4, $5, $6, $7) as within',
    [now, address, id, office, JSON.stringify({ as, reason, words }), since, most],
  );
  return row?.within ? null : refuse('REVEAL_LIMIT', { limit: most, minutes }, 429);
}

/** The same for blanking: the words may name somebody, and stand in no event. */
export async function recordErasure(
  tx: Tx,
  { as, id, words }: Omit<Look, 'reason'>,
  { now, address, office }: Looker,
): Promise<void> {
  await tx.query('select record_erasure($1, $2, $3, $4, $5)', [
    now,
    address,
    id,
    office,
    JSON.stringify({ as, words }),
  ]);
}
