import type { Actor } from './actors.ts';
import { write } from './changes.ts';
import { mayDo, type Hall, type RouteName } from './hall.ts';
import { enterItem, hasQueue, ownedQueue, queuesOf } from './work.ts';

const NOBODYS = '00000000-0000-4000-8000-000000000000';

/** What waits is what waits at one's own posts, and nothing else. */
async function listsInbox(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'listInbox', { query: 'size=200&kind=matrix.work' });
  if (!answer) return;
  const items = await hall.database.transaction((tx) =>
    tx.query<{ id: string; org: string; role: never; parkId: string | null }>(
      `select id, owner_org as org, role, park_id as "parkId" from work_item
       where kind = 'matrix.work' and state = 'OPEN' and post_id is null`,
    ),
  );
  const told = items.filter((item) => hasQueue(actor, { ...item, districtCode: '' }));
  const rows = answer.json['rows'] as { id: string; post: object | null }[];
  hall.tally.compareSets(
    `listInbox by ${actor.name}`,
    told.map(({ id }) => id),
    rows.filter(({ post }) => post === null).map(({ id }) => id),
  );
}

/** Each takes a count of every table: of the small walk, every other. */
function someQueues({ ground, small }: Hall) {
  return queuesOf(ground).filter((_, nth) => !small || nth % 2 === 0);
}

/** Only what waits at one's own posts is taken, or given back. */
function moves(route: RouteName, isAllowed: boolean) {
  return async (hall: Hall, actor: Actor): Promise<void> => {
    for (const queue of someQueues(hall)) {
      const id = await hall.database.transaction((tx) => enterItem(tx, queue, null));
      await write(hall, actor, {
        route,
        id,
        note: ` at ${queue.role} in ${queue.districtCode}`,
        allowed: isAllowed && hasQueue(actor, queue),
        added: { event: 1 },
        refusals: hasQueue(actor, queue) ? [409] : [404],
      });
    }
  };
}

/** The head of an office gives its items to its posts, and nobody else's to anybody. */
function assigns(route: RouteName, status: number, body?: object) {
  return async (hall: Hall, actor: Actor): Promise<void> => {
    for (const queue of someQueues(hall)) {
      const id = await hall.database.transaction((tx) => enterItem(tx, queue, null));
      const answer = await hall.ask(actor, route, { id, ...(body && { body }) });
      if (!answer) continue;
      const may = mayDo(actor, 'update', 'work_item', ownedQueue(queue));
      const where = `${route} by ${actor.name} at ${queue.role} in ${queue.districtCode}`;
      hall.tally.compare(where, may, answer.status === status);
    }
  };
}

async function showsClock(hall: Hall, actor: Actor): Promise<void> {
  const unknown = await hall.ask(actor, 'getClock', { id: NOBODYS }, ' of nothing');
  if (unknown) hall.tally.expect(`getClock of nothing`, unknown.status === 404);
  for (const row of await hall.ownedRows('clock')) {
    const answer = await hall.ask(actor, 'getClock', { id: row.id });
    if (!answer) continue;
    const where = `getClock by ${actor.name} in ${row.districtCode}`;
    hall.tally.compare(where, mayDo(actor, 'read', 'clock', row), answer.status === 200);
  }
}

async function exportsInbox(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'exportInbox', { query: 'kind=matrix.work' });
  if (answer) hall.tally.expect(`exportInbox by ${actor.name}`, answer.status === 200);
}

async function listsClocks(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'listClocks');
  if (answer) hall.tally.expect(`listClocks by ${actor.name}`, answer.status === 200);
}

export const WORK_WALKS = {
  listInbox: listsInbox,
  exportInbox: exportsInbox,
  claimWork: moves('claimWork', true),
  releaseWork: moves('releaseWork', false),
  listWorkPosts: assigns('listWorkPosts', 200),
  assignWork: assigns('assignWork', 422, { post: NOBODYS }),
  getClock: showsClock,
  listClocks: listsClocks,
} as const;
