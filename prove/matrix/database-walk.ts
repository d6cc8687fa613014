import type { Database, Tx } from '../../apps/server/src/platform/db.ts';
import { PUBLIC_SCOPE, type Scope } from '../../apps/server/src/platform/scope.ts';
import type { Actor } from './actors.ts';
import { mayDo, type Hall } from './hall.ts';
import {
  DELETABLE,
  DEFINER_FUNCTIONS,
  findProtectedTables,
  FORBIDDEN_POWERS,
  OF_A_PERSON,
  PUBLIC_RELATIONS,
  type ProtectedTable,
} from './tables.ts';

interface Row {
  readonly key: string;
  readonly owner_org: string | null;
  readonly district_code: string | null;
  readonly park_id: string | null;
  /** Of a table whose rows belong to a person alone. */
  readonly person_id: string | null;
  readonly is_public: boolean;
  readonly whole: Readonly<Record<string, unknown>>;
}

/** Runs past a policy, row by row: what would an insert of this very row be told? */
const TRY_INSERT = `create function try_insert(target regclass, columns text, whole jsonb) returns text
  language plpgsql as $$
  begin
    execute format('insert into %s (%s) select %s from jsonb_populate_record(null::%s, $1)',
      target, columns, columns, target) using whole;
    return 'inserted';
  exception
    when insufficient_privilege then return 'refused';
    when unique_violation then return 'inserted';
  end $$;
  grant execute on function try_insert(regclass, text, jsonb) to ludao_app`;

/** What the bare role sees and may write with the very scope of each session. */
export async function walkDatabase(
  hall: Hall,
  actors: readonly { readonly actor: Actor; readonly scope: Scope | null }[],
): Promise<void> {
  const { database, tally } = hall;
  await database.transaction((tx) => tx.query(TRY_INSERT));
  const tables = await database.transaction(findProtectedTables);
  await findPowers(hall);
  for (const table of tables) {
    const rows = await readPastPolicies(database, table);
    const what = `${table.name} has no row, so the walk proves nothing of it: add one in prove/matrix/world.ts`;
    tally.expect(what, rows.length > 0);
    await walkWithoutScope(hall, table, rows);
    for (const { actor, scope } of actors) {
      // Whoever has no living session gets no transaction but a public one.
      const told = reachOf(actor, scope);
      const lead = `${table.name} as ${actor.name}`;
      await walkTable(hall, actor, table, rows, { told, scope: scope ?? PUBLIC_SCOPE, lead });
    }
    await refuseDeleting(hall, table);
  }
  for (const { actor, scope } of actors) await walkSearch(hall, actor, scope ?? PUBLIC_SCOPE);
  await database.transaction((tx) => tx.query('drop function try_insert'));
}

/** What the design says the posts reach, all together. */
function reachOf({ personId, posts }: Actor, scope: Scope | null) {
  const held = scope ? posts : [];
  return {
    person: scope ? personId : null,
    orgs: held.flatMap(({ orgs }) => orgs),
    districts: held.flatMap(({ districts }) => districts),
    parks: held.flatMap(({ parks }) => parks),
  };
}

async function walkTable(
  { database, tally }: Hall,
  actor: Actor,
  table: ProtectedTable,
  rows: readonly Row[],
  { told, scope, lead }: { told: ReturnType<typeof reachOf>; scope: Scope; lead: string },
): Promise<void> {
  const isIn = (row: Row) =>
    (row.person_id !== null && row.person_id === told.person) ||
    (row.owner_org !== null && told.orgs.includes(row.owner_org)) ||
    (row.district_code !== null && told.districts.includes(row.district_code)) ||
    (row.park_id !== null && told.parks.includes(row.park_id));
  const keys = (those: readonly Row[]) => those.map(({ key }) => key);
  const writable = rows.filter(isIn);
  const seen = await rolledBack(database, scope, (tx) => selectKeys(tx, table));
  tally.compareSets(
    `${lead}: select`,
    keys(rows.filter((row) => isIn(row) || row.is_public || isServedOn(table, row, told.orgs))),
    seen,
  );
  if (table.name === 'park' || table.name === 'enterprise') {
    const resource = table.name;
    const readable = rows.filter((row) => mayDo(actor, 'read', resource, ownedOf(row)));
    for (const { key } of readable)
      tally.compare(`${lead}: hides ${key}`, true, seen.includes(key));
    tally.countCoarse(table.name, seen.length - readable.length);
  } else {
    tally.countCoarse(table.name, seen.length);
  }
  const updated = await rolledBack(database, scope, (tx) => touchRows(tx, table));
  tally.compareSets(`${lead}: update`, table.mayUpdate ? keys(writable) : [], updated);
  const inserted = await rolledBack(database, scope, (tx) => insertCopies(tx, table, rows));
  tally.compareSets(`${lead}: insert`, table.mayInsert ? keys(writable) : [], inserted);
  if (!table.mayDelete) return;
  const deleted = await rolledBack(database, scope, (tx) => deleteRows(tx, table, rows));
  tally.compareSets(`${lead}: delete`, keys(writable), deleted);
}

/** What was served is the addressee's to read, too; and what a body was invited to, the body's. */
function isServedOn({ name }: ProtectedTable, { whole }: Row, orgs: readonly string[]): boolean {
  switch (name) {
    case 'document':
      return whole['served_on'] !== null && orgs.includes(String(whole['addressee_org']));
    case 'eia_case':
      return (whole['invited'] as readonly string[]).some((org) => orgs.includes(org));
    case 'batch':
      return whole['state'] !== 'PROPOSED' && orgs.includes(String(whole['body_org']));
    default:
      return false;
  }
}

function ownedOf({ owner_org, district_code, park_id }: Row) {
  return { ownerOrg: owner_org, districtCode: district_code, parkId: park_id };
}

const keyOf = ({ key }: ProtectedTable) => `concat_ws('/', ${key.join(', ')})`;

async function readPastPolicies(database: Database, table: ProtectedTable): Promise<Row[]> {
  const column = (name: string, missing: string) =>
    table.columns.has(name) ? name : `${missing} as ${name}`;
  return database.transaction((tx) =>
    tx.query<Row>(
      `select ${keyOf(table)} as key, to_jsonb(t) as whole, ${column('owner_org', 'null')},
         ${column('district_code', 'null')}, ${column('park_id', 'null')},
         ${Object.hasOwn(OF_A_PERSON, table.name) ? 'person_id' : 'null as person_id'},
         ${column('is_public', 'false')} from ${table.name} t`,
    ),
  );
}

async function selectKeys(tx: Tx, table: ProtectedTable): Promise<string[]> {
  return keysOf(
    await tx.query<{ key: string }>(`select ${keyOf(table)} as key from ${table.name}`),
  );
}

/** Every row set to what it is. */
async function touchRows(tx: Tx, table: ProtectedTable): Promise<string[]> {
  if (!table.mayUpdate) return [];
  const [first] = table.plain;
  const sql = `update ${table.name} set ${first} = ${first} returning ${keyOf(table)} as key`;
  return keysOf(await tx.query<{ key: string }>(sql));
}

/** Without a condition and without an answer: with one the policy for reading would help. */
async function deleteRows(tx: Tx, table: ProtectedTable, rows: readonly Row[]): Promise<string[]> {
  await tx.query(`delete from ${table.name}`);
  await tx.query('reset role');
  const left = new Set(await selectKeys(tx, table));
  return keysOf(rows).filter((key) => !left.has(key));
}

async function insertCopies(
  tx: Tx,
  table: ProtectedTable,
  rows: readonly Row[],
): Promise<string[]> {
  const told = await tx.query<{ key: string; told: string }>(
    `select key, try_insert($1::regclass, $2, whole) as told
     from unnest($3::text[], $4::jsonb[]) as given (key, whole)`,
    [
      table.name,
      table.plain.join(', '),
      keysOf(rows),
      rows.map(({ whole }) => JSON.stringify(whole)),
    ],
  );
  return keysOf(told.filter((row) => row.told === 'inserted'));
}

const keysOf = (rows: readonly { readonly key: string }[]) => rows.map(({ key }) => key);

/** Nothing set, and an anonymous visitor: no row, but what is marked as public. */
async function walkWithoutScope(
  { database, tally }: Hall,
  table: ProtectedTable,
  rows: readonly Row[],
) {
  const bare = await undone(database, async (tx) => {
    await tx.query('set local role ludao_app');
    return selectKeys(tx, table);
  });
  tally.compareSets(`${table.name} without any scope`, [], bare);
  const visitor = await rolledBack(database, PUBLIC_SCOPE, (tx) => selectKeys(tx, table));
  const open = rows.filter(({ is_public }) => is_public);
  tally.compareSets(`${table.name} for the public`, keysOf(open), visitor);
}

async function refuseDeleting(
  { database, tally }: Hall,
  { name, mayDelete }: ProtectedTable,
): Promise<void> {
  const statements = [`truncate ${name} cascade`, ...(mayDelete ? [] : [`delete from ${name}`])];
  for (const statement of statements) {
    const code = await database
      .transaction(async (tx) => {
        await tx.query('set local role ludao_app');
        await tx.query(statement);
        throw new Undone(null);
      })
      .catch((error: unknown) => (error as { code?: string }).code ?? 'done');
    tally.compare(`${statement}: ${code}`, false, code !== '42501');
  }
}

/** The search runs past the policies and must repeat them. */
async function walkSearch({ database, tally }: Hall, actor: Actor, scope: Scope): Promise<void> {
  const pairs = [
    ['find_enterprises', 'enterprise'],
    ['find_parks', 'park'],
  ] as const;
  for (const [search, table] of pairs) {
    const [found, seen] = await rolledBack(database, scope, async (tx) => [
      keysOf(await tx.query<{ key: string }>(`select ${search}('', '{}', 100000)::text as key`)),
      keysOf(await tx.query<{ key: string }>(`select id::text as key from ${table}`)),
    ]);
    tally.compareSets(`${search} as ${actor.name}`, seen, found);
  }
}

async function findPowers({ database, tally }: Hall): Promise<void> {
  const lists = [PUBLIC_RELATIONS, DEFINER_FUNCTIONS, DELETABLE].map((list) => Object.keys(list));
  for (const { what, sql } of FORBIDDEN_POWERS) {
    const params = lists.slice(0, sql.includes('$3') ? 3 : sql.includes('$2') ? 2 : 1);
    const found = await database.transaction((tx) => tx.query<{ found: string }>(sql, params));
    tally.compareSets(
      `ludao_app ${what}`,
      [],
      found.map((row) => row.found),
    );
  }
}

class Undone extends Error {
  readonly result: unknown;
  constructor(kept: unknown) {
    super('rolled back on purpose');
    this.result = kept;
  }
}

async function undone<T>(database: Database, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return result(database.transaction(async (tx) => Promise.reject(new Undone(await fn(tx)))));
}

function rolledBack<T>(database: Database, scope: Scope, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return result(database.scoped(scope, async (tx) => Promise.reject(new Undone(await fn(tx)))));
}

async function result<T>(running: Promise<never>): Promise<T> {
  try {
    return await running;
  } catch (error) {
    if (error instanceof Undone) return error.result as T;
    throw error;
  }
}
