import { randomUUID } from 'node:crypto';
import type { Action, Owned } from '@ludao/contracts';
import { readWholeSheet, writeSheet } from '../../apps/server/src/platform/excel/index.ts';
import type { Actor } from './actors.ts';
import { write } from './changes.ts';
import { mayDo, type Hall, type RouteName } from './hall.ts';
import { anAdoption, enterEntry } from './papers.ts';
import { FAR, HOME, NEXT } from './world.ts';

const NOBODYS = '00000000-0000-4000-8000-000000000000';

/** The workbook names all entries that may be exported, and no others. */
export async function exportsEntries(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'exportEntries');
  if (!answer) return;
  const rows = await hall.ownedRows('rulebook_entry');
  const allowed = rows.filter((row) => mayDo(actor, 'export', 'rulebook_entry', row));
  const sheet = await readWholeSheet(answer.bytes, { columns: [{ key: 'title', zh: '名称' }] });
  hall.tally.compareSets(
    `exportEntries by ${actor.name}`,
    allowed.map(({ id }) => `matrix-${id.slice(0, 8)}`),
    sheet.ok ? sheet.rows.map(({ values }) => values.title) : [],
  );
}

/** One entry of each county: what is not for the reader answers like what does not exist. */
export function showsEntry(name: RouteName, action: Action) {
  return async (hall: Hall, actor: Actor): Promise<void> => {
    const unknown = await hall.ask(actor, name, { id: NOBODYS }, ' of nothing');
    if (unknown) hall.tally.expect(`${name} of nothing: ${unknown.status}`, unknown.status === 404);
    const rows = await hall.ownedRows('rulebook_entry');
    for (const district of [HOME, NEXT, FAR]) {
      const row = rows.find(({ districtCode }) => districtCode === district);
      if (!row) continue;
      const where = `${name} by ${actor.name} in ${district}`;
      const answer = await hall.ask(actor, name, { id: row.id }, ` in ${district}`);
      if (!answer) continue;
      hall.tally.compare(where, mayDo(actor, action, 'rulebook_entry', row), answer.status === 200);
      const isHidden =
        answer.status === 200 || JSON.stringify(answer.json) === JSON.stringify(unknown?.json);
      hall.tally.expect(`${where}: told apart from nothing`, isHidden);
    }
  };
}

export async function submitsEach(hall: Hall, actor: Actor): Promise<void> {
  for (const district of [HOME, NEXT, FAR]) {
    const {
      jurisdiction,
      adoptedBy: issuer,
      documentNo: sourceNo,
      title: sourceTitle,
      ...rest
    } = anAdoption(`matrix-${randomUUID().slice(0, 8)}`, district);
    const document = { sourceTitle, sourceNo, issuer, effectiveFrom: '2026-12-01' };
    const weight = { layer: 'MUNICIPAL_NORMATIVE', confidence: 'verified' };
    await write(hall, actor, {
      route: 'submitEntry',
      body: { topic: 'adoptions', district, ...document, ...weight, entries: [rest] },
      note: ` in ${jurisdiction}`,
      allowed: mayDo(actor, 'create', 'rulebook_entry', owned(null, district)),
      added: { rulebook_entry: 1, work_item: 1, event: 2 },
      refusals: [403],
    });
  }
}

/** What another person entered is decided where the right reaches; the own work never. */
export async function decidesEach(hall: Hall, actor: Actor): Promise<void> {
  await changesEach(hall, actor, (isOwn, row) => ({
    route: 'decideEntry',
    body: { decision: 'reject', reason: '矩阵退回' },
    allowed: !isOwn && mayDo(actor, 'approve', 'rulebook_entry', row),
  }));
}

/** Only the own work is taken back, and only by whom it is in reach of. */
export async function withdrawsEach(hall: Hall, actor: Actor): Promise<void> {
  await changesEach(hall, actor, (isOwn, row) => ({
    route: 'withdrawEntry',
    body: {},
    allowed: isOwn && mayDo(actor, 'create', 'rulebook_entry', row),
  }));
}

async function changesEach(
  hall: Hall,
  actor: Actor,
  asked: (
    isOwn: boolean,
    row: Owned,
  ) => { readonly route: RouteName; readonly body: object; readonly allowed: boolean },
): Promise<void> {
  const { world, office, nextBranch } = hall.ground;
  const other = world.posts[0]!;
  const offices = [
    [HOME, office.COUNTY_EEB],
    [NEXT, nextBranch],
    [FAR, world.organisations.find(({ districtCode }) => districtCode === FAR)!],
  ] as const;
  for (const [districtCode, { id: organisation }] of offices) {
    for (const isOwn of [false, true]) {
      const person = isOwn ? actor.personId : other.holder.personId;
      if (person === null) continue;
      const id = await hall.database.transaction((tx) =>
        enterEntry(tx, { organisation, districtCode, person, post: other.id }),
      );
      const row = owned(organisation, districtCode);
      const isSeen = mayDo(actor, 'read', 'rulebook_entry', row);
      await write(hall, actor, {
        ...asked(isOwn, row),
        id,
        note: `${isOwn ? ' of the own work' : ''} in ${districtCode}`,
        added: { event: 1 },
        refusals: isSeen ? [403, 404] : [404],
      });
    }
  }
}

/** The check of a file tells nothing of anybody's rows, and keeps nothing. */
export async function checksFile(hall: Hall, actor: Actor): Promise<void> {
  const query = `topic=key-dischargers&district=${HOME}`;
  const columns = [{ key: 'name', heading: '单位名称', type: 'text' }] as const;
  const file = await writeSheet({ title: '矩阵', columns, rows: [{ name: '矩阵单位' }] });
  const before = await hall.count();
  const answer = await hall.ask(actor, 'checkEntryFile', { query, file });
  if (answer) hall.tally.expect(`checkEntryFile by ${actor.name}`, answer.status === 422);
  const written = JSON.stringify(await hall.count()) !== JSON.stringify(before);
  if (written) hall.tally.leaks.push(`checkEntryFile by ${actor.name}: wrote`);
}

function owned(ownerOrg: string | null, districtCode: string): Owned {
  return { ownerOrg, districtCode, parkId: null };
}
