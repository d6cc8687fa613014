import type { Action, Resource } from '@ludao/contracts';
import type { Tx } from '../../apps/server/src/platform/db.ts';
import { eiaParksOf, ownedPark } from './access.ts';
import type { Actor } from './actors.ts';
import { write } from './changes.ts';
import { enterFile } from './file-walks.ts';
import type { Counts } from './counted.ts';
import { mayDo, ownedBy, type Hall, type RouteName } from './hall.ts';
import { reaches } from './reaches.ts';
import { enterChange, enterDataset, enterFollowUp, type SharingPark } from './sharing.ts';

type Walk = (hall: Hall, actor: Actor) => Promise<void>;

const NOBODYS = '00000000-0000-4000-8000-000000000000';
const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

/** What belongs to a park: out of sight it answers like a park that is not there. */
function opensParks(name: RouteName, action: Action, resource: Resource): Walk {
  return async (hall, actor) => {
    const unknown = await hall.ask(actor, name, { id: NOBODYS }, ' of nothing');
    for (const park of eiaParksOf(hall.ground)) {
      const answer = await hall.ask(actor, name, { id: park.id }, ` of ${park.relation}`);
      if (!answer) continue;
      const where = `${name} by ${actor.name} of ${park.relation}`;
      hall.tally.compare(
        where,
        mayDo(actor, action, resource, ownedPark(park)),
        answer.status === 200,
      );
      if (answer.status === 200) continue;
      const alike = JSON.stringify(answer.json) === JSON.stringify(unknown?.json);
      hall.tally.expect(`${where}: told apart from nothing`, alike);
    }
  };
}

function showsEach(name: RouteName, table: string, resource: Resource): Walk {
  return async (hall, actor) => {
    const unknown = await hall.ask(actor, name, { id: NOBODYS }, ' of nothing');
    for (const row of await hall.ownedRows(table)) {
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

async function listsCitations(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'listCitations', { query: 'size=200' });
  if (!answer) return;
  const told = (await hall.ownedRows('citation')).filter((row) =>
    mayDo(actor, 'read', 'citation', row),
  );
  const shown = idsOf(answer.json['rows'] as { id: string }[]);
  hall.tally.compareSets(`listCitations by ${actor.name}`, idsOf(told), shown);
}

async function offersEnterprises(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'listCitingEnterprises');
  if (!answer) return;
  const told = (await hall.trueRows('enterprise')).filter((row) =>
    mayDo(actor, 'create', 'citation', row),
  );
  const shown = idsOf(answer.json['rows'] as { id: string }[]);
  hall.tally.compareSets(`listCitingEnterprises by ${actor.name}`, idsOf(told), shown);
}

async function listsCitable(hall: Hall, actor: Actor): Promise<void> {
  for (const [relation, row] of Object.entries(hall.ground.rows)) {
    const answer = await hall.ask(actor, 'listCitable', { id: row.id }, ` for ${relation}`);
    if (!answer) continue;
    const code = answer.json['code'];
    hall.tally.compare(
      `listCitable by ${actor.name} for ${relation}: ${answer.status}`,
      mayDo(actor, 'create', 'citation', ownedBy(row)),
      answer.status === 200 || code === 'CITING_OUTSIDE_PARKS',
    );
  }
}

async function makesCitations(hall: Hall, actor: Actor): Promise<void> {
  for (const [relation, row] of Object.entries(hall.ground.rows)) {
    if (row.parkId === null) continue;
    const [dataset] = await hall.database.transaction((tx) =>
      tx.query<{ id: string }>(
        `select id from shared_dataset where park_id = $1 and state = 'AVAILABLE' order by id limit 1`,
        [row.parkId],
      ),
    );
    await write(hall, actor, {
      route: 'makeCitation',
      body: {
        enterprise: row.id,
        project: '矩阵项目',
        stage: 'EIA',
        keys: [`dataset-${dataset!.id}`],
      },
      note: ` for ${relation}`,
      allowed: mayDo(actor, 'create', 'citation', ownedBy(row)),
      added: { citation: 1, citation_item: 1, file: 1, event: 2 },
      refusals: [404],
    });
  }
}

/** A file that the actor's house sent before. */
function sentBy(tx: Tx, actor: Actor, park: SharingPark): Promise<string> {
  const post = actor.posts.find(({ role }) => role === 'PARK_MANAGER') ?? actor.posts[0];
  const operator = post?.home ?? park.operator;
  return enterFile(tx, { operator, districtCode: null, id: null });
}

interface Act {
  readonly right: Action;
  readonly resource: Resource;
  /** Whom of those with the right the table lets do it; all of them where it is left out. */
  readonly manager?: true;
  readonly enter: (tx: Tx, park: SharingPark) => Promise<string>;
  readonly body: (file: string) => object;
  readonly added: Partial<Counts>;
  /** One item more for the county's office, where it has one. */
  readonly toOffice?: true;
  /** What puts things back, with the id of what was acted on. */
  readonly after?: string;
}

/** One act in each park. */
function acts(route: RouteName, act: Act): Walk {
  return async (hall, actor) => {
    for (const park of eiaParksOf(hall.ground)) {
      const [id, file] = await hall.database.transaction(async (tx) => [
        await act.enter(tx, park),
        await sentBy(tx, actor, park),
      ]);
      const owned = ownedPark(park);
      const posts = act.manager
        ? actor.posts.filter(({ role }) => role === 'PARK_MANAGER')
        : actor.posts;
      const goesOn = act.toOffice === true && (await hasOffice(hall, park));
      await write(hall, actor, {
        route,
        id,
        body: act.body(file),
        note: ` in ${park.relation}`,
        allowed: mayDo({ ...actor, posts }, act.right, act.resource, owned),
        added: {
          ...act.added,
          event: (act.added.event ?? 0) + (goesOn ? 1 : 0),
          work_item: (act.added.work_item ?? 0) + (goesOn ? 1 : 0),
        },
        refusals: [403, 404],
      });
      const { after } = act;
      if (after) await hall.database.transaction((tx) => tx.query(after, [id]));
    }
  };
}

async function hasOffice(hall: Hall, { districtCode }: SharingPark): Promise<boolean> {
  const found = await hall.database.transaction((tx) =>
    tx.query(
      `select from responsible_posts_public
       where role = 'APPROVAL_OFFICER' and $1 = any (territory) and ended_on is null limit 1`,
      [districtCode],
    ),
  );
  return found.length > 0;
}

const park = (_: Tx, { id }: SharingPark) => Promise.resolve(id);
const dataset = { right: 'update', resource: 'shared_dataset', enter: enterDataset } as const;
const FORM = {
  kind: 'sewer',
  title: '矩阵纳管证明',
  dataOwner: '矩阵单位',
  validFrom: '2026-01-01',
  validTo: '2030-12-31',
};
/** Only one evaluation may be open for an EIA. */
const CLOSE = `update follow_up set state = 'CANCELLED', noted_on = null
  where park_eia_id = (select park_eia_id from follow_up where id = $1) and state in ('DUE', 'HANDED_IN')`;

export const SHARING_WALKS = {
  listDatasets: opensParks('listDatasets', 'read', 'shared_dataset'),
  exportDatasets: opensParks('exportDatasets', 'export', 'shared_dataset'),
  enterDataset: acts('enterDataset', {
    right: 'create',
    resource: 'shared_dataset',
    enter: park,
    body: (file) => ({ ...FORM, file }),
    added: { shared_dataset: 1, file: 1, event: 2 },
  }),
  getDataset: showsEach('getDataset', 'shared_dataset', 'shared_dataset'),
  getDatasetFile: showsEach('getDatasetFile', 'shared_dataset', 'shared_dataset'),
  shortenDataset: acts('shortenDataset', {
    ...dataset,
    manager: true,
    body: () => ({ validTo: '2027-12-31' }),
    added: { event: 1 },
  }),
  withdrawDataset: acts('withdrawDataset', {
    ...dataset,
    body: () => ({ reason: '矩阵理由' }),
    added: { event: 1 },
  }),
  listCitingEnterprises: offersEnterprises,
  listCitable: listsCitable,
  makeCitation: makesCitations,
  listCitations: listsCitations,
  getCitation: showsEach('getCitation', 'citation', 'citation'),
  downloadCitation: showsEach('downloadCitation', 'citation', 'citation'),
  listFollowUps: opensParks('listFollowUps', 'read', 'follow_up'),
  handInFollowUp: acts('handInFollowUp', {
    right: 'create',
    resource: 'follow_up',
    enter: (tx, at) => enterFollowUp(tx, at, 'DUE'),
    body: (file) => ({ conclusion: 'NO_MAJOR_CHANGE', file }),
    added: { file: 1, event: 3 },
    toOffice: true,
    after: CLOSE,
  }),
  noteFollowUp: acts('noteFollowUp', {
    right: 'approve',
    resource: 'follow_up',
    enter: (tx, at) => enterFollowUp(tx, at, 'HANDED_IN'),
    body: () => ({}),
    added: { follow_up: 1, clock: 1, work_item: 1, event: 4 },
    after: CLOSE,
  }),
  getFollowUpFile: async (hall, actor) => {
    // A file is there of those that were noted.
    await hall.database.transaction((tx) =>
      tx.query(`delete from follow_up where file_id is null`),
    );
    await showsEach('getFollowUpFile', 'follow_up', 'follow_up')(hall, actor);
  },
  listChanges: opensParks('listChanges', 'read', 'major_change'),
  assessChange: reaches('assessChange', [200], {}),
  reportChange: acts('reportChange', {
    right: 'create',
    resource: 'major_change',
    enter: park,
    body: () => ({ title: '矩阵变动', facts: {} }),
    added: { park_change: 1, event: 1 },
    toOffice: true,
  }),
  getChange: showsEach('getChange', 'park_change', 'major_change'),
  decideChange: acts('decideChange', {
    right: 'approve',
    resource: 'major_change',
    enter: enterChange,
    body: () => ({ decision: 'dismiss', reason: '矩阵理由' }),
    added: { event: 1 },
  }),
} satisfies Partial<Record<RouteName, Walk>>;
