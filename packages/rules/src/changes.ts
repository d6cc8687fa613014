import type { Engine } from './evaluate.ts';
import { eachLeaf, type Comparison } from './expression.ts';
import { levelOf, type AnyLevel } from './level.ts';
import type { Project } from './project.ts';
import { liveConditions, optionsOf } from './questions.ts';
import { derive } from './settle.ts';
import { isCore } from './subjects.ts';
import { NO, UNKNOWN, YES, type View } from './state.ts';
import { optionMask, type ChoiceFact, type QuantityFact } from './vocabulary.ts';

/** One fact that, if it alone were otherwise, would give another level. */
export interface Change {
  readonly fact: string;
  readonly activity: string | null;
  readonly to:
    | boolean
    | string
    | { readonly by: Comparison; readonly value: number; readonly unit: string };
  readonly level: AnyLevel;
}

interface Trial {
  readonly slot: number;
  readonly view: number;
  readonly to: Change['to'];
  readonly write: (view: View) => void;
}

/**
 * What would have to change to fall under another level: each known fact that a live clause
 * reads is turned over once. `isPossible` keeps out projects that contradict themselves. Only decided answers have an unambiguous "other level".
 */
export function findChanges(
  engine: Engine,
  project: Project,
  isPossible: (views: Project['views']) => boolean,
): Change[] {
  const now = engine.evaluate(project);
  if (now.floor !== now.ceiling) return [];
  const nearest = new Map<string, Change>();
  for (const trial of listTrials(engine, project)) {
    const views = project.views.map((view) => view.copy());
    const fact = engine.table.facts[trial.slot]!;
    const targets = fact.scope === 'project' ? views : [views[trial.view]!];
    for (const view of targets) {
      trial.write(view);
      derive(engine.table, view);
    }
    const then = engine.evaluate({ ...project, views });
    if (then.floor !== then.ceiling || then.floor === now.floor || !isPossible(views)) continue;
    const activity =
      fact.scope === 'activity' && views.length > 1 ? project.views[trial.view]!.key : null;
    const level = levelOf(then.floor, engine.pack.levels);
    const id = `${fact.key} ${activity} ${level} ${typeof trial.to === 'object' ? '' : trial.to}`;
    if (!nearest.has(id)) nearest.set(id, { fact: fact.key, activity, to: trial.to, level });
  }
  return [...nearest.values()];
}

function listTrials(engine: Engine, project: Project): Trial[] {
  const trials = new Map<string, Trial>();
  const live = liveConditions(engine, project);
  const read = (view: number, slot: number, trial: Omit<Trial, 'slot' | 'view'>, id: string) => {
    const projectWide = engine.table.facts[slot]!.scope === 'project';
    const key = `${projectWide ? -1 : view} ${slot} ${id}`;
    if (!trials.has(key)) trials.set(key, { slot, view, ...trial });
  };
  // A quarry or an X-ray room is no near miss of a project that never spoke of one.
  const isFarOff = (key: string) =>
    !project.stated.has(key) && engine.table.isRare(engine.table.getFact(key));
  project.views.forEach((view, index) => {
    for (const entry of [...engine.programOf(view).items, ...engine.attached]) {
      for (const clause of entry.clauses) {
        eachLeaf(clause.when, (leaf) => {
          const slot = engine.table.getSlot(leaf.fact);
          if (view.settled[slot] || isFarOff(leaf.fact)) return;
          if (leaf.op === 'is') tryBoolean(view, slot, (trial, id) => read(index, slot, trial, id));
          else if (leaf.op === 'oneOf') {
            const fact = engine.table.getFact(leaf.fact) as ChoiceFact;
            const options = optionsOf(fact, live).filter(
              (option) => option !== fact.neutral || !isCore(fact, view),
            );
            tryOptions(fact, options, view, slot, (trial, id) => read(index, slot, trial, id));
          } else {
            const fact = engine.table.getFact(leaf.fact) as QuantityFact;
            if (fact.derived) return;
            const steps = engine.table.stepsPerUnit(fact);
            tryAmount(fact, steps, leaf, view, slot, (trial, id) => read(index, slot, trial, id));
          }
        });
      }
    }
  });
  return [...trials.values()];
}

type Offer = (trial: Omit<Trial, 'slot' | 'view'>, id: string) => void;

function tryBoolean(view: View, slot: number, offer: Offer): void {
  const now = view.flag(slot);
  if (now === UNKNOWN) return;
  const to = now === NO;
  offer({ to, write: (target) => target.setFlag(slot, to ? YES : NO) }, String(to));
}

function tryOptions(
  fact: ChoiceFact,
  options: readonly string[],
  view: View,
  slot: number,
  offer: Offer,
): void {
  for (const id of options) {
    const mask = optionMask(fact, [id]);
    if (view.mask(slot) === mask) continue;
    offer({ to: id, write: (target) => target.setMask(slot, mask) }, id);
  }
}

function tryAmount(
  fact: QuantityFact,
  steps: number,
  leaf: { readonly by: Comparison; readonly value: number },
  view: View,
  slot: number,
  offer: Offer,
): void {
  const start = Math.round(leaf.value * steps) + (leaf.by === '>=' || leaf.by === '<' ? 0 : 1);
  const strict = leaf.by === '>' || leaf.by === '<=' || leaf.by === '=';
  const below = view.hi(slot) < start;
  if (!below && view.lo(slot) < start) return;
  const to: Change['to'] = below
    ? { by: strict ? '>' : '>=', value: leaf.value, unit: fact.unit }
    : { by: strict ? '<=' : '<', value: leaf.value, unit: fact.unit };
  const amount = below ? start : start - 1;
  offer(
    {
      to,
      write: (target) => target.setRange(slot, amount, amount),
    },
    `${to.by}${to.value}`,
  );
}
