import { randomUUID } from 'node:crypto';
import { mayEver } from '@ludao/contracts';
import type { Actor } from './actors.ts';
import { write } from './changes.ts';
import { mayDo, type Hall } from './hall.ts';
import { NOW } from './world.ts';

/** Everything that is kept about the asker, and about nobody else. */
export async function seesOwnData(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'getMyData');
  if (!answer) return;
  const { person } = answer.json as { person: { id: string } };
  hall.tally.expect(`getMyData of ${actor.name}: another person`, person.id === actor.personId);
}

/** One person of every organisation. */
export async function revealsPersons(hall: Hall, actor: Actor): Promise<void> {
  const byOrganisation = new Map(hall.ground.world.posts.map((post) => [post.organisation, post]));
  for (const { organisation, districtCode, holder } of byOrganisation.values()) {
    // Whoever moved to another's account in the cast keeps the row of the first organisation.
    const row = { ownerOrg: organisation, districtCode, parkId: null };
    await write(hall, actor, {
      route: 'revealPerson',
      id: holder.personId,
      body: { reason: 'CHECK', words: '矩阵查看' },
      note: ` of ${organisation}`,
      allowed: mayDo(actor, 'reveal', 'person', row),
      added: {},
      refusals: [404],
    });
  }
}

/** A request of somebody else; whether it is answered, the gate decides alone. */
export async function answersRequest(hall: Hall, actor: Actor): Promise<void> {
  const { holder } = hall.ground.world.posts[0]!;
  const id = randomUUID();
  await hall.database.transaction(async (tx) => {
    await tx.query('delete from auth.data_request where person_id = $1', [holder.personId]);
    await tx.query(
      `insert into auth.data_request (id, person_id, kind, words, asked_at)
       values ($1, $2, 'CORRECTION', '矩阵申请', $3)`,
      [id, holder.personId, NOW],
    );
  });
  const roles = actor.posts.map(({ role }) => role);
  await write(hall, actor, {
    route: 'answerDataRequest',
    id,
    body: { decision: 'refuse', answer: '矩阵答复' },
    note: '',
    allowed: actor.state === 'alive' && mayEver({ roles }, 'update', 'data_request'),
    added: {},
    refusals: [],
  });
}
