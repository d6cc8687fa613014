import type { Tx } from '../../../platform/db.ts';

/** Delegations in scope, from or to one of the organisations, that end within a time. */
export async function countEndingDelegations(
  tx: Tx,
  orgs: readonly string[],
  now: Date,
  until: Date,
): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::integer as count from delegation
     where (owner_org = any ($1::uuid[]) or to_org = any ($1::uuid[]))
       and starts_at <= $2 and ends_at > $2 and ends_at <= $3`,
    [orgs, now, until],
  );
  return row?.count ?? 0;
}

/** Events of one kind in the security log on a day of China or later. */
export const COUNT_SECURITY_EVENTS = `select count(*)::integer as count from auth.security_event
  where kind = $1 and at >= $2::date::timestamp at time zone 'Asia/Shanghai'`;

/** Appointments that wait for somebody who is neither appointed nor proposed them: $1. */
export const COUNT_WAITING_APPOINTMENTS = `select count(*)::integer as count from appointment
  where state = 'WAITING' and person_id <> $1 and proposed_by <> $1`;
