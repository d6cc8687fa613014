import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { IMPORT_COLUMN_NAMES, IMPORT_COLUMNS, mayEver, rolesFor } from '@ludao/contracts';
import { writeSheet } from '../../apps/server/src/platform/excel/index.ts';
import type { Actor } from './actors.ts';
import { write } from './changes.ts';
import { mayDo, ownedBy, type Hall } from './hall.ts';
import { enterImport, importersOf, type SeededRow } from './papers.ts';

const UPLOAD = `fileName=${encodeURIComponent('矩阵名单.xlsx')}`;

type FileRow = Readonly<Record<string, string>>;

/** Only the posts that give the right count, with what they reach themselves. */
export function importing(actor: Actor): Actor {
  const roles = rolesFor('import', 'enterprise');
  const isIn = actor.state === 'alive';
  return { ...actor, posts: isIn ? actor.posts.filter(({ role }) => roles.includes(role)) : [] };
}

export function isOwn(actor: Actor, organisation: string): boolean {
  return importing(actor).posts.some(({ orgs }) => orgs.includes(organisation));
}

export function mayImport({ state, posts }: Actor): boolean {
  const roles = posts.map(({ role }) => role);
  return state === 'alive' && mayEver({ roles }, 'import', 'enterprise');
}

/** Nothing is being read, checked or written any more. */
export async function settle({ database, tally }: Hall): Promise<void> {
  for (const end = performance.now() + 20_000; performance.now() < end;) {
    const [busy] = await database.transaction((tx) =>
      tx.query(`select 1 from enterprise_import where state in ('READING', 'COMMITTING') limit 1`),
    );
    if (!busy) return;
    await delay(3);
  }
  tally.faults.push('an import is neither finished nor given up');
}

export function fileOf(rows: readonly FileRow[], numbered = false): Promise<Buffer> {
  const columns = IMPORT_COLUMN_NAMES.map((key) => {
    const { zh: heading, type } = IMPORT_COLUMNS[key];
    return { key, heading, type };
  });
  const number = { key: 'rowNumber', heading: '原行号', type: 'text' as const };
  return writeSheet({
    title: '企业名单',
    columns: numbered ? [number, ...columns] : columns,
    rows,
  });
}

export function freshRow(
  { ground }: Hall,
  districtCode: string,
  park: { name: string } | null,
): FileRow {
  return {
    name: `矩阵导入${randomUUID().slice(0, 8)}`,
    creditCode: ground.world.creditCode(districtCode),
    industries: '2926',
    districtCode,
    ...(park && { park: park.name, movedIn: '2026-11-01' }),
  };
}

/** @returns the id of the import, or null where the asker is refused */
export async function upload(
  hall: Hall,
  actor: Actor,
  asked: {
    readonly file: Buffer;
    readonly sent?: string;
    readonly note: string;
    readonly rows: number;
    /** Imports that were there before; null where this very file is already one. */
    readonly known: ReadonlySet<string> | null;
  },
): Promise<string | null> {
  const { file, sent = '', note, rows, known } = asked;
  const before = await importsOf(hall);
  const underWay = await isUnderWay(hall, actor, file);
  const answer = await write(hall, actor, {
    route: 'uploadImport',
    query: UPLOAD,
    file,
    sent,
    note,
    allowed: mayImport(actor),
    added: underWay ? {} : { enterprise_import: 1, enterprise_import_row: rows },
    refusals: [],
    settle: () => settle(hall),
  });
  if (answer?.status !== 200) return null;
  const id = String(answer.json['id']);
  const made = (await importsOf(hall)).find((one) => one.id === id);
  const where = `uploadImport by ${actor.name}${note}`;
  hall.tally.compare(`${where}: of an office`, true, made !== undefined);
  // It is the organisation of the post that gives the right, never one that let it act for itself.
  const [post] = importing(actor).posts;
  if (made && made.organisation !== post?.orgs[0]) hall.tally.leaks.push(`${where}: another's`);
  const isOld = before.some((one) => one.id === id);
  hall.tally.expect(`${where}: ${isOld ? 'an old one' : 'a new one'}`, isOld === underWay);
  if (known === null) hall.tally.expect(`${where}: a second one`, isOld);
  return id;
}

async function isUnderWay({ database }: Hall, actor: Actor, file: Buffer): Promise<boolean> {
  const own = importing(actor).posts[0]?.orgs[0] ?? null;
  const [found] = await database.transaction((tx) =>
    tx.query(
      `select 1 from enterprise_import
       where owner_org = $1 and sha256 = encode(sha256($2::bytea), 'hex') and ended_at is null`,
      [own, file],
    ),
  );
  return found !== undefined;
}

/** All imports, the newest first. */
export async function importsOf({ database }: Hall) {
  return database.transaction((tx) =>
    tx.query<{ id: string; organisation: string }>(
      `select id, owner_org as organisation from enterprise_import order by created_at desc, id`,
    ),
  );
}

export async function outcomesOf({ database }: Hall, id: string) {
  return database.transaction((tx) =>
    tx.query<{ outcome: string | null; codes: string }>(
      `select outcome, coalesce(jsonb_path_query_array(faults, '$[*].code')::text, '') as codes
       from enterprise_import_row where import_id = $1 order by row_number`,
      [id],
    ),
  );
}

/** The importers to be tried: one is enough where the door is shut. */
export function triedBy(hall: Hall, actor: Actor) {
  const all = Object.entries(importersOf(hall.ground));
  return mayImport(actor) ? all : all.slice(0, 1);
}

export function seed({ database }: Hall, organisation: string, rows: readonly SeededRow[]) {
  return database.transaction((tx) => enterImport(tx, organisation, rows));
}

/** What the page and the workbook say of the rows names nobody whom the file did not name. */
export async function repeatsNothing(
  hall: Hall,
  actor: Actor,
  id: string,
  sent: string,
): Promise<void> {
  for (const route of ['listImportRows', 'getFaultyRows'] as const) {
    const answer = await hall.ask(actor, route, { id, sent }, ' of the own upload');
    const where = `${route} by ${actor.name} of the own upload`;
    hall.tally.compare(where, true, answer?.status === 200);
    for (const [relation, { address, ...row }] of Object.entries(hall.ground.rows)) {
      if (mayDo(actor, 'read', 'enterprise', ownedBy(row))) continue;
      hall.tally.compare(
        `${where}: the address of ${relation}`,
        false,
        Boolean(answer?.text.includes(address)),
      );
    }
  }
}
