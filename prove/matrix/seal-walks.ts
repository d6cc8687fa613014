import type { Actor } from './actors.ts';
import type { Hall, RouteName } from './hall.ts';

type Walk = (hall: Hall, actor: Actor) => Promise<void>;

const NOBODYS = '00000000-0000-4000-8000-000000000000';

/** Nothing of the kind is set up here, which whoever may issue learns. */
function findsNone(route: RouteName, code: string): Walk {
  return async (hall, actor) => {
    const answer = await hall.ask(actor, route, { id: NOBODYS, body: { version: 1 } });
    if (answer) hall.tally.expect(`${route} by ${actor.name}`, answer.json['code'] === code);
  };
}

export const SEAL_WALKS = {
  handDocumentToSeal: findsNone('handDocumentToSeal', 'SEAL_SYSTEM_NOT_SET'),
  collectSealedDocument: findsNone('collectSealedDocument', 'SEAL_SYSTEM_NOT_SET'),
};
