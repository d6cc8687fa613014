import type { Engine } from '../evaluate.ts';
import type { View } from '../state.ts';
import type { Group } from './columns.ts';
import { generateLoop, runLoop, type Loop, type Ranks } from './loop.ts';

type Activity = Pick<View, 'key' | 'kind'>;

/**
 * The rules of one catalogue as loops over columns: one for each code, made when it is first
 * asked for, and one for the items that join by a fact. They give the floor and ceiling that
 * `Engine.evaluate` gives a project of one activity, and nothing else: no reasons, no missing
 * facts. Server side only, since it compiles text.
 */
export class Loops {
  readonly engine: Engine;
  readonly #own = new Map<string, Loop>();
  readonly #attached: Loop;

  constructor(engine: Engine) {
    this.engine = engine;
    this.#attached = generateLoop(engine.attached, engine.table);
  }

  /** The facts that a group of this activity must have as columns. */
  slotsOf(activity: Activity): Set<number> {
    const { reads } = this.#loopOf(activity);
    return new Set([...reads, ...this.#attached.reads].map(({ slot }) => slot));
  }

  /** Writes the ranks of every row of a group. */
  run(group: Group, ranks: Ranks): void {
    ranks.floors.fill(0, 0, group.rows);
    ranks.ceilings.fill(0, 0, group.rows);
    runLoop(this.#loopOf(group), group, ranks);
    runLoop(this.#attached, group, ranks);
  }

  #loopOf(activity: Activity): Loop {
    const id = `${activity.kind} ${activity.key}`;
    let loop = this.#own.get(id);
    if (!loop) {
      loop = generateLoop(this.engine.programOf(activity).items, this.engine.table);
      this.#own.set(id, loop);
    }
    return loop;
  }
}
