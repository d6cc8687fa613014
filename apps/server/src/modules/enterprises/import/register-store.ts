import type { EnterpriseForm, WastewaterRoute } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { narrowScope, widenScope, type Scope } from '../../../platform/scope.ts';
import { searchKey } from '../../../platform/word-search.ts';
import { changeOrganisations } from '../../organisations/index.ts';
import {
  PROFILE_NAMES,
  profileArrays,
  profileColumnsOf,
  profileFrom,
  profileOf,
  type ProfileRow,
} from '../profile-columns.ts';
import type { Stay } from '../tenancy-decide.ts';
import { findStays } from '../tenancy-store.ts';
import type { Asker, Existing, ParkChoice, Registered } from './model.ts';
import { comparable } from './read-row.ts';

/** The parks that the asker may choose, with their units; one statement. */
export async function findParkChoices(
  tx: Tx,
  { districts, parks }: Pick<Asker, 'districts' | 'parks'>,
): Promise<ParkChoice[]> {
  const rows = await tx.query<{
    id: string;
    name: string;
    district_code: string;
    units: Record<string, string> | null;
  }>(
    `select p.park_id as id, p.name, p.district_code,
       (select json_object_agg(u.name, u.unit_id order by u.name) from park_units_public u
         where u.park_id = p.park_id and u.ended_on is null)
         as units
     from parks_public p
     where p.district_code = any ($1::text[]) or p.park_id = any ($2::uuid[])
     order by p.district_code, p.name`,
    [districts, parks],
  );
  return rows.map(({ id, name, district_code: districtCode, units }) => {
    const named = Object.entries(units ?? {});
    return {
      id,
      name,
      districtCode,
      unitNames: named.map(([unit]) => unit),
      units: new Map(named.map(([unit, unitId]) => [comparable(unit), unitId])),
      unitIds: new Set(named.map(([, unitId]) => unitId)),
    };
  });
}

interface Row extends ProfileRow {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly credit_code: string;
  readonly industries: string[];
  readonly district_code: string;
  readonly address: string;
  readonly park_id: string | null;
  readonly unit_id: string | null;
  readonly moved_in: string | null;
  readonly wastewater: WastewaterRoute | null;
  readonly hazardous_waste: boolean | null;
}

/**
 * What is registered under the codes, with all stays of those in reach: also the stays in parks
 * that are not, which the day of moving in is judged by.
 * @param lock for changes that follow in the same transaction
 */
export async function findRegistered(
  tx: Tx,
  codes: readonly string[],
  scope: Scope,
  { lock = false } = {},
): Promise<Registered> {
  const rows = await tx.query<Row>(
    `select id, version, name, credit_code, industries, district_code, address, park_id, unit_id,
       moved_in, wastewater, hazardous_waste, ${PROFILE_NAMES}
     from enterprise where credit_code = any ($1::text[]) and merged_into is null ${lock ? 'order by id for update' : ''}`,
    [codes],
  );
  const taken = await tx.query<{ code: string }>(
    'select code from credit_codes_taken($1::text[]) as code',
    [codes],
  );
  const stays = await staysOf(tx, rows, scope);
  return {
    existing: new Map(
      rows.map((row) => [row.credit_code, toExisting(row, stays.get(row.id) ?? [])]),
    ),
    taken: new Set(taken.map(({ code }) => code)),
  };
}

async function staysOf(
  tx: Tx,
  rows: readonly Row[],
  scope: Scope,
): Promise<ReadonlyMap<string, Stay[]>> {
  if (rows.length === 0) return new Map();
  const ids = rows.map(({ id }) => id);
  await widenScope(tx, scope, ...ids);
  const stays = await findStays(tx, ids);
  await narrowScope(tx, scope);
  return stays;
}

function toExisting(row: Row, stays: readonly Stay[]): Existing {
  return {
    id: row.id,
    version: row.version,
    stays,
    form: {
      name: row.name,
      creditCode: row.credit_code,
      industries: row.industries,
      districtCode: row.district_code,
      address: row.address,
      parkId: row.park_id,
      unitId: row.unit_id,
      movedIn: row.moved_in,
      wastewater: row.wastewater,
      hazardousWaste: row.hazardous_waste,
      ...profileOf(row),
    },
  };
}

export interface ChangedEnterprise {
  readonly id: string;
  readonly form: EnterpriseForm;
}

const GIVEN = `unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::date[])
  as given (id, park_id, unit_id, district_code, moved_in)`;

/** Changes enterprises, their organisations and their tenancies: a constant number of statements. */
export async function changeEnterprises(
  tx: Tx,
  changed: readonly ChangedEnterprise[],
  today: string,
): Promise<void> {
  const column = <T>(pick: (form: EnterpriseForm) => T) => changed.map(({ form }) => pick(form));
  const ids = changed.map(({ id }) => id);
  const keys = column(({ name, creditCode }) => searchKey(name, creditCode));
  const place = [
    ids,
    column(({ parkId }) => parkId),
    column(({ unitId }) => unitId),
    column(({ districtCode }) => districtCode),
    column(({ movedIn }) => movedIn),
  ];
  await tx.query(
    `update enterprise e set name = given.name, search = given.search,
       grams = string_to_array(given.grams, ' '),
       industries = string_to_array(given.industries, ' '), address = given.address,
       district_code = given.district_code, park_id = given.park_id, unit_id = given.unit_id,
       moved_in = given.moved_in, wastewater = given.wastewater,
       hazardous_waste = given.hazardous_waste, ${profileFrom('given')}, version = e.version + 1
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::date[], $6::text[], $7::text[],
       $8::text[], $9::text[], $10::text[], $11::text[], $12::boolean[], ${profileArrays(13)})
       as given (id, park_id, unit_id, district_code, moved_in, name, search, grams, industries,
       address, wastewater, hazardous_waste, ${PROFILE_NAMES})
     where e.id = given.id`,
    [
      ...place,
      column(({ name }) => name),
      keys.map(({ search }) => search),
      keys.map(({ grams }) => grams.join(' ')),
      column(({ industries }) => industries.join(' ')),
      column(({ address }) => address),
      column(({ wastewater }) => wastewater),
      column(({ hazardousWaste }) => hazardousWaste),
      ...profileColumnsOf(changed.map(({ form }) => form)),
    ],
  );
  await changeOrganisations(
    tx,
    changed.map(({ id, form }) => ({ id, ...form })),
  );
  await tx.query(
    `update tenancy t set park_id = given.park_id, unit_id = given.unit_id,
       district_code = given.district_code
     from ${GIVEN}
     where t.owner_org = given.id and t.valid_to is null and given.park_id is not null
       and t.valid_from = coalesce(given.moved_in, $6::date)`,
    [...place, today],
  );
  await tx.query(
    `update tenancy t
     set valid_to = greatest(coalesce(given.moved_in, $6::date) - 1, t.valid_from)
     from ${GIVEN}
     where t.owner_org = given.id and t.valid_to is null
       and (t.park_id, t.unit_id) is distinct from (given.park_id, given.unit_id)`,
    [...place, today],
  );
  await tx.query(
    `update tenancy t set valid_from = given.moved_in
     from ${GIVEN}
     where t.owner_org = given.id and t.valid_to is null and given.park_id is not null
       and t.valid_from is distinct from given.moved_in`,
    place,
  );
  await tx.query(
    `insert into tenancy (id, owner_org, park_id, unit_id, district_code, valid_from)
     select gen_random_uuid(), given.id, given.park_id, given.unit_id, given.district_code,
       given.moved_in
     from ${GIVEN}
     where given.park_id is not null and not exists (
       select from tenancy t where t.owner_org = given.id and t.valid_to is null)`,
    place,
  );
}
