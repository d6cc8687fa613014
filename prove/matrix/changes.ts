import { randomUUID } from 'node:crypto';
import { EMPTY_PROFILE, type EnterpriseForm } from '@ludao/contracts';
import { enterEnterprises } from '../../apps/server/src/modules/enterprises/index.ts';
import { enterOrganisations } from '../../apps/server/src/modules/organisations/index.ts';
import type { Actor } from './actors.ts';
import type { Counts } from './counted.ts';
import { mayDo, ownedBy, type Answer, type Given, type Hall, type RouteName } from './hall.ts';
import { HOME, NEXT, NOW, type Ground } from './world.ts';

/** Where an enterprise may be put. */
export function sitesOf({ places }: Ground) {
  const inParks = (['ownPark', 'neighbourPark', 'nextCounty', 'otherCity'] as const).map((name) => {
    const { id, districtCode } = places[name];
    return { name, districtCode, parkId: id };
  });
  const outside = [HOME, NEXT].map((county) => ({
    name: `no park in ${county}`,
    districtCode: county,
    parkId: null,
  }));
  return [...inParks, ...outside];
}

export function formAt(
  { world }: Ground,
  site: { readonly districtCode: string; readonly parkId: string | null },
  name: string,
): EnterpriseForm {
  return {
    name,
    creditCode: world.creditCode(site.districtCode),
    industries: ['2926'],
    districtCode: site.districtCode,
    address: '',
    parkId: site.parkId,
    unitId: null,
    movedIn: site.parkId === null ? null : '2026-11-01',
    wastewater: null,
    hazardousWaste: null,
    ...EMPTY_PROFILE,
  };
}

/** Asks, and counts what was written: everything that belongs to it, or nothing at all. */
export async function write(
  hall: Hall,
  actor: Actor,
  asked: Given & {
    readonly route: RouteName;
    readonly note: string;
    readonly allowed: boolean;
    readonly added: Partial<Counts>;
    /** Statuses that say no. */
    readonly refusals: readonly number[];
    /** Waits until everything is done that goes on after the answer. */
    readonly settle?: () => Promise<void>;
  },
): Promise<Answer | null> {
  const { route, note, allowed, added, refusals, settle, ...given } = asked;
  const before = await hall.count();
  const answer = await hall.ask(actor, route, given, note);
  await settle?.();
  const after = await hall.count();
  const where = `${route} by ${actor.name}${note}`;
  if (answer) {
    hall.tally.compare(where, allowed, answer.status === 200);
    const isKnown = answer.status === 200 || refusals.includes(answer.status);
    hall.tally.expect(`${where}: ${answer.status} ${JSON.stringify(answer.json)}`, isKnown);
  }
  const isDone = answer?.status === 200;
  for (const table of Object.keys(before) as (keyof typeof before)[]) {
    const wanted = before[table] + (isDone ? (added[table] ?? 0) : 0);
    if (after[table] > wanted) hall.tally.leaks.push(`${where}: wrote ${table}`);
    hall.tally.expect(`${where}: ${table} ${after[table]}, not ${wanted}`, after[table] === wanted);
  }
  return answer;
}

export async function registerEach(hall: Hall, actor: Actor): Promise<void> {
  for (const site of sitesOf(hall.ground)) {
    const { districtCode, parkId } = site;
    await write(hall, actor, {
      route: 'registerEnterprise',
      body: formAt(hall.ground, site, '登记企业'),
      note: ` at ${site.name}`,
      allowed: mayDo(actor, 'create', 'enterprise', { ownerOrg: null, districtCode, parkId }),
      added: { enterprise: 1, organisation: 1, event: 1, tenancy: parkId === null ? 0 : 1 },
      refusals: [403],
    });
  }
}

/** Another address for each of the rows. */
export async function changeEach(hall: Hall, actor: Actor): Promise<void> {
  const rows = new Map((await hall.trueRows('enterprise')).map((row) => [row.id, row]));
  for (const [relation, { id, ...form }] of Object.entries(hall.ground.rows)) {
    const row = rows.get(id)!;
    await write(hall, actor, {
      route: 'changeEnterprise',
      id,
      body: { ...form, address: `改过的地址 ${randomUUID()}`, version: row.version },
      note: ` of ${relation}`,
      allowed: mayDo(actor, 'update', 'enterprise', row),
      added: { event: 1 },
      refusals: mayDo(actor, 'read', 'enterprise', row) ? [403, 404] : [404],
    });
  }
}

/** A new enterprise each time, moved from where it is to every other place. */
export async function moveEach(hall: Hall, actor: Actor): Promise<void> {
  const sites = sitesOf(hall.ground);
  const starts = sites.filter(({ districtCode, parkId }) =>
    [{ parkId, districtCode }].some((owned) =>
      mayDo(actor, 'update', 'enterprise', { ownerOrg: null, ...owned }),
    ),
  );
  for (const from of starts) {
    for (const to of sites.filter((site) => site !== from)) {
      const id = randomUUID();
      const form = formAt(hall.ground, from, '迁移企业');
      await enter(hall, id, form);
      const moved = { ...form, districtCode: to.districtCode, parkId: to.parkId };
      const movedIn = to.parkId === null ? null : '2026-11-20';
      await write(hall, actor, {
        route: 'changeEnterprise',
        id,
        body: { ...moved, movedIn, version: 1 },
        note: ` from ${from.name} to ${to.name}`,
        allowed: mayDo(actor, 'update', 'enterprise', ownedBy({ id, ...moved })),
        added: { event: 1, tenancy: to.parkId === null ? 0 : 1 },
        refusals: [403],
      });
      await expectPlace(hall, actor, id, { from, to });
    }
  }
}

export async function enter(hall: Hall, id: string, form: EnterpriseForm): Promise<void> {
  const { name, creditCode, districtCode } = form;
  await hall.database.transaction(async (tx) => {
    const firm = { id, kind: 'ENTERPRISE', name, creditCode, districtCode } as const;
    await enterOrganisations(tx, [{ ...firm, territory: [], isPublic: false }], NOW);
    await enterEnterprises(tx, [{ id, ...form }]);
  });
}

type Site = ReturnType<typeof sitesOf>[number];

/** County and park of the enterprise, its organisation and its tenancy all say the same. */
async function expectPlace(
  hall: Hall,
  actor: Actor,
  id: string,
  { from, to }: { readonly from: Site; readonly to: Site },
): Promise<void> {
  const [row] = await hall.database.transaction((tx) =>
    tx.query<{ version: number; places: string }>(
      `select e.version, concat_ws(' ', e.district_code, o.district_code, coalesce(e.park_id::text, '-'),
         coalesce(t.park_id::text, '-')) as places
       from enterprise e join organisation o on o.id = e.id
         left join tenancy t on t.owner_org = e.id and t.valid_to is null
       where e.id = $1`,
      [id],
    ),
  );
  const { districtCode, parkId } = row!.version === 1 ? from : to;
  const wanted = `${districtCode} ${districtCode} ${parkId ?? '-'} ${parkId ?? '-'}`;
  const where = `moved by ${actor.name} from ${from.name} to ${to.name}`;
  hall.tally.expect(`${where}: ${row!.places}, not ${wanted}`, row!.places === wanted);
}
