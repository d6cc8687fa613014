/** A kind of paper in one edition, and the days on which it counts. */
export interface Edition {
  readonly kind: string;
  readonly edition: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}

/** All editions of all kinds. */
export interface Editions<T extends Edition> {
  /** What a new paper of the kind is made by on that day; undefined where there is none. */
  on(kind: string, day: string): T | undefined;
  /** The edition that a paper was made by. @throws Error when a pack lost it */
  of(kind: string, edition: string): T;
  /** One edition of each kind that counts on the day. */
  listOn(day: string): readonly T[];
}

export function editionsOf<T extends Edition>(all: readonly T[]): Editions<T> {
  const counts = (day: string) => (one: T) =>
    one.effectiveFrom <= day && (one.effectiveTo === null || day <= one.effectiveTo);
  return {
    on: (kind, day) => all.find((one) => one.kind === kind && counts(day)(one)),
    of(kind, edition) {
      const found = all.find((one) => one.kind === kind && one.edition === edition);
      if (!found) throw new Error(`no template ${kind} in edition ${edition}`);
      return found;
    },
    listOn: (day) => all.filter(counts(day)),
  };
}

/** Whether two editions of one kind would count on the same day. */
export function overlaps(one: Edition, other: Edition): boolean {
  return (
    one.kind === other.kind &&
    one.effectiveFrom <= (other.effectiveTo ?? '9999') &&
    other.effectiveFrom <= (one.effectiveTo ?? '9999')
  );
}
