import type { CaseQuery, CaseRow } from '@ludao/contracts';
import type { Tx } from '../../platform/db.ts';
import { searchKey, searchWords } from '../../platform/word-search.ts';
import type { Applicant, StoredCase } from './model.ts';

const COLUMNS = `c.id, c.owner_org as "ownerOrg", c.district_code as "districtCode",
  c.park_id as "parkId", c.enterprise_id as "enterpriseId", c.track, c.state, c.name, c.applicant,
  c.project_code as "projectCode", c.address, c.project, c.answer, c.basis, c.details, c.number,
  c.historical, c.opened_at as "openedAt", c.submitted_on as "submittedOn",
  c.decided_on as "decidedOn", c.changed_at as "changedAt", c.version`;

const ORDER: Readonly<Record<CaseQuery['sort'], string>> = {
  '-changed': 'c.changed_at desc, c.id',
  changed: 'c.changed_at, c.id',
  name: 'c.name, c.id',
  '-name': 'c.name desc, c.id',
};

/** Cases in reach; what is public of others has a list of its own. Two statements, whatever the rows. */
export async function listCases(
  tx: Tx,
  query: CaseQuery,
): Promise<{
  readonly rows: readonly (Omit<CaseRow, 'changedAt'> & { readonly changedAt: Date })[];
  readonly total: number;
}> {
  const { q, sort, page, size, district = null, park = null, track = null, state = null } = query;
  const filters = [q === '' ? '' : searchWords(q).search, district, park, track, state];
  const from = `eia_case c left join parks_public p on p.park_id = c.park_id
    where ($1 = '' or strpos(c.search, $1) > 0) and ($2::text is null or c.district_code = $2)
      and ($3::uuid is null or c.park_id = $3) and ($4::text is null or c.track = $4)
      and ($5::text is null or c.state = $5)
      and (c.owner_org = any ((select scope_orgs())::uuid[])
        or c.district_code = any ((select scope_districts())::text[])
        or c.park_id = any ((select scope_parks())::uuid[]))`;
  const rows = await tx.query<Omit<CaseRow, 'changedAt'> & { readonly changedAt: Date }>(
    `select c.id, c.track, c.state, c.name, c.applicant, p.name as park,
       c.district_code as "districtCode", c.number, c.changed_at as "changedAt"
     from ${from} order by ${ORDER[sort]} limit $6 offset $7`,
    [...filters, size, (page - 1) * size],
  );
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::integer as total from ${from}`,
    filters,
  );
  return { rows, total: count?.total ?? 0 };
}

export async function findCase(
  tx: Tx,
  id: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<StoredCase | undefined> {
  const [row] = await tx.query<StoredCase>(
    `select ${COLUMNS} from eia_case c where c.id = $1 ${lock ? 'for update' : ''}`,
    [id],
  );
  return row;
}

export async function insertCase(tx: Tx, one: StoredCase): Promise<void> {
  await tx.query(
    `insert into eia_case (id, owner_org, district_code, park_id, enterprise_id, track, state, name,
       applicant, project_code, address, project, answer, basis, details, number, historical,
       opened_at, submitted_on, decided_on, changed_at, version, search)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
       $20, $21, $22, $23)`,
    [
      ...valuesOf(one),
      one.openedAt,
      one.submittedOn,
      one.decidedOn,
      one.changedAt,
      one.version,
      searchOf(one),
    ],
  );
}

function valuesOf(one: StoredCase): unknown[] {
  return [
    one.id,
    one.ownerOrg,
    one.districtCode,
    one.parkId,
    one.enterpriseId,
    one.track,
    one.state,
    one.name,
    one.applicant,
    one.projectCode,
    one.address,
    JSON.stringify(one.project),
    JSON.stringify(one.answer),
    JSON.stringify(one.basis),
    JSON.stringify(one.details),
    one.number,
    one.historical,
  ];
}

type Changed = Partial<
  Pick<
    StoredCase,
    | 'track'
    | 'state'
    | 'name'
    | 'projectCode'
    | 'address'
    | 'project'
    | 'answer'
    | 'basis'
    | 'details'
    | 'number'
    | 'submittedOn'
    | 'decidedOn'
  >
>;

/** Writes what a step changed; what is left out stays. */
export async function updateCase(
  tx: Tx,
  before: StoredCase,
  changed: Changed & { readonly isPublic: boolean },
  now: Date,
): Promise<StoredCase> {
  const { isPublic, ...fields } = changed;
  const after = { ...before, ...fields, changedAt: now, version: before.version + 1 };
  await tx.query(
    `update eia_case set track = $2, state = $3, name = $4, project_code = $5, address = $6,
       project = $7, answer = $8, basis = $9, details = $10, number = $11, submitted_on = $12,
       decided_on = $13, changed_at = $14, version = $15, search = $16, is_public = $17
     where id = $1`,
    [
      after.id,
      after.track,
      after.state,
      after.name,
      after.projectCode,
      after.address,
      JSON.stringify(after.project),
      JSON.stringify(after.answer),
      JSON.stringify(after.basis),
      JSON.stringify(after.details),
      after.number,
      after.submittedOn,
      after.decidedOn,
      after.changedAt,
      after.version,
      searchOf(after),
      isPublic,
    ],
  );
  return after;
}

function searchOf({ name, applicant, number, projectCode }: StoredCase): string {
  return searchKey(`${name} ${applicant}`, number ?? '', projectCode ?? '').search;
}

/** The enterprise as an applicant, where the asker may see it; a merged one is none. */
export async function findApplicant(tx: Tx, id: string): Promise<Applicant | undefined> {
  const [row] = await tx.query<Applicant>(
    `select enterprise_id as id, name, district_code as "districtCode", park_id as "parkId"
     from enterprise_places where enterprise_id = $1 and merged_into is null`,
    [id],
  );
  return row;
}

export async function findParkName(tx: Tx, id: string): Promise<string | undefined> {
  const [row] = await tx.query<{ name: string }>(
    'select name from parks_public where park_id = $1',
    [id],
  );
  return row?.name;
}
