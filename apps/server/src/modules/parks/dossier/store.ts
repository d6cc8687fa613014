import type { DesignationKind, PreLeaseCheck, PreLeaseOutcome } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';

export interface DesignationRow {
  readonly kind: DesignationKind;
  readonly stars: number | null;
  readonly evidence: string;
  readonly valid_from: string;
  readonly valid_to: string | null;
}

/** What the park was recognised as, the last first; begun on the day or before. */
export function listDesignations(tx: Tx, parkId: string, asOf: string): Promise<DesignationRow[]> {
  return tx.query<DesignationRow>(
    `select kind, stars, evidence, valid_from, valid_to from park_designation
     where park_id = $1 and valid_from <= $2::date order by valid_from desc, kind`,
    [parkId, asOf],
  );
}

export interface BuildingRow {
  readonly name: string;
  readonly landlord: string | null;
  readonly units: number;
  readonly area_m2: number;
  readonly let_units: number;
}

export function listBuildings(tx: Tx, parkId: string): Promise<BuildingRow[]> {
  return tx.query<BuildingRow>(
    `select b.name, o.name as landlord, count(u.id)::integer as units,
       coalesce(sum(u.area_m2), 0)::integer as area_m2, count(l.unit_id)::integer as let_units
     from park_building b left join organisation o on o.id = b.owner_org
       left join park_unit u on u.building_id = b.id
       left join park_units_let l on l.unit_id = u.id
     where b.park_id = $1 group by b.id, b.name, o.name order by b.name`,
    [parkId],
  );
}

export interface CheckRow {
  readonly id: string;
  readonly number: string;
  readonly tenant_name: string;
  readonly park: string;
  readonly unit: string;
  readonly outcome: PreLeaseOutcome;
  readonly level: PreLeaseCheck['answer']['level'];
  readonly made_on: string;
}

const CHECK = `c.id, c.number, c.tenant_name, p.name as park, u.name as unit, c.outcome,
  c.answer ->> 'level' as level, c.made_on`;
const CHECKS = `pre_lease_check c join parks_public p on p.park_id = c.park_id
  join park_units_public u on u.unit_id = c.unit_id`;

/** Checks made before a lease that ask about the enterprise with this credit code. */
export function listChecksOfTenant(tx: Tx, creditCode: string, asOf: string): Promise<CheckRow[]> {
  return tx.query<CheckRow>(
    `select ${CHECK} from ${CHECKS} where c.credit_code = $1 and c.made_on <= $2::date
     order by c.made_at desc limit 50`,
    [creditCode, asOf],
  );
}

export function listChecksInPark(tx: Tx, parkId: string, asOf: string): Promise<CheckRow[]> {
  return tx.query<CheckRow>(
    `select ${CHECK} from ${CHECKS} where c.park_id = $1 and c.made_on <= $2::date
     order by c.made_at desc limit 50`,
    [parkId, asOf],
  );
}

/** @param where of which tenant or park the checks are */
export async function findCheckIds(
  tx: Tx,
  where: { readonly creditCode: string } | { readonly parkId: string },
): Promise<string[]> {
  const [column, value] =
    'parkId' in where ? ['park_id', where.parkId] : ['credit_code', where.creditCode];
  const rows = await tx.query<{ id: string }>(
    `select id from pre_lease_check where ${column} = $1 order by made_at desc limit 500`,
    [value],
  );
  return rows.map(({ id }) => id);
}

/** Whose the park is; empty where it is not in scope. */
export function findOwned(
  tx: Tx,
  parkId: string,
): Promise<{ name: string; operator: string | null; district_code: string }[]> {
  return tx.query('select name, owner_org as operator, district_code from park where id = $1', [
    parkId,
  ]);
}
