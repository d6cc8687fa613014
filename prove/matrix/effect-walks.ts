import { EFFECT_COLUMNS, PUBLIC_CASE_STATES } from '@ludao/contracts';
import type { Actor } from './actors.ts';
import { mayDo, type Hall } from './hall.ts';
import { cellsOf } from './sheet-walks.ts';

type Walk = (hall: Hall, actor: Actor) => Promise<void>;

const CASE = 'eia_case';
const SETTLED = PUBLIC_CASE_STATES.filter((state) =>
  ['FILED', 'EXEMPT', 'APPROVED'].includes(state),
);

/** Settled cases with a relief that the actor may pass on: a public one of another county is not counted. */
async function settledOf(hall: Hall, actor: Actor): Promise<string[]> {
  const rows = await hall.ownedRows(CASE);
  const settled = await hall.database.transaction((tx) =>
    tx.query<{ id: string }>(
      `select id from eia_case where state = any ($1) and basis -> 'reliefs' <> '[]'::jsonb`,
      [SETTLED],
    ),
  );
  const ids = new Set(settled.map(({ id }) => id));
  return rows
    .filter((row) => ids.has(row.id) && mayDo(actor, 'export', CASE, row))
    .map(({ id }) => id);
}

async function countsEffects(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'getEffects');
  if (!answer) return;
  const { length } = await settledOf(hall, actor);
  const told = answer.json['projects'];
  hall.tally.expect(`getEffects by ${actor.name}: ${String(told)} of ${length}`, told === length);
}

async function exportsEffects(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'exportEffects');
  if (!answer) return;
  const { length } = await settledOf(hall, actor);
  const counts = await cellsOf(answer.bytes, EFFECT_COLUMNS.projects.zh);
  const sum = counts.reduce((total, count) => total + Number(count), 0);
  hall.tally.expect(`exportEffects by ${actor.name}: ${sum} of ${length}`, sum === length);
}

async function listsEffectCases(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'listEffectCases');
  if (!answer) return;
  const shown = (answer.json['cases'] as readonly { id: string }[]).map(({ id }) => id);
  hall.tally.compareSets(`listEffectCases by ${actor.name}`, await settledOf(hall, actor), shown);
}

export const EFFECT_WALKS = {
  getEffects: countsEffects,
  exportEffects: exportsEffects,
  listEffectCases: listsEffectCases,
} satisfies Record<string, Walk>;
