import type {
  EnterpriseDetail,
  EnterpriseForm,
  EnterpriseList,
  EnterpriseQuery,
  EnterpriseRow,
} from '@ludao/contracts';
import type { Tx } from '../../platform/db.ts';
import { searchKey, searchWords } from '../../platform/word-search.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly credit_code: string;
  readonly district_code: string;
  readonly industries: string[];
  readonly park_id: string | null;
  readonly park_name: string | null;
  readonly moved_in: string | null;
}

/** Above what an export writes, so that a list is refused and never cut in silence. */
const MOST_HITS = 200_000;

const ORDER: Readonly<Record<EnterpriseQuery['sort'], string>> = {
  name: 'e.name, e.id',
  '-name': 'e.name desc, e.id desc',
  code: 'e.credit_code',
  '-code': 'e.credit_code desc',
  moved_in: 'e.moved_in nulls first, e.id',
  '-moved_in': 'e.moved_in desc nulls last, e.id',
};

const COLUMNS = `e.id, e.name, e.credit_code, e.district_code, e.industries, e.park_id,
  p.name as park_name, e.moved_in`;

const WHERE = `($1::text is null or e.district_code = $1) and ($2::uuid is null or e.park_id = $2)
  and ($3::text is null or exists (select from unnest(e.industries) code where code like $3 || '%'))
  and ($4 = '' or e.id in (select find_enterprises($4, $5::text[], ${MOST_HITS})))`;

/** Enterprises in the scope of the transaction. Two statements, whatever the rows. */
export async function listEnterprises(tx: Tx, query: EnterpriseQuery): Promise<EnterpriseList> {
  const { search, grams } = searchWords(query.q);
  const { district = null, park = null, industry = null } = query;
  const filters = [district, park, industry, search, grams];
  const rows = await tx.query<Row>(
    `select ${COLUMNS} from enterprise e left join parks_public p on p.park_id = e.park_id
     where ${WHERE} order by ${ORDER[query.sort]} limit $6 offset $7`,
    [...filters, query.size, (query.page - 1) * query.size],
  );
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::integer as total from enterprise e where ${WHERE}`,
    filters,
  );
  return { rows: rows.map(toRow), total: count?.total ?? 0 };
}

function toRow(row: Row): EnterpriseRow {
  const { park_id, park_name } = row;
  return {
    id: row.id,
    name: row.name,
    creditCode: row.credit_code,
    districtCode: row.district_code,
    industries: row.industries,
    park: park_id && park_name ? { id: park_id, name: park_name } : null,
    movedIn: row.moved_in,
  };
}

/** All that is registered of an enterprise, besides what the reader may do with it. */
export type StoredEnterprise = Omit<EnterpriseDetail, 'may'>;

/** @param lock for a change that follows in the same transaction */
export async function findEnterprise(
  tx: Tx,
  id: string,
  { lock = false } = {},
): Promise<StoredEnterprise | undefined> {
  const [row] = await tx.query<
    Row & {
      readonly address: string;
      readonly unit_id: string | null;
      readonly unit_name: string | null;
      readonly wastewater: EnterpriseForm['wastewater'];
      readonly hazardous_waste: boolean | null;
      readonly version: number;
    }
  >(
    `select ${COLUMNS}, e.address, e.unit_id, u.name as unit_name, e.wastewater, e.hazardous_waste,
       e.version
     from enterprise e left join parks_public p on p.park_id = e.park_id
       left join park_units_public u on u.unit_id = e.unit_id
     where e.id = $1 ${lock ? 'for update of e' : ''}`,
    [id],
  );
  return (
    row && {
      ...toRow(row),
      address: row.address,
      unit: row.unit_name,
      unitId: row.unit_id,
      wastewater: row.wastewater,
      hazardousWaste: row.hazardous_waste,
      version: row.version,
    }
  );
}

export async function isCreditCodeTaken(tx: Tx, creditCode: string): Promise<boolean> {
  const [row] = await tx.query<{ taken: boolean }>('select credit_code_taken($1) as taken', [
    creditCode,
  ]);
  return row?.taken ?? false;
}

export async function updateEnterprise(tx: Tx, id: string, form: EnterpriseForm): Promise<void> {
  const { search, grams } = searchKey(form.name, form.creditCode);
  await tx.query(
    `update enterprise set name = $2, credit_code = $3, search = $4, grams = $5, industries = $6,
       address = $7, park_id = $8, unit_id = $9, moved_in = $10, wastewater = $11,
       hazardous_waste = $12, district_code = $13, version = version + 1
     where id = $1`,
    [
      id,
      form.name,
      form.creditCode,
      search,
      grams,
      form.industries,
      form.address,
      form.parkId,
      form.unitId,
      form.movedIn,
      form.wastewater,
      form.hazardousWaste,
      form.districtCode,
    ],
  );
  await tx.query(
    'update organisation set name = $2, credit_code = $3, district_code = $4 where id = $1',
    [id, form.name, form.creditCode, form.districtCode],
  );
}

/**
 * Ends the open tenancy the day before, and opens the new one. Where the place stays, the open one
 * takes over the date of moving in.
 */
export async function moveTenancy(
  tx: Tx,
  id: string,
  form: EnterpriseForm,
  today: string,
): Promise<void> {
  await tx.query(
    `update tenancy set valid_to = greatest(coalesce($4::date, $5::date) - 1, valid_from)
     where owner_org = $1 and valid_to is null
       and (park_id, unit_id) is distinct from ($2::uuid, $3::uuid)`,
    [id, form.parkId, form.unitId, form.movedIn, today],
  );
  if (form.parkId === null) return;
  await tx.query(
    `update tenancy set valid_from = $2::date
     where owner_org = $1 and valid_to is null and valid_from is distinct from $2::date`,
    [id, form.movedIn],
  );
  await tx.query(
    `insert into tenancy (id, owner_org, park_id, unit_id, district_code, valid_from)
     select gen_random_uuid(), $1, $2, $3, $4, $5
     where not exists (select from tenancy where owner_org = $1 and valid_to is null)`,
    [id, form.parkId, form.unitId, form.districtCode, form.movedIn],
  );
}

/** The park as the person sees it, for judging a form. */
export async function findParkOf(
  tx: Tx,
  parkId: string,
  unitId: string | null,
): Promise<{ id: string; districtCode: string; hasUnit: boolean } | undefined> {
  const [row] = await tx.query<{ id: string; district_code: string; has_unit: boolean }>(
    `select p.park_id as id, p.district_code,
       exists (select from park_units_public u where u.park_id = p.park_id and u.unit_id = $2)
         as has_unit
     from parks_public p where p.park_id = $1`,
    [parkId, unitId],
  );
  return row && { id: row.id, districtCode: row.district_code, hasUnit: row.has_unit };
}

/** Enterprises in scope, per county. */
export function countByCounty(tx: Tx): Promise<
  {
    readonly district_code: string;
    readonly enterprises: number;
    readonly in_parks: number;
    readonly with_hazardous_waste: number;
  }[]
> {
  return tx.query(
    `select district_code, count(*)::integer as enterprises,
       (count(*) filter (where park_id is not null))::integer as in_parks,
       (count(*) filter (where hazardous_waste))::integer as with_hazardous_waste
     from enterprise group by district_code order by district_code`,
  );
}

/** Names of persons where they may be seen, and of offices: what a timeline shows. */
export async function nameActors(
  tx: Tx,
  events: readonly { readonly actor: string; readonly office: string | null }[],
): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(
    `select id::text, name from person where id::text = any ($1::text[])
     union all
     select post_id::text, organisation || ' ' || title from offices_public
     where post_id = any ($2::uuid[])`,
    [events.map(({ actor }) => actor), events.flatMap(({ office }) => office ?? [])],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
