import type { Expression } from './expression.ts';

/** A text in the two languages of the house; Chinese is the source. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type Scope = 'project' | 'activity';

interface FactBase {
  readonly key: string;
  readonly group: string;
  readonly scope: Scope;
  readonly label: Text;
  readonly help?: Text;
  /** Further words for it in a description, beside its label. */
  readonly words?: readonly string[];
  /** The question appears only when this is not a "no" (a boiler's size after its fuel). */
  readonly askWhen?: Expression;
  /** Asked of every project, on the first page. */
  readonly always?: boolean;
  /**
   * Hardly any project has it: counted as none until it is stated, or until a code or work makes it
   * the very subject; never asked for by itself, and listed in the answer (ADR 0021).
   */
  readonly rare?: boolean;
}

export interface BooleanFact extends FactBase {
  readonly type: 'boolean';
  /** What the activity's code says by itself: `yes` and `maybe` are code prefixes or work ids. */
  readonly codes?: { readonly yes: readonly string[]; readonly maybe: readonly string[] };
  /** Counted as this until the owner states otherwise (article 4 ¶3); see ADR 0008. */
  readonly presumed?: boolean;
}

export interface Option {
  readonly id: string;
  readonly label: Text;
  readonly help?: Text;
  readonly words?: readonly string[];
}

export interface ChoiceFact extends FactBase {
  readonly type: 'choice';
  readonly options: readonly Option[];
  /** The option that "everything I left out is no" stands for; none means it stays unknown. */
  readonly neutral?: string;
  /** True where the neutral option means "anything else": options that no rule names are not shown. */
  readonly neutralIsRest?: boolean;
  /** Codes and works whose very subject this is: there the neutral option is impossible. */
  readonly coreOf?: readonly string[];
}

/**
 * The very subject of some codes and works: at least one of these facts must hold there, so what
 * is left out of them never counts as "no" while none is stated.
 */
export interface Core {
  readonly of: readonly string[];
  readonly facts: readonly string[];
}

export interface QuantityFact extends FactBase {
  readonly type: 'quantity';
  readonly unit: string;
  /** True where leaving it out can mean "none is used". Capacities have no such meaning. */
  readonly zeroWhenUnstated: boolean;
  /** Never asked: the sum of other amounts, each divided by its weight. */
  readonly derived?: Readonly<Record<string, number>>;
}

export type Fact = BooleanFact | ChoiceFact | QuantityFact;

export interface Group {
  readonly id: string;
  readonly ask: Text;
  readonly help?: Text;
  /** Its choices and amounts are ticked first and detailed only when ticked. */
  readonly byTick?: boolean;
}

/**
 * One family of units. `multipliers` turn a number in that unit into whole base steps, so that
 * every comparison is between integers (0.1 + 0.2 never meets a threshold it should not).
 */
export interface Unit {
  readonly id: string;
  readonly label: Text;
  readonly multipliers: Readonly<Record<string, number>>;
  /** Largest amount, in the canonical unit, that is believed; above it the input is refused. */
  readonly max: number;
}

/** A thing to build that is not an industry (a school, standard factory buildings). */
export interface Work {
  readonly id: string;
  readonly label: Text;
  readonly words: readonly string[];
}

export interface Contradiction {
  readonly when: Expression;
  readonly text: Text;
}

/** While the condition is stated, silence about these facts is not "no": they say it otherwise. */
export interface Twin {
  readonly when: Expression;
  readonly facts: readonly string[];
}

export interface Vocabulary {
  readonly units: readonly Unit[];
  readonly groups: readonly Group[];
  readonly facts: readonly Fact[];
  readonly works: readonly Work[];
  readonly contradictions: readonly Contradiction[];
  readonly cores: readonly Core[];
  readonly twins: readonly Twin[];
}

/** Most options a choice may have: they are bits of one integer. */
export const MAX_OPTIONS = 30;

export function optionMask(fact: ChoiceFact, ids: readonly string[]): number {
  let mask = 0;
  for (const id of ids) {
    const at = fact.options.findIndex((option) => option.id === id);
    if (at < 0) throw new Error(`"${fact.key}" has no option "${id}"`);
    mask |= 1 << at;
  }
  return mask;
}
