import type {
  ApplicationKind,
  ApplicationState,
  HeldCategory,
  PermitQuery,
  PermitState,
} from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { searchWords } from '../../../platform/word-search.ts';

export interface ListedPermit {
  readonly id: string;
  readonly holderKind: 'enterprise' | 'park';
  readonly holderId: string;
  readonly holderName: string;
  readonly creditCode: string | null;
  readonly site: string;
  readonly districtCode: string;
  readonly parkId: string | null;
  readonly parkName: string | null;
  readonly ownerOrg: string;
  readonly historical: boolean;
  readonly state: PermitState;
  readonly category: HeldCategory | null;
  readonly number: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly applicationId: string | null;
  readonly applicationKind: ApplicationKind | null;
  readonly applicationState: ApplicationState | null;
  readonly applicationClock: string | null;
}

/**
 * Permits as they stand on the day $1, with the application under way; a draft is only for those ($2)
 * whose it is. A place where nothing was ever handed in is not there for anybody else.
 */
const STANDING = `select p.id, p.holder_kind as "holderKind", p.holder_id as "holderId",
    p.holder_name as "holderName", p.credit_code as "creditCode", p.site, p.owner_org as "ownerOrg",
    p.district_code as "districtCode", p.park_id as "parkId", k.name as "parkName", p.historical,
    p.search,
    case when v.no is null then case when a.id is null then 'NOT_GRANTED' else 'APPLIED' end
      when v.kind = 'CANCEL' then 'CANCELLED'
      when v.valid_to < $1::date then 'EXPIRED' else 'IN_FORCE' end as state,
    coalesce(v.category, a.category) as category, v.number, v.valid_from as "validFrom",
    v.valid_to as "validTo", a.id as "applicationId", a.kind as "applicationKind",
    a.state as "applicationState",
    case a.state when 'SUBMITTED' then a.notice_clock else a.decision_clock end as "applicationClock"
  from permit p
    left join lateral (select * from permit_version o
      where o.permit_id = p.id and o.in_force_from <= $1::date
      order by o.in_force_from desc, o.no desc limit 1) v on true
    left join permit_application a on a.permit_id = p.id
      and a.state in ('DRAFT', 'SUBMITTED', 'INCOMPLETE', 'ACCEPTED', 'PROPOSED', 'TO_RECORD')
      and (a.state <> 'DRAFT' or a.owner_org = any ($2::uuid[]))
    left join parks_public k on k.park_id = p.park_id
  where v.no is not null or a.id is not null or exists (select from permit_application e
    where e.permit_id = p.id and (e.submitted_at is not null or e.owner_org = any ($2::uuid[])))`;

const ORDER: Readonly<Record<PermitQuery['sort'], string>> = {
  holder: '"holderName", id',
  '-holder': '"holderName" desc, id',
  valid_to: '"validTo" nulls last, "holderName", id',
  '-valid_to': '"validTo" desc nulls last, "holderName", id',
};

const AT_OFFICE = `('SUBMITTED', 'ACCEPTED', 'PROPOSED', 'TO_RECORD')`;
const WAITING = {
  any: '"applicationId" is not null',
  office: `"applicationState" in ${AT_OFFICE}`,
  party: `"applicationState" in ('DRAFT', 'INCOMPLETE')`,
} as const;

/** Permits in scope. Two statements, whatever the rows. */
export async function listPermits(
  tx: Tx,
  query: PermitQuery,
  { today, orgs }: { readonly today: string; readonly orgs: readonly string[] },
): Promise<{ readonly rows: ListedPermit[]; readonly total: number }> {
  const values: unknown[] = [today, orgs];
  const conditions = ['true'];
  const given = (value: unknown, condition: (place: string) => string) => {
    if (value === undefined || value === '') return;
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  given(query.category, (place) => `category = ${place}`);
  given(query.state, (place) => `state = ${place}`);
  given(query.ends, (place) => `state = 'IN_FORCE' and "validTo" <= $1::date + ${place}::integer`);
  given(query.district, (place) => `"districtCode" = ${place}`);
  given(query.holder, (place) => `"holderId" = ${place}`);
  given(
    query.q === '' ? '' : searchWords(query.q).search,
    (place) => `strpos(search || ' ' || lower(coalesce(number, '')), ${place}) > 0`,
  );
  if (query.waiting) conditions.push(WAITING[query.waiting]);
  const found = `from (${STANDING}) standing where ${conditions.join(' and ')}`;
  const rows = await tx.query<ListedPermit>(
    `select * ${found} order by ${ORDER[query.sort]}
     limit $${values.length + 1} offset $${values.length + 2}`,
    [...values, query.size, (query.page - 1) * query.size],
  );
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::integer as total ${found}`,
    values,
  );
  return { rows, total: count?.total ?? 0 };
}

/** How one permit stands on a day, where it is there for the reader. */
export async function findStanding(
  tx: Tx,
  id: string,
  { day, orgs }: { readonly day: string; readonly orgs: readonly string[] },
): Promise<ListedPermit | undefined> {
  const [row] = await tx.query<ListedPermit>(`select * from (${STANDING}) standing where id = $3`, [
    day,
    orgs,
    id,
  ]);
  return row;
}
