import { randomUUID } from 'node:crypto';
import type { BuildingForm, DesignationForm } from '@ludao/contracts';
import type { Tx } from '../../platform/db.ts';
import { searchKey } from '../../platform/word-search.ts';
import type { StoredPark } from './detail-store.ts';
import type { ParkFacts } from './edit-decide.ts';

/** A new park, without what belongs to it. */
export async function insertPark(
  tx: Tx,
  id: string,
  districtCode: string,
  facts: ParkFacts,
): Promise<void> {
  await tx.query(
    `insert into park (id, district_code, name, search, grams, kind) values ($1, $2, $3, '', '{}', $4)`,
    [id, districtCode, facts.name, facts.kind],
  );
  await updatePark(tx, id, facts);
  await tx.query('update park set version = 1 where id = $1', [id]);
}

export async function updatePark(tx: Tx, id: string, facts: ParkFacts): Promise<void> {
  const { search, grams } = searchKey(facts.name, facts.address);
  await tx.query(
    `update park set name = $2, search = $3, grams = $4, kind = $5, address = $6, longitude = $7,
       latitude = $8, owner_org = $9, legal_entity = $10, wastewater = $11,
       plant_litres_per_day = $12, rain_sewage_apart = $13, shared_facilities = $14,
       version = version + 1
     where id = $1`,
    [
      id,
      facts.name,
      search,
      grams,
      facts.kind,
      facts.address,
      facts.longitude,
      facts.latitude,
      facts.operator,
      facts.legalEntity,
      facts.wastewater,
      facts.plantLitresPerDay,
      facts.rainSewageApart,
      facts.sharedFacilities,
    ],
  );
}

/** Everything of a park has one version: whoever writes any of it takes the next. */
export async function takeVersion(tx: Tx, id: string): Promise<void> {
  await tx.query('update park set version = version + 1 where id = $1', [id]);
}

/** Whether another park of the county bears the name. */
export async function isNameTaken(
  tx: Tx,
  districtCode: string,
  name: string,
  id: string | null,
): Promise<boolean> {
  const [row] = await tx.query<{ taken: boolean }>(
    `select exists (select from parks_public
       where district_code = $1 and name = $2 and park_id is distinct from $3::uuid) as taken`,
    [districtCode, name, id],
  );
  return row?.taken ?? false;
}

/** Units of the park that somebody is in. */
export async function findLetUnits(tx: Tx, parkId: string): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(
    `select l.unit_id as id from park_units_let l join park_unit u on u.id = l.unit_id
     where u.park_id = $1`,
    [parkId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Writes a building and those of its units that the form names; what ends takes its units along. */
export async function writeBuilding(
  tx: Tx,
  park: StoredPark,
  form: BuildingForm,
  landlord: string | null,
): Promise<string> {
  const id = form.id ?? randomUUID();
  await tx.query(
    `insert into park_building
       (id, park_id, owner_org, district_code, name, storeys, area_m2, ended_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (id) do update set owner_org = excluded.owner_org, name = excluded.name,
       storeys = excluded.storeys, area_m2 = excluded.area_m2, ended_on = excluded.ended_on`,
    [id, park.id, landlord, park.districtCode, form.name, form.storeys, form.areaM2, form.endedOn],
  );
  const { units } = form;
  // Names may change places: first those that end or change give theirs free.
  await tx.query(`update park_unit set name = name || ' ' || id where id = any ($1::uuid[])`, [
    units.flatMap((unit) => unit.id ?? []),
  ]);
  await tx.query(
    `insert into park_unit (id, park_id, building_id, owner_org, district_code, name, storey,
       area_m2, ended_on)
     select id, $1, $2, $3, $4, name, storey, area_m2, ended_on
     from unnest($5::uuid[], $6::text[], $7::integer[], $8::integer[], $9::date[])
       as given (id, name, storey, area_m2, ended_on)
     on conflict (id) do update set name = excluded.name, storey = excluded.storey,
       area_m2 = excluded.area_m2, ended_on = excluded.ended_on`,
    [
      park.id,
      id,
      landlord,
      park.districtCode,
      units.map((unit) => unit.id ?? randomUUID()),
      units.map(({ name }) => name),
      units.map(({ storey }) => storey),
      units.map(({ areaM2 }) => areaM2),
      units.map(({ endedOn }) => endedOn),
    ],
  );
  await tx.query(
    `update park_unit set owner_org = $2, ended_on = coalesce(ended_on, $3::date)
     where building_id = $1 and (owner_org is distinct from $2::uuid or $3::date is not null)`,
    [id, landlord, form.endedOn],
  );
  return id;
}

export async function insertDesignation(
  tx: Tx,
  park: StoredPark,
  form: Omit<DesignationForm, 'version'>,
): Promise<string> {
  const id = randomUUID();
  await tx.query(
    `insert into park_designation (id, park_id, district_code, kind, stars, evidence, document_no,
       issued_on, valid_from, valid_to)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      park.id,
      park.districtCode,
      form.kind,
      form.stars,
      form.evidence,
      form.documentNo,
      form.issuedOn,
      form.validFrom,
      form.validTo,
    ],
  );
  return id;
}

export async function endDesignation(
  tx: Tx,
  id: string,
  lastDay: string,
  reason: string,
): Promise<void> {
  await tx.query('update park_designation set valid_to = $2, end_reason = $3 where id = $1', [
    id,
    lastDay,
    reason,
  ]);
}
