import { MAX_ACTIVITIES } from './activities.ts';
import type { RulePack, RuleSet } from './pack.ts';
import {
  ProgramCompiler,
  type Condition,
  type Program,
  type ProgramClause,
  type ProgramItem,
} from './program.ts';
import type { Project } from './project.ts';
import {
  NO,
  OF_PROJECT,
  SCALE,
  UNKNOWN,
  UNKNOWN_ROOM,
  YES,
  type State,
  type Verdict,
  type View,
} from './state.ts';
import { FactTable } from './fact-table.ts';

/** An unknown fact of one activity; `slot` equal to the table's size means the industry itself. */
export interface MissingFact {
  readonly slot: number;
  /** Index of the activity, or -1 for the project as a whole. */
  readonly activity: number;
}

export interface Decision {
  readonly clause: ProgramClause;
  /** Index of the activity, or -1 where a fact of the project attached the item. */
  readonly activity: number;
}

/**
 * The core answer. `floor` is what is certain and `ceiling` what is still possible, as ranks;
 * equal means decided. `missing` holds every unknown fact that can still move the ceiling down
 * to the floor or the floor up.
 */
export interface Evaluation {
  readonly floor: number;
  readonly ceiling: number;
  readonly deciding: readonly Decision[];
  readonly missing: readonly MissingFact[];
}

const NOTHING_MISSING: readonly MissingFact[] = [];

/**
 * The rules of one day, ready to answer. Programs are compiled at the first question about a code
 * and kept; scratch buffers are reused, so one instance serves one thread.
 */
export class Engine {
  readonly table: FactTable;
  readonly pack: RulePack;
  readonly attached: readonly ProgramItem[];
  readonly #programs = new Map<string, Program>();
  readonly #compiler: ProgramCompiler;
  readonly #state: State;
  readonly #sums: Float64Array;
  /**
   * Stretches of `state.unknown` that an undecided clause or gate left there: where each ends,
   * the level and the clause it holds up. They follow one another without gaps.
   */
  readonly #ends: number[] = [];
  readonly #ranks: number[] = [];
  readonly #waiting: ProgramClause[] = [];
  readonly #places: number[] = [];
  #stretches = 0;
  #floor = 0;
  #ceiling = 0;
  #deciding: Decision[] = [];
  readonly #missing: (MissingFact | undefined)[];
  readonly #stamps: Int32Array;
  #stamp = 0;

  constructor(ruleSet: RuleSet, pack: RulePack, table = new FactTable(ruleSet.vocabulary)) {
    this.table = table;
    this.pack = pack;
    this.#compiler = new ProgramCompiler(pack, table);
    this.attached = this.#compiler.attached();
    const places = (MAX_ACTIVITIES + 1) * (table.size + 1);
    this.#missing = Array.from({ length: places });
    this.#stamps = new Int32Array(places);
    this.#sums = new Float64Array(table.layout.length);
    this.#state = {
      data: new Float64Array(0),
      unknown: new Int32Array(UNKNOWN_ROOM),
      met: 0,
    };
  }

  programOf({ key, kind }: Pick<View, 'key' | 'kind'>): Program {
    const id = kind === 'work' ? `work:${key}` : key;
    let program = this.#programs.get(id);
    if (!program) {
      program = this.#compiler.program(key, kind);
      this.#programs.set(id, program);
    }
    return program;
  }

  /** Every item of a project with the activity it belongs to; -1 for those that join by a fact. */
  itemsOf({ views }: Project): { readonly entry: ProgramItem; readonly activity: number }[] {
    const own = views.flatMap((view, activity) =>
      this.programOf(view).items.map((entry) => ({ entry, activity })),
    );
    return [...own, ...this.attached.map((entry) => ({ entry, activity: -1 }))];
  }

  /** Answers a project that has at least one activity. */
  evaluate({ views }: Project): Evaluation {
    this.#floor = 0;
    this.#ceiling = 0;
    this.#stretches = 0;
    this.#state.met = 0;
    this.#deciding = [];
    for (let activity = 0; activity < views.length; activity++) {
      const view = views[activity]!;
      this.#look(view);
      const { items } = this.programOf(view);
      for (let at = 0; at < items.length; at++) this.#judge(items[at]!, activity, views);
    }
    this.#look(views[0]!);
    for (let at = 0; at < this.attached.length; at++) this.#judge(this.attached[at]!, -1, views);
    const floor = this.#floor;
    const ceiling = this.#ceiling;
    const missing = ceiling > floor ? this.#listMissing(floor, views) : NOTHING_MISSING;
    return { floor, ceiling, deciding: this.#deciding, missing };
  }

  /** Tests one clause for one activity; the facts it waits for are not kept. */
  testClause(clause: ProgramClause, activity: number, { views }: Project): Verdict {
    this.#look(views[Math.max(activity, 0)]!);
    this.#state.met = 0;
    const { gate } = clause.entry;
    const open = gate === null ? YES : this.#test(gate, clause, activity, views);
    return Math.min(open, this.#test(clause.own, clause, activity, views)) as Verdict;
  }

  /** From the highest level down: the first certain clause is the item's floor and ends it. */
  #judge({ gate, clauses }: ProgramItem, activity: number, views: readonly View[]): void {
    if (clauses.length === 0 || clauses[0]!.rank < this.#floor) return;
    const state = this.#state;
    const before = state.met;
    const open = gate === null ? YES : this.#test(gate, clauses[0]!, activity, views);
    if (open === NO) return;
    let gateWaits = open === UNKNOWN;
    for (let index = 0; index < clauses.length; index++) {
      const clause = clauses[index]!;
      const { rank } = clause;
      // What waits for the gate can only matter above the floor.
      if (rank < this.#floor || (rank === this.#floor && open === UNKNOWN)) break;
      const start = state.met;
      const own = this.#test(clause.own, clause, activity, views);
      if (own === NO) continue;
      if (rank > this.#ceiling) this.#ceiling = rank;
      if (own === YES && open === YES) {
        if (rank > this.#floor) {
          this.#floor = rank;
          this.#deciding = [];
        }
        this.#deciding.push({ clause, activity });
        return;
      }
      if (rank === this.#floor) {
        state.met = start;
        continue;
      }
      // The gate waits for the highest level that it holds up.
      if (gateWaits) this.#wait(start, clause, activity);
      gateWaits = false;
      if (own === UNKNOWN) this.#wait(state.met, clause, activity);
    }
    if (gateWaits) state.met = before;
  }

  #wait(end: number, clause: ProgramClause, activity: number): void {
    if (end > UNKNOWN_ROOM) throw new RangeError('no room for more unknown facts');
    const at = this.#stretches++;
    this.#ends[at] = end;
    this.#ranks[at] = clause.rank;
    this.#waiting[at] = clause;
    this.#places[at] = activity;
  }

  #look(view: View): void {
    this.#state.data = view.data;
  }

  /**
   * Scales of activities that can meet the same clause count together: two mills of 6,000 t are
   * one project of 12,000 t. Clauses that name one product each never meet (ADR 0015).
   */
  #test(
    { test, sums: scales }: Condition,
    clause: ProgramClause,
    activity: number,
    views: readonly View[],
  ): Verdict {
    const state = this.#state;
    if (scales.length === 0 || views.length === 1 || activity < 0) return test(state);
    const own = state.data;
    const sums = this.#sums;
    for (let other = 0; other < views.length; other++) {
      if (other === activity || !this.#shares(clause, views[other]!)) continue;
      const { data } = views[other]!;
      if (state.data === own) sums.set(own);
      state.data = sums;
      for (const slot of scales) {
        const at = this.table.layout.rangeAt(slot);
        sums[at] = sums[at]! + data[at]!;
        sums[at + 1] = sums[at + 1]! + data[at + 1]!;
      }
    }
    const verdict = test(state);
    state.data = own;
    return verdict;
  }

  #shares(clause: ProgramClause, view: View): boolean {
    return this.programOf(view).clauses.has(clause.clause);
  }

  /** A fact met only in clauses at or below the floor can change nothing and is not missing. */
  #listMissing(floor: number, views: readonly View[]): MissingFact[] {
    const missing: MissingFact[] = [];
    const { unknown } = this.#state;
    this.#stamp++;
    for (let stretch = 0, from = 0; stretch < this.#stretches; stretch++) {
      const end = this.#ends[stretch]!;
      if (this.#ranks[stretch]! > floor) {
        const clause = this.#waiting[stretch]!;
        const activity = this.#places[stretch]!;
        for (let at = from; at < end; at++) {
          this.#addMissing(unknown[at]!, clause, activity, views, missing);
        }
      }
      from = end;
    }
    return missing;
  }

  #addMissing(
    slot: number,
    clause: ProgramClause,
    activity: number,
    views: readonly View[],
    missing: MissingFact[],
  ): void {
    const scope = this.table.layout.scopes[slot];
    if (scope === OF_PROJECT) this.#addOnce(slot, -1, missing);
    else if (scope !== SCALE || views.length === 1) this.#addOnce(slot, activity, missing);
    else {
      views.forEach((view, at) => {
        if (view.lo(slot) < view.hi(slot) && this.#shares(clause, view)) {
          this.#addOnce(slot, at, missing);
        }
      });
    }
  }

  #addOnce(slot: number, activity: number, missing: MissingFact[]): void {
    const id = (activity + 1) * (this.table.size + 1) + slot;
    if (this.#stamps[id] === this.#stamp) return;
    this.#stamps[id] = this.#stamp;
    missing.push(this.#missingOf(id));
  }

  #missingOf(id: number): MissingFact {
    const width = this.table.size + 1;
    return (this.#missing[id] ??= { slot: id % width, activity: Math.floor(id / width) - 1 });
  }
}
