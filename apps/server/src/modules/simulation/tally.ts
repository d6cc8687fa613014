import {
  SCALES,
  type Both,
  type Changed,
  type Positions,
  type RefusedLine,
  type Scale,
  type SideHead,
  type Simulation,
} from './model.ts';

/** Adds up what was found; its size depends on how many are to be listed, not on how many come. */
export class Tally {
  readonly #limit: number;
  readonly #matrices: Record<Scale, Record<string, Record<string, number>>> = {
    statutory: {},
    level: {},
    permit: {},
  };
  readonly #changedBy: Record<Scale, number> = { statutory: 0, level: 0, permit: 0 };
  readonly #list: Changed[] = [];
  readonly #refusals: RefusedLine[] = [];
  readonly #refusedBy: Record<string, number> = {};
  readonly #unlisted: [number, number] = [0, 0];
  #answered = 0;
  #refused = 0;
  #looped = 0;
  #several = 0;
  #changed = 0;

  /** @param limit most changed projects and most refused lines to list */
  constructor(limit: number) {
    this.#limit = limit;
  }

  refuse(refusal: RefusedLine): void {
    this.#refused++;
    for (const code of new Set(refusal.problems.map((problem) => problem.code))) {
      this.#refusedBy[code] = (this.#refusedBy[code] ?? 0) + 1;
    }
    if (this.#refusals.length < this.#limit) this.#refusals.push(refusal);
  }

  /** @param change told only when the project changes and there is room to list it */
  answer(
    positions: Both<Positions>,
    how: { isLooped: boolean; isSeveral: boolean; isUnlisted: Both<boolean> },
    change: (scales: readonly Scale[]) => Changed,
  ): void {
    this.#answered++;
    if (how.isLooped) this.#looped++;
    if (how.isSeveral) this.#several++;
    how.isUnlisted.forEach((is, side) => {
      if (is) this.#unlisted[side]!++;
    });
    for (const scale of SCALES) this.#count(scale, positions);
    const scales = SCALES.filter((scale) => differs(scale, positions));
    if (scales.length === 0) return;
    this.#changed++;
    for (const scale of scales) this.#changedBy[scale]++;
    if (this.#list.length < this.#limit) this.#list.push(change(scales));
  }

  #count(scale: Scale, [a, b]: Both<Positions>): void {
    const row = (this.#matrices[scale][a[scale].standing] ??= {});
    const to = b[scale].standing;
    row[to] = (row[to] ?? 0) + 1;
  }

  result(sides: Both<SideHead>, today: string): Simulation {
    return {
      sides,
      today,
      lines: this.#answered + this.#refused,
      answered: this.#answered,
      refused: this.#refused,
      looped: this.#looped,
      several: this.#several,
      unlisted: this.#unlisted,
      matrices: this.#matrices,
      changed: this.#changed,
      changedBy: this.#changedBy,
      list: this.#list,
      refusals: this.#refusals,
      refusedBy: this.#refusedBy,
    };
  }
}

/** Also where nothing is decided on either side but the bounds have moved. */
function differs(scale: Scale, [a, b]: Both<Positions>): boolean {
  const [before, after] = [a[scale], b[scale]];
  return (
    before.standing !== after.standing ||
    before.floor !== after.floor ||
    before.ceiling !== after.ceiling
  );
}
