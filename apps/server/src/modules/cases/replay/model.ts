/** How a column stands in the log: as it is, or by the digest of what it holds. */
export type Telling = 'plain' | 'digest';

/** A table whose rows the log rebuilds, with every column that it has. */
export interface Kept {
  readonly table: string;
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, Telling>>;
}

export type Value = string | number | boolean | null | readonly string[];
export type Row = Readonly<Record<string, Value>>;

/** What one event says was written: the columns of one row, the whole of a new one. */
export interface Written {
  readonly table: string;
  /** The values of the key, with a space between them. */
  readonly key: string;
  readonly set: Row;
}

/** From this version on, the events of a case, a batch, an acceptance or a check say what they wrote. */
export const TELLS_ROWS = 2;

/** An event, as far as rebuilding asks. */
export interface Told {
  readonly stream: string;
  readonly seq: number;
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Rows by table and key. */
export type Rows = ReadonlyMap<string, ReadonlyMap<string, Row>>;

/** One thing in which the rows of the log and those of the tables are not the same. */
export interface Difference {
  readonly table: string;
  readonly key: string;
  /** Null where the whole row is missing on one side. */
  readonly column: string | null;
  readonly told: Value | undefined;
  readonly found: Value | undefined;
}
