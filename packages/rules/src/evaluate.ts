import { MAX_ACTIVITIES } from './activities.ts';
import {
  compileAttached,
  compileProgram,
  type Program,
  type ProgramClause,
  type ProgramItem,
} from './program.ts';
import type { RulePack, RuleSet } from './pack.ts';
import type { Project } from './project.ts';
import { UNKNOWN, UNKNOWN_ROOM, YES, type State, type Verdict, type View } from './state.ts';
import { FactTable } from './vocabulary.ts';

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

/**
 * The rules of one day, ready to answer. Programs are compiled at the first question about a
 * code and kept; scratch buffers are reused, so one instance serves one thread.
 */
export class Engine {
  readonly table: FactTable;
  readonly pack: RulePack;
  readonly attached: readonly ProgramItem[];
  readonly #programs = new Map<string, Program>();
  readonly #state: State;
  readonly #met = new Int32Array(UNKNOWN_ROOM);
  readonly #metRank = new Int8Array(UNKNOWN_ROOM);
  #metCount = 0;
  #floor = 0;
  #ceiling = 0;
  readonly #stamps: Int32Array;
  #stamp = 0;
  readonly #sumLo: Float64Array;
  readonly #sumHi: Float64Array;
  /** The activities whose scales the last test took together; null for one alone. */
  #partners: readonly number[] | null = null;

  constructor(ruleSet: RuleSet, pack: RulePack, table = new FactTable(ruleSet.vocabulary)) {
    this.table = table;
    this.pack = pack;
    this.attached = compileAttached(pack, table);
    const empty = new Float64Array(0);
    this.#state = {
      bits: new Int32Array(0),
      lo: empty,
      hi: empty,
      unknown: new Int32Array(UNKNOWN_ROOM),
      met: 0,
    };
    this.#stamps = new Int32Array(MAX_KEYS * (table.size + 1));
    this.#sumLo = new Float64Array(table.size);
    this.#sumHi = new Float64Array(table.size);
  }

  programOf(view: Pick<View, 'key' | 'kind'>): Program {
    const id = view.kind === 'work' ? `work:${view.key}` : view.key;
    let program = this.#programs.get(id);
    if (!program) {
      program = compileProgram(view.key, view.kind, this.pack, this.table);
      this.#programs.set(id, program);
    }
    return program;
  }

  /** Answers a project that has at least one activity. */
  evaluate(project: Project): Evaluation {
    const decisions: Decision[] = [];
    this.#metCount = 0;
    this.#floor = 0;
    this.#ceiling = 0;
    const { views } = project;
    for (let index = 0; index < views.length; index++) {
      const view = views[index]!;
      this.#look(view);
      for (const item of this.programOf(view).items) this.#judge(item, index, project, decisions);
    }
    this.#look(views[0]!);
    for (const item of this.attached) this.#judge(item, -1, project, decisions);
    return this.#conclude(decisions);
  }

  /** The state through which a confirmation or a trace reads a view. */
  stateOf(view: View): State {
    this.#look(view);
    return this.#state;
  }

  #look(view: View): void {
    const state = this.#state;
    state.bits = view.bits;
    state.lo = view.lo;
    state.hi = view.hi;
  }

  /**
   * Tests one clause for one activity (-1: by a fact of the project). Scales of activities that
   * fall under the same clause count together: two mills of 6,000 t are one project of 12,000 t.
   */
  testClause(clause: ProgramClause, activity: number, project: Project): Verdict {
    const state = this.#state;
    state.met = 0;
    this.#partners = null;
    const { views } = project;
    if (views.length === 1 || activity < 0 || clause.sums.length === 0) return clause.test(state);
    const partners = [...views.keys()].filter((at) =>
      this.programOf(views[at]!).clauses.has(clause.clause),
    );
    if (partners.length < 2) return clause.test(state);
    this.#partners = partners;
    const { lo, hi } = views[activity]!;
    this.#sumLo.set(lo);
    this.#sumHi.set(hi);
    for (const slot of clause.sums) {
      this.#sumLo[slot] = partners.reduce((sum, at) => sum + views[at]!.lo[slot]!, 0);
      this.#sumHi[slot] = partners.reduce((sum, at) => sum + views[at]!.hi[slot]!, 0);
    }
    state.lo = this.#sumLo;
    state.hi = this.#sumHi;
    const verdict = clause.test(state);
    state.lo = lo;
    state.hi = hi;
    return verdict;
  }

  #judge(entry: ProgramItem, activity: number, project: Project, decisions: Decision[]): void {
    const { clauses } = entry;
    for (let index = 0; index < clauses.length; index++) {
      const clause = clauses[index]!;
      if (clause.rank < this.#floor) return;
      const verdict = this.testClause(clause, activity, project);
      if (verdict === YES) {
        this.#floor = clause.rank;
        if (clause.rank > this.#ceiling) this.#ceiling = clause.rank;
        decisions.push({ clause, activity });
        return;
      }
      if (verdict === UNKNOWN) {
        if (clause.rank > this.#ceiling) this.#ceiling = clause.rank;
        this.#keepMissing(clause, activity, project);
      }
    }
  }

  #keepMissing(clause: ProgramClause, activity: number, project: Project): void {
    const { unknown, met } = this.#state;
    const partners = this.#partners;
    for (let index = 0; index < met; index++) {
      const slot = unknown[index]!;
      if (partners === null || !clause.sums.includes(slot)) {
        this.#keepOne(slot, activity, clause.rank);
        continue;
      }
      for (const at of partners) {
        const { lo, hi } = project.views[at]!;
        if (lo[slot]! < hi[slot]!) this.#keepOne(slot, at, clause.rank);
      }
    }
  }

  #keepOne(slot: number, activity: number, rank: number): void {
    if (this.#metCount === UNKNOWN_ROOM)
      throw new RangeError('more unknown facts than there is room for');
    this.#met[this.#metCount] = (activity + 1) * (this.table.size + 1) + slot;
    this.#metRank[this.#metCount++] = rank;
  }

  /** A fact met only in clauses at or below the floor can change nothing and is not missing. */
  #conclude(decisions: Decision[]): Evaluation {
    const floor = this.#floor;
    const deciding = decisions.filter((decision) => decision.clause.rank === floor);
    const missing: MissingFact[] = [];
    if (this.#ceiling > floor) {
      const width = this.table.size + 1;
      const stamp = ++this.#stamp;
      for (let index = 0; index < this.#metCount; index++) {
        if (this.#metRank[index]! <= floor) continue;
        const id = this.#met[index]!;
        const slot = id % width;
        const fact = this.table.facts[slot];
        const activity = !fact || fact.scope === 'activity' ? Math.floor(id / width) - 1 : -1;
        const unique = (activity + 1) * width + slot;
        if (this.#stamps[unique] === stamp) continue;
        this.#stamps[unique] = stamp;
        missing.push({ slot, activity });
      }
    }
    return { floor, ceiling: this.#ceiling, deciding, missing };
  }
}

/** Activities a project may have, and one place for the project itself. */
const MAX_KEYS = MAX_ACTIVITIES + 1;
