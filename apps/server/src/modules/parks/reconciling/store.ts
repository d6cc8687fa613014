import type { AllowanceItem } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import type { Share } from '../admissions/model.ts';
import type { PresentTenant } from './model.ts';

type Row = Omit<PresentTenant, 'shares'> & {
  readonly shares: Readonly<Partial<Record<AllowanceItem, string>>>;
};

/** Tenants whose imported shares wait, by name. @param lock for a reconciliation that follows */
export async function listPresent(
  tx: Tx,
  parkId: string,
  { lock = false } = {},
): Promise<PresentTenant[]> {
  const rows = await tx.query<Row>(
    `select t.id, t.owner_org as "enterpriseId", coalesce(e.name, '') as enterprise,
       t.district_code as "districtCode", t.since, t.shares, s.enterprise_id is not null as present,
       s.unit_id as "unitId"
     from present_tenant t
       left join enterprises_public e on e.enterprise_id = t.owner_org
       left join tenancies_public s on s.enterprise_id = t.owner_org and s.park_id = t.park_id
     where t.park_id = $1 and t.state = 'WAITING' order by enterprise, t.id
     ${lock ? 'for update of t' : ''}`,
    [parkId],
  );
  return rows.map(({ shares, ...row }) => ({ ...row, shares: sharesOf(shares) }));
}

function sharesOf(shares: Row['shares']): Share[] {
  return Object.entries(shares).map(([item, amount]) => ({
    item: item as AllowanceItem,
    amount: BigInt(amount),
  }));
}

function written(shares: readonly Share[]): string {
  return JSON.stringify(
    Object.fromEntries(shares.map(({ item, amount }) => [item, String(amount)])),
  );
}

export async function insertPresent(
  tx: Tx,
  tenant: Pick<PresentTenant, 'id' | 'enterpriseId' | 'districtCode' | 'since' | 'shares'> & {
    readonly parkId: string;
  },
  by: { readonly person: string; readonly at: Date },
): Promise<void> {
  const { id, enterpriseId, districtCode, parkId, since, shares } = tenant;
  await tx.query(
    `insert into present_tenant (id, owner_org, district_code, park_id, since, shares, entered_by,
       entered_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, enterpriseId, districtCode, parkId, since, written(shares), by.person, by.at],
  );
}

export async function updatePresent(
  tx: Tx,
  { id, since, shares }: Pick<PresentTenant, 'id' | 'since' | 'shares'>,
  by: { readonly person: string; readonly at: Date },
): Promise<void> {
  await tx.query(
    `update present_tenant set since = $2, shares = $3, entered_by = $4, entered_at = $5,
       version = version + 1 where id = $1`,
    [id, since, written(shares), by.person, by.at],
  );
}

/** One whose shares wait, held until the transaction ends. */
export async function lockPresent(
  tx: Tx,
  id: string,
): Promise<
  | {
      readonly ownerOrg: string;
      readonly parkId: string;
      readonly districtCode: string;
      readonly state: 'WAITING' | 'ADMITTED' | 'REMOVED';
    }
  | undefined
> {
  const [row] = await tx.query<{
    ownerOrg: string;
    parkId: string;
    districtCode: string;
    state: 'WAITING' | 'ADMITTED' | 'REMOVED';
  }>(
    `select owner_org as "ownerOrg", park_id as "parkId", district_code as "districtCode", state
     from present_tenant where id = $1 for update`,
    [id],
  );
  return row;
}

/** @param admission what it became; null where it is taken back */
export async function endPresent(tx: Tx, id: string, admission: string | null): Promise<void> {
  await tx.query(
    `update present_tenant set state = $2, admission_id = $3, version = version + 1 where id = $1`,
    [id, admission === null ? 'REMOVED' : 'ADMITTED', admission],
  );
}

/** Tenants of a park today, and what they hold of its allowance, by name. */
export function listTenants(
  tx: Tx,
  parkId: string,
): Promise<
  {
    readonly enterpriseId: string;
    readonly enterprise: string;
    readonly creditCode: string | null;
    readonly districtCode: string;
    readonly address: string;
    readonly industries: readonly string[];
    readonly admissionId: string | null;
    readonly shares: readonly { readonly item: AllowanceItem; readonly amount: string }[];
  }[]
> {
  return tx.query(
    `select t.enterprise_id as "enterpriseId", e.name as enterprise, i.credit_code as "creditCode",
       i.district_code as "districtCode", i.address, e.industries, a.id as "admissionId",
       coalesce((select json_agg(json_build_object('item', s.item, 'amount', s.amount::text)
           order by s.item)
         from admission_share s where s.admission_id = a.id and not s.returned), '[]') as shares
     from tenancies_public t
       join enterprises_public e on e.enterprise_id = t.enterprise_id
       join enterprise_identities i on i.enterprise_id = t.enterprise_id
       left join admission a on a.owner_org = t.enterprise_id and a.state = 'ADMITTED'
         and a.park_id = t.park_id
     where t.park_id = $1 order by e.name, t.enterprise_id`,
    [parkId],
  );
}

/** How far the parks in scope are, those that still have to be reconciled first. */
export async function listParks(
  tx: Tx,
  { q, page, size }: { readonly q: string; readonly page: number; readonly size: number },
): Promise<{
  readonly rows: {
    readonly parkId: string;
    readonly park: string;
    readonly districtCode: string;
    readonly hasEia: boolean;
    readonly reconciledOn: string | null;
    readonly tenants: number;
    readonly waiting: number;
  }[];
  readonly total: number;
}> {
  const rows = await tx.query<{
    parkId: string;
    park: string;
    districtCode: string;
    hasEia: boolean;
    reconciledOn: string | null;
    tenants: number;
    waiting: number;
  }>(
    `select p.id as "parkId", p.name as park, p.district_code as "districtCode",
       e.id is not null as "hasEia", r.reconciled_on as "reconciledOn",
       (select count(*)::integer from tenancies_public t where t.park_id = p.id) as tenants,
       (select count(*)::integer from present_tenant w where w.park_id = p.id
         and w.state = 'WAITING') as waiting
     from park p left join park_eia e on e.park_id = p.id and e.state = 'IN_FORCE'
       left join park_reconciliation r on r.park_eia_id = e.id
     where $1 = '' or strpos(lower(p.name), lower($1)) > 0
     order by r.reconciled_on is not null, waiting desc, p.name, p.id limit $2 offset $3`,
    [q, size, (page - 1) * size],
  );
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::integer as total from park where $1 = '' or strpos(lower(name), lower($1)) > 0`,
    [q],
  );
  return { rows, total: count?.total ?? 0 };
}

/** What stands of a park's EIA: the one in force, and one whose decision waits for the head. */
export async function findStanding(
  tx: Tx,
  parkId: string,
): Promise<
  {
    readonly id: string;
    readonly title: string;
    readonly approvalNo: string | null;
    readonly state: string;
    readonly version: number;
    readonly historical: boolean;
    readonly totals: readonly { readonly item: AllowanceItem; readonly total: string }[];
    readonly reconciledOn: string | null;
  }[]
> {
  return tx.query(
    `select e.id, e.title, e.approval_no as "approvalNo", e.state, e.version, e.historical,
       r.reconciled_on as "reconciledOn",
       coalesce((select json_agg(json_build_object('item', a.item, 'total', a.total::text))
         from park_allowance a where a.park_eia_id = e.id), '[]') as totals
     from park_eia e left join park_reconciliation r on r.park_eia_id = e.id
     where e.park_id = $1 and e.state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'PROPOSED', 'IN_FORCE')
     order by e.state <> 'IN_FORCE', e.state <> 'PROPOSED', e.drafted_at desc, e.id`,
    [parkId],
  );
}

/** When a park was first reconciled, under whichever EIA; null where it never was. */
export async function firstReconciled(tx: Tx, parkId: string): Promise<string | null> {
  const [row] = await tx.query<{ on: string | null }>(
    'select min(reconciled_on) as on from park_reconciliation where park_id = $1',
    [parkId],
  );
  return row?.on ?? null;
}
