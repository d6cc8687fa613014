import { randomUUID } from 'node:crypto';
import { can, PARTNER_KINDS, rolesFor, type Action, type Resource } from '@ludao/contracts';
import type { Actor } from './actors.ts';
import { enter, formAt, sitesOf, write } from './changes.ts';
import { mayDo, ownedBy, type Hall, type RouteName } from './hall.ts';
import { FAR, HOME, NEXT, NOW } from './world.ts';

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
export async function departsEach(hall: Hall, actor: Actor): Promise<void> {
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

export async function mergesEach(hall: Hall, actor: Actor): Promise<void> {
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
export async function undoesEach(hall: Hall, actor: Actor): Promise<void> {
  const { office, nextBranch } = hall.ground;
  for (const [one, two] of pairsIn(hall)) {
    for (const { id: organisation } of [office.COUNTY_EEB, nextBranch]) {
      const [own, other] = [await enterAt(hall, one, '撤销甲'), await enterAt(hall, two, '撤销乙')];
      const before = { form: own.form, stays: [], carried: {}, handedOn: [] };
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

export async function marksEach(hall: Hall, actor: Actor): Promise<void> {
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
export function pairsUp(name: 'listDuplicates' | 'exportDuplicates'): Walk {
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

const PARK = { kind: 'MANUFACTURING', operator: null, legalEntity: null };

export async function registersParks(hall: Hall, actor: Actor): Promise<void> {
  for (const districtCode of [HOME, NEXT, FAR]) {
    await write(hall, actor, {
      route: 'registerPark',
      body: { ...PARK, name: `矩阵新园${randomUUID().slice(0, 8)}`, districtCode },
      note: ` in ${districtCode}`,
      allowed: mayDo(actor, 'create', 'park', { ownerOrg: null, districtCode, parkId: null }),
      added: { park: 1, event: 1 },
      refusals: [403],
    });
  }
}

type ParkRoute =
  | 'changePark'
  | 'saveBuilding'
  | 'assignParkPosts'
  | 'enterDesignation'
  | 'endDesignation';

/** A change of each park of the world that leaves everybody's reach as it is. */
export function changesParks(route: ParkRoute): Walk {
  const resource: Resource = route.endsWith('Designation') ? 'park_designation' : 'park';
  return async (hall, actor) => {
    const rows = new Map((await hall.trueRows('park')).map((row) => [row.id, row]));
    for (const [relation, place] of Object.entries(hall.ground.places)) {
      if (!place) continue;
      const row = rows.get(place.id)!;
      const { body, added } = await changeOf(route, hall, row.id);
      await write(hall, actor, {
        route,
        id: row.id,
        body: { ...body, version: row.version },
        note: ` of ${relation}`,
        allowed: mayDo(actor, 'update', resource, row),
        added,
        refusals: [403, 404],
      });
    }
  };
}

async function changeOf(
  route: ParkRoute,
  hall: Hall,
  parkId: string,
): Promise<{ body: object; added: Parameters<typeof write>[2]['added'] }> {
  const park = hall.ground.world.parks.find(({ id }) => id === parkId)!;
  const { name, districtCode, operator, legalEntity } = park;
  const nonce = randomUUID().slice(0, 8);
  const partner = (id: string | null) => (id === null ? null : { id });
  const rating = {
    kind: 'BENCHMARK_PARK',
    evidence: '矩阵标杆',
    documentNo: '矩阵〔2026〕2号',
    issuedOn: '2026-01-01',
    validFrom: '2026-01-01',
  };
  switch (route) {
    case 'changePark': {
      const partners = { operator: partner(operator), legalEntity: partner(legalEntity) };
      const body = { ...PARK, ...partners, name, districtCode, address: `矩阵路${nonce}` };
      return { body, added: { event: 1 } };
    }
    case 'saveBuilding':
      return {
        body: { building: { name: nonce, units: [] } },
        added: { event: 1, park_building: 1 },
      };
    case 'assignParkPosts': {
      const posts = hall.ground.world.posts.filter(({ postPark }) => postPark === parkId);
      return { body: { posts: posts.map(({ id }) => id) }, added: {} };
    }
    case 'enterDesignation':
      await hall.database.transaction((tx) =>
        tx.query(
          `update park_designation set valid_from = '1990-01-01', valid_to = '1990-01-02'
           where park_id = $1 and kind = 'BENCHMARK_PARK'`,
          [parkId],
        ),
      );
      return { body: rating, added: { event: 1, park_designation: 1 } };
    case 'endDesignation': {
      const designation = randomUUID();
      await hall.database.transaction((tx) =>
        tx.query(
          `insert into park_designation (id, park_id, district_code, kind, evidence, valid_from)
           values ($1, $2, $3, 'CHARACTERISTIC_PARK', '矩阵特色', '2025-01-01')`,
          [designation, parkId, districtCode],
        ),
      );
      return {
        body: { designation, lastDay: '2026-11-01', reason: '矩阵复核' },
        added: { event: 1 },
      };
    }
  }
}

/** What those of the actor's posts reach that may change parks. */
function reachFor(actor: Actor, action: Action, resource: Resource) {
  const roles = rolesFor(action, resource);
  const posts = actor.posts.filter(({ role }) => roles.includes(role));
  return {
    orgs: posts.flatMap(({ orgs }) => orgs),
    districts: posts.flatMap(({ districts }) => districts),
  };
}

export async function findsPosts(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'listPostChoices');
  if (!answer) return;
  const { orgs, districts } = reachFor(actor, 'update', 'park');
  const expected = hall.ground.world.posts.filter(
    ({ role, organisation, districtCode }) =>
      (role === 'PARK_CHIEF' || role === 'SQUAD_MEMBER') &&
      (orgs.includes(organisation) || districts.includes(districtCode)),
  );
  const shown = answer.json['posts'] as { id: string }[];
  expectSame(hall, 'listPostChoices', actor, expected, shown);
}

export async function findsPartners(hall: Hall, actor: Actor): Promise<void> {
  const query = `q=${encodeURIComponent('矩阵机构')}`;
  const answer = await hall.ask(actor, 'findPartners', { query });
  if (!answer) return;
  const { orgs, districts } = reachFor(actor, 'update', 'park');
  const expected = hall.ground.world.organisations.filter(
    ({ id, kind, isPublic, districtCode }) =>
      PARTNER_KINDS.some((known) => known === kind) &&
      (isPublic || orgs.includes(id) || districts.includes(districtCode)),
  );
  const shown = answer.json['organisations'] as { id: string }[];
  expectSame(hall, 'findPartners', actor, expected, shown);
}

type Ids = readonly { readonly id: string }[];

function expectSame(hall: Hall, name: RouteName, actor: Actor, expected: Ids, shown: Ids): void {
  const ids = (rows: Ids) => rows.map(({ id }) => id);
  hall.tally.compareSets(`${name} by ${actor.name}`, ids(expected), ids(shown));
}
