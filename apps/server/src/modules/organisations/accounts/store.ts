import type {
  AccountForm,
  AccountQuery,
  AccountRow,
  OrganisationChange,
  OrganisationQuery,
  OrganisationRow,
  Role,
} from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import type { AccountAct } from './model.ts';

const ORGANISATION_ORDER: Readonly<Record<OrganisationQuery['sort'], string>> = {
  name: 'name, id',
  '-name': 'name desc, id',
  kind: 'kind, name, id',
  '-kind': 'kind desc, name, id',
  people: 'people, name, id',
  '-people': 'people desc, name, id',
};

const ORGANISATION = `o.id, o.kind, o.name, o.credit_code as "creditCode",
  o.district_code as "districtCode", o.territory, o.version,
  (select count(*)::integer from person r where r.owner_org = o.id and r.erased_at is null) as people`;

/** All organisations, for whoever keeps the accounts of the platform. Two statements. */
export async function listOrganisations(
  tx: Tx,
  query: OrganisationQuery,
): Promise<{ rows: OrganisationRow[]; total: number }> {
  const where = `($1::text is null or kind = $1) and ($2::text is null or district_code = $2)
    and ($3 = '' or position($3 in lower(name || ' ' || coalesce(credit_code, ''))) > 0)`;
  const filters = [query.kind ?? null, query.district ?? null, plain(query.q)];
  const rows = await tx.query<OrganisationRow>(
    `select * from (select ${ORGANISATION} from organisation o where ${where}) found
     order by ${ORGANISATION_ORDER[query.sort]} limit $4 offset $5`,
    [...filters, query.size, (query.page - 1) * query.size],
  );
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::integer as total from organisation where ${where}`,
    filters,
  );
  return { rows, total: count?.total ?? 0 };
}

export async function lockOrganisation(tx: Tx, id: string): Promise<OrganisationRow | undefined> {
  const [row] = await tx.query<OrganisationRow>(
    `select ${ORGANISATION} from organisation o where o.id = $1 for update of o`,
    [id],
  );
  return row;
}

/** The people and posts of a house stay in the county where it lies. */
export async function updateOrganisation(
  tx: Tx,
  id: string,
  { name, creditCode, districtCode, territory }: Omit<OrganisationChange, 'version'>,
): Promise<void> {
  await tx.query(
    `update organisation set name = $2, credit_code = $3, district_code = $4, territory = $5,
       version = version + 1 where id = $1`,
    [id, name, creditCode, districtCode, territory],
  );
  for (const table of MOVES_ALONG) {
    await tx.query(
      `update ${table} set district_code = $2 where owner_org = $1 and district_code <> $2`,
      [id, districtCode],
    );
  }
}
const MOVES_ALONG = ['person', 'post', 'post_holding', 'absence', 'appointment', 'delegation'];

const STATE = `case when a.disabled_at is not null then 'DISABLED'
  when a.locked_until > $1 then 'LOCKED' when a.password_due then 'INITIAL' else 'ACTIVE' end`;

/** Posts held or to come, of the three officers among them. */
const HELD = `from post_holding h join post p on p.id = h.post_id
  where h.person_id = r.id and (h.valid_to is null or h.valid_to >= $2::date)`;

const ACCOUNT_ORDER: Readonly<Record<AccountQuery['sort'], string>> = {
  name: 'name, id',
  '-name': 'name desc, id',
  signInName: '"signInName"',
  '-signInName': '"signInName" desc',
  lastSignIn: '"lastSignIn" nulls first, id',
  '-lastSignIn': '"lastSignIn" desc nulls last, id',
};

export interface StoredAccount extends Omit<AccountRow, 'may' | 'lastSignIn'> {
  readonly lastSignIn: Date | null;
  readonly roles: readonly Role[];
  readonly districtCode: string;
}

/** Accounts with their state; one statement, and another where a page lies beyond the end. */
export async function listAccounts(
  tx: Tx,
  query: AccountQuery & { readonly id?: string },
  now: Date,
  today: string,
): Promise<{ rows: StoredAccount[]; total: number }> {
  const rows = await tx.query<StoredAccount & { total: number }>(
    `select *, count(*) over ()::integer as total from (
       select r.id, r.name, a.sign_in_name as "signInName", r.district_code as "districtCode",
         json_build_object('id', o.id, 'name', o.name) as organisation, ${STATE} as state,
         a.second_factor_confirmed_at is not null as "secondFactor",
         (select max(e.at) from auth.security_event e
           where e.person_id = r.id and e.kind = 'SIGNED_IN') as "lastSignIn",
         array(select distinct p.title ${HELD} order by p.title) as posts,
         array(select p.role ${HELD}) as roles
       from auth.account a join person r on r.id = a.person_id join organisation o on o.id = r.owner_org
       where ($3::uuid is null or o.id = $3) and ($4::uuid is null or r.id = $4) and ($5 = '' or
         position($5 in lower(concat_ws(' ', r.name, a.sign_in_name, o.name))) > 0)
     ) found where $6::text is null or state = $6
     order by ${ACCOUNT_ORDER[query.sort]} limit $7 offset $8`,
    [
      now,
      today,
      query.org ?? null,
      query.id ?? null,
      plain(query.q),
      query.state ?? null,
      query.size,
      (query.page - 1) * query.size,
    ],
  );
  if (rows.length === 0 && query.page > 1) {
    const { total } = await listAccounts(tx, { ...query, page: 1, size: 1 }, now, today);
    return { rows: [], total };
  }
  return { rows, total: rows[0]?.total ?? 0 };
}

/** Locked until the transaction ends. */
export async function lockAccount(
  tx: Tx,
  id: string,
  now: Date,
  today: string,
): Promise<StoredAccount | undefined> {
  await tx.query('select from auth.account where person_id = $1 for update', [id]);
  const query = { id, q: '', page: 1, size: 1, sort: 'name' } as const;
  return (await listAccounts(tx, query, now, today)).rows[0];
}

export async function insertAccount(
  tx: Tx,
  { id, districtCode }: { readonly id: string; readonly districtCode: string },
  { organisationId, name, phone, signInName }: AccountForm,
  passwordHash: string,
  now: Date,
): Promise<void> {
  await tx.query(
    'insert into person (id, owner_org, district_code, name, phone) values ($1, $2, $3, $4, $5)',
    [id, organisationId, districtCode, name, phone],
  );
  await tx.query(
    `insert into auth.account (person_id, sign_in_name, phone, password_hash, password_due, created_at)
     values ($1, $2, $3, $4, true, $5)`,
    [id, signInName, phone, passwordHash, now],
  );
}

/** What each act does to an account; all but lifting a lock end every session of the person. */
export async function writeAccount(
  tx: Tx,
  id: string,
  act: AccountAct,
  values: { readonly now: Date; readonly passwordHash: string | null },
): Promise<void> {
  await tx.query(
    `update auth.account set
       disabled_at = case $2 when 'disable' then $3::timestamptz when 'enable' then null
         else disabled_at end,
       failed_attempts = case when $2 in ('unlock', 'reset_password') then 0 else failed_attempts end,
       locked_until = case when $2 in ('unlock', 'reset_password') then null else locked_until end,
       password_hash = coalesce($4, password_hash),
       password_due = password_due or $4 is not null,
       second_factor = case when $2 = 'reset_second_factor' then null else second_factor end,
       second_factor_confirmed_at = case when $2 = 'reset_second_factor' then null
         else second_factor_confirmed_at end,
       second_factor_used = case when $2 = 'reset_second_factor' then null
         else second_factor_used end
     where person_id = $1`,
    [id, act, values.now, values.passwordHash],
  );
  if (act !== 'unlock') await tx.query('delete from auth.session where person_id = $1', [id]);
}

function plain(word: string): string {
  return word.normalize('NFKC').toLowerCase();
}
