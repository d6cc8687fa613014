import { randomUUID } from 'node:crypto';
import { can } from '@ludao/contracts';
import type { Actor } from './actors.ts';
import { enter, formAt, sitesOf, write } from './changes.ts';
import { mayDo, ownedBy, type Hall } from './hall.ts';
import { PARK_WALKS } from './park-walks.ts';
import { HOME, NEXT, NOW } from './world.ts';

type Walk = (hall: Hall, actor: Actor) => Promise<void>;
type Site = ReturnType<typeof sitesOf>[number];

/** A new enterprise at a place; nobody's own. */
async function enterAt(hall: Hall, site: Site, name: string) {
  const id = randomUUID();
  const form = formAt(hall.ground, site, name);
  await enter(hall, id, form);
  return { id, form, owned: ownedBy({ id, ...form }) };
}

/** A tenant leaves: told by park and bureau, never by itself. */
async function departsEach(hall: Hall, actor: Actor): Promise<void> {
  const body = { leftOn: '2026-11-20', version: 1 };
  for (const site of sitesOf(hall.ground).filter(({ parkId }) => parkId !== null)) {
    const { id, owned } = await enterAt(hall, site, '迁出企业');
    await write(hall, actor, {
      route: 'endTenancy',
      id,
      body,
      note: ` from ${site.name}`,
      allowed: mayDo(actor, 'update', 'enterprise', owned),
      added: { event: 1 },
      refusals: [403, 404],
    });
  }
  const isOwnOnly = actor.posts.every(
    ({ districts, parks }) => districts.length + parks.length === 0,
  );
  if (!isOwnOnly) return;
  const { id } = hall.ground.rows.own;
  const { version } = (await hall.trueRows('enterprise')).find((row) => row.id === id)!;
  await write(hall, actor, {
    route: 'endTenancy',
    id,
    body: { ...body, version },
    note: ' by itself',
    allowed: false,
    added: {},
    refusals: [403, 404],
  });
}

/** Where two entries may lie: in one county, in one park, and in two counties. */
function pairsIn(hall: Hall): readonly (readonly [Site, Site])[] {
  const sites = sitesOf(hall.ground);
  const outside = (county: string) =>
    sites.find(({ districtCode, parkId }) => parkId === null && districtCode === county)!;
  const ownPark = sites.find(({ name }) => name === 'ownPark')!;
  return [
    [outside(HOME), outside(HOME)],
    [ownPark, ownPark],
    [outside(HOME), outside(NEXT)],
    [outside(NEXT), outside(NEXT)],
  ];
}

async function mergesEach(hall: Hall, actor: Actor): Promise<void> {
  for (const [one, two] of pairsIn(hall)) {
    const [own, other] = [await enterAt(hall, one, '合并甲'), await enterAt(hall, two, '合并乙')];
    await write(hall, actor, {
      route: 'mergeEnterprise',
      id: own.id,
      body: { other: other.id, version: 1, otherVersion: 1, take: [], reason: '矩阵合并' },
      note: ` of ${one.name} and ${two.name}`,
      allowed: [own, other].every(({ owned }) => mayDo(actor, 'merge', 'enterprise', owned)),
      added: { event: 2, enterprise_merge: 1 },
      refusals: [403, 404],
    });
  }
}

/** A merge is undone where the right reaches, and only by the office that made it. */
async function undoesEach(hall: Hall, actor: Actor): Promise<void> {
  const { office, nextBranch } = hall.ground;
  for (const [one, two] of pairsIn(hall)) {
    for (const { id: organisation } of [office.COUNTY_EEB, nextBranch]) {
      const [own, other] = [await enterAt(hall, one, '撤销甲'), await enterAt(hall, two, '撤销乙')];
      const before = { form: own.form, stays: [], carried: {}, handedOn: [], contacts: [] };
      await hall.database.transaction(async (tx) => {
        await tx.query('update enterprise set merged_into = $2 where id = $1', [other.id, own.id]);
        await tx.query(
          `insert into enterprise_merge (id, owner_org, district_code, survivor, merged,
             survivor_version, reason, before, merged_at)
           values (gen_random_uuid(), $1, $2, $3, $4, 1, '矩阵合并', $5, $6)`,
          [organisation, own.form.districtCode, own.id, other.id, JSON.stringify(before), NOW],
        );
      });
      const isOfOffice = actor.posts.some(
        (post) =>
          post.orgs.includes(organisation) &&
          can({ posts: [post] }, 'merge', 'enterprise', own.owned),
      );
      await write(hall, actor, {
        route: 'undoMerge',
        id: own.id,
        body: { other: other.id, version: 1, reason: '矩阵撤销' },
        note: ` of ${one.name} and ${two.name} by ${organisation}`,
        allowed:
          isOfOffice &&
          [own, other].every(({ owned }) => mayDo(actor, 'merge', 'enterprise', owned)),
        added: { event: 2 },
        // Where the merge itself is out of sight it is not there.
        refusals: [403, 404, 409],
      });
    }
  }
}

async function marksEach(hall: Hall, actor: Actor): Promise<void> {
  for (const [one, two] of pairsIn(hall)) {
    const [own, other] = [await enterAt(hall, one, '两家甲'), await enterAt(hall, two, '两家乙')];
    await write(hall, actor, {
      route: 'markDistinct',
      id: own.id,
      body: { other: other.id },
      note: ` of ${one.name} and ${two.name}`,
      allowed: [own, other].every(({ owned }) => mayDo(actor, 'merge', 'enterprise', owned)),
      added: { event: 1, enterprise_distinct: 1 },
      refusals: [403, 404],
    });
  }
}

/** No pair names an entry that the asker could not merge. */
function pairsUp(name: 'listDuplicates' | 'exportDuplicates'): Walk {
  return async (hall, actor) => {
    const answer = await hall.ask(actor, name, { query: 'size=100' });
    if (!answer || name === 'exportDuplicates') return;
    const pairs = answer.json['rows'] as { one: { id: string }; other: { id: string } }[];
    const rows = new Map((await hall.trueRows('enterprise')).map((row) => [row.id, row]));
    const foreign = pairs
      .flatMap(({ one, other }) => [one.id, other.id])
      .filter((id) => !mayDo(actor, 'merge', 'enterprise', rows.get(id)!));
    hall.tally.compareSets(`${name} by ${actor.name}`, [], foreign);
  };
}

/** Of parks, tenancies and duplicates, whatever changes something or is not a plain list. */
export const REGISTER_WALKS = {
  ...PARK_WALKS,
  endTenancy: departsEach,
  listDuplicates: pairsUp('listDuplicates'),
  exportDuplicates: pairsUp('exportDuplicates'),
  mergeEnterprise: mergesEach,
  undoMerge: undoesEach,
  markDistinct: marksEach,
};
