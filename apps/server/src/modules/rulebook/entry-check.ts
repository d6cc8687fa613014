import {
  ENTRY_LIMITS,
  entryColumns,
  type EntryColumn,
  type EntryFault,
  type SheetCheck,
  type SheetFault,
} from '@ludao/contracts';
import { fieldsOf, IDENTITY, type EntryTopic } from '@ludao/rules/entries';
import { readWholeSheet, type SheetRow } from '../../platform/excel/index.ts';
import { refuse, type Refusal } from '../../platform/refusal.ts';
import { checkEntry, type Law } from './entry-decide.ts';
import type { EntryRow, Submission } from './entry-model.ts';
import { namesFor } from './entry-names.ts';
import { isAlways } from './entry-sheet.ts';

export interface Asked {
  readonly topic: EntryTopic;
  readonly district: string;
  readonly from: string;
}

/** Most faults that are told one by one; the number of all is told as well. */
const MOST_FAULTS = 300;

/** What a file holds, read as a table of the topic, and what the law says against it. */
export async function checkSheet(
  bytes: Uint8Array,
  { topic, district, from }: Asked,
  law: Law,
): Promise<(Omit<SheetCheck, 'current'> & { readonly key: string }) | Refusal> {
  const columns = entryColumns(topic, fieldsOf(topic));
  const read = await readWholeSheet(bytes, {
    columns: columns.map(({ key, path, field, heading, rows }) => ({
      key,
      ...heading,
      required: field.required && rows === null && isAlways(topic, path),
      type: field.kind === 'day' ? 'date' : field.kind === 'number' ? 'number' : 'text',
    })),
    maxRows: ENTRY_LIMITS.rows,
    maxBytes: ENTRY_LIMITS.bytes,
  });
  if (!read.ok) return refuse(read.refusal.code, read.refusal.params, 422);
  const { rows, otherSheets, unknownColumns } = read;
  if (rows.length === 0) return refuse('SHEET_EMPTY', {}, 422);
  const names = new Map(
    columns.map(({ key, field }) => [
      key,
      new Map(
        [...namesFor(field, { ruleSet: law.ruleSet, on: from, jurisdiction: district })].map(
          ([value, word]) => [word, value],
        ),
      ),
    ]),
  );
  const table = new Table(topic, columns, names);
  for (const row of rows) table.take(row);
  const form: Submission = {
    ...DRY_RUN,
    topic,
    district,
    wholeList: true,
    entries: table.entries,
    effectiveFrom: from,
  };
  const checked = checkEntry(form, law);
  const faults = [...table.faults, ...table.place(checked.faults)].toSorted(
    (a, b) => a.row - b.row,
  );
  return {
    lines: rows.length,
    entries: table.entries,
    faults: faults.slice(0, MOST_FAULTS),
    faultsTotal: faults.length,
    unknownColumns: [...unknownColumns],
    otherSheets: [...otherSheets],
    key: checked.key,
  };
}

/** The document is told when the file is good; until then the rows are looked at by themselves. */
const DRY_RUN = {
  sourceTitle: '试检',
  sourceNo: '试检',
  issuer: '试检',
  sourceDate: null,
  sourceWhere: '',
  layer: 'MUNICIPAL_NORMATIVE',
  confidence: 'verified',
  effectiveTo: null,
} as const;

/** Builds entries out of lines, and remembers on which line each part stands. */
class Table {
  readonly entries: EntryRow[] = [];
  readonly faults: SheetFault[] = [];
  readonly #topic: EntryTopic;
  readonly #columns: readonly EntryColumn[];
  readonly #names: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly #identity: string | null;
  readonly #hasRows: boolean;
  /** Lines by the path of the part that begins there. */
  readonly #lines = new Map<string, number>();
  readonly #cells = new Map<string, string>();

  constructor(
    topic: EntryTopic,
    columns: readonly EntryColumn[],
    names: ReadonlyMap<string, ReadonlyMap<string, string>>,
  ) {
    this.#topic = topic;
    this.#columns = columns;
    this.#names = names;
    this.#identity = IDENTITY[topic];
    this.#hasRows = columns.some(({ rows }) => rows !== null);
  }

  take({ rowNumber: row, values, faults }: SheetRow): void {
    for (const { column, code, params } of faults) {
      const value = String(params['value'] ?? '');
      this.faults.push({ code, path: [], params, row, column, value });
    }
    const key = this.#identity === null ? '' : (values[this.#identity] ?? '');
    const last = this.entries.at(-1);
    const continues =
      this.#hasRows && last !== undefined && (key === '' || key === last[this.#identity!]);
    if (!continues) {
      this.entries.push(this.#emptyEntry());
      this.#lines.set(String(this.entries.length - 1), row);
    }
    this.#fill(values, row, continues);
  }

  /** Faults of the loader, put to the line and column where the file has them. */
  place(faults: readonly EntryFault[]): SheetFault[] {
    return faults.map((fault) => {
      const { path, params } = fault;
      const column = path.filter((part) => typeof part === 'string').join('.');
      const known = this.#columns.find(({ key }) => key === column);
      const value = String(params['value'] ?? this.#cells.get(path.join('.')) ?? '');
      return { ...fault, row: this.#lineOf(path), column: known?.key ?? null, value };
    });
  }

  #lineOf(path: EntryFault['path']): number {
    for (let length = path.length; length > 0; length -= 1) {
      const line = this.#lines.get(path.slice(0, length).join('.'));
      if (line !== undefined) return line;
    }
    return this.#lines.get('0') ?? 1;
  }

  /** Lists inside an entry are there, though empty; a group is made by the first value in it. */
  #emptyEntry(): EntryRow {
    const top = fieldsOf(this.#topic).filter(({ kind }) => kind === 'rows');
    return Object.fromEntries(top.map(({ name }) => [name, []]));
  }

  #fill(values: Readonly<Record<string, string>>, row: number, continues: boolean): void {
    const index = this.entries.length - 1;
    const entry = this.entries[index]!;
    const begun = new Map<string, number>();
    for (const column of this.#columns) {
      const { key, path, rows } = column;
      const text = values[key] ?? '';
      if (text === '') continue;
      const value = this.#understand(column, text);
      if (rows === null) {
        if (continues && key !== this.#identity) this.#contradict(column, text, row);
        else this.#put(entry, [index], path, value, row, text);
        continue;
      }
      const parts = rows.split('.');
      const list = this.#listIn(entry, parts);
      if (!begun.has(rows)) {
        list.push({});
        begun.set(rows, list.length - 1);
      }
      const at = begun.get(rows)!;
      const place = [index, ...parts, at];
      this.#lines.set(place.join('.'), row);
      this.#put(list[at]!, place, path.slice(parts.length), value, row, text);
    }
  }

  #contradict({ key }: EntryColumn, value: string, row: number): void {
    this.faults.push({
      code: 'sheet.continued',
      path: [],
      params: { value },
      row,
      column: key,
      value,
    });
  }

  #understand({ key, field }: EntryColumn, text: string): EntryRow[string] {
    const names = this.#names.get(key);
    const named = (word: string) => names?.get(word) ?? word;
    if (field.kind === 'number') return Number(text);
    if (field.kind !== 'texts') return named(text);
    // Names may hold commas themselves: the whole cell first, then its parts.
    if (names?.has(text)) return [named(text)];
    return text
      .split(/[、，,；;\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== '')
      .map(named);
  }

  #listIn(entry: EntryRow, parts: readonly string[]): EntryRow[] {
    const [name, ...groups] = parts.toReversed();
    const owner = groups
      .toReversed()
      .reduce<EntryRow>((at, group) => groupIn(at, group, this.#topic), entry);
    const list = (owner[name!] ??= []);
    return list as EntryRow[];
  }

  #put(
    into: EntryRow,
    at: EntryFault['path'],
    path: readonly string[],
    value: EntryRow[string],
    row: number,
    text: string,
  ): void {
    const groups = path.slice(0, -1);
    const owner = groups.reduce<EntryRow>((part, group) => groupIn(part, group, this.#topic), into);
    owner[path.at(-1)!] = value;
    const place = [...at, ...path].join('.');
    this.#lines.set(place, row);
    this.#cells.set(place, text);
  }
}

/** The group of an entry, made with its empty lists when its first value comes. */
function groupIn(owner: EntryRow, name: string, topic: EntryTopic): EntryRow {
  const field = fieldsOf(topic).find((one) => one.name === name);
  const lists = (field?.fields ?? []).filter(({ kind }) => kind === 'rows');
  const made = (owner[name] ??= Object.fromEntries(lists.map((list) => [list.name, []])));
  return made as EntryRow;
}
