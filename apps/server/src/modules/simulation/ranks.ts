import type { Project, RulePack, Screener } from '@ludao/rules';
import { ColumnStore, Loops, type Place, type Ranks } from '@ludao/rules/columns';
import type { RanksOf, Side } from './side.ts';

/** A pack's loops with the results of the batch at hand. */
interface Carried {
  readonly loops: Loops;
  readonly results: Map<string, { floors: Uint8Array; ceilings: Uint8Array }>;
}

/** A project of the batch; `place` is where the loops have it, null where they do not. */
export interface Row {
  readonly project: Project;
  place: Place | null;
}

/** Projects of one code from which on writing columns costs less than asking the engine for each. */
const LOOPS_FROM = 16;

/**
 * Gives floors and ceilings for a batch of projects: by generated loops where many have the same
 * one activity, by the engine where few have, and where a project has several. Packs of the same content are carried out once, whatever side and
 * whatever rule set they stand in.
 */
export class BatchRanks {
  readonly #store: ColumnStore;
  /** The rows of the batch by their activity. */
  readonly #alike = new Map<string, Row[]>();
  readonly #carried = new Map<RulePack, Carried>();

  /** @param sides whose vocabulary is that of the first */
  constructor(sides: readonly Side[]) {
    const byContent = new Map<string, Carried>();
    for (const { screener } of sides) {
      for (const pack of screener.ruleSet.packs) {
        const content = JSON.stringify(pack);
        const known = byContent.get(content);
        const carried = known ?? carry(screener, pack);
        byContent.set(content, carried);
        this.#carried.set(pack, carried);
      }
    }
    const all = [...byContent.values()];
    this.#store = new ColumnStore(
      sides[0]!.screener.table,
      (activity) => new Set(all.flatMap(({ loops }) => [...loops.slotsOf(activity)])),
    );
  }

  add(project: Project): Row {
    const row: Row = { project, place: null };
    const [view, ...others] = project.views;
    if (!view || others.length > 0) return row;
    const id = `${view.kind} ${view.key}`;
    const alike = this.#alike.get(id);
    if (alike) alike.push(row);
    else this.#alike.set(id, [row]);
    return row;
  }

  /** Runs every pack's loops over what was added since the last `clear`. */
  run(): void {
    for (const rows of this.#alike.values()) {
      if (rows.length < LOOPS_FROM) continue;
      for (const row of rows) row.place = this.#store.add(row.project);
    }
    for (const carried of new Set(this.#carried.values())) {
      for (const [id, group] of this.#store.groups) {
        if (group.rows > 0) carried.loops.run(group, roomFor(carried, id, group.rows));
      }
    }
  }

  ranksOf({ project, place }: Row): RanksOf {
    return (pack) => {
      const { loops, results } = this.#carriedBy(pack);
      if (!place) return loops.engine.evaluate(project);
      const { kind, key } = place.group;
      const { floors, ceilings } = results.get(`${kind} ${key}`)!;
      return { floor: floors[place.row]!, ceiling: ceilings[place.row]! };
    };
  }

  clear(): void {
    this.#store.clear();
    this.#alike.clear();
  }

  #carriedBy(pack: RulePack): Carried {
    const carried = this.#carried.get(pack);
    if (!carried) throw new Error(`${pack.id} is of neither side`);
    return carried;
  }
}

function carry(screener: Screener, pack: RulePack): Carried {
  return { loops: new Loops(screener.engineOf(pack)), results: new Map() };
}

function roomFor({ results }: Carried, id: string, rows: number): Ranks {
  const known = results.get(id);
  if (known && known.floors.length >= rows) return known;
  const made = { floors: new Uint8Array(2 * rows), ceilings: new Uint8Array(2 * rows) };
  results.set(id, made);
  return made;
}
