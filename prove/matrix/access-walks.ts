import type { Action, ParkEiaState } from '@ludao/contracts';
import {
  applicationOf,
  eiaForm,
  eiaParksOf,
  enterAdmission,
  enterParkEia,
  inForceAt,
  ownedPark,
} from './access.ts';
import type { Actor } from './actors.ts';
import { write } from './changes.ts';
import type { Counts } from './counted.ts';
import { mayDo, ownedBy, type Hall, type RouteName } from './hall.ts';
import { STOCK_WALKS } from './stock-walks.ts';

type Walk = (hall: Hall, actor: Actor) => Promise<void>;

const NOBODYS = '00000000-0000-4000-8000-000000000000';
const REASON = { reason: '矩阵理由' };
const REFUSAL = { decision: 'REFUSE', office: '矩阵机关', words: '矩阵理由' };
const sql = (hall: Hall, text: string, values: readonly unknown[]) =>
  hall.database.transaction((tx) => tx.query(text, values));

function listsAll(name: RouteName, resource: 'park_eia' | 'admission'): Walk {
  return async (hall, actor) => {
    const answer = await hall.ask(actor, name, { query: 'size=200' });
    if (!answer) return;
    const rows = await hall.ownedRows(resource);
    const told = rows.filter((row) => mayDo(actor, 'read', resource, row));
    const shown = answer.json['rows'] as { id: string }[];
    hall.tally.compareSets(
      `${name} by ${actor.name}`,
      told.map(({ id }) => id),
      shown.map(({ id }) => id),
    );
  };
}

/** What is not for the reader answers exactly like what does not exist. */
function showsEach(name: RouteName, resource: 'park_eia' | 'admission'): Walk {
  return async (hall, actor) => {
    const unknown = await hall.ask(actor, name, { id: NOBODYS }, ' of nothing');
    for (const row of await hall.ownedRows(resource)) {
      const answer = await hall.ask(actor, name, { id: row.id }, ` of ${row.id}`);
      if (!answer) continue;
      const where = `${name} by ${actor.name} of ${row.districtCode}`;
      hall.tally.compare(where, mayDo(actor, 'read', resource, row), answer.status === 200);
      if (answer.status === 200) continue;
      const alike = JSON.stringify(answer.json) === JSON.stringify(unknown?.json);
      hall.tally.expect(`${where}: told apart from nothing`, alike);
    }
  };
}

async function draftsEach(hall: Hall, actor: Actor): Promise<void> {
  for (const park of eiaParksOf(hall.ground)) {
    await write(hall, actor, {
      route: 'draftParkEia',
      body: eiaForm(park.id),
      note: ` for ${park.relation}`,
      allowed: mayDo(actor, 'create', 'park_eia', ownedPark(park)),
      added: { park_eia: 1, event: 1 },
      refusals: [403, 422],
    });
  }
}

interface Step {
  readonly state: ParkEiaState;
  readonly right: Action;
  readonly body: object;
  readonly added: Partial<Counts>;
  /** Whom it goes on to, where that house is there. */
  readonly next?: 'office' | 'operator';
}

/** One step with an EIA that stands where the step begins, in each park. */
function takes(route: RouteName, { state, right, body, added, next }: Step): Walk {
  return async (hall, actor) => {
    const [post] = hall.ground.world.posts;
    for (const park of eiaParksOf(hall.ground)) {
      const id = await hall.database.transaction((tx) => enterParkEia(tx, park, state, post!.id));
      const goesOn = next !== undefined && (await hasHouse(hall, park, next));
      await write(hall, actor, {
        route,
        id,
        body: { ...body, version: 1 },
        note: ` in ${park.relation}`,
        allowed: mayDo(actor, right, 'park_eia', ownedPark(park)),
        added: {
          ...added,
          event: (added.event ?? 0) + (goesOn ? 1 : 0),
          work_item: goesOn ? 1 : 0,
        },
        refusals: [403, 404],
      });
      await sql(hall, `update park_eia set state = 'DISCARDED' where id = $1`, [id]);
    }
  };
}

async function hasHouse(
  hall: Hall,
  { operator, districtCode }: ReturnType<typeof eiaParksOf>[number],
  which: 'office' | 'operator',
): Promise<boolean> {
  if (which === 'operator') return operator !== null;
  const found = await sql(
    hall,
    `select from responsible_posts_public
     where role = 'APPROVAL_OFFICER' and $1 = any (territory) and ended_on is null limit 1`,
    [districtCode],
  );
  return found.length > 0;
}

/** A step with the EIA in force of each park, which stays as it is. */
function takesInForce(
  route: RouteName,
  added: Partial<Counts>,
  before: string,
  after = 'select 1',
): Walk {
  return async (hall, actor) => {
    for (const park of eiaParksOf(hall.ground)) {
      const id = await inForceAt(hall, park.id);
      await sql(hall, before, [id]);
      const [row] = (await sql(hall, 'select version from park_eia where id = $1', [id])) as {
        version: number;
      }[];
      await write(hall, actor, {
        route,
        id,
        body: { version: row!.version },
        note: ` in ${park.relation}`,
        allowed: mayDo(actor, 'review', 'park_eia', ownedPark(park)),
        added,
        refusals: [403, 404],
      });
      await sql(hall, after, []);
    }
  };
}

async function offersParks(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'listParkEiaPlaces');
  if (!answer) return;
  const rows = await hall.trueRows('park');
  const told = rows.filter((row) => mayDo(actor, 'create', 'park_eia', row));
  const shown = answer.json['parks'] as { id: string }[];
  hall.tally.compareSets(
    `listParkEiaPlaces by ${actor.name}`,
    told.map(({ id }) => id),
    shown.map(({ id }) => id),
  );
}

async function offersPlaces(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'listAdmissionPlaces');
  if (!answer) return;
  const rows = await hall.trueRows('enterprise');
  const told = rows.filter((row) => mayDo(actor, 'create', 'admission', row));
  const shown = answer.json['places'] as { enterpriseId: string }[];
  hall.tally.compareSets(
    `listAdmissionPlaces by ${actor.name}`,
    told.map(({ id }) => id),
    shown.map(({ enterpriseId }) => enterpriseId),
  );
}

/** Each application is kept, refused as it is: no permit is in force anywhere here. */
async function appliesEach(hall: Hall, actor: Actor): Promise<void> {
  for (const [relation, row] of Object.entries(hall.ground.rows)) {
    if (row.parkId === null) continue;
    await write(hall, actor, {
      route: 'applyForAdmission',
      body: applicationOf(row.id),
      note: ` for ${relation}`,
      allowed: mayDo(actor, 'create', 'admission', ownedBy(row)),
      added: { admission: 1, event: 1 },
      refusals: [404],
    });
  }
}

async function leavesEach(hall: Hall, actor: Actor): Promise<void> {
  for (const park of eiaParksOf(hall.ground)) {
    const tenant = Object.values(hall.ground.rows).find(({ parkId }) => parkId === park.id);
    if (!tenant) continue;
    const eiaId = await inForceAt(hall, park.id);
    const id = await hall.database.transaction((tx) =>
      enterAdmission(tx, { ...park, eiaId }, tenant.id, 'ADMITTED'),
    );
    const owned = { ...ownedPark(park), ownerOrg: tenant.id };
    await write(hall, actor, {
      route: 'leaveAdmission',
      id,
      body: { version: 1, leftOn: '2026-11-20', cause: 'PROJECT_ENDED' },
      note: ` of ${park.relation}`,
      allowed: mayDo(actor, 'update', 'admission', owned),
      added: { event: 1 },
      refusals: [403, 404],
    });
    await sql(hall, `update admission set state = 'LEFT', left_on = '2026-11-20' where id = $1`, [
      id,
    ]);
  }
}

const { parkId: _park, historical: _old, ...CHANGE } = eiaForm(NOBODYS);
const update = { right: 'update', added: { event: 1 } } as const;
const review = { right: 'review', added: { event: 1 } } as const;
const approve = { right: 'approve', added: { event: 1 } } as const;

export const ACCESS_WALKS = {
  ...STOCK_WALKS,
  listParkEias: listsAll('listParkEias', 'park_eia'),
  listParkEiaPlaces: offersParks,
  getParkEia: showsEach('getParkEia', 'park_eia'),
  getParkEiaTimeline: showsEach('getParkEiaTimeline', 'park_eia'),
  draftParkEia: draftsEach,
  changeParkEia: takes('changeParkEia', { ...update, state: 'DRAFT', body: CHANGE }),
  submitParkEia: takes('submitParkEia', { ...update, state: 'DRAFT', body: {}, next: 'office' }),
  discardParkEia: takes('discardParkEia', { ...update, state: 'RETURNED', body: {} }),
  returnParkEia: takes('returnParkEia', {
    ...review,
    state: 'SUBMITTED',
    body: REASON,
    next: 'operator',
  }),
  proposeParkEia: takes('proposeParkEia', {
    ...review,
    state: 'SUBMITTED',
    body: REFUSAL,
    next: 'office',
  }),
  confirmParkEia: takes('confirmParkEia', { ...approve, state: 'PROPOSED', body: {} }),
  declineParkEia: takes('declineParkEia', {
    ...approve,
    state: 'PROPOSED',
    body: REASON,
    next: 'office',
  }),
  reconcileParkEia: takesInForce(
    'reconcileParkEia',
    { event: 1, park_reconciliation: 1 },
    'delete from park_reconciliation where park_eia_id = $1',
  ),
  // Other walks count the entries of the rulebook.
  relistParkEia: takesInForce(
    'relistParkEia',
    { event: 3, rulebook_entry: 1, work_item: 1 },
    'select $1::uuid',
    `delete from rulebook_entry where topic = 'parks' and state = 'SUBMITTED'`,
  ),
  listAdmissions: listsAll('listAdmissions', 'admission'),
  listAdmissionPlaces: offersPlaces,
  getAdmission: showsEach('getAdmission', 'admission'),
  applyForAdmission: appliesEach,
  leaveAdmission: leavesEach,
};
