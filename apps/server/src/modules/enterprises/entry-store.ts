import type { Tx } from '../../platform/db.ts';
import { searchKey } from '../../platform/word-search.ts';
import type { NewEnterprise } from './model.ts';
import { PROFILE_NAMES, profileArrays, profileColumnsOf } from './profile-columns.ts';

/** Enters enterprises with their open tenancies; their organisations are there already. */
export async function enterEnterprises(
  tx: Tx,
  enterprises: readonly NewEnterprise[],
): Promise<void> {
  const keys = enterprises.map(({ name, creditCode }) => searchKey(name, creditCode));
  await tx.query(
    `insert into enterprise (id, district_code, park_id, moved_in, name, credit_code, search, grams,
       industries, address, unit_id, wastewater, hazardous_waste, ${PROFILE_NAMES})
     select id, district_code, park_id, moved_in, name, credit_code, search,
       string_to_array(grams, ' '), string_to_array(industries, ' '), address, unit_id, wastewater,
       hazardous_waste, ${PROFILE_NAMES}
     from unnest($1::uuid[], $2::text[], $3::uuid[], $4::date[], $5::text[], $6::text[], $7::text[],
       $8::text[], $9::text[], $10::text[], $11::uuid[], $12::text[], $13::boolean[], ${profileArrays(14)}) as given
       (id, district_code, park_id, moved_in, name, credit_code, search, grams, industries, address,
        unit_id, wastewater, hazardous_waste, ${PROFILE_NAMES})`,
    [
      enterprises.map(({ id }) => id),
      enterprises.map(({ districtCode }) => districtCode),
      enterprises.map(({ parkId }) => parkId),
      enterprises.map(({ movedIn }) => movedIn),
      enterprises.map(({ name }) => name),
      enterprises.map(({ creditCode }) => creditCode),
      keys.map(({ search }) => search),
      keys.map(({ grams }) => grams.join(' ')),
      enterprises.map(({ industries }) => industries.join(' ')),
      enterprises.map(({ address }) => address),
      enterprises.map(({ unitId }) => unitId),
      enterprises.map(({ wastewater }) => wastewater),
      enterprises.map(({ hazardousWaste }) => hazardousWaste),
      ...profileColumnsOf(enterprises),
    ],
  );
  await tx.query(
    `insert into tenancy (id, owner_org, park_id, unit_id, district_code, valid_from)
     select gen_random_uuid(), id, park_id, unit_id, district_code, moved_in
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::date[])
       as given (id, park_id, unit_id, district_code, moved_in)
     where park_id is not null`,
    [
      enterprises.map(({ id }) => id),
      enterprises.map(({ parkId }) => parkId),
      enterprises.map(({ unitId }) => unitId),
      enterprises.map(({ districtCode }) => districtCode),
      enterprises.map(({ movedIn }) => movedIn),
    ],
  );
}
