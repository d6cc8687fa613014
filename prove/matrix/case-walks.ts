import {
  CASE_COLUMNS,
  CASE_STEPS,
  type CaseState,
  type CaseStep,
  type CaseTrack,
} from '@ludao/contracts';
import type { Tx } from '../../apps/server/src/platform/db.ts';
import type { Actor } from './actors.ts';
import { APPLICANT, enterCase, PROJECT } from './cases.ts';
import { write } from './changes.ts';
import type { Counts } from './counted.ts';
import { mayDo, type Hall, type RouteName } from './hall.ts';
import { cellsOf } from './sheet-walks.ts';

type Walk = (hall: Hall, actor: Actor) => Promise<void>;
type Ids = readonly { readonly id: string }[];

const NOBODYS = '00000000-0000-4000-8000-000000000000';
const CASE = 'eia_case';

async function listsCases(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'listCases', { query: 'size=200' });
  if (!answer) return;
  const allowed = (await hall.ownedRows(CASE)).filter((row) => mayDo(actor, 'read', CASE, row));
  const where = `listCases by ${actor.name}`;
  hall.tally.compareSets(where, idsOf(allowed), idsOf(answer.json['rows'] as Ids));
  hall.tally.expect(`${where}: total`, answer.json['total'] === allowed.length);
}

/** The name of every case of the walk is its id. */
async function exportsCases(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'exportCases');
  if (!answer) return;
  const allowed = (await hall.ownedRows(CASE)).filter((row) => mayDo(actor, 'export', CASE, row));
  const shown = await cellsOf(answer.bytes, CASE_COLUMNS.name.zh);
  hall.tally.compareSets(`exportCases by ${actor.name}`, idsOf(allowed), shown);
}

/** For each enterprise of the world; the case then names nobody any more. */
async function opensEach(hall: Hall, actor: Actor): Promise<void> {
  const places = new Map((await hall.trueRows('enterprise')).map((row) => [row.id, row]));
  for (const [relation, { id: enterpriseId }] of Object.entries(hall.ground.rows)) {
    const place = places.get(enterpriseId)!;
    const answer = await write(hall, actor, {
      route: 'openCase',
      body: { enterpriseId, name: '矩阵项目', address: '矩阵地址', project: PROJECT },
      note: ` for ${relation}`,
      allowed: mayDo(actor, 'create', CASE, place),
      added: { eia_case: 1, event: 1 },
      refusals: mayDo(actor, 'read', 'enterprise', place) ? [403, 404] : [404],
    });
    if (answer?.status !== 200) continue;
    await hall.database.transaction((tx) =>
      tx.query('update eia_case set applicant = $2, name = id::text where id = $1', [
        answer.json['id'],
        APPLICANT,
      ]),
    );
  }
}

/** A case of each enterprise in those states; out of sight it answers like what does not exist. */
export function showsCases(
  name: RouteName,
  states: readonly CaseState[] = ['DRAFT', 'FILED'],
  track: CaseTrack = 'REGISTRATION',
) {
  return async (hall: Hall, actor: Actor): Promise<void> => {
    const unknown = await hall.ask(actor, name, { id: NOBODYS }, ' of nothing');
    if (!unknown) return;
    hall.tally.expect(`${name} of nothing: ${unknown.status}`, unknown.status === 404);
    for (const { id, note, place } of await placesOf(hall)) {
      for (const state of states) {
        const made = await hall.database.transaction((tx) =>
          enterCase(tx, { enterprise: id, place, track, state }),
        );
        const answer = await hall.ask(actor, name, { id: made }, `${note} in ${state}`);
        if (!answer) continue;
        const where = `${name} by ${actor.name}${note} in ${state}`;
        hall.tally.compare(where, mayDo(actor, 'read', CASE, place), answer.status === 200);
        if (answer.status === 200) continue;
        const told = JSON.stringify(answer.json);
        const isSame = told === JSON.stringify(unknown.json);
        hall.tally.expect(`${where}: told apart from nothing`, isSame);
      }
    }
  };
}

/**
 * A step on a new case of each enterprise that stands where the step begins: done by whoever has
 * the right of CASE_STEPS, and by nobody else.
 */
export function stepsOnCases(
  route: RouteName,
  step: {
    readonly step: CaseStep;
    readonly track: CaseTrack;
    readonly from: CaseState;
    readonly body: () => object;
    readonly added: Partial<Counts>;
    /** What the case has besides. */
    readonly prepare?: (tx: Tx, hall: Hall, id: string) => Promise<void>;
    /** Who may do it besides, where the right alone does not say. */
    readonly alsoAllowed?: (actor: Actor, place: Parameters<typeof mayDo>[3]) => boolean;
    /** Whom the right alone does not suffice. */
    readonly onlyFor?: (actor: Actor, hall: Hall, place: Parameters<typeof mayDo>[3]) => boolean;
    /** Whoever may take the step is told this and nothing is done; nobody else learns that much. */
    readonly missing?: string;
  },
): Walk {
  return async (hall, actor) => {
    for (const { id, note, place } of await placesOf(hall)) {
      const made = await hall.database.transaction(async (tx) => {
        const { track, from } = step;
        const entered = await enterCase(tx, { enterprise: id, place, track, state: from });
        await step.prepare?.(tx, hall, entered);
        return entered;
      });
      const allowed =
        (mayDo(actor, CASE_STEPS[step.step].right, CASE, place) &&
          (step.onlyFor?.(actor, hall, place) ?? true)) ||
        (step.alsoAllowed?.(actor, place) ?? false);
      const asked = { id: made, body: { version: 1, ...step.body() } };
      if (step.missing !== undefined) {
        const answer = await hall.ask(actor, route, asked, note);
        if (!answer) return;
        const isTold = answer.json['code'] === step.missing;
        hall.tally.compare(`${route} by ${actor.name}${note}`, allowed, isTold);
        continue;
      }
      const isDone = await write(hall, actor, {
        ...asked,
        route,
        note,
        allowed,
        added: step.added,
        refusals: mayDo(actor, 'read', CASE, place) ? [403, 404] : [404],
      });
      if (!isDone) return;
    }
  };
}

/** The enterprises of the world where they are at this moment; of the small walk, three of them. */
export async function placesOf(hall: Hall) {
  const rows = new Map((await hall.trueRows('enterprise')).map((row) => [row.id, row]));
  return Object.entries(hall.ground.rows)
    .filter(([relation]) => !hall.small || ['own', 'samePark', 'nextCounty'].includes(relation))
    .map(([relation, { id }]) => {
      const { ownerOrg, districtCode, parkId } = rows.get(id)!;
      return { id, note: ` of ${relation}`, place: { ownerOrg, districtCode, parkId } };
    });
}

const idsOf = (rows: Ids) => rows.map(({ id }) => id);

export const CASE_WALKS = {
  listCases: listsCases,
  exportCases: exportsCases,
  openCase: opensEach,
  getCase: showsCases('getCase'),
  getCaseTimeline: showsCases('getCaseTimeline'),
} satisfies Partial<Record<RouteName, Walk>>;
