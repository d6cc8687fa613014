import { randomUUID } from 'node:crypto';
import type { Actor } from './actors.ts';
import { sitesOf } from './changes.ts';
import { mayDo, ownedBy, type Hall, type RouteName } from './hall.ts';
import {
  importing,
  isOwn,
  fileOf,
  freshRow,
  upload,
  importsOf,
  outcomesOf,
  triedBy,
  seed,
  repeatsNothing,
} from './imports.ts';

const NOBODYS = '00000000-0000-4000-8000-000000000000';
/** How many imports a list shows. */
const LISTED = 50;

/** The template names the parks that the asker may put an enterprise in, and no others. */
export async function offersParks(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'getImportTemplate');
  if (!answer) return;
  const parks = hall.ground.world.parks;
  const allowed = parks.filter(({ id, districtCode }) =>
    mayDo(importing(actor), 'create', 'enterprise', { ownerOrg: null, districtCode, parkId: id }),
  );
  hall.tally.compareSets(
    `getImportTemplate by ${actor.name}`,
    allowed.map(({ name }) => name),
    parks.map(({ name }) => name).filter((name) => answer.text.includes(name)),
  );
}

let sameFile: Promise<Buffer> | undefined;

/**
 * The same file from everybody: each office has an import of its own. Then enterprises of others,
 * to be drawn into every park: only who may change them both there and here is told of a change.
 */
export async function uploadsEach(hall: Hall, actor: Actor): Promise<void> {
  sameFile ??= fileOf([{ name: '矩阵同一文件', industries: '1' }]);
  const file = await sameFile;
  const known = new Set((await importsOf(hall)).map(({ id }) => id));
  const first = await upload(hall, actor, { file, note: ' of the same file', rows: 1, known });
  if (!first) return;
  const again = await upload(hall, actor, { file, note: ' once more', rows: 1, known: null });
  hall.tally.expect(`uploadImport by ${actor.name}: begins anew`, again === first);
  const { rows, places } = hall.ground;
  const asking = importing(actor);
  for (const site of sitesOf(hall.ground).filter(({ parkId }) => parkId !== null)) {
    const park = Object.values(places).find((one) => one?.id === site.parkId)!;
    const there = { districtCode: site.districtCode, park: park.name, movedIn: '2026-11-20' };
    const drawn = Object.values(rows).map(({ name, creditCode }) => ({
      name,
      creditCode,
      industries: '2926',
      ...there,
    }));
    const id = await upload(hall, actor, {
      file: await fileOf(drawn),
      sent: JSON.stringify(drawn),
      note: ` into ${site.name}`,
      rows: drawn.length,
      known,
    });
    if (id === null) continue;
    const outcomes = await outcomesOf(hall, id);
    for (const [at, [relation, row]] of Object.entries(rows).entries()) {
      const after = { ownerOrg: row.id, districtCode: site.districtCode, parkId: site.parkId };
      const isAllowed = [ownedBy(row), after].every((owned) =>
        mayDo(asking, 'update', 'enterprise', owned),
      );
      const where = `uploadImport by ${actor.name} of ${relation} into ${site.name}`;
      const { outcome, codes } = outcomes[at]!;
      hall.tally.compare(`${where}: ${outcome} ${codes}`, isAllowed, outcome === 'CHANGE');
    }
    await repeatsNothing(hall, actor, id, JSON.stringify(drawn));
  }
}

export async function listsImports(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'listImports');
  if (!answer) return;
  const own = (await importsOf(hall)).filter(({ organisation }) => isOwn(actor, organisation));
  hall.tally.compareSets(
    `listImports by ${actor.name}`,
    own.slice(0, LISTED).map(({ id }) => id),
    (answer.json['rows'] as { id: string }[]).map(({ id }) => id),
  );
}

/** Only its office sees an import; for others it answers exactly like what does not exist. */
export function showsImport(name: RouteName) {
  return async (hall: Hall, actor: Actor): Promise<void> => {
    const unknown = await hall.ask(actor, name, { id: NOBODYS }, ' of nothing');
    if (unknown) hall.tally.expect(`${name} of nothing: ${unknown.status}`, unknown.status === 404);
    for (const [importer, { organisation, districtCode, park }] of triedBy(hall, actor)) {
      const good = freshRow(hall, districtCode, park);
      const faulty = { name: `矩阵问题行${randomUUID()}` };
      const id = await seed(hall, organisation, [
        { raw: good, outcome: 'NEW' },
        { raw: faulty, outcome: 'FAULTY' },
      ]);
      const where = `${name} by ${actor.name} of ${importer}`;
      const answer = await hall.ask(actor, name, { id }, ` of ${importer}`);
      if (!answer) continue;
      hall.tally.compare(where, isOwn(actor, organisation), answer.status === 200);
      if (answer.status === 200) {
        const isThere = name === 'getImport' || answer.text.includes(faulty.name);
        hall.tally.expect(`${where}: its rows`, isThere);
      } else {
        const told = JSON.stringify(answer.json);
        hall.tally.expect(
          `${where}: told apart from nothing`,
          told === JSON.stringify(unknown?.json),
        );
      }
    }
  };
}
