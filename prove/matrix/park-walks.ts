import { randomUUID } from 'node:crypto';
import { PARTNER_KINDS, rolesFor, type Action, type Resource } from '@ludao/contracts';
import type { Actor } from './actors.ts';
import { write } from './changes.ts';
import { mayDo, type Hall, type RouteName } from './hall.ts';
import { FAR, HOME, NEXT } from './world.ts';

type Walk = (hall: Hall, actor: Actor) => Promise<void>;

const PARK = { kind: 'MANUFACTURING', operator: null, legalEntity: null };

async function registersParks(hall: Hall, actor: Actor): Promise<void> {
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
function changesParks(route: ParkRoute): Walk {
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

async function findsPosts(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'listParkPostChoices');
  if (!answer) return;
  const { orgs, districts } = reachFor(actor, 'update', 'park');
  const expected = hall.ground.world.posts.filter(
    ({ role, organisation, districtCode }) =>
      (role === 'PARK_CHIEF' || role === 'SQUAD_MEMBER') &&
      (orgs.includes(organisation) || districts.includes(districtCode)),
  );
  const shown = answer.json['posts'] as { id: string }[];
  expectSame(hall, 'listParkPostChoices', actor, expected, shown);
}

async function findsPartners(hall: Hall, actor: Actor): Promise<void> {
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

export const PARK_WALKS = {
  registerPark: registersParks,
  changePark: changesParks('changePark'),
  saveBuilding: changesParks('saveBuilding'),
  assignParkPosts: changesParks('assignParkPosts'),
  enterDesignation: changesParks('enterDesignation'),
  endDesignation: changesParks('endDesignation'),
  listParkPostChoices: findsPosts,
  findPartners: findsPartners,
};
