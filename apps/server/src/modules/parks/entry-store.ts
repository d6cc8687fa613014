import type { Tx } from '../../platform/db.ts';
import { searchKey } from '../../platform/word-search.ts';
import type { NewPark } from './model.ts';

/** Enters parks with all that belongs to them; a constant number of statements. */
export async function enterParks(tx: Tx, parks: readonly NewPark[]): Promise<void> {
  const keys = parks.map(({ name, address }) => searchKey(name, address));
  await tx.query(
    `insert into park (id, owner_org, legal_entity, district_code, name, search, grams, kind,
       address, longitude, latitude, wastewater, plant_litres_per_day, rain_sewage_apart,
       shared_facilities)
     select id, owner_org, legal_entity, district_code, name, search, string_to_array(grams, ' '),
       kind, address, longitude, latitude, wastewater, plant_litres_per_day, rain_sewage_apart,
       shared_facilities
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[],
       $8::text[], $9::text[], $10::numeric[], $11::numeric[], $12::text[], $13::bigint[],
       $14::boolean[], $15::text[]) as given (id, owner_org, legal_entity, district_code, name,
       search, grams, kind, address, longitude, latitude, wastewater, plant_litres_per_day,
       rain_sewage_apart, shared_facilities)`,
    [
      parks.map(({ id }) => id),
      parks.map(({ operator }) => operator),
      parks.map(({ legalEntity }) => legalEntity),
      parks.map(({ districtCode }) => districtCode),
      parks.map(({ name }) => name),
      keys.map(({ search }) => search),
      keys.map(({ grams }) => grams.join(' ')),
      parks.map(({ kind }) => kind),
      parks.map(({ address }) => address),
      parks.map(({ longitude }) => longitude),
      parks.map(({ latitude }) => latitude),
      parks.map(({ wastewater = null }) => wastewater),
      parks.map(({ plantLitresPerDay = null }) => plantLitresPerDay),
      parks.map(({ rainSewageApart = null }) => rainSewageApart),
      parks.map(({ sharedFacilities = '' }) => sharedFacilities),
    ],
  );
  await enterDesignations(tx, parks);
  await enterBuildings(tx, parks);
}

async function enterDesignations(tx: Tx, parks: readonly NewPark[]): Promise<void> {
  const rows = parks.flatMap(({ id, districtCode, designations }) =>
    designations.map((designation) => ({ parkId: id, districtCode, ...designation })),
  );
  await tx.query(
    `insert into park_designation
       (id, park_id, district_code, kind, stars, evidence, valid_from, valid_to, document_no,
        issued_on)
     select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::integer[], $6::text[],
       $7::date[], $8::date[], $9::text[], $10::date[])`,
    [
      rows.map(({ id }) => id),
      rows.map(({ parkId }) => parkId),
      rows.map(({ districtCode }) => districtCode),
      rows.map(({ kind }) => kind),
      rows.map(({ stars }) => stars),
      rows.map(({ evidence }) => evidence),
      rows.map(({ validFrom }) => validFrom),
      rows.map(({ validTo }) => validTo),
      rows.map(({ documentNo = '' }) => documentNo),
      rows.map(({ issuedOn = null }) => issuedOn),
    ],
  );
}

async function enterBuildings(tx: Tx, parks: readonly NewPark[]): Promise<void> {
  const buildings = parks.flatMap(({ id, districtCode, buildings: own }) =>
    own.map((building) => ({ parkId: id, districtCode, ...building })),
  );
  await tx.query(
    `insert into park_building (id, park_id, owner_org, district_code, name, storeys, area_m2)
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::integer[],
       $7::integer[])`,
    [
      buildings.map(({ id }) => id),
      buildings.map(({ parkId }) => parkId),
      buildings.map(({ landlord }) => landlord),
      buildings.map(({ districtCode }) => districtCode),
      buildings.map(({ name }) => name),
      buildings.map(({ storeys = null }) => storeys),
      buildings.map(({ areaM2 = null }) => areaM2),
    ],
  );
  const units = buildings.flatMap(({ id, parkId, landlord, districtCode, units: own }) =>
    own.map((unit) => ({ buildingId: id, parkId, landlord, districtCode, ...unit })),
  );
  await tx.query(
    `insert into park_unit
       (id, park_id, building_id, owner_org, district_code, name, area_m2, storey)
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[],
       $7::integer[], $8::integer[])`,
    [
      units.map(({ id }) => id),
      units.map(({ parkId }) => parkId),
      units.map(({ buildingId }) => buildingId),
      units.map(({ landlord }) => landlord),
      units.map(({ districtCode }) => districtCode),
      units.map(({ name }) => name),
      units.map(({ areaM2 }) => areaM2),
      units.map(({ storey = null }) => storey),
    ],
  );
}
