import type {
  CheckLevel,
  CheckPermit,
  PreLeaseCheck,
  PreLeaseList,
  PreLeaseQuery,
  UnitList,
} from '@ludao/contracts';
import type { Answer } from '@ludao/rules';
import type { Tx } from '../../platform/db.ts';

/** A unit that the asker lets or operates, and whether somebody is in it. */
export interface UnitToLet {
  readonly unit: string;
  readonly park_id: string;
  readonly district_code: string;
  readonly is_let: boolean;
}

export async function findUnit(tx: Tx, unitId: string): Promise<UnitToLet | undefined> {
  const [row] = await tx.query<UnitToLet>(
    `select b.name || ' ' || u.name as unit, u.park_id, u.district_code, l.unit_id is not null as is_let
     from park_unit u join park_building b on b.id = u.building_id
       left join park_units_let l on l.unit_id = u.id
     where u.id = $1 and coalesce(u.ended_on, b.ended_on) is null`,
    [unitId],
  );
  return row;
}

/** Units that the asker lets or operates, the empty ones first. */
export async function listUnits(tx: Tx): Promise<UnitList> {
  const units = await tx.query<UnitList['units'][number]>(
    `select u.id, p.name as park, u.district_code as "districtCode", b.name || ' ' || u.name as name, u.area_m2 as "areaM2",
       l.unit_id is not null as "isLet"
     from park_unit u join park_building b on b.id = u.building_id
       join parks_public p on p.park_id = u.park_id left join park_units_let l on l.unit_id = u.id
     where coalesce(u.ended_on, b.ended_on) is null
     order by l.unit_id is not null, p.name, b.name, u.name limit 2000`,
  );
  return { units };
}

export async function isTenantKnown(tx: Tx, creditCode: string): Promise<boolean> {
  const [row] = await tx.query<{ taken: boolean }>('select credit_code_taken($1) as taken', [
    creditCode,
  ]);
  return row?.taken ?? false;
}

/** 租前 330603-20261125-001 */
export async function takeNumber(tx: Tx, districtCode: string, day: string): Promise<string> {
  const [row] = await tx.query<{ last: number }>(
    'select take_pre_lease_number($1, $2::date) as last',
    [districtCode, day],
  );
  const last = String(row?.last ?? 0).padStart(3, '0');
  return `${districtCode}-${day.replaceAll('-', '')}-${last}`;
}

export interface NewCheck {
  readonly id: string;
  readonly ownerOrg: string;
  readonly districtCode: string;
  readonly parkId: string;
  readonly unitId: string;
  readonly number: string;
  readonly tenantName: string;
  readonly creditCode: string | null;
  readonly project: PreLeaseCheck['project'];
  readonly answer: Answer;
  readonly outcome: PreLeaseCheck['outcome'];
  readonly findings: readonly PreLeaseCheck['findings'][number][];
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly madeOn: string;
}

export async function insertCheck(tx: Tx, check: NewCheck): Promise<void> {
  await tx.query(
    `insert into pre_lease_check (id, owner_org, district_code, park_id, unit_id, number, tenant_name,
       credit_code, project, answer, outcome, findings, made_by, made_at, made_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      check.id,
      check.ownerOrg,
      check.districtCode,
      check.parkId,
      check.unitId,
      check.number,
      check.tenantName,
      check.creditCode,
      JSON.stringify(check.project),
      JSON.stringify(check.answer),
      check.outcome,
      JSON.stringify(check.findings),
      check.madeBy,
      check.madeAt,
      check.madeOn,
    ],
  );
}

const ROW = `c.id, c.number, c.tenant_name as "tenantName", p.name as park, u.name as unit, c.outcome,
  c.made_on as "madeOn"`;

/** What the law said, in the words of the cockpit; an exemption is nothing to be done too. */
const LEVEL = `case c.answer ->> 'level' when 'NOT_LISTED' then 'NONE' when 'EXEMPT' then 'NONE'
  else coalesce(c.answer ->> 'level', 'OPEN') end`;
const PERMIT = `case c.answer -> 'permit' ->> 'level' when 'NOT_LISTED' then 'NONE'
  else coalesce(c.answer -> 'permit' ->> 'level', 'OPEN') end`;

const ORDER: Readonly<Record<PreLeaseQuery['sort'], string>> = {
  '-madeOn': 'c.made_at desc, c.number desc',
  madeOn: 'c.made_at, c.number',
  tenantName: 'c.tenant_name, c.number',
  '-tenantName': 'c.tenant_name desc, c.number',
};

/** Opinions in the scope of the transaction. Two statements, whatever the rows. */
export async function listChecks(tx: Tx, query: PreLeaseQuery): Promise<PreLeaseList> {
  const {
    district = null,
    outcome = null,
    level = null,
    permit = null,
    from: since = null,
  } = query;
  const filters = [district, outcome, query.q.toLowerCase(), level, permit, since];
  const from = `pre_lease_check c join parks_public p on p.park_id = c.park_id
       join park_units_public u on u.unit_id = c.unit_id
     where ($1::text is null or c.district_code = $1) and ($2::text is null or c.outcome = $2)
       and ($3 = '' or position($3 in lower(
         c.tenant_name || ' ' || coalesce(c.credit_code, '') || ' ' || p.name || ' ' || c.number)) > 0)
       and ($4::text is null or ${LEVEL} = $4) and ($5::text is null or ${PERMIT} = $5)
       and ($6::date is null or c.made_on >= $6)`;
  const rows = await tx.query<PreLeaseList['rows'][number]>(
    `select ${ROW} from ${from} order by ${ORDER[query.sort]} limit $7 offset $8`,
    [...filters, query.size, (query.page - 1) * query.size],
  );
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::integer as total from ${from}`,
    filters,
  );
  return { rows, total: count?.total ?? 0 };
}

/** Checks in scope, per county, by what the law said. */
export function countChecksByCounty(tx: Tx): Promise<
  {
    readonly district_code: string;
    readonly level: CheckLevel;
    readonly permit: CheckPermit;
    readonly checks: number;
  }[]
> {
  return tx.query(
    `select c.district_code, ${LEVEL} as level, ${PERMIT} as permit, count(*)::integer as checks
     from pre_lease_check c group by 1, 2, 3`,
  );
}

export async function findCheck(tx: Tx, id: string): Promise<PreLeaseCheck | undefined> {
  const [check] = await tx.query<PreLeaseCheck>(
    `select ${ROW}, c.credit_code as "creditCode", coalesce(o.name, '') as organisation,
       coalesce(m.name, '') as "madeBy", c.findings, c.project, c.answer
     from pre_lease_check c join parks_public p on p.park_id = c.park_id
       join park_units_public u on u.unit_id = c.unit_id
       left join organisation o on o.id = c.owner_org left join person m on m.id = c.made_by
     where c.id = $1`,
    [id],
  );
  return check;
}
