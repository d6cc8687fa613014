import type { SecurityLogQuery, SecurityLogRow } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';

type StoredRow = Omit<SecurityLogRow, 'at'> & { readonly at: Date };

/** Days are those of China. */
const WHERE = `($1::text is null or e.kind = $1)
  and ($2::date is null or e.at >= $2::date::timestamp at time zone 'Asia/Shanghai')
  and ($3::date is null or e.at < ($3::date + 1)::timestamp at time zone 'Asia/Shanghai')
  and ($4 = '' or exists (select from person r left join auth.account a on a.person_id = r.id
    where r.id in (e.person_id, e.subject)
      and position($4 in lower(concat_ws(' ', r.name, a.sign_in_name))) > 0))`;

/** Two statements, whatever the rows. */
export async function readSecurityLog(
  tx: Tx,
  query: SecurityLogQuery,
): Promise<{ rows: StoredRow[]; total: number }> {
  const filters = [
    query.kind ?? null,
    query.from ?? null,
    query.to ?? null,
    query.q.normalize('NFKC').toLowerCase(),
  ];
  const order = query.sort === 'at' ? 'e.at, e.id' : 'e.at desc, e.id desc';
  const rows = await tx.query<StoredRow>(
    `select e.id::text, e.at, e.kind, p.name as person, a.sign_in_name as "signInName",
       s.name as subject, e.address, e.detail
     from auth.security_event e left join person p on p.id = e.person_id
       left join auth.account a on a.person_id = e.person_id
       left join person s on s.id = e.subject and s.id is distinct from e.person_id
     where ${WHERE} order by ${order} limit $5 offset $6`,
    [...filters, query.size, (query.page - 1) * query.size],
  );
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::integer as total from auth.security_event e where ${WHERE}`,
    filters,
  );
  return { rows, total: count?.total ?? 0 };
}

/** @returns how many entries were older than `months` before `now` */
export async function removeOld(tx: Tx, months: number, now: Date): Promise<number> {
  const rows = await tx.query(
    `delete from auth.security_event where at < $1::timestamptz - make_interval(months => $2)
     returning id`,
    [now, months],
  );
  return rows.length;
}
