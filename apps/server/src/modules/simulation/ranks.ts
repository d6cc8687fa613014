import type { Engine, Project, RulePack, Screener } from '@ludao/rules';
import { ColumnStore, Loops, type Place, type Ranks } from '@ludao/rules/columns';
import type { RanksOf, Side } from './side.ts';

/** A pack's loops with the results of the batch at hand. */
interface Carried {
  readonly loops: Loops;
  readonly results: Map<string, { floors: Uint8Array; ceilings: Uint8Array }>;
}

/**
 * Gives floors and ceilings for a batch of projects: those of one activity by generated loops,
 * the others by the engine. Packs of the same content are carried out once, whatever side and
 * whatever rule set they stand in.
 */
export class BatchRanks {
  readonly #store: ColumnStore;
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

  /** @returns null for a project that the loops leave to the engine */
  add(project: Project): Place | null {
    return this.#store.add(project);
  }

  /** Runs every pack's loops over what was added since the last `clear`. */
  run(): void {
    for (const carried of new Set(this.#carried.values())) {
      for (const [id, group] of this.#store.groups) {
        if (group.rows > 0) carried.loops.run(group, roomFor(carried, id, group.rows));
      }
    }
  }

  ranksOf(project: Project, place: Place | null): RanksOf {
    return (pack) => {
      const { loops, results } = this.#carriedBy(pack);
      if (!place) return evaluate(loops.engine, project);
      const { kind, key } = place.group;
      const { floors, ceilings } = results.get(`${kind} ${key}`)!;
      return { floor: floors[place.row]!, ceiling: ceilings[place.row]! };
    };
  }

  clear(): void {
    this.#store.clear();
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

function evaluate(engine: Engine, project: Project): { floor: number; ceiling: number } {
  return engine.evaluate(project);
}

function roomFor({ results }: Carried, id: string, rows: number): Ranks {
  const known = results.get(id);
  if (known && known.floors.length >= rows) return known;
  const made = { floors: new Uint8Array(2 * rows), ceilings: new Uint8Array(2 * rows) };
  results.set(id, made);
  return made;
}
