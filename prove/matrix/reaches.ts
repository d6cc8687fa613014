import type { Actor } from './actors.ts';
import type { Hall, RouteName } from './hall.ts';

type Walk = (hall: Hall, actor: Actor) => Promise<void>;

/** The gate decides alone; behind it every actor gets one of these answers. */
export function reaches(
  name: RouteName,
  statuses: readonly number[],
  body?: object,
  query = '',
): Walk {
  return async (hall, actor) => {
    const answer = await hall.ask(actor, name, { query, ...(body && { body }) });
    if (answer) {
      const said = `${name} by ${actor.name}: ${answer.status}`;
      hall.tally.expect(said, statuses.includes(answer.status));
    }
  };
}
