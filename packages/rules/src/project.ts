import { readActivities } from './activities.ts';
import type { FactInput, FactInputs, IndustryIndex, InputProblem, ProjectInput } from './input.ts';
import { denyContradictory } from './contradictions.ts';
import { nearest } from './nearest.ts';
import {
  assumeNone,
  derive,
  reopen,
  shareSettled,
  startView,
  type AssumedFacts,
} from './settle.ts';
import type { Place } from './reliefs/model.ts';
import { NO, YES, type View } from './state.ts';
import type { FactTable } from './fact-table.ts';
import type { Fact } from './vocabulary.ts';
import { writeFact, type GivenValue } from './write-fact.ts';

export interface Project {
  readonly views: readonly View[];
  /** Facts taken as "no" because the input said that what it leaves out is no. */
  readonly assumed: AssumedFacts;
  /** Facts that the input itself states. */
  readonly stated: ReadonlySet<string>;
  readonly place: Place;
}

/**
 * Turns an input into slots. Returns the problems instead when anything is wrong: nothing is
 * guessed and nothing half read. `industries` tells which codes exist.
 */
export function readProject(
  input: ProjectInput,
  table: FactTable,
  industries: IndustryIndex,
): Project | { problems: InputProblem[] } {
  const problems: InputProblem[] = [];
  const activities = readActivities(input, table, industries, problems);
  const shared = input.facts ?? {};
  checkKeys(shared, '/facts', table, problems);
  const stated = new Set<string>();
  // "I don't know", said in so many words: never taken for "no".
  const doubted = new Set<string>();
  const lone = activities.length === 1;
  const views = activities.map((activity) => {
    const view = startView(table, activity.key, activity.kind, lone);
    const own = activity.facts ?? {};
    checkKeys(own, activity.path, table, problems);
    for (const slot of slotsGiven(own, shared, table)) {
      const fact = table.facts[slot]!;
      const place = pickPlace(fact, own, shared, activity.path, lone, problems);
      if (place) reopen(fact, slot, view);
      if (place && !isUnknown(place.value)) {
        stated.add(fact.key);
        writeFact(fact, slot, place, view, table, problems);
      } else if (place) doubted.add(fact.key);
    }
    return view;
  });
  shareSettled(table, views);
  const place = input.place ?? {};
  if (place.park !== undefined) settlePark(place.park !== 'none', table, views, stated);
  if (views.length === 1) denyContradictory(table, views[0]!, stated);
  const assumed =
    input.unstated === 'no'
      ? assumeNone(table, views, new Set([...stated, ...doubted]))
      : new Set<string>();
  for (const view of views) derive(table, view);
  if (problems.length > 0) return { problems: uniqueProblems(problems) };
  return { views, assumed, stated, place };
}

/** Which park was chosen says by itself whether the site is in one. */
function settlePark(
  inPark: boolean,
  table: FactTable,
  views: readonly View[],
  stated: Set<string>,
): void {
  const fact = table.findFact('site.in_park');
  if (!fact) return;
  stated.add(fact.key);
  for (const view of views) view.setFlag(table.getSlot(fact.key), inPark ? YES : NO);
}

function checkKeys(
  facts: FactInputs,
  path: string,
  table: FactTable,
  problems: InputProblem[],
): void {
  for (const key of Object.keys(facts)) {
    const fact = table.findFact(key);
    if (fact && !(fact.type === 'quantity' && fact.derived)) continue;
    const asked = table.facts.filter((known) => !(known.type === 'quantity' && known.derived));
    const near = nearest(
      key,
      asked.map((known) => known.key),
    );
    problems.push({
      code: near ? 'fact.unknown_near' : 'fact.unknown',
      path: `${path}/${escapePointer(key)}`,
      params: near ? { value: key, near } : { value: key },
    });
  }
}

/** The known facts that an input speaks of, in the order of the vocabulary. */
function slotsGiven(own: FactInputs, shared: FactInputs, table: FactTable): number[] {
  const slots: number[] = [];
  for (const key of Object.keys(own)) if (table.findFact(key)) slots.push(table.getSlot(key));
  for (const key of Object.keys(shared)) {
    if (!(key in own) && table.findFact(key)) slots.push(table.getSlot(key));
  }
  return slots.sort((a, b) => a - b);
}

function pickPlace(
  fact: Fact,
  own: FactInputs,
  shared: FactInputs,
  activityPath: string,
  lone: boolean,
  problems: InputProblem[],
): GivenValue | undefined {
  if (fact.key in own) {
    if (fact.scope === 'activity' || lone) {
      return { value: own[fact.key]!, path: `${activityPath}/${escapePointer(fact.key)}` };
    }
    problems.push({
      code: 'fact.belongs_to_project',
      path: `${activityPath}/${escapePointer(fact.key)}`,
      params: { value: fact.key },
    });
    return undefined;
  }
  if (!(fact.key in shared)) return undefined;
  if (fact.scope === 'activity' && !lone) {
    problems.push({
      code: 'fact.belongs_to_activity',
      path: `/facts/${escapePointer(fact.key)}`,
      params: { value: fact.key },
    });
    return undefined;
  }
  return { value: shared[fact.key]!, path: `/facts/${escapePointer(fact.key)}` };
}

function isUnknown(value: FactInput): boolean {
  return value === null || value === 'unknown' || value === '不清楚';
}

function escapePointer(key: string): string {
  return /[~/]/.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
}

function uniqueProblems(problems: InputProblem[]): InputProblem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const id = `${problem.code} ${problem.path}`;
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}
