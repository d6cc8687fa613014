import type { Owned } from '@ludao/contracts';
import type { Actor } from './actors.ts';
import { mayDo, type Hall, type RouteName } from './hall.ts';

type Kind = 'enterprise' | 'park';
const NOBODYS = '00000000-0000-4000-8000-000000000000';

/** The rows of which files are read: the own, a neighbour's, another county's. */
function subjectsOf({ ground: { rows, places } }: Hall, kind: Kind) {
  const found = kind === 'park' ? places : rows;
  return (['ownPark', 'own', 'neighbourPark', 'nextCounty', 'otherCity'] as const).flatMap(
    (relation) => {
      const row = (found as Readonly<Partial<Record<string, { readonly id: string } | null>>>)[
        relation
      ];
      return row ? [{ relation, id: row.id }] : [];
    },
  );
}

/**
 * A file, what happened before, or its print: of whom the reader may read, like nothing of anybody
 * else, and with no section that another right is asked for.
 */
function opensFile(name: RouteName, kind: Kind) {
  const isPrint = name.startsWith('print');
  const query = name.endsWith('Events') ? { query: 'before=999999999' } : {};
  return async (hall: Hall, actor: Actor): Promise<void> => {
    const unknown = await hall.ask(actor, name, { id: NOBODYS, ...query }, ' of nothing');
    if (unknown) hall.tally.expect(`${name} of nothing: ${unknown.status}`, unknown.status === 404);
    const owned = new Map((await hall.ownedRows(kind)).map((row) => [row.id, row]));
    const subjects = subjectsOf(hall, kind);
    // A document takes longer than all other answers together; events come with the file too.
    const isBrief = isPrint || name.endsWith('Events');
    for (const { relation, id } of isBrief && hall.small ? subjects.slice(0, 1) : subjects) {
      const row: Owned = owned.get(id)!;
      const before = isPrint ? await hall.count() : null;
      const answer = await hall.ask(actor, name, { id, ...query }, ` of ${relation}`);
      if (!answer) continue;
      const where = `${name} by ${actor.name} of ${relation}`;
      const isOpen = answer.status === 200;
      hall.tally.compare(where, mayDo(actor, 'read', kind, row), isOpen);
      if (!isOpen) {
        const told = JSON.stringify(answer.json);
        hall.tally.expect(`${where}: told apart`, told === JSON.stringify(unknown?.json));
      }
      if (before) {
        const { event } = await hall.count();
        hall.tally.expect(`${where}: in the log`, event - before.event === (isOpen ? 1 : 0));
      }
      const { sections } = answer.json as { sections?: { key: string }[] };
      if (!sections) continue;
      const mayReadChecks = mayDo(actor, 'read', 'pre_lease_check', row);
      hall.tally.compare(
        `${where}: checks before a lease`,
        mayReadChecks,
        sections.some(({ key }) => key === 'checks'),
      );
    }
  };
}

/** A figure counts what the list behind it shows; what nobody may see waits for nobody. */
async function countsTasks(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'listTasks');
  if (!answer) return;
  const shown = answer.json['tasks'] as { key: string; count: number }[];
  const checks = (await hall.ownedRows('pre_lease_check')).filter((row) =>
    mayDo(actor, 'read', 'pre_lease_check', row),
  ).length;
  const counted = shown.find(({ key }) => key === 'parks.checks')?.count ?? 0;
  hall.tally.expect(
    `listTasks by ${actor.name}: ${counted} of ${checks} checks`,
    counted === checks,
  );
  hall.tally.expect(`listTasks by ${actor.name}: failed`, answer.json['failed'] === false);
}

export const DOSSIER_WALKS = {
  getEnterpriseFile: opensFile('getEnterpriseFile', 'enterprise'),
  listEnterpriseFileEvents: opensFile('listEnterpriseFileEvents', 'enterprise'),
  printEnterpriseFile: opensFile('printEnterpriseFile', 'enterprise'),
  getParkFile: opensFile('getParkFile', 'park'),
  listParkFileEvents: opensFile('listParkFileEvents', 'park'),
  printParkFile: opensFile('printParkFile', 'park'),
  listTasks: countsTasks,
} as const;
