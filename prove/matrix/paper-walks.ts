import { randomUUID } from 'node:crypto';
import { PRE_LEASE_COLUMNS, rolesFor, type Owned, type Resource } from '@ludao/contracts';
import { readWholeSheet } from '../../apps/server/src/platform/excel/index.ts';
import type { Actor } from './actors.ts';
import { write } from './changes.ts';
import { mayDo, type Answer, type Hall, type RouteName } from './hall.ts';
import { enterEntry } from './papers.ts';
import { FAR, HOME, NEXT } from './world.ts';

/** A list without filters: all that may be read, and nothing else. */
export function listsAll(
  name: RouteName,
  resource: Resource & ('rulebook_entry' | 'pre_lease_check'),
  read: (answer: Answer) => readonly { readonly id: string }[],
  query = '',
) {
  return async (hall: Hall, actor: Actor): Promise<void> => {
    const answer = await hall.ask(actor, name, { query });
    if (!answer) return;
    const allowed = (await hall.ownedRows(resource)).filter((row) =>
      mayDo(actor, 'read', resource, row),
    );
    const shown = read(answer).map(({ id }) => id);
    hall.tally.compareSets(
      `${name} by ${actor.name}`,
      allowed.map(({ id }) => id),
      shown,
    );
  };
}

/** The workbook holds the numbers of all that may be exported, and no others. */
export async function exportsChecks(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'exportPreLeaseChecks');
  if (!answer) return;
  const allowed = (await hall.ownedRows('pre_lease_check')).filter((row) =>
    mayDo(actor, 'export', 'pre_lease_check', row),
  );
  const numbers = await hall.database.transaction((tx) =>
    tx.query<{ id: string; number: string }>('select id, number from pre_lease_check'),
  );
  const numberOf = new Map(numbers.map(({ id, number }) => [id, number]));
  const { zh } = PRE_LEASE_COLUMNS.number;
  const sheet = await readWholeSheet(answer.bytes, { columns: [{ key: 'number', zh }] });
  hall.tally.compareSets(
    `exportPreLeaseChecks by ${actor.name}`,
    allowed.map(({ id }) => numberOf.get(id)!),
    sheet.ok ? sheet.rows.map(({ values }) => values.number) : [],
  );
}

/** The units that a landlord lets or an operator runs, by the post that makes such checks. */
function unitsOf(actor: Actor, units: readonly (Owned & { readonly id: string })[]) {
  const roles = rolesFor('create', 'pre_lease_check');
  const posts =
    actor.state === 'alive' ? actor.posts.filter(({ role }) => roles.includes(role)) : [];
  return units.filter(({ ownerOrg, parkId }) =>
    posts.some(({ orgs, parks }) => orgs.includes(ownerOrg ?? '') || parks.includes(parkId ?? '')),
  );
}

export async function listsUnits(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'listUnitsToLet');
  if (!answer) return;
  const units = unitsOf(actor, await hall.ownedRows('park_unit'));
  const shown = (answer.json['units'] as { id: string }[]).map(({ id }) => id);
  hall.tally.compareSets(
    `listUnitsToLet by ${actor.name}`,
    units.map(({ id }) => id),
    shown,
  );
}

export async function checksEach(hall: Hall, actor: Actor): Promise<void> {
  const units = await hall.ownedRows('park_unit');
  const own = new Set(unitsOf(actor, units).map(({ id }) => id));
  const project = { industries: ['2926'], unstated: 'no' };
  for (const { id: unitId, districtCode } of units) {
    await write(hall, actor, {
      route: 'makePreLeaseCheck',
      body: { unitId, tenantName: '矩阵承租人', project },
      note: ` of a unit in ${districtCode}`,
      allowed: own.has(unitId),
      added: { pre_lease_check: 1, event: 1 },
      refusals: [404],
    });
  }
}

export async function submitsEach(hall: Hall, actor: Actor): Promise<void> {
  for (const district of [HOME, NEXT, FAR]) {
    const title = '矩阵：支持小微企业园区环保服务举措';
    const body = {
      id: `matrix-${randomUUID().slice(0, 8)}`,
      reliefs: ['zero_land_public_infra'],
      jurisdiction: district,
      adoptedBy: '矩阵政府',
      documentNo: '矩阵〔2026〕1号',
      title,
      from: '2026-12-01',
      to: '2028-11-30',
    };
    await write(hall, actor, {
      route: 'submitEntry',
      body: { topic: 'adoptions', district, sourceTitle: title, sourceNo: '矩阵〔2026〕1号', body },
      note: ` in ${district}`,
      allowed: mayDo(actor, 'create', 'rulebook_entry', owned(null, district)),
      added: { rulebook_entry: 1, event: 1 },
      refusals: [403],
    });
  }
}

/** What another person entered is decided where the right reaches; the own work never. */
export async function decidesEach(hall: Hall, actor: Actor): Promise<void> {
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
        route: 'decideEntry',
        id,
        body: { decision: 'reject', reason: '矩阵退回' },
        note: `${isOwn ? ' of the own work' : ''} in ${districtCode}`,
        allowed: !isOwn && mayDo(actor, 'approve', 'rulebook_entry', row),
        added: { event: 1 },
        refusals: isSeen ? [403, 404] : [404],
      });
    }
  }
}

function owned(ownerOrg: string | null, districtCode: string): Owned {
  return { ownerOrg, districtCode, parkId: null };
}
