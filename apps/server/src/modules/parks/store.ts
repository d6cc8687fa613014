import type { ParkDetail, ParkList, ParkQuery, ParkRow } from '@ludao/contracts';
import type { Tx } from '../../platform/db.ts';
import { searchWords } from '../../platform/word-search.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly district_code: string;
  readonly kind: ParkRow['kind'];
  readonly operator: string | null;
  readonly stars: number | null;
  readonly enterprises: number;
}

/** More parks than a province has: a list is never cut in silence. */
const MOST_HITS = 20_000;

const COLUMNS = `
  p.id, p.name, p.district_code, p.kind, o.name as operator,
  (select max(d.stars) from park_designation d
   where d.park_id = p.id and d.valid_from <= $1::date and (d.valid_to is null or d.valid_to >= $1::date)
  ) as stars,
  (select count(*)::integer from enterprise e where e.park_id = p.id) as enterprises`;

const ORDER: Readonly<Record<ParkQuery['sort'], string>> = {
  name: 'name, id',
  '-name': 'name desc, id',
  enterprises: 'enterprises, name, id',
  '-enterprises': 'enterprises desc, name, id',
  stars: 'stars nulls first, name, id',
  '-stars': 'stars desc nulls last, name, id',
};

/** Parks in the scope of the transaction. Two statements, whatever the rows. */
export async function listParks(tx: Tx, query: ParkQuery, today: string): Promise<ParkList> {
  const { search, grams } = searchWords(query.q);
  const where = `($2::text is null or p.district_code = $2) and ($3::text is null or p.kind = $3)
    and ($4 = '' or p.id in (select find_parks($4, $5::text[], ${MOST_HITS})))`;
  const filters = [today, query.district ?? null, query.kind ?? null, search, grams];
  const rows = await tx.query<Row>(
    `select * from (
       select ${COLUMNS} from park p left join organisation o on o.id = p.owner_org where ${where}
     ) found order by ${ORDER[query.sort]} limit $6 offset $7`,
    [...filters, query.size, (query.page - 1) * query.size],
  );
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::integer as total from park p where $1::date is not null and ${where}`,
    filters,
  );
  return { rows: rows.map(toRow), total: count?.total ?? 0 };
}

function toRow({ district_code, ...row }: Row): ParkRow {
  return { ...row, districtCode: district_code };
}

/** A park with designations, buildings and units; undefined where it is not in scope. */
export async function findPark(tx: Tx, id: string, today: string): Promise<ParkDetail | undefined> {
  const [row] = await tx.query<
    Row &
      Pick<ParkDetail, 'address' | 'longitude' | 'latitude' | 'designations' | 'buildings'> & {
        readonly legal_entity: string | null;
      }
  >(
    `select ${COLUMNS}, p.address, p.longitude::text, p.latitude::text, l.name as legal_entity,
       coalesce((select json_agg(json_build_object('id', d.id, 'kind', d.kind, 'stars', d.stars,
           'evidence', d.evidence, 'validFrom', d.valid_from, 'validTo', d.valid_to)
           order by d.valid_from desc)
         from park_designation d where d.park_id = p.id), '[]') as designations,
       coalesce((select json_agg(json_build_object('id', b.id, 'name', b.name, 'landlord', b.landlord,
           'units', b.units) order by b.name)
         from (select b.id, b.name, w.name as landlord, coalesce((
             select json_agg(json_build_object('id', u.id, 'name', u.name, 'areaM2', u.area_m2)
               order by u.name) from park_unit u where u.building_id = b.id), '[]') as units
           from park_building b left join organisation w on w.id = b.owner_org
           where b.park_id = p.id) b), '[]') as buildings
     from park p left join organisation o on o.id = p.owner_org
       left join organisation l on l.id = p.legal_entity
     where p.id = $2`,
    [today, id],
  );
  if (!row) return undefined;
  const { legal_entity, ...rest } = row;
  return { ...toRow(rest), ...detailOf(row), legalEntity: legal_entity };
}

function detailOf({
  address,
  longitude,
  latitude,
  designations,
  buildings,
}: Pick<ParkDetail, 'address' | 'longitude' | 'latitude' | 'designations' | 'buildings'>) {
  return { address, longitude, latitude, designations, buildings };
}

/** Parks, and star parks, per county of the scope. */
export async function countByCounty(
  tx: Tx,
  today: string,
): Promise<{ district_code: string; parks: number; star_parks: number }[]> {
  return tx.query(
    `select p.district_code, count(*)::integer as parks,
       (count(*) filter (where exists (select from park_designation d
         where d.park_id = p.id and d.kind = 'STARS' and d.valid_from <= $1::date
           and (d.valid_to is null or d.valid_to >= $1::date))))::integer as star_parks
     from park p group by p.district_code order by p.district_code`,
    [today],
  );
}
