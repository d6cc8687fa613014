import type { ReformEffect, EffectCases } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';

/** First and last day, the county, and what is opened of it; null stands for any. */
export interface Span {
  readonly first: string;
  readonly last: string;
  readonly district: string | null;
  readonly relief: string | null;
  readonly object: string | null;
}

/** Calendar days that the law gives an office for a report and for a report form (C02, C03). */
export interface StatutoryDays {
  readonly report: number;
  readonly form: number;
}

/**
 * In reach, also where the row is public, and settled by today's rules: older papers ran no rule and
 * prove nothing.
 */
const SETTLED = `c.state in ('FILED', 'EXEMPT', 'APPROVED') and not c.historical
  and coalesce(c.decided_on, c.submitted_on) between $1::date and $2::date
  and ($3::text is null or c.district_code = $3)
  and (c.owner_org = any ((select scope_orgs())::uuid[])
    or c.district_code = any ((select scope_districts())::text[])
    or c.park_id = any ((select scope_parks())::uuid[]))`;

export async function countEffects(
  tx: Tx,
  { first, last, district }: Span,
  { report, form }: StatutoryDays,
): Promise<ReformEffect[]> {
  return tx.query<ReformEffect>(
    `select r ->> 'relief' as relief, (r ->> 'measure')::integer as measure, r -> 'title' as title,
       r -> 'object' ->> 'name' as object, c.district_code as "districtCode",
       to_char(coalesce(c.decided_on, c.submitted_on), 'YYYY-MM') as month,
       r ->> 'from' as "from", r ->> 'to' as "to", count(*)::integer as projects,
       sum(greatest(0, case c.basis ->> 'statutoryLevel' when 'REPORT' then $4::integer
         when 'FORM' then $5::integer else 0 end
         - (coalesce(c.decided_on, c.submitted_on) - c.submitted_on)))::integer as "daysSaved"
     from eia_case c cross join lateral jsonb_array_elements(c.answer -> 'reliefs') r
     where r ->> 'state' = 'applies' and ${SETTLED}
     group by 1, 2, 3, 4, 5, 6, 7, 8
     order by 6 desc, 2, 1, 5, 4 nulls last`,
    [first, last, district, report, form],
  );
}

export async function countProjects(
  tx: Tx,
  { first, last, district }: Span,
): Promise<{ readonly projects: number; readonly lowered: number }> {
  const [row] = await tx.query<{ projects: number; lowered: number }>(
    `select count(*)::integer as projects,
       count(*) filter (where c.basis ->> 'level' <> c.basis ->> 'statutoryLevel')::integer as lowered
     from eia_case c where c.basis -> 'reliefs' <> '[]'::jsonb and ${SETTLED}`,
    [first, last, district],
  );
  return row ?? { projects: 0, lowered: 0 };
}

type StoredRow = Omit<EffectCases['cases'][number], 'changedAt'> & { readonly changedAt: Date };

/** More than anybody reads; a longer list is narrowed by month. */
const MOST_CASES = 500;

export function listCases(
  tx: Tx,
  { first, last, district, relief, object }: Span,
): Promise<StoredRow[]> {
  return tx.query<StoredRow>(
    `select c.id, c.track, c.state, c.name, c.applicant, p.name as park,
       c.district_code as "districtCode", c.number, c.changed_at as "changedAt",
       c.basis ->> 'statutoryLevel' as "statutoryLevel", c.basis ->> 'level' as level,
       coalesce(c.decided_on, c.submitted_on) as "settledOn"
     from eia_case c left join parks_public p on p.park_id = c.park_id
     where ${SETTLED} and exists (
       select from jsonb_array_elements(c.answer -> 'reliefs') r
       where r ->> 'state' = 'applies' and ($4::text is null or r ->> 'relief' = $4)
         and ($5::text is null or r -> 'object' ->> 'name' = $5))
     order by "settledOn" desc, c.id limit ${MOST_CASES}`,
    [first, last, district, relief, object],
  );
}
