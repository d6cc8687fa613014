import type { Difference, Kept, Row, Rows, Told, Value, Written } from './model.ts';

/**
 * Rebuilds the rows from the events alone, in the order in which they were recorded. What an event
 * says in its own words of state, track and version has to be what the row has after it.
 */
export class Rebuilding {
  readonly #rows = new Map<string, Map<string, Row>>();
  readonly faults: string[] = [];
  #events = 0;

  get rows(): Rows {
    return this.#rows;
  }

  get events(): number {
    return this.#events;
  }

  take(event: Told): void {
    this.#events += 1;
    for (const written of (event.body['rows'] ?? []) as readonly Written[]) this.#write(written);
    const { stream, seq } = event;
    const [kind, id = ''] = stream.split('/');
    const table = OF_STREAM[kind ?? ''];
    const row = table === undefined ? undefined : this.#rows.get(table)?.get(id);
    for (const word of ['state', 'track', 'version']) {
      const said = event.body[word];
      if (said === undefined || row === undefined || row[word] === said) continue;
      this.faults.push(
        `${stream}@${seq} says ${word} ${JSON.stringify(said)}, not ${JSON.stringify(row[word])}`,
      );
    }
  }

  #write({ table, key, set }: Written): void {
    const rows = this.#rows.get(table) ?? new Map<string, Row>();
    this.#rows.set(table, rows);
    rows.set(key, { ...rows.get(key), ...set });
  }
}

/** Whose row the words of an event are about. */
const OF_STREAM: Readonly<Record<string, string>> = {
  case: 'eia_case',
  completion: 'completion_acceptance',
};

/** In what a row of the log and one of the table are not the same; nothing where they are. */
export function compareRow(
  { table, columns }: Kept,
  key: string,
  told: Row | undefined,
  found: Row | undefined,
): Difference[] {
  if (!told || !found) {
    const side = (row: Row | undefined) => (row ? 'a row' : undefined);
    return [{ table, key, column: null, told: side(told), found: side(found) }];
  }
  return Object.keys(columns).flatMap((column) =>
    isSame(told[column], found[column])
      ? []
      : [{ table, key, column, told: told[column], found: found[column] }],
  );
}

function isSame(told: Value | undefined, found: Value | undefined): boolean {
  return JSON.stringify(told) === JSON.stringify(found);
}
