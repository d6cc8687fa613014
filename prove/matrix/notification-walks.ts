import type { Actor } from './actors.ts';
import type { Hall } from './hall.ts';

/** The own messages and nobody else's, and none but the own are marked as read. */
export const NOTIFICATION_WALKS = {
  async listNotifications(hall: Hall, actor: Actor): Promise<void> {
    const answer = await hall.ask(actor, 'listNotifications', { query: 'size=100' });
    if (!answer) return;
    const own = await messagesOf(hall, actor);
    hall.tally.compareSets(
      `listNotifications of ${actor.name}`,
      own.map(({ id }) => id),
      (answer.json['rows'] as { id: string }[]).map(({ id }) => id),
    );
  },

  async readNotifications(hall: Hall, actor: Actor): Promise<void> {
    const readBefore = await countRead(hall);
    const waiting = (await messagesOf(hall, actor)).filter(({ read_at }) => read_at === null);
    const answer = await hall.ask(actor, 'readNotifications', { body: { ids: 'all' } });
    const expected = readBefore + (answer?.status === 200 ? waiting.length : 0);
    const said = `readNotifications of ${actor.name}: others were marked, or the own were not`;
    hall.tally.expect(said, (await countRead(hall)) === expected);
  },
};

function messagesOf(
  { database }: Hall,
  { personId }: Actor,
): Promise<{ id: string; read_at: Date | null }[]> {
  return database.transaction((tx) =>
    tx.query('select id, read_at from notification where person_id = $1', [personId]),
  );
}

async function countRead({ database }: Hall): Promise<number> {
  const [row] = await database.transaction((tx) =>
    tx.query<{ count: number }>(
      'select count(*)::integer as count from notification where read_at is not null',
    ),
  );
  return row?.count ?? 0;
}
