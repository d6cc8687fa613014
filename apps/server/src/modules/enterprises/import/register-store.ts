import type { EnterpriseForm, WastewaterRoute } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { searchKey } from '../../../platform/word-search.ts';
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
       (select json_object_agg(u.name, u.unit_id order by u.name) from park_units_public u where u.park_id = p.park_id)
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

interface Row {
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

/** @param lock for changes that follow in the same transaction */
export async function findRegistered(
  tx: Tx,
  codes: readonly string[],
  { lock = false } = {},
): Promise<Registered> {
  const rows = await tx.query<Row>(
    `select id, version, name, credit_code, industries, district_code, address, park_id, unit_id,
       moved_in, wastewater, hazardous_waste
     from enterprise where credit_code = any ($1::text[]) ${lock ? 'order by id for update' : ''}`,
    [codes],
  );
  const taken = await tx.query<{ code: string }>(
    'select code from credit_codes_taken($1::text[]) as code',
    [codes],
  );
  return {
    existing: new Map(rows.map((row) => [row.credit_code, toExisting(row)])),
    taken: new Set(taken.map(({ code }) => code)),
  };
}

function toExisting(row: Row): Existing {
  return {
    id: row.id,
    version: row.version,
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
    },
  };
}

export interface ChangedEnterprise {
  readonly id: string;
  readonly form: EnterpriseForm;
}

const GIVEN = `unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::date[])
  as given (id, park_id, unit_id, district_code, moved_in)`;

/** Changes enterprises, their organisations and their tenancies: four statements, however many. */
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
       hazardous_waste = given.hazardous_waste, version = e.version + 1
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::date[], $6::text[], $7::text[],
       $8::text[], $9::text[], $10::text[], $11::text[], $12::boolean[]) as given (id, park_id,
       unit_id, district_code, moved_in, name, search, grams, industries, address, wastewater,
       hazardous_waste)
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
    ],
  );
  await tx.query(
    `update organisation o set name = given.name, district_code = given.district_code
     from unnest($1::uuid[], $2::text[], $3::text[]) as given (id, name, district_code)
     where o.id = given.id and (o.name, o.district_code) <> (given.name, given.district_code)`,
    [ids, column(({ name }) => name), column(({ districtCode }) => districtCode)],
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
    `insert into tenancy (id, owner_org, park_id, unit_id, district_code, valid_from)
     select gen_random_uuid(), given.id, given.park_id, given.unit_id, given.district_code,
       given.moved_in
     from ${GIVEN}
     where given.park_id is not null and not exists (
       select from tenancy t where t.owner_org = given.id and t.valid_to is null)`,
    place,
  );
}
