import { randomUUID } from 'node:crypto';
import { readWholeSheet } from '../../apps/server/src/platform/excel/index.ts';
import type { Actor } from './actors.ts';
import { write } from './changes.ts';
import { housesFor, notice, ownedHouse, showsDocuments, stepsOn } from './document-walks.ts';
import { enterDocument, enterPublic, enterVolume, FIRST_VOLUME } from './documents.ts';
import { mayDo, type Hall, type RouteName } from './hall.ts';

type Walk = (hall: Hall, actor: Actor) => Promise<void>;
type Ids = readonly { readonly id: string }[];

const NOBODYS = '00000000-0000-4000-8000-000000000000';
const FIRST = `q=${encodeURIComponent(FIRST_VOLUME)}&size=200`;
const idsOf = (rows: Ids) => rows.map(({ id }) => id);

/** The volumes that were there before the walk, with the names of their offices. */
async function firstVolumes(hall: Hall) {
  const named = await hall.database.transaction((tx) =>
    tx.query<{ id: string; office: string }>(
      `select v.id, o.name as office from document_volume v join organisation o on o.id = v.owner_org
       where v.title = $1`,
      [FIRST_VOLUME],
    ),
  );
  const officeOf = new Map(named.map(({ id, office }) => [id, office]));
  const rows = await hall.ownedRows('document_volume');
  return rows.flatMap((row) => {
    const office = officeOf.get(row.id);
    return office === undefined ? [] : [{ ...row, office }];
  });
}

async function listsVolumes(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'listVolumes', { query: FIRST });
  if (!answer) return;
  const allowed = (await firstVolumes(hall)).filter((row) => mayDo(actor, 'read', 'document', row));
  const where = `listVolumes by ${actor.name}`;
  hall.tally.compareSets(where, idsOf(allowed), idsOf(answer.json['rows'] as Ids));
  hall.tally.expect(`${where}: total`, answer.json['total'] === allowed.length);
}

async function exportsVolumes(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'exportVolumes', { query: FIRST });
  if (!answer) return;
  const allowed = (await firstVolumes(hall)).filter((row) =>
    mayDo(actor, 'export', 'document', row),
  );
  const columns = [{ key: 'office', zh: '立卷单位' }] as const;
  const sheet = await readWholeSheet(answer.bytes, { columns });
  hall.tally.compareSets(
    `exportVolumes by ${actor.name}`,
    allowed.map(({ office }) => office),
    sheet.ok ? sheet.rows.map(({ values }) => values.office) : [],
  );
}

async function showsVolumes(hall: Hall, actor: Actor): Promise<void> {
  const unknown = await hall.ask(actor, 'getVolume', { id: NOBODYS }, ' of nothing');
  if (!unknown) return;
  for (const row of await firstVolumes(hall)) {
    const answer = await hall.ask(actor, 'getVolume', { id: row.id }, ` of ${row.office}`);
    if (!answer) continue;
    const where = `getVolume by ${actor.name} of ${row.office}`;
    hall.tally.compare(where, mayDo(actor, 'read', 'document', row), answer.status === 200);
    if (answer.status === 200) continue;
    const told = JSON.stringify(answer.json);
    hall.tally.expect(`${where}: told apart from nothing`, told === JSON.stringify(unknown.json));
  }
}

/** A volume of each office with one number that was void before its seal: nothing waits, no scan is kept. */
async function closesVolumes(hall: Hall, actor: Actor): Promise<void> {
  for (const [name, house] of housesFor(hall)) {
    const id = await hall.database.transaction(async (tx) => {
      const volume = await enterVolume(tx, house);
      const paper = { on: null, volume };
      const document = await enterDocument(tx, hall.ground, house, 'NUMBERED', paper);
      await tx.query(`update document set effect = 'VOID' where id = $1`, [document]);
      return volume;
    });
    const owned = ownedHouse(house);
    const answer = await write(hall, actor, {
      route: 'closeVolume',
      id,
      body: { version: 1 },
      note: ` of ${name}`,
      allowed: mayDo(actor, 'issue', 'document', owned),
      added: { event: 1 },
      refusals: mayDo(actor, 'read', 'document', owned) ? [403, 404] : [404],
    });
    if (!answer) return;
  }
}

/** Whoever may have the ZIP gets it, or learns that it is lost; for others it is not there. */
async function downloadsVolumes(hall: Hall, actor: Actor): Promise<void> {
  for (const [name, house] of housesFor(hall)) {
    const id = await hall.database.transaction(async (tx) => {
      const volume = await enterVolume(tx, house);
      await tx.query(
        `update document_volume set closed_on = '2026-11-24', number = $2, archive_file = $3,
           archive_sha256 = repeat('0', 64), archive_items = '[]' where id = $1`,
        [volume, `2025-${volume}`, randomUUID()],
      );
      return volume;
    });
    const answer = await hall.ask(actor, 'downloadVolume', { id }, ` of ${name}`);
    if (!answer) return;
    hall.tally.compare(
      `downloadVolume by ${actor.name} of ${name}: ${answer.status}`,
      mayDo(actor, 'export', 'document', ownedHouse(house)),
      answer.status === 200 || answer.json['code'] === 'FILE_UNKNOWN',
    );
  }
}

async function publicVersions(hall: Hall) {
  return hall.database.transaction((tx) =>
    tx.query<{ id: string; isOut: boolean }>(
      `select document_id as id, is_public as "isOut" from document_public order by published_on`,
    ),
  );
}

async function listsPublic(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'listPublicDocuments', { query: 'size=200' });
  if (!answer) return;
  const out = (await publicVersions(hall)).filter(({ isOut }) => isOut);
  const shown = idsOf(answer.json['rows'] as Ids);
  hall.tally.compareSets(`listPublicDocuments by ${actor.name}`, idsOf(out), shown);
}

async function exportsPublic(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'exportPublicDocuments');
  if (!answer) return;
  const versions = await publicVersions(hall);
  hall.tally.compareSets(
    `exportPublicDocuments by ${actor.name}`,
    idsOf(versions.filter(({ isOut }) => isOut)),
    idsOf(versions).filter((id) => answer.text.includes(id)),
  );
}

/** One that is out, and one that its own office has not checked yet. */
async function printsPublic(hall: Hall, actor: Actor): Promise<void> {
  const versions = await publicVersions(hall);
  for (const wanted of [true, false]) {
    const { id } = versions.find(({ isOut }) => isOut === wanted)!;
    const note = wanted ? ' that is out' : ' that is not out';
    const answer = await hall.ask(actor, 'printPublicDocument', { id }, note);
    if (!answer) continue;
    const where = `printPublicDocument by ${actor.name}${note}: ${answer.status}`;
    hall.tally.compare(where, wanted, answer.status === 200);
  }
}

export const VOLUME_WALKS = {
  listVolumes: listsVolumes,
  exportVolumes: exportsVolumes,
  getVolume: showsVolumes,
  closeVolume: closesVolumes,
  downloadVolume: downloadsVolumes,
  getPublicVersion: showsDocuments('getPublicVersion'),
  savePublicVersion: stepsOn('savePublicVersion', {
    from: 'SERVED',
    right: 'update',
    roles: notice.draft,
    body: () => ({ version: 0, marks: [], statement: '已删去个人隐私' }),
    added: { document_public: 1, work_item: 1, event: 2 },
  }),
  checkPublicVersion: stepsOn('checkPublicVersion', {
    from: 'SERVED',
    right: 'review',
    roles: null,
    body: () => ({}),
    added: { event: 1 },
    prepare: (tx, { ground }, house, id) => enterPublic(tx, ground, house, id, false),
  }),
  listPublicDocuments: listsPublic,
  exportPublicDocuments: exportsPublic,
  printPublicDocument: printsPublic,
} satisfies Partial<Record<RouteName, Walk>>;
