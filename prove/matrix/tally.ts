/** What the walk counted, and the first of what it found. */
export class Tally {
  combinations = 0;
  readonly leaks: string[] = [];
  readonly faults: string[] = [];
  /** Table → rows that the database's policies show beyond can(), as the design allows. */
  readonly coarse = new Map<string, number>();

  /** One combination: what was got must be what was to be. More is a leak, less is a fault. */
  compare(where: string, expected: boolean, got: boolean): void {
    this.combinations += 1;
    if (got && !expected) this.leaks.push(where);
    if (!got && expected) this.faults.push(where);
  }

  /** The same for a set of rows. */
  compareSets(where: string, expected: Iterable<string>, got: Iterable<string>): void {
    const [wanted, found] = [new Set(expected), new Set(got)];
    this.combinations += Math.max(1, wanted.size);
    for (const key of found.difference(wanted)) this.leaks.push(`${where}: shows ${key}`);
    for (const key of wanted.difference(found)) this.faults.push(`${where}: lacks ${key}`);
  }

  /** Whatever else has to hold. */
  expect(what: string, holds: boolean): void {
    this.combinations += 1;
    if (!holds) this.faults.push(what);
  }

  countCoarse(table: string, rows: number): void {
    if (rows > 0) this.coarse.set(table, (this.coarse.get(table) ?? 0) + rows);
  }
}
