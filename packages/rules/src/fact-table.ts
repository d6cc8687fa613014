import { factsOf } from './expression.ts';
import { Layout } from './state.ts';
import type { Fact, QuantityFact, Unit, Vocabulary, Work } from './vocabulary.ts';

/** A vocabulary with its look-ups; the position of a fact is its slot in a project. */
export class FactTable {
  readonly vocabulary: Vocabulary;
  readonly facts: readonly Fact[];
  readonly size: number;
  readonly layout: Layout;
  readonly #slots = new Map<string, number>();
  readonly #units = new Map<string, Unit>();
  readonly #works = new Map<string, Work>();

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    this.facts = vocabulary.facts;
    this.size = vocabulary.facts.length;
    this.layout = new Layout(vocabulary.facts);
    vocabulary.facts.forEach((fact, slot) => this.#slots.set(fact.key, slot));
    for (const unit of vocabulary.units) this.#units.set(unit.id, unit);
    for (const work of vocabulary.works) this.#works.set(work.id, work);
  }

  findFact(key: string): Fact | undefined {
    const slot = this.#slots.get(key);
    return slot === undefined ? undefined : this.facts[slot];
  }

  getFact(key: string): Fact {
    const fact = this.findFact(key);
    if (!fact) throw new Error(`the vocabulary has no fact "${key}"`);
    return fact;
  }

  getSlot(key: string): number {
    const slot = this.#slots.get(key);
    if (slot === undefined) throw new Error(`the vocabulary has no fact "${key}"`);
    return slot;
  }

  getUnit(id: string): Unit {
    const unit = this.#units.get(id);
    if (!unit) throw new Error(`the vocabulary has no unit "${id}"`);
    return unit;
  }

  /** Rare itself, or a detail that is asked only under a rare fact. */
  isRare({ rare, askWhen }: Fact): boolean {
    if (rare) return true;
    if (!askWhen) return false;
    return [...factsOf(askWhen)].some((key) => this.isRare(this.getFact(key)));
  }

  findWork(id: string): Work | undefined {
    return this.#works.get(id);
  }

  /** Base steps in one canonical unit of a quantity. */
  stepsPerUnit(fact: QuantityFact): number {
    return this.getUnit(fact.unit).multipliers[fact.unit]!;
  }
}
