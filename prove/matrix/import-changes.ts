import { randomUUID } from 'node:crypto';
import type { Actor } from './actors.ts';
import { sitesOf, write } from './changes.ts';
import type { Counts } from './counted.ts';
import { mayDo, ownedBy, type Given, type Hall, type RouteName } from './hall.ts';
import {
  importing,
  isOwn,
  mayImport,
  settle,
  fileOf,
  freshRow,
  upload,
  triedBy,
  seed,
  repeatsNothing,
} from './imports.ts';
import type { importersOf, SeededRow } from './papers.ts';
import { FAR } from './world.ts';

const NOBODYS = '00000000-0000-4000-8000-000000000000';

type Importer = ReturnType<typeof importersOf>[keyof ReturnType<typeof importersOf>];

/** Writes to a new import of every office. What is refused leaves no trace in the import. */
async function writeEach(
  hall: Hall,
  actor: Actor,
  asked: Given & {
    readonly route: RouteName;
    readonly note?: string;
    readonly rows: (importer: Importer) => readonly SeededRow[];
    readonly added: (importer: Importer) => Partial<Counts>;
  },
): Promise<void> {
  const { route, note = '', rows, added, ...given } = asked;
  const unknown = await hall.ask(actor, route, { ...given, id: NOBODYS }, ' of nothing');
  if (unknown) hall.tally.expect(`${route} of nothing: ${unknown.status}`, unknown.status === 404);
  for (const [name, importer] of triedBy(hall, actor)) {
    const id = await seed(hall, importer.organisation, rows(importer));
    const before = await printOf(hall, id);
    const answer = await write(hall, actor, {
      ...given,
      route,
      id,
      note: `${note} of ${name}`,
      allowed: isOwn(actor, importer.organisation),
      added: added(importer),
      refusals: [404],
      settle: () => settle(hall),
    });
    if (answer?.status === 200) continue;
    const where = `${route} by ${actor.name}${note} of ${name}`;
    hall.tally.compare(`${where}: changed it`, false, before !== (await printOf(hall, id)));
    if (answer) {
      const told = JSON.stringify(answer.json);
      hall.tally.expect(
        `${where}: told apart from nothing`,
        told === JSON.stringify(unknown?.json),
      );
    }
  }
}

/** Everything that is kept of an import. */
async function printOf({ database }: Hall, id: string): Promise<string> {
  const [row] = await database.transaction((tx) =>
    tx.query<{ print: string }>(
      `select concat(to_jsonb(i), (select jsonb_agg(r order by row_number)
         from enterprise_import_row r where r.import_id = i.id)) as print
       from enterprise_import i where id = $1`,
      [id],
    ),
  );
  return row!.print;
}

/** A good row where the office may register, and a faulty one. */
function goodAndFaulty(hall: Hall) {
  return ({ districtCode, park }: Importer): SeededRow[] => [
    { raw: freshRow(hall, districtCode, park), outcome: 'NEW' },
    { raw: { name: '矩阵问题行' }, outcome: 'FAULTY' },
  ];
}

export async function correctsByFile(hall: Hall, actor: Actor): Promise<void> {
  const file = await fileOf([{ rowNumber: '3', name: '矩阵改正行', industries: '2926' }], true);
  const rows = goodAndFaulty(hall);
  await writeEach(hall, actor, { route: 'correctImport', file, rows, added: () => ({}) });
}

export async function correctsRow(hall: Hall, actor: Actor): Promise<void> {
  const body = { values: { name: '矩阵改正行' } };
  const rows = goodAndFaulty(hall);
  const given = { route: 'correctImportRow', row: 3, body, rows } as const;
  await writeEach(hall, actor, { ...given, added: () => ({}) });
}

export async function cancelsEach(hall: Hall, actor: Actor): Promise<void> {
  const added = () => ({ enterprise_import_row: -2 });
  await writeEach(hall, actor, { route: 'cancelImport', rows: goodAndFaulty(hall), added });
}

/**
 * Commits what every office has checked; then what was checked as good, but lies where the asker may
 * not register: nothing of it is written. Last a whole file about everybody's enterprises.
 */
export async function commitsEach(hall: Hall, actor: Actor): Promise<void> {
  const route = 'commitImport';
  await writeEach(hall, actor, {
    route,
    body: {},
    rows: goodAndFaulty(hall),
    added: ({ park }) => ({ enterprise: 1, organisation: 1, event: 2, tenancy: park ? 1 : 0 }),
  });
  const { otherCity } = hall.ground.places;
  await writeEach(hall, actor, {
    route,
    body: {},
    note: ' with a row out of reach',
    rows: (importer) => [
      ...goodAndFaulty(hall)(importer),
      { raw: freshRow(hall, FAR, otherCity), outcome: 'NEW' },
    ],
    added: () => ({}),
  });
  if (mayImport(actor)) await commitsFile(hall, actor);
}

/** A new enterprise in every place and a new address for every enterprise, in one file. */
async function commitsFile(hall: Hall, actor: Actor): Promise<void> {
  const { places, rows } = hall.ground;
  const asking = importing(actor);
  const sites = sitesOf(hall.ground).map((site) => {
    const park = Object.values(places).find((one) => one?.id === site.parkId) ?? null;
    const { districtCode, parkId } = site;
    const owned = { ownerOrg: null, districtCode, parkId };
    const isAllowed = mayDo(asking, 'create', 'enterprise', owned);
    return { site, row: freshRow(hall, districtCode, park), isAllowed };
  });
  const address = `改过的地址 ${randomUUID()}`;
  const known = Object.entries(rows).map(([relation, row]) => {
    const { name, creditCode } = row;
    const isAllowed = mayDo(asking, 'update', 'enterprise', ownedBy(row));
    return { relation, row: { name, creditCode, industries: '2926', address }, isAllowed };
  });
  const lines = [...sites, ...known].map(({ row }) => row);
  const sent = JSON.stringify(lines);
  const file = await fileOf(lines);
  const note = ' of everybody';
  const id = await upload(hall, actor, {
    file,
    sent,
    note,
    rows: lines.length,
    known: new Set(),
  });
  if (id === null) return;
  const good = sites.filter(({ isAllowed }) => isAllowed);
  const changed = known.filter(({ isAllowed }) => isAllowed);
  await write(hall, actor, {
    route: 'commitImport',
    id,
    body: {},
    sent,
    note,
    allowed: true,
    added: {
      enterprise: good.length,
      organisation: good.length,
      tenancy: good.filter(({ site }) => site.parkId !== null).length,
      event: good.length + changed.length + 1,
    },
    refusals: [],
    settle: () => settle(hall),
  });
  await repeatsNothing(hall, actor, id, sent);
  const written = await hall.database.transaction((tx) =>
    tx.query<{ code: string; isChanged: boolean }>(
      `select credit_code as code, address = $2 as "isChanged" from enterprise
       where credit_code = any ($1::text[])`,
      [lines.map(({ creditCode }) => creditCode), address],
    ),
  );
  const found = new Map(written.map(({ code, isChanged }) => [code, isChanged]));
  const where = `commitImport by ${actor.name}`;
  for (const { site, row, isAllowed } of sites)
    hall.tally.compare(`${where} at ${site.name}`, isAllowed, found.has(row['creditCode']!));
  for (const { relation, row, isAllowed } of known)
    hall.tally.compare(`${where} of ${relation}`, isAllowed, found.get(row.creditCode) === true);
}
