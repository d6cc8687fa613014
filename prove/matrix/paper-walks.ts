import { PRE_LEASE_COLUMNS, rolesFor, type Owned, type Resource } from '@ludao/contracts';
import { readWholeSheet } from '../../apps/server/src/platform/excel/index.ts';
import type { Actor } from './actors.ts';
import { write } from './changes.ts';
import { mayDo, type Answer, type Hall, type RouteName } from './hall.ts';

/** A list without filters: all that may be read, and nothing else. */
export function listsAll(
  name: RouteName,
  resource: Resource & ('rulebook_entry' | 'pre_lease_check' | 'permit'),
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
