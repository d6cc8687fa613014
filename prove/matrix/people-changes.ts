import { randomUUID } from 'node:crypto';
import type { NewOrganisation } from '../../apps/server/src/modules/organisations/index.ts';
import type { Actor } from './actors.ts';
import { write } from './changes.ts';
import { mayDo, NOBODYS, type Hall } from './hall.ts';
import { housesOf, isManager, ownedHouse, plainRole, propose, staff } from './houses.ts';
import { HOME } from './world.ts';

const TODAY = '2026-11-25';

async function eachHouse(
  hall: Hall,
  walk: (house: NewOrganisation, note: string) => Promise<void>,
): Promise<void> {
  for (const [where, house] of Object.entries(housesOf(hall))) {
    await walk(house, ` at ${where}`);
  }
}

const mayUpdate = (actor: Actor, house: NewOrganisation) =>
  mayDo(actor, 'update', 'post', ownedHouse(house));

export const makesPosts = (hall: Hall, actor: Actor) =>
  eachHouse(hall, async (house, note) => {
    await write(hall, actor, {
      route: 'createPost',
      body: { organisationId: house.id, role: plainRole(house), title: '矩阵新岗' },
      note,
      allowed: mayDo(actor, 'create', 'post', ownedHouse(house)),
      added: { post: 1, event: 1 },
      refusals: [404],
    });
  });

export const appoints = (hall: Hall, actor: Actor) =>
  eachHouse(hall, async (house, note) => {
    const { post: id, person: personId } = await staff(hall, house, false);
    await write(hall, actor, {
      route: 'appoint',
      id,
      body: { version: 1, part: 'A', personId, from: TODAY },
      note,
      allowed: mayUpdate(actor, house),
      // What the platform's officer puts forward waits for another.
      added: isManager(actor, house) ? { post_holding: 1, event: 1 } : { appointment: 1, event: 1 },
      refusals: [404],
    });
  });

export const endsHoldings = (hall: Hall, actor: Actor) =>
  eachHouse(hall, async (house, note) => {
    const { post: id, holding: holdingId } = await staff(hall, house, true);
    await write(hall, actor, {
      route: 'endHolding',
      id,
      body: { version: 1, holdingId, on: TODAY },
      note,
      allowed: mayUpdate(actor, house),
      added: { event: 1 },
      refusals: [404],
    });
  });

export const endsPosts = (hall: Hall, actor: Actor) =>
  eachHouse(hall, async (house, note) => {
    const { post: id } = await staff(hall, house, true);
    await write(hall, actor, {
      route: 'endPost',
      id,
      body: { version: 1, on: TODAY },
      note,
      allowed: mayUpdate(actor, house),
      added: { event: 2 },
      refusals: [404],
    });
  });

export const showsColleagues = (hall: Hall, actor: Actor) =>
  eachHouse(hall, async (house, note) => {
    const { person } = await staff(hall, house, true);
    const answer = await hall.ask(actor, 'getColleague', { id: person }, note);
    if (!answer) return;
    const allowed = mayDo(actor, 'read', 'post', ownedHouse(house));
    hall.tally.compare(`getColleague by ${actor.name}${note}`, allowed, answer.status === 200);
  });

export const handsOver = (hall: Hall, actor: Actor) =>
  eachHouse(hall, async (house, note) => {
    const { person: id, holding: holdingId } = await staff(hall, house, true);
    const { person: to } = await staff(hall, house, false);
    await write(hall, actor, {
      route: 'handOver',
      id,
      body: { lastDay: TODAY, lines: [{ holdingId, to }] },
      note,
      allowed: isManager(actor, house),
      added: { post_holding: 1, event: 1 },
      refusals: mayUpdate(actor, house) ? [403] : [404],
    });
  });

export async function recordsAbsences(hall: Hall, actor: Actor): Promise<void> {
  const days = { firstDay: '2027-06-01', lastDay: '2027-06-02' };
  const record = (personId: string, allowed: boolean, note: string) =>
    write(hall, actor, {
      route: 'recordAbsence',
      body: { personId, ...days },
      note,
      allowed,
      added: { absence: 1, event: 1 },
      refusals: [404],
    });
  await eachHouse(hall, async (house, note) => {
    const { person } = await staff(hall, house, true);
    await record(person, isManager(actor, house), note);
  });
  if (actor.personId) await record(actor.personId, actor.state === 'alive', ' of the own');
}

export const endsAbsences = (hall: Hall, actor: Actor) =>
  eachHouse(hall, async (house, note) => {
    const { person } = await staff(hall, house, true);
    const id = randomUUID();
    await hall.database.transaction((tx) =>
      tx.query(
        `insert into absence (id, owner_org, district_code, person_id, first_day, last_day)
         values ($1, $2, $3, $4, '2027-03-01', '2027-03-09')`,
        [id, house.id, house.districtCode, person],
      ),
    );
    await write(hall, actor, {
      route: 'endAbsence',
      id,
      body: { lastDay: '2027-03-05' },
      note,
      allowed: isManager(actor, house),
      added: { event: 1 },
      refusals: [404],
    });
  });

export async function entersOrganisation(hall: Hall, actor: Actor): Promise<void> {
  await write(hall, actor, {
    route: 'enterOrganisation',
    body: { kind: 'TOWN', name: '矩阵新街道', districtCode: HOME },
    note: '',
    allowed: mayDo(actor, 'create', 'organisation', NOBODYS),
    added: { organisation: 1, event: 1 },
    refusals: [],
  });
}

export async function changesOrganisation(hall: Hall, actor: Actor): Promise<void> {
  const { id, name } = hall.ground.office.TOWN;
  const [row] = await hall.database.transaction((tx) =>
    tx.query<{ version: number }>('select version from organisation where id = $1', [id]),
  );
  await write(hall, actor, {
    route: 'changeOrganisation',
    id,
    body: { name, districtCode: HOME, version: row!.version },
    note: '',
    allowed: mayDo(actor, 'update', 'organisation', NOBODYS),
    added: { event: 1 },
    refusals: [],
  });
}

export const createsAccounts = (hall: Hall, actor: Actor) =>
  eachHouse(hall, async (house, note) => {
    await write(hall, actor, {
      route: 'createAccount',
      body: {
        organisationId: house.id,
        name: '矩阵新人',
        signInName: `new-${randomUUID().slice(0, 18)}`,
      },
      note,
      allowed: mayDo(actor, 'create', 'account', NOBODYS),
      added: { person: 1, event: 1 },
      refusals: [],
    });
  });

export const changesAccounts = (hall: Hall, actor: Actor) =>
  eachHouse(hall, async (house, note) => {
    const { person: id } = await staff(hall, house, true);
    const isOfficers = house === hall.ground.office.PLATFORM;
    await write(hall, actor, {
      route: 'changeAccount',
      id,
      body: { act: 'reset_second_factor', reason: '矩阵' },
      note,
      // Nobody resets an account of the three officers on the screen.
      allowed: !isOfficers && mayDo(actor, 'update', 'account', NOBODYS),
      added: { event: 1 },
      refusals: [403],
    });
  });

export const locksAccounts = (hall: Hall, actor: Actor) =>
  eachHouse(hall, async (house, note) => {
    const { person: id } = await staff(hall, house, true);
    const isOfficers = house === hall.ground.office.PLATFORM;
    const isWatched = actor.posts.some(({ role }) => role === 'SECURITY_OFFICER');
    await write(hall, actor, {
      route: 'lockAccount',
      id,
      body: { act: 'disable', reason: '矩阵' },
      note,
      allowed: (!isOfficers || isWatched) && mayDo(actor, 'lock', 'account', NOBODYS),
      added: { event: 1 },
      refusals: [403],
    });
  });

export const decidesAppointments = (hall: Hall, actor: Actor) =>
  eachHouse(hall, async (house, note) => {
    const id = await propose(hall, house);
    await write(hall, actor, {
      route: 'decideAppointment',
      id,
      body: { decision: 'confirm' },
      note,
      allowed: mayDo(actor, 'approve', 'appointment', NOBODYS),
      added: { post_holding: 1, event: 1 },
      refusals: [],
    });
  });

/** Only for the own house, whatever others let it do; so the address names none. */
export async function givesDelegations(hall: Hall, actor: Actor): Promise<void> {
  const agency = hall.ground.office.THIRD_PARTY_ORG.id;
  const [owner] = actor.posts.filter(({ role }) => role === 'ENTERPRISE_OWNER');
  if (owner) {
    await hall.database.transaction((tx) =>
      tx.query(
        `update delegation set ends_at = '2026-11-25T01:00:00Z'
         where owner_org = $1 and to_org = $2 and ends_at > '2026-11-25T01:00:00Z'`,
        [owner.home, agency],
      ),
    );
  }
  await write(hall, actor, {
    route: 'giveDelegation',
    body: { to: agency, endsAt: '2026-12-25T00:00:00+08:00' },
    note: '',
    allowed: actor.state === 'alive' && owner !== undefined,
    added: { delegation: 1, event: 1 },
    refusals: [],
  });
}

export async function endsDelegations(hall: Hall, actor: Actor): Promise<void> {
  const { office, rows } = hall.ground;
  for (const [relation, { id: ownerOrg, districtCode }] of Object.entries(rows)) {
    const id = randomUUID();
    await hall.database.transaction((tx) =>
      tx.query(
        `insert into delegation (id, owner_org, district_code, to_org, starts_at, ends_at)
         values ($1, $2, $3, $4, '2026-12-01T00:00:00Z', '2026-12-02T00:00:00Z')`,
        [id, ownerOrg, districtCode, office.HW_CARRIER.id],
      ),
    );
    const row = { ownerOrg, districtCode, parkId: null };
    await write(hall, actor, {
      route: 'endDelegation',
      id,
      note: ` of ${relation}`,
      allowed: mayDo(actor, 'update', 'delegation', row),
      added: { event: 1 },
      refusals: [404],
    });
  }
}
