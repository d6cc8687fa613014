import { PUBLIC_CASE_STATES, type CaseForm, type CaseQuery, type CaseRow } from '@ludao/contracts';
import type { Tx } from '../../platform/db.ts';
import { searchKey, searchWords } from '../../platform/word-search.ts';
import { CASE_ROWS } from './columns.ts';
import type { Applicant, StoredCase } from './model.ts';
import { noteWritten } from './replay/written.ts';

const COLUMNS = `c.id, c.owner_org as "ownerOrg", c.district_code as "districtCode",
  c.park_id as "parkId", c.enterprise_id as "enterpriseId", c.track, c.state, c.name, c.applicant,
  c.project_code as "projectCode", c.address, c.project, c.answer, c.basis, c.details, c.number,
  c.historical, c.opened_at as "openedAt", c.submitted_on as "submittedOn",
  c.decided_on as "decidedOn", c.changed_at as "changedAt", c.version, c.invited`;

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
  const { filedFrom = null } = query;
  const filters = [q === '' ? '' : searchWords(q).search, district, park, track, state, filedFrom];
  const from = `eia_case c left join parks_public p on p.park_id = c.park_id
    where ($1 = '' or strpos(c.search, $1) > 0) and ($2::text is null or c.district_code = $2)
      and ($3::uuid is null or c.park_id = $3) and ($4::text is null or c.track = $4)
      and ($5::text is null or c.state = $5)
      and ($6::date is null or (c.state in ('FILED', 'EXEMPT') and c.decided_on >= $6))
      and (c.owner_org = any ((select scope_orgs())::uuid[])
        or c.district_code = any ((select scope_districts())::text[])
        or c.park_id = any ((select scope_parks())::uuid[]))`;
  const rows = await tx.query<Omit<CaseRow, 'changedAt'> & { readonly changedAt: Date }>(
    `select c.id, c.track, c.state, c.name, c.applicant, p.name as park,
       c.district_code as "districtCode", c.number, c.changed_at as "changedAt"
     from ${from} order by ${ORDER[sort]} limit $7 offset $8`,
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

/** Columns of eia_case by the fields of StoredCase. */
const FIELDS = {
  id: 'id',
  ownerOrg: 'owner_org',
  districtCode: 'district_code',
  parkId: 'park_id',
  enterpriseId: 'enterprise_id',
  track: 'track',
  state: 'state',
  name: 'name',
  applicant: 'applicant',
  projectCode: 'project_code',
  address: 'address',
  project: 'project',
  answer: 'answer',
  basis: 'basis',
  details: 'details',
  invited: 'invited',
  number: 'number',
  historical: 'historical',
  openedAt: 'opened_at',
  submittedOn: 'submitted_on',
  decidedOn: 'decided_on',
  changedAt: 'changed_at',
  version: 'version',
} as const satisfies Record<keyof StoredCase, keyof (typeof CASE_ROWS)['columns']>;
const JSON_FIELDS: readonly string[] = ['project', 'answer', 'basis', 'details'];

export async function insertCase(tx: Tx, one: StoredCase): Promise<void> {
  const row = {
    ...columnsOf(one),
    is_public: PUBLIC_CASE_STATES.includes(one.state),
    search: searchOf(one),
  };
  const columns = Object.keys(row);
  await tx.query(
    `insert into eia_case (${columns.join(', ')})
     values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
    columns.map((column) => valueOf(column, row[column as keyof typeof row])),
  );
  noteWritten(tx, CASE_ROWS, row);
}

function columnsOf(fields: Partial<StoredCase>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [FIELDS[field as keyof StoredCase], value]),
  );
}

function valueOf(column: string, value: unknown): unknown {
  return JSON_FIELDS.includes(column) ? JSON.stringify(value) : value;
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
  const { changedAt, version } = after;
  const row = {
    ...columnsOf({ ...fields, changedAt, version }),
    is_public: isPublic,
    search: searchOf(after),
  };
  const columns = Object.keys(row);
  await tx.query(
    `update eia_case set ${columns.map((column, at) => `${column} = $${at + 2}`).join(', ')}
     where id = $1`,
    [after.id, ...columns.map((column) => valueOf(column, row[column as keyof typeof row]))],
  );
  noteWritten(tx, CASE_ROWS, { id: after.id, ...row });
  return after;
}

function searchOf({ name, applicant, number, projectCode, details }: StoredCase): string {
  const codes = [number, projectCode, details['officialNumber']].map((one) => one ?? '');
  return searchKey(`${name} ${applicant}`, ...codes.map(String)).search;
}

/**
 * The enterprise as an applicant, where the asker may see it, or the park with its operator. A merged
 * enterprise is none, and neither is a park without an operator.
 */
export async function findApplicant(
  tx: Tx,
  { enterpriseId, parkId }: Pick<CaseForm, 'enterpriseId' | 'parkId'>,
): Promise<Applicant | undefined> {
  const [row] = await tx.query<Applicant>(
    enterpriseId === null
      ? `select operator as "ownerOrg", name, district_code as "districtCode", park_id as "parkId"
         from parks_public where park_id = $1 and operator is not null`
      : `select enterprise_id as "ownerOrg", name, district_code as "districtCode",
           park_id as "parkId"
         from enterprise_places where enterprise_id = $1 and merged_into is null`,
    [enterpriseId ?? parkId],
  );
  return row;
}

/** The office of the county that handles its matters; of several, always the same one. */
export async function findBureau(tx: Tx, districtCode: string): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>(
    `select id from bureaus_public where $1 = any (territory)
     order by kind = 'COUNTY_EEB' desc, id limit 1`,
    [districtCode],
  );
  return row?.id;
}

/** '' for a case of no enterprise. */
export async function findCreditCode(tx: Tx, enterpriseId: string | null): Promise<string> {
  const [row] = await tx.query<{ code: string }>(
    'select credit_code as code from enterprise_places where enterprise_id = $1',
    [enterpriseId],
  );
  return row?.code ?? '';
}

/** Whose a case is that everybody may know of. */
export async function findOwnerOfPublic(tx: Tx, id: string): Promise<string | undefined> {
  const [row] = await tx.query<{ owner: string }>(
    'select owner_org as owner from eia_case where id = $1 and is_public',
    [id],
  );
  return row?.owner;
}

/** The park that the list of the law knows by a key, as the register has it. */
export async function findNamedPark(
  tx: Tx,
  key: string,
): Promise<Pick<Applicant, 'districtCode' | 'parkId'> | undefined> {
  const [row] = await tx.query<{ districtCode: string; parkId: string }>(
    `select p.district_code as "districtCode", p.park_id as "parkId" from parks_public p
     where p.park_id::text = $1 or exists (select from park_eias_public e
       join park_envelopes_public v on v.park_eia_id = e.id
       where e.park_id = p.park_id and v.listed_as = $1)
     order by p.park_id limit 1`,
    [key],
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
