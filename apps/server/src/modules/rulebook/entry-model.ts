import type { EntryForm, EntryState } from '@ludao/contracts';

/** A row of a list as it was entered; the loader says what it means. */
export type EntryRow = EntryForm['entries'][number];

/** An entry without its rows, as a list shows it. */
export interface StoredHead extends Omit<EntryForm, 'entries' | 'supersedes'> {
  readonly id: string;
  readonly ownerOrg: string;
  readonly key: string;
  readonly version: number;
  readonly title: string;
  readonly rows: number;
  readonly state: EntryState;
  readonly enteredBy: string;
  readonly enteredPost: string;
  readonly enteredAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  readonly countsUntil: string | null;
  readonly provenance: string | null;
}

export interface StoredEntry extends StoredHead {
  readonly entries: readonly EntryRow[];
}

/** What is to be stored of an entry that is put before a second person. */
export type NewEntry = Omit<
  StoredEntry,
  'rows' | 'state' | 'decidedBy' | 'decidedAt' | 'reason' | 'countsUntil'
>;

/** What is put before a second person, from a form, a file or a bundle. */
export type Submission = Omit<EntryForm, 'entries' | 'supersedes'> & {
  readonly entries: readonly EntryRow[];
};

/** What an entry says, wherever it comes from: a form, a file, a bundle, the database. */
export type Content = Pick<
  StoredEntry,
  | 'topic'
  | 'district'
  | 'entries'
  | 'sourceTitle'
  | 'sourceNo'
  | 'issuer'
  | 'layer'
  | 'confidence'
  | 'effectiveFrom'
  | 'effectiveTo'
>;

/** The stream of the log that keeps the versions of one key: plain letters, whatever the key. */
export function streamOf(topic: string, key: string): string {
  const isPlain = /^[a-z0-9-]{1,100}$/.test(key);
  const name = isPlain ? key : `u-${Array.from(key, codeOf).join('-')}`;
  return `rulebook/${topic}/${name.slice(0, 170)}`;
}

function codeOf(character: string): string {
  return character.codePointAt(0)!.toString(16);
}

/** A field of a row as text; what is neither text nor number is none. */
export function textIn(row: Readonly<Record<string, unknown>> | undefined, field: string): string {
  const value = row?.[field];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
