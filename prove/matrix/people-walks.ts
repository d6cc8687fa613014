import type { ROUTES } from '@ludao/contracts';
import type { Actor } from './actors.ts';
import { mayDo, NOBODYS, type Answer, type Hall, type RouteName } from './hall.ts';
import { housesOf, ownedHouse } from './houses.ts';
import * as changes from './people-changes.ts';
import { cellsOf, exportsAll } from './sheet-walks.ts';

type Walk = (hall: Hall, actor: Actor) => Promise<void>;
type Ids = readonly { readonly id: string }[];
export const PEOPLE_WALKS = {
  listPosts: async (hall, actor) => {
    const answer = await hall.ask(actor, 'listPosts', { query: 'size=200' });
    if (answer) await compareOwned(hall, actor, 'listPosts', 'post', idsIn(answer));
  },
  exportPosts: exportsPosts,
  listPostChoices: offersHouses,
  createPost: changes.makesPosts,
  getPost: (hall, actor) => showsPosts(hall, actor, 'getPost'),
  getPostTimeline: (hall, actor) => showsPosts(hall, actor, 'getPostTimeline'),
  endPost: changes.endsPosts,
  appoint: changes.appoints,
  endHolding: changes.endsHoldings,
  listColleagues: async (hall, actor) => {
    for (const house of Object.values(housesOf(hall))) {
      const note = ` of ${house.name}`;
      const answer = await hall.ask(actor, 'listColleagues', { query: `org=${house.id}` }, note);
      if (!answer) continue;
      const people = await hall.ownedRows('person');
      const allowed = people.filter(
        ({ ownerOrg }) => ownerOrg === house.id && mayDo(actor, 'read', 'post', ownedHouse(house)),
      );
      const where = `listColleagues by ${actor.name}${note}`;
      hall.tally.compareSets(where, idsOf(allowed), idsOf(idsIn(answer)));
    }
  },
  exportColleagues: exportsColleagues,
  getColleague: changes.showsColleagues,
  handOver: changes.handsOver,
  listOwnAbsences: async (hall, actor) => {
    const answer = await hall.ask(actor, 'listOwnAbsences');
    if (!answer) return;
    const own = await hall.database.transaction((tx) =>
      tx.query<{ id: string }>('select id from absence where person_id = $1', [actor.personId]),
    );
    const shown = idsOf(answer.json['absences'] as Ids);
    hall.tally.compareSets(`listOwnAbsences by ${actor.name}`, idsOf(own), shown);
  },
  recordAbsence: changes.recordsAbsences,
  endAbsence: changes.endsAbsences,
  listOrganisations: (hall, actor) =>
    countsAll(hall, actor, 'listOrganisations', 'organisation', 'organisation'),
  exportOrganisations: exportsAll('exportOrganisations', '机构名称', 'organisation'),
  enterOrganisation: changes.entersOrganisation,
  changeOrganisation: changes.changesOrganisation,
  listAccounts: (hall, actor) => countsAll(hall, actor, 'listAccounts', 'account', 'auth.account'),
  exportAccounts: exportsAll('exportAccounts', '用户名', 'auth.account'),
  createAccount: changes.createsAccounts,
  changeAccount: changes.changesAccounts,
  lockAccount: changes.locksAccounts,
  listAppointments: (hall, actor) =>
    countsAll(hall, actor, 'listAppointments', 'appointment', 'appointment'),
  exportAppointments: exportsAll('exportAppointments', '岗位名称', 'appointment'),
  decideAppointment: changes.decidesAppointments,
  listDelegations: (hall, actor) => listsDelegations(hall, actor, 'listDelegations'),
  exportDelegations: (hall, actor) => listsDelegations(hall, actor, 'exportDelegations'),
  giveDelegation: changes.givesDelegations,
  endDelegation: changes.endsDelegations,
} satisfies Partial<Record<keyof typeof ROUTES, Walk>>;

const idsOf = (rows: Ids) => rows.map(({ id }) => id);
const idsIn = ({ json }: Answer) => json['rows'] as Ids;

async function compareOwned(
  hall: Hall,
  actor: Actor,
  name: RouteName,
  resource: 'post',
  shown: Ids,
): Promise<void> {
  const allowed = (await hall.ownedRows(resource)).filter((row) =>
    mayDo(actor, 'read', resource, row),
  );
  hall.tally.compareSets(`${name} by ${actor.name}`, idsOf(allowed), idsOf(shown));
}

async function exportsPosts(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'exportPosts');
  if (!answer) return;
  const shown = await cellsOf(answer.bytes, '单位');
  const allowed = (await hall.ownedRows('post')).filter((row) =>
    mayDo(actor, 'export', 'post', row),
  );
  const { organisations } = hall.ground.world;
  const names = allowed.map(
    ({ ownerOrg }) => organisations.find(({ id }) => id === ownerOrg)!.name,
  );
  const where = `exportPosts by ${actor.name}`;
  hall.tally.compareSets(where, names, shown);
  hall.tally.expect(`${where}: rows`, shown.length === allowed.length);
}

async function exportsColleagues(hall: Hall, actor: Actor): Promise<void> {
  for (const house of Object.values(housesOf(hall))) {
    const note = ` of ${house.name}`;
    const answer = await hall.ask(actor, 'exportColleagues', { query: `org=${house.id}` }, note);
    if (!answer) continue;
    const people = (await hall.ownedRows('person')).filter(
      ({ ownerOrg }) => ownerOrg === house.id && mayDo(actor, 'export', 'post', ownedHouse(house)),
    );
    const shown = await cellsOf(answer.bytes, '姓名');
    const where = `exportColleagues by ${actor.name}${note}`;
    hall.tally.expect(`${where}: rows`, shown.length === people.length);
  }
}

async function offersHouses(hall: Hall, actor: Actor): Promise<void> {
  for (const house of Object.values(housesOf(hall))) {
    const note = ` of ${house.name}`;
    const answer = await hall.ask(actor, 'listPostChoices', { query: `org=${house.id}` }, note);
    if (!answer) continue;
    const allowed = mayDo(actor, 'create', 'post', ownedHouse(house));
    const shown = (answer.json['organisations'] as Ids).length > 0;
    hall.tally.compare(`listPostChoices by ${actor.name}${note}`, allowed, shown);
  }
}

const NOTHING = '00000000-0000-4000-8000-000000000000';

/** What is not for the reader answers exactly like what does not exist. */
async function showsPosts(
  hall: Hall,
  actor: Actor,
  name: 'getPost' | 'getPostTimeline',
): Promise<void> {
  const unknown = await hall.ask(actor, name, { id: NOTHING }, ' of nothing');
  const { world } = hall.ground;
  for (const [where, house] of Object.entries(housesOf(hall))) {
    const post = world.posts.find(({ organisation }) => organisation === house.id);
    if (!post) throw new Error(`${where} has no post`);
    const answer = await hall.ask(actor, name, { id: post.id }, ` of ${where}`);
    if (!answer) continue;
    const allowed = mayDo(actor, 'read', 'post', ownedHouse(house));
    const lead = `${name} by ${actor.name} of ${where}`;
    hall.tally.compare(lead, allowed, answer.status === 200);
    const told = JSON.stringify(answer.json) === JSON.stringify(unknown?.json);
    if (answer.status !== 200) hall.tally.expect(`${lead}: told apart from nothing`, told);
  }
}

/** Of the whole platform: all of it, or the gate stays shut. */
async function countsAll(
  hall: Hall,
  actor: Actor,
  name: RouteName,
  resource: 'organisation' | 'account' | 'appointment',
  table: string,
): Promise<void> {
  const answer = await hall.ask(actor, name);
  if (!answer) return;
  const [row] = await hall.database.transaction((tx) =>
    tx.query<{ total: number }>(`select count(*)::integer as total from ${table}`),
  );
  const allowed = mayDo(actor, 'read', resource, NOBODYS);
  const where = `${name} by ${actor.name}`;
  hall.tally.expect(`${where}: total`, answer.json['total'] === (allowed ? row!.total : 0));
}

/** An enterprise sees all that it gave; an agency what runs, to itself alone. */
async function listsDelegations(
  hall: Hall,
  actor: Actor,
  name: 'listDelegations' | 'exportDelegations',
): Promise<void> {
  const answer = await hall.ask(actor, name);
  if (!answer) return;
  const all = await hall.database.transaction((tx) =>
    tx.query<{ id: string; owner: string; to: string; runs: boolean }>(
      `select id, owner_org as owner, to_org as to,
         '2026-11-25T01:00:00Z' between starts_at and ends_at - interval '1 ms' as runs
       from delegation`,
    ),
  );
  const homes = (role: string) =>
    actor.posts.filter((post) => post.role === role).map(({ home }) => home);
  const allowed = all.filter(
    ({ owner, to, runs }) =>
      homes('ENTERPRISE_OWNER').includes(owner) || (runs && homes('STEWARD').includes(to)),
  );
  const where = `${name} by ${actor.name}`;
  if (name === 'listDelegations') {
    hall.tally.compareSets(where, idsOf(allowed), idsOf(idsIn(answer)));
  } else {
    const shown = await cellsOf(answer.bytes, '受托机构');
    hall.tally.expect(`${where}: rows`, shown.length === allowed.length);
  }
}
