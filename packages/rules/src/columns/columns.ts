import type { Project } from '../project.ts';
import type { FactTable } from '../fact-table.ts';
import type { View } from '../state.ts';

/**
 * One fact of many projects, a row each. `flags`: 0 no, 1 unknown, 2 yes. `masks`: a bit for each
 * option that is still possible. Amounts: whole base steps, lowest and highest.
 */
export type Column =
  | { readonly type: 'boolean'; flags: Uint8Array }
  | { readonly type: 'choice'; masks: Int32Array }
  | { readonly type: 'quantity'; lows: Float64Array; highs: Float64Array };

/** The projects of one industry code or listed work, as columns of the facts that are read there. */
export class Group {
  readonly key: string;
  readonly kind: View['kind'];
  rows = 0;
  readonly columns: ReadonlyMap<number, Column>;
  #room: number;

  constructor(
    { key, kind }: Pick<View, 'key' | 'kind'>,
    slots: Iterable<number>,
    table: FactTable,
    room = 16,
  ) {
    this.key = key;
    this.kind = kind;
    this.#room = room;
    this.columns = new Map(
      [...slots].map((slot) => [slot, emptyColumn(table.facts[slot]!.type, room)]),
    );
  }

  /** Writes one activity as the next row. @returns the row */
  add(view: View): number {
    if (this.rows === this.#room) this.#grow();
    const row = this.rows++;
    for (const [slot, column] of this.columns) {
      if (column.type === 'boolean') column.flags[row] = view.flag(slot);
      else if (column.type === 'choice') column.masks[row] = view.mask(slot);
      else {
        column.lows[row] = view.lo(slot);
        column.highs[row] = view.hi(slot);
      }
    }
    return row;
  }

  #grow(): void {
    this.#room *= 2;
    for (const column of this.columns.values()) {
      if (column.type === 'boolean') column.flags = enlarge(column.flags, this.#room);
      else if (column.type === 'choice') column.masks = enlarge(column.masks, this.#room);
      else {
        column.lows = enlarge(column.lows, this.#room);
        column.highs = enlarge(column.highs, this.#room);
      }
    }
  }
}

function emptyColumn(type: Column['type'], room: number): Column {
  if (type === 'boolean') return { type, flags: new Uint8Array(room) };
  if (type === 'choice') return { type, masks: new Int32Array(room) };
  return { type, lows: new Float64Array(room), highs: new Float64Array(room) };
}

function enlarge<T extends Uint8Array | Int32Array | Float64Array>(from: T, room: number): T {
  const to = new (from.constructor as new (length: number) => T)(room);
  to.set(from);
  return to;
}

/** Where a project stands in a store. */
export interface Place {
  readonly group: Group;
  readonly row: number;
}

/** Projects of one activity each, grouped by what they are. */
export class ColumnStore {
  readonly groups = new Map<string, Group>();
  readonly #table: FactTable;
  readonly #slotsOf: (activity: Pick<View, 'key' | 'kind'>) => Iterable<number>;

  /** @param slotsOf the facts that the loops to be run over the store read under one code */
  constructor(
    table: FactTable,
    slotsOf: (activity: Pick<View, 'key' | 'kind'>) => Iterable<number>,
  ) {
    this.#table = table;
    this.#slotsOf = slotsOf;
  }

  /** @returns null for a project of several activities, whose scales count together (ADR 0015) */
  add({ views }: Pick<Project, 'views'>): Place | null {
    const [view, ...others] = views;
    if (!view || others.length > 0) return null;
    const group = this.groupOf(view);
    return { group, row: group.add(view) };
  }

  groupOf({ key, kind }: Pick<View, 'key' | 'kind'>): Group {
    const id = `${kind} ${key}`;
    let group = this.groups.get(id);
    if (!group) {
      group = new Group({ key, kind }, this.#slotsOf({ key, kind }), this.#table);
      this.groups.set(id, group);
    }
    return group;
  }

  /** Forgets the rows and keeps the room, for the next batch. */
  clear(): void {
    for (const group of this.groups.values()) group.rows = 0;
  }
}
