import { any, type Expression } from '../expression.ts';
import type { FactTable } from '../fact-table.ts';
import type { RawPack } from './pack-schema.ts';
import type { Source } from './source.ts';
import { readCondition } from './vocabulary.ts';

/** The macro that each item fills with its own column of sensitive areas. */
const AREA_MACRO = 'in_listed_area';

/** Named conditions of a pack, expanded where they are used; a circle is an error. */
export class DefinitionBook {
  readonly #raw: RawPack['definitions'];
  readonly #table: FactTable;
  readonly #source: Source;
  readonly #done = new Map<string, Expression>();
  readonly #open = new Set<string>();
  #areas: readonly string[] = [];
  #used = new Set<string>();
  #notes = new Set<number>();

  constructor(raw: RawPack['definitions'], table: FactTable, source: Source) {
    this.#raw = raw;
    this.#table = table;
    this.#source = source;
  }

  /** Starts an item: its areas stand behind the macro, and its uses are counted afresh. */
  open(areas: readonly string[]): void {
    this.#areas = areas;
    this.#used = new Set();
  }

  close(): string[] {
    return [...this.#used].sort();
  }

  startClause(): void {
    this.#notes = new Set();
  }

  /** The pack's notes behind the definitions that the clause used. */
  notesOfClause(): number[] {
    return [...this.#notes].sort((a, b) => a - b);
  }

  find(name: string): Expression | undefined {
    if (name === AREA_MACRO) {
      return any(this.#areas.map((area) => ({ op: 'is', fact: `area.${area}` })));
    }
    const raw = this.#raw[name];
    if (!raw) return undefined;
    this.#used.add(name);
    if (raw.note !== undefined) this.#notes.add(raw.note);
    const done = this.#done.get(name);
    if (done) return done;
    const path = ['definitions', name, 'when'];
    if (this.#open.has(name)) {
      this.#source.report(path, 'definition.circle', `"${name}" is defined by itself`);
      return any([]);
    }
    this.#open.add(name);
    const found = readCondition(raw.when, this.#table, this.#source, path, (inner) =>
      this.find(inner),
    );
    this.#open.delete(name);
    this.#done.set(name, found ?? any([]));
    return this.#done.get(name);
  }
}
