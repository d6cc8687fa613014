import { compileTest } from './closure.ts';
import { all, factsOf, substitute, type Expression } from './expression.ts';
import { rankOf, type Rank } from './level.ts';
import type { Clause, Confirmation, Item, RulePack } from './pack.ts';
import { verdictOfCode } from './settle.ts';
import { UNKNOWN, YES, type Test, type View } from './state.ts';
import type { FactTable } from './fact-table.ts';

/** A compiled condition. */
export interface Condition {
  readonly when: Expression;
  readonly test: Test;
  /** Slots of scales that count together over all activities of the project under one clause. */
  readonly sums: readonly number[];
}

export interface ProgramClause {
  readonly entry: ProgramItem;
  readonly clause: Clause;
  readonly rank: Rank;
  /** The whole condition, the item's gate included. */
  readonly when: Expression;
  /** The clause's own part of it. */
  readonly own: Condition;
}

export interface ProgramConfirmation {
  readonly confirmation: Confirmation;
  readonly test: Test;
}

/** One catalogue item, specialised to one activity. */
export interface ProgramItem {
  readonly pack: RulePack;
  readonly item: Item;
  /** How the item came to the project: its code, the work picked, or a fact such as a boiler. */
  readonly via: 'code' | 'work' | 'fact';
  /** What all clauses have in common (star, name, attachment), tested once; null for nothing. */
  readonly gate: Condition | null;
  /** Highest level first; clauses that this activity can never meet are gone. */
  readonly clauses: readonly ProgramClause[];
  readonly confirmations: readonly ProgramConfirmation[];
}

/** Every item that one code or work can meet, compiled once and kept. */
export interface Program {
  readonly key: string;
  readonly items: readonly ProgramItem[];
  /** The clauses of the pack that this activity can meet. */
  readonly clauses: ReadonlySet<Clause>;
  /** Printed in the catalogue for this code, but not carried out by this software yet. */
  readonly unencoded: readonly Item[];
  /** Whether "no item names it" may be told as "not listed" (article 5). */
  readonly covered: boolean;
}

const UNRESOLVED: Expression = { op: 'unresolved' };

/**
 * Specialises the items of one pack to codes and works: what the code settles becomes a constant.
 * Codes whose specialised items come out alike share them, which keeps the closures in the cache.
 */
export class ProgramCompiler {
  readonly #pack: RulePack;
  readonly #table: FactTable;
  readonly #interned = new Map<string, ProgramItem>();

  constructor(pack: RulePack, table: FactTable) {
    this.#pack = pack;
    this.#table = table;
  }

  program(key: string, kind: View['kind']): Program {
    const pack = this.#pack;
    const items: ProgramItem[] = [];
    const unencoded: Item[] = [];
    const named = pack.items.some((item) => matchItem(item, key, kind)?.sure);
    for (const item of pack.items) {
      const match = matchItem(item, key, kind) ?? (item.rest && !named ? JOINED : null);
      if (!match) continue;
      if (!item.executable) unencoded.push(item);
      else {
        const gates = [match.sure ? null : UNRESOLVED, match.star ? pack.starGate : null];
        items.push(this.#item(item, kind === 'work' ? 'work' : 'code', gates, key, kind));
      }
    }
    const covered =
      items.length + unencoded.length > 0 ||
      (kind === 'industry' && pack.coversDivisions.includes(key.slice(0, 2)));
    const clauses = new Set(items.flatMap((entry) => entry.clauses.map(({ clause }) => clause)));
    return { key, items, clauses, unencoded, covered };
  }

  /** The items that join a project by a fact, whatever its industry; they read project facts only. */
  attached(): readonly ProgramItem[] {
    return this.#pack.items
      .filter((item) => item.executable && item.attachWhen)
      .map((item) => this.#item(item, 'fact', [item.attachWhen!], '', 'industry'));
  }

  #item(
    item: Item,
    via: ProgramItem['via'],
    gates: readonly (Expression | null)[],
    key: string,
    kind: View['kind'],
  ): ProgramItem {
    const pack = this.#pack;
    const settle = (expression: Expression) =>
      via === 'fact' ? expression : settleByKey(expression, key, kind, this.#table);
    const gate = all([...gates, item.gate ?? null].filter((part) => part !== null).map(settle));
    const ordered = [...item.clauses].sort((a, b) => rankOf(b.level) - rankOf(a.level));
    const live = ordered
      .map((clause) => {
        const main = clause.kind === 'any' || via === 'fact' ? [] : [pack.mainWorksGate];
        const own = all([...main, settle(clause.when)]);
        return { clause, own, when: all([gate, own]) };
      })
      .filter(({ when }) => when.op !== 'const' || when.value);
    const read = factsOf(all(live.map(({ when }) => when)));
    const concerns = ({ when }: Confirmation) => [...factsOf(when)].every((fact) => read.has(fact));
    const notes = [...item.confirmations, ...pack.confirmations.filter(concerns)].map(
      (confirmation) => ({ confirmation, when: settle(confirmation.when) }),
    );
    const id = JSON.stringify([
      item.no,
      via,
      live.map(({ clause, when }) => [clause.level, clause.part, when]),
      notes.map(({ when }) => when),
    ]);
    const known = this.#interned.get(id);
    if (known) return known;
    const built = this.#build(item, via, gate, live, notes);
    this.#interned.set(id, built);
    return built;
  }

  #build(
    item: Item,
    via: ProgramItem['via'],
    shared: Expression,
    live: readonly {
      readonly clause: Clause;
      readonly own: Expression;
      readonly when: Expression;
    }[],
    notes: readonly { readonly confirmation: Confirmation; readonly when: Expression }[],
  ): ProgramItem {
    const table = this.#table;
    const clauses: ProgramClause[] = [];
    const confirmations = notes.map(({ confirmation, when }) => ({
      confirmation,
      test: compileTest(when, table),
    }));
    const gate = shared.op === 'const' ? null : compileCondition(shared, table);
    const entry: ProgramItem = { pack: this.#pack, item, via, gate, clauses, confirmations };
    for (const { clause, own, when } of live) {
      const rank = rankOf(clause.level);
      clauses.push({ entry, clause, rank, when, own: compileCondition(own, table) });
    }
    return entry;
  }
}

interface Match {
  readonly sure: boolean;
  readonly star: boolean;
}
const JOINED: Match = { sure: true, star: false };

function matchItem(item: Item, key: string, kind: View['kind']): Match | null {
  if (kind === 'work') return item.works.includes(key) ? JOINED : null;
  if (item.exceptCodes.some((code) => key.startsWith(code))) return null;
  const own = item.codes.find(({ code }) => key.startsWith(code));
  if (own) return { sure: true, star: own.star };
  const possible = item.codes.filter(({ code }) => code.startsWith(key));
  return possible.length === 0 ? null : { sure: false, star: possible.some(({ star }) => star) };
}

function compileCondition(when: Expression, table: FactTable): Condition {
  return { when, test: compileTest(when, table), sums: scalesIn(when, table) };
}

/** Amounts of one activity that a condition reads, with the sources of derived ones. */
function scalesIn(when: Expression, table: FactTable): number[] {
  const slots = new Set<number>();
  for (const key of factsOf(when)) {
    const fact = table.getFact(key);
    if (fact.type !== 'quantity' || fact.scope !== 'activity') continue;
    for (const read of [key, ...Object.keys(fact.derived ?? {})]) slots.add(table.getSlot(read));
  }
  return [...slots];
}

function settleByKey(
  expression: Expression,
  key: string,
  kind: View['kind'],
  table: FactTable,
): Expression {
  return substitute(expression, (leaf) => {
    const fact = table.getFact(leaf.fact);
    if (fact.type !== 'boolean' || !fact.codes) return null;
    const verdict = verdictOfCode(fact, key, kind);
    if (verdict === UNKNOWN) return null;
    return { op: 'const', value: verdict === YES };
  });
}
