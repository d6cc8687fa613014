import type { Owned } from '@ludao/contracts';
import { enterContacts, type NewContact } from '../../apps/server/src/modules/contacts/index.ts';
import type { Actor } from './actors.ts';
import { write } from './changes.ts';
import { mayDo, type Hall, type RouteName } from './hall.ts';

const LOOK = { reason: 'CASE', words: '矩阵查看' };

/** What each walk is about: the enterprises, then the parks, by how they are related to home. */
function subjectsOf({ ground: { rows, places } }: Hall, kind: 'enterprise' | 'park') {
  const those = kind === 'enterprise' ? rows : places;
  return Object.entries(those).flatMap(([relation, row]) => (row ? [{ relation, row }] : []));
}

/** Where the row of the subject is at this moment, as the database has it. */
async function placeOf(hall: Hall, kind: 'enterprise' | 'park', id: string): Promise<Owned> {
  return (await hall.trueRows(kind)).find((row) => row.id === id)!;
}

/** 404 also where one post reads and another, elsewhere, would change: its scope shows no such row. */
function isRead(actor: Actor, place: Owned): boolean {
  return mayDo(actor, 'read', 'contact', place);
}

/** The contacts of today, or the same answer as of nothing. */
export function listsContacts(name: RouteName, kind: 'enterprise' | 'park') {
  return async (hall: Hall, actor: Actor): Promise<void> => {
    for (const { relation, row } of subjectsOf(hall, kind)) {
      const answer = await hall.ask(actor, name, { id: row.id }, ` of ${relation}`);
      if (!answer) continue;
      const place = await placeOf(hall, kind, row.id);
      const where = `${name} by ${actor.name} of ${relation}`;
      hall.tally.compare(where, mayDo(actor, 'read', 'contact', place), answer.status === 200);
      if (answer.status !== 200) continue;
      const { contacts, may } = answer.json as { contacts: object[]; may: Record<string, boolean> };
      hall.tally.expect(`${where}: is empty`, contacts.length > 0);
      for (const action of ['update', 'reveal'] as const) {
        const allowed = mayDo(actor, action, 'contact', place);
        hall.tally.compare(`${where}: offers to ${action}`, allowed, may[action] === true);
      }
    }
  };
}

export function entersContacts(name: RouteName, kind: 'enterprise' | 'park') {
  return async (hall: Hall, actor: Actor): Promise<void> => {
    for (const { relation, row } of subjectsOf(hall, kind)) {
      const place = await placeOf(hall, kind, row.id);
      await write(hall, actor, {
        route: name,
        id: row.id,
        body: { kind: 'CONTACT', name: '某人', phone: '13600000000', jobTitle: '' },
        note: ` of ${relation}`,
        allowed: mayDo(actor, 'update', 'contact', place),
        added: { contact: 1, event: 1 },
        refusals: isRead(actor, place) ? [403, 404] : [404],
      });
    }
  };
}

/**
 * A new contact each time, of every enterprise and park; the small walk asks for the first of the
 * routes everywhere, and for the others, which find their contact in the same way, at home and away.
 */
export function changesContacts(name: RouteName, body: object) {
  return async (hall: Hall, actor: Actor): Promise<void> => {
    const isBrief = hall.small && name !== 'changeContact';
    for (const { relation, entered, place } of await enterOneEach(hall)) {
      if (isBrief && !['enterprise own', 'enterprise nextCounty'].includes(relation)) continue;
      await write(hall, actor, {
        route: name,
        id: entered.id,
        body: { version: 1, ...body },
        note: ` of ${relation}`,
        allowed: mayDo(actor, 'update', 'contact', place),
        added: { event: 1 },
        refusals: isRead(actor, place) ? [403, 404] : [404],
      });
    }
  };
}

export async function revealsContacts(hall: Hall, actor: Actor): Promise<void> {
  for (const { id, subject, name, phone } of hall.ground.world.contacts) {
    const place = await placeOf(hall, subject.kind, subject.id);
    const note = ` of ${subject.kind} ${subject.id}`;
    const answer = await write(hall, actor, {
      route: 'revealContact',
      id,
      body: LOOK,
      note,
      allowed: mayDo(actor, 'reveal', 'contact', place),
      added: {},
      refusals: isRead(actor, place) ? [403, 404] : [404],
    });
    if (answer?.status !== 200) continue;
    const isWhole = answer.json['name'] === name && answer.json['phone'] === phone;
    hall.tally.expect(`revealContact by ${actor.name}${note}: is not whole`, isWhole);
  }
}

async function enterOneEach(hall: Hall) {
  const { world } = hall.ground;
  const made: { relation: string; entered: NewContact; place: Owned }[] = [];
  for (const kind of ['enterprise', 'park'] as const) {
    for (const { relation, row } of subjectsOf(hall, kind)) {
      const place = await placeOf(hall, kind, row.id);
      const entered = {
        ...world.contact(row),
        place: { ...place, districtCode: row.districtCode },
      };
      made.push({ relation: `${kind} ${relation}`, entered, place });
    }
  }
  const contacts = made.map(({ entered }) => entered);
  await hall.database.transaction((tx) => enterContacts(tx, contacts));
  return made;
}
