import type {
  EnterpriseDetail,
  EnterpriseForm,
  EnterpriseList,
  EnterpriseQuery,
  EnterpriseRow,
} from '@ludao/contracts';
import type { Tx } from '../../platform/db.ts';
import { searchKey, searchWords } from '../../platform/word-search.ts';
import type { ProfiledRow } from './model.ts';
import {
  PROFILE_COLUMNS,
  PROFILE_NAMES,
  profileOf,
  profileValues,
  type ProfileRow,
} from './profile-columns.ts';

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

const WHERE = `e.merged_into is null and ($1::text is null or e.district_code = $1) and ($2::uuid is null or e.park_id = $2)
  and ($3::text is null or exists (select from unnest(e.industries) code where code like $3 || '%'))
  and ($4 = '' or e.id in (select find_enterprises($4, $5::text[], ${MOST_HITS})))
  and ($6::boolean is null or (e.park_id is not null) = $6)
  and ($7::boolean is null or (e.wastewater is not null and e.hazardous_waste is not null) = $7)
  and ($8::boolean is null or e.hazardous_waste = $8)`;

/** Enterprises in the scope of the transaction. Two statements, whatever the rows. */
export async function listEnterprises(tx: Tx, query: EnterpriseQuery): Promise<EnterpriseList> {
  const { search, grams } = searchWords(query.q);
  const { district = null, park = null, industry = null } = query;
  const filters = [
    district,
    park,
    industry,
    search,
    grams,
    isSaid(query.tenancy, 'in'),
    isSaid(query.profile, 'full'),
    isSaid(query.waste, 'yes'),
  ];
  const rows = await tx.query<Row>(
    `select ${COLUMNS} from enterprise e left join parks_public p on p.park_id = e.park_id
     where ${WHERE} order by ${ORDER[query.sort]} limit $9 offset $10`,
    [...filters, query.size, (query.page - 1) * query.size],
  );
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::integer as total from enterprise e where ${WHERE}`,
    filters,
  );
  return { rows: rows.map(toRow), total: count?.total ?? 0 };
}

/** The same enterprises as the list, whole. Three statements, whatever the rows. */
export async function listProfiles(
  tx: Tx,
  query: EnterpriseQuery,
): Promise<{ readonly rows: ProfiledRow[]; readonly total: number }> {
  const { rows, total } = await listEnterprises(tx, { ...query, page: 1, size: query.size });
  const profiles = await tx.query<
    ProfileRow &
      Pick<ProfiledRow, 'id' | 'wastewater'> & { readonly hazardous_waste: boolean | null }
  >(
    `select e.id, e.wastewater, e.hazardous_waste, ${PROFILE_NAMES} from enterprise e
     where e.id = any ($1::uuid[])`,
    [rows.map(({ id }) => id)],
  );
  const byId = new Map(profiles.map((row) => [row.id, row]));
  return {
    total,
    rows: rows.map((row) => {
      const own = byId.get(row.id)!;
      const { wastewater, hazardous_waste: hazardousWaste } = own;
      return { ...row, ...profileOf(own), wastewater, hazardousWaste };
    }),
  };
}

/** Null where nothing is asked. */
function isSaid(asked: string | undefined, yes: string): boolean | null {
  return asked === undefined ? null : asked === yes;
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
export type StoredEnterprise = Omit<EnterpriseDetail, 'may' | 'mergedInto' | 'merged'> & {
  readonly merged: readonly {
    readonly id: string;
    readonly name: string;
    readonly creditCode: string;
    /** The office that merged it, and the version since; null where they are out of sight. */
    readonly office: string | null;
    readonly since: number | null;
  }[];
  /** `name` is null where the reader cannot see the entry that took this one over. */
  readonly mergedInto: { readonly id: string; readonly name: string | null } | null;
};

/** @param lock for a change that follows in the same transaction */
export async function findEnterprise(
  tx: Tx,
  id: string,
  { lock = false } = {},
): Promise<StoredEnterprise | undefined> {
  const [row] = await tx.query<
    Row &
      ProfileRow & {
        readonly address: string;
        readonly unit_id: string | null;
        readonly unit_name: string | null;
        readonly wastewater: EnterpriseForm['wastewater'];
        readonly hazardous_waste: boolean | null;
        readonly version: number;
        readonly merged_into: string | null;
        readonly merged_into_name: string | null;
        readonly merged: StoredEnterprise['merged'];
      }
  >(
    `select ${COLUMNS}, e.address, e.unit_id, u.name as unit_name, e.wastewater, e.hazardous_waste,
       e.version, ${PROFILE_NAMES.replaceAll(/\w+/g, 'e.$&')}, e.merged_into,
       (select s.name from enterprise s where s.id = e.merged_into) as merged_into_name,
       coalesce((select json_agg(json_build_object('id', m.id, 'name', m.name,
           'creditCode', m.credit_code, 'office', g.owner_org, 'since', g.survivor_version)
           order by m.name)
         from enterprise m
           left join enterprise_merge g on g.merged = m.id and g.undone_at is null
         where m.merged_into = e.id), '[]') as merged
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
      ...profileOf(row),
      version: row.version,
      mergedInto:
        row.merged_into === null ? null : { id: row.merged_into, name: row.merged_into_name },
      merged: row.merged,
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
       hazardous_waste = $12, district_code = $13, version = version + 1,
       ${PROFILE_COLUMNS.map(([name], at) => `${name} = $${14 + at}`).join(', ')}
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
      ...profileValues(form),
    ],
  );
}

/**
 * The park as the person sees it, for judging a form.
 * @param before the unit on record, which may have ended since
 */
export async function findParkOf(
  tx: Tx,
  parkId: string,
  unitId: string | null,
  before: string | null,
): Promise<{ id: string; districtCode: string; hasUnit: boolean } | undefined> {
  const [row] = await tx.query<{ id: string; district_code: string; has_unit: boolean }>(
    `select p.park_id as id, p.district_code,
       exists (select from park_units_public u where u.park_id = p.park_id and u.unit_id = $2
         and (u.ended_on is null or u.unit_id = $3)) as has_unit
     from parks_public p where p.park_id = $1`,
    [parkId, unitId, before],
  );
  return row && { id: row.id, districtCode: row.district_code, hasUnit: row.has_unit };
}

/** Of some parks, those that do not exist. */
export async function findUnknownParks(tx: Tx, parkIds: readonly string[]): Promise<string[]> {
  if (parkIds.length === 0) return [];
  const rows = await tx.query<{ id: string }>(
    `select id::text from unnest($1::uuid[]) as given (id)
     where not exists (select from parks_public p where p.park_id = given.id)`,
    [parkIds],
  );
  return rows.map(({ id }) => id);
}

/** Enterprises in scope, per county. */
export function countByCounty(tx: Tx): Promise<
  {
    readonly district_code: string;
    readonly enterprises: number;
    readonly in_parks: number;
    readonly with_profile: number;
    readonly with_hazardous_waste: number;
  }[]
> {
  return tx.query(
    `select district_code, count(*)::integer as enterprises,
       (count(*) filter (where park_id is not null))::integer as in_parks,
       (count(*) filter (where wastewater is not null and hazardous_waste is not null))::integer
         as with_profile,
       (count(*) filter (where hazardous_waste))::integer as with_hazardous_waste
     from enterprise where merged_into is null group by district_code order by district_code`,
  );
}
