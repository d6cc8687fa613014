import { compileTest } from './closure.ts';
import type { Engine, Evaluation, MissingFact } from './evaluate.ts';
import { eachLeaf, factsOf, type Expression } from './expression.ts';
import type { Project } from './project.ts';
import { derive } from './settle.ts';
import { isCore } from './subjects.ts';
import { NO, UNKNOWN, verdictOf, YES, type View } from './state.ts';
import { optionMask, type Fact, type Group } from './vocabulary.ts';

export interface Question {
  readonly fact: Fact;
  /** Index of the activity asked about, or -1 for the project. */
  readonly activity: number;
  /** For an amount: the limits in the law that matter here, rising. */
  readonly limits: readonly Limit[];
  /** For a choice: the options to show. */
  readonly options: readonly string[];
  /** A choice or amount that is ticked first and detailed then. */
  readonly byTick: boolean;
}

/** A limit in the canonical unit; `inUpper` says whether the figure itself counts as above. */
export interface Limit {
  readonly value: number;
  readonly inUpper: boolean;
}

/** One page of the wizard: one topic, only what can still change the answer. */
export interface Page {
  readonly group: Group;
  readonly questions: readonly Question[];
}

/**
 * The next page to show, or null when nothing more can change the answer. A group in `asked`
 * never comes again: what stays unknown after it was asked is "I don't know".
 */
export function nextPage(engine: Engine, project: Project, asked: readonly string[]): Page | null {
  const { groups } = engine.table.vocabulary;
  const opening = groups.find(
    (group) => !asked.includes(group.id) && hasAlways(engine, project, group),
  );
  if (opening) return { group: opening, questions: listQuestions(engine, project, opening.id) };
  const core = engine.evaluate(project);
  const open = openGroups(engine, core, asked);
  let best: Group | null = null;
  let bestScore = Infinity;
  for (const group of groups.filter(({ id }) => open.has(id))) {
    const score = open.size === 1 ? 0 : expectedRest(engine, project, core, group.id, asked);
    if (score < bestScore) [best, bestScore] = [group, score];
  }
  return best && { group: best, questions: listQuestions(engine, project, best.id) };
}

/** All questions of a group for a project, in the vocabulary's order. */
export function listQuestions(engine: Engine, project: Project, group: string): Question[] {
  const { table } = engine;
  const places: MissingFact[] = engine
    .evaluate(project)
    .missing.filter(({ slot }) => table.facts[slot]?.group === group);
  if (places.length > 0) places.push(...besideIn(engine, project, group));
  table.facts.forEach((fact, slot) => {
    if (fact.group === group && isAlwaysOpen(engine, project, fact)) {
      places.push({ slot, activity: -1 });
    }
  });
  return toQuestions(engine, project, places);
}

/** One question for each place, in the vocabulary's order. */
export function toQuestions(
  engine: Engine,
  project: Project,
  places: readonly MissingFact[],
): Question[] {
  const { table } = engine;
  const live = liveConditions(engine, project);
  return places
    .filter((place, at) => places.findIndex((other) => same(place, other)) === at)
    .sort((a, b) => a.slot - b.slot || a.activity - b.activity)
    .map(({ slot, activity }) => ({
      fact: table.facts[slot]!,
      activity,
      limits: limitsOf(table.facts[slot]!, live),
      options: optionsOf(table.facts[slot]!, live),
      byTick:
        isTicked(engine, table.facts[slot]!) && canBeNone(table.facts[slot]!, activity, project),
    }));
}

function isTicked({ table }: Engine, fact: Fact): boolean {
  return table.vocabulary.groups.find(({ id }) => id === fact.group)?.byTick ?? false;
}

/** Wastewater works cannot be "none" in a project that is about wastewater works. */
function canBeNone(fact: Fact, activity: number, project: Project): boolean {
  if (fact.type === 'quantity') return fact.zeroWhenUnstated;
  if (fact.type !== 'choice' || !fact.neutral) return false;
  const views = activity < 0 ? project.views : [project.views[activity]!];
  return !views.some((view) => isCore(fact, view));
}

/**
 * Facts that no clause waits for, but that say whether an officer has something to confirm. They
 * are asked beside the others on a page that comes anyway, never on a page of their own.
 */
function besideIn(engine: Engine, project: Project, group: string): MissingFact[] {
  const { table } = engine;
  return project.views.flatMap((view, index) =>
    engine
      .programOf(view)
      .items.flatMap((entry) => entry.item.confirmations)
      .flatMap(({ when }) => [...factsOf(when)])
      .map((key) => table.getSlot(key))
      .filter(
        (slot) => table.facts[slot]!.group === group && isOpen(table.facts[slot]!, view, slot),
      )
      .map((slot) => ({ slot, activity: table.facts[slot]!.scope === 'project' ? -1 : index })),
  );
}

function isOpen(fact: Fact, view: View, slot: number): boolean {
  if (fact.type === 'boolean') return view.flag(slot) === UNKNOWN;
  if (fact.type === 'choice') return view.mask(slot) === (1 << fact.options.length) - 1;
  return !fact.derived && view.hi(slot) === Infinity && view.lo(slot) === 0;
}

function same(a: MissingFact, b: MissingFact): boolean {
  return a.slot === b.slot && a.activity === b.activity;
}

function hasAlways(engine: Engine, project: Project, group: Group): boolean {
  return engine.table.facts.some(
    (fact) => fact.group === group.id && isAlwaysOpen(engine, project, fact),
  );
}

/** Asked of every project, unless it was said beforehand or what was said leaves no question. */
function isAlwaysOpen(engine: Engine, { stated, views }: Project, fact: Fact): boolean {
  if (!fact.always || stated.has(fact.key)) return false;
  const { askWhen } = fact;
  if (!askWhen) return true;
  const test = compileTest(askWhen, engine.table);
  return views.length === 0 || views.some((view) => verdictOf(test, view) !== NO);
}

function openGroups(engine: Engine, core: Evaluation, asked: readonly string[]): Set<string> {
  const open = new Set<string>();
  for (const { slot } of core.missing) {
    const group = engine.table.facts[slot]?.group;
    if (group && !asked.includes(group)) open.add(group);
  }
  return open;
}

/**
 * What is left to ask after this group, on average: the quiet answer ("none of these") weighs as
 * much as all single answers together. Undecided counts first, then the groups still open.
 */
function expectedRest(
  engine: Engine,
  project: Project,
  core: Evaluation,
  group: string,
  asked: readonly string[],
): number {
  const places = core.missing.filter(({ slot }) => engine.table.facts[slot]?.group === group);
  const then = [...asked, group];
  const rest = (loud: number, option: number) => {
    const views = project.views.map((view) => view.copy());
    places.forEach((place, at) => {
      for (const view of place.activity < 0 ? views : [views[place.activity]!]) {
        suppose(engine, view, place.slot, at === loud ? option : -1);
      }
    });
    for (const view of views) derive(engine.table, view);
    const next = engine.evaluate({ ...project, views });
    if (next.floor === next.ceiling) return 0;
    return 100 + openGroups(engine, next, then).size;
  };
  let sum = 0;
  let count = 0;
  places.forEach(({ slot }, at) => {
    for (let option = 0; option < variants(engine.table.facts[slot]!); option++) {
      sum += rest(at, option);
      count++;
    }
  });
  return rest(-1, -1) + (count > 0 ? sum / count : 0);
}

function variants(fact: Fact): number {
  return fact.type === 'choice' ? fact.options.length : 1;
}

/** Writes a supposed answer; `option` -1 is the quiet one. */
function suppose(engine: Engine, view: View, slot: number, option: number): void {
  const fact = engine.table.facts[slot]!;
  if (fact.type === 'boolean') view.setFlag(slot, option < 0 ? NO : YES);
  else if (fact.type === 'choice') {
    const quiet = fact.neutral ?? fact.options[0]!.id;
    view.setMask(slot, option < 0 ? optionMask(fact, [quiet]) : 1 << option);
  } else {
    const amount = option < 0 ? 0 : Number.MAX_SAFE_INTEGER;
    view.setRange(slot, amount, amount);
  }
}

/** Every condition that the project's items read, for the officer's notes too. */
export function liveConditions(engine: Engine, project: Project): Expression[] {
  const entries = [
    ...project.views.flatMap((view) => engine.programOf(view).items),
    ...engine.attached,
  ];
  return entries.flatMap((entry) => [
    ...entry.clauses.map(({ when }) => when),
    ...entry.item.confirmations.map(({ when }) => when),
  ]);
}

/** The law's own limits for an amount: a shop owner knows the band, not the figure. */
function limitsOf(fact: Fact, live: readonly Expression[]): Limit[] {
  const found = new Map<string, Limit>();
  for (const when of live) {
    eachLeaf(when, (leaf) => {
      if (leaf.op !== 'compare' || leaf.fact !== fact.key) return;
      const inUpper = leaf.by === '>=' || leaf.by === '<';
      found.set(`${leaf.value} ${inUpper}`, { value: leaf.value, inUpper });
    });
  }
  const rising = (a: Limit, b: Limit) => a.value - b.value || Number(b.inUpper) - Number(a.inUpper);
  return [...found.values()].sort(rising);
}

/** Where "anything else" is an option, only the options that some rule names are worth showing. */
export function optionsOf(fact: Fact, live: readonly Expression[]): string[] {
  if (fact.type !== 'choice') return [];
  const all = fact.options.map(({ id }) => id);
  if (!fact.neutralIsRest) return all;
  const named = new Set<string>([fact.neutral!]);
  for (const when of live) {
    eachLeaf(when, (leaf) => {
      if (leaf.op === 'oneOf' && leaf.fact === fact.key)
        leaf.options.forEach((id) => named.add(id));
    });
  }
  return all.filter((id) => named.has(id));
}

/** Whether a question is to be shown, given what its page already says. */
export function isAsked(engine: Engine, question: Question, project: Project): boolean {
  const { askWhen } = question.fact;
  const view = project.views[Math.max(question.activity, 0)];
  if (!askWhen || !view) return true;
  return verdictOf(compileTest(askWhen, engine.table), view) === YES;
}
