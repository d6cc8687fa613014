import type { ParkList, ParkQuery } from '@ludao/contracts';
import type { Tx } from '../../platform/db.ts';
import { searchWords } from '../../platform/word-search.ts';
import { COLUMNS, toRow, type Row } from './park-columns.ts';

/** More parks than a province has: a list is never cut in silence. */
const MOST_HITS = 20_000;

const ORDER: Readonly<Record<ParkQuery['sort'], string>> = {
  name: 'name, id',
  '-name': 'name desc, id',
  enterprises: 'enterprises, name, id',
  '-enterprises': 'enterprises desc, name, id',
  stars: 'stars nulls first, name, id',
  '-stars': 'stars desc nulls last, name, id',
};

/** $6: any, none, a number of stars, or a designation that ends within 90 days. */
const STARS_ASKED = `case $6::text
  when 'ending' then exists (select from park_designation d where d.park_id = p.id
    and d.valid_from <= $1::date and d.valid_to between $1::date and $1::date + 90)
  when 'none' then not exists ${starsNow('')}
  when 'any' then exists ${starsNow('')}
  else exists ${starsNow('and d.stars::text = $6')} end`;

function starsNow(also: string): string {
  return `(select from park_designation d where d.park_id = p.id and d.kind = 'STARS'
    and d.valid_from <= $1::date and (d.valid_to is null or d.valid_to >= $1::date) ${also})`;
}

/** Parks in the scope of the transaction. Two statements, whatever the rows. */
export async function listParks(tx: Tx, query: ParkQuery, today: string): Promise<ParkList> {
  const { search, grams } = searchWords(query.q);
  const where = `($2::text is null or p.district_code = $2) and ($3::text is null or p.kind = $3)
    and ($4 = '' or p.id in (select find_parks($4, $5::text[], ${MOST_HITS})))
    and ($6::text is null or ${STARS_ASKED})`;
  const { district = null, kind = null, stars = null } = query;
  const filters = [today, district, kind, search, grams, stars];
  const rows = await tx.query<Row>(
    `select * from (
       select ${COLUMNS} from park p left join organisation o on o.id = p.owner_org where ${where}
     ) found order by ${ORDER[query.sort]} limit $7 offset $8`,
    [...filters, query.size, (query.page - 1) * query.size],
  );
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::integer as total from park p where $1::date is not null and ${where}`,
    filters,
  );
  return { rows: rows.map(toRow), total: count?.total ?? 0 };
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
