import type { Tx } from '../../../platform/db.ts';

/** Permits in scope that end within so many days and whose renewal nobody has handed in. */
export async function countToRenew(tx: Tx, today: string, days: number): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::integer as count from permit p
       join lateral (select * from permit_version o
         where o.permit_id = p.id and o.in_force_from <= $1::date
         order by o.in_force_from desc, o.no desc limit 1) v on true
     where v.category <> 'REGISTRATION' and v.kind is distinct from 'CANCEL'
       and v.valid_to between $1::date and $1::date + $2::integer
       and not exists (select from permit_version n
         where n.permit_id = p.id and n.in_force_from > $1::date)
       and not exists (select from permit_application a
         where a.permit_id = p.id and a.kind in ('RENEWAL', 'REAPPLY')
           and a.state in ('SUBMITTED', 'INCOMPLETE', 'ACCEPTED', 'PROPOSED', 'TO_RECORD'))`,
    [today, days],
  );
  return row?.count ?? 0;
}
