import { all, any, not, TRUE, type Expression } from '../expression.ts';
import { CATALOGUES, type CellName } from '../level.ts';
import type { Clause, Confirmation, Item, ItemCode, RulePack } from '../pack.ts';
import type { FactTable } from '../fact-table.ts';
import { checkPack } from './check.ts';
import { DefinitionBook } from './definitions.ts';
import {
  itemFileSchema,
  packSchema,
  type Official,
  type PlacedItem,
  type PrintedItem,
  type RawClause,
  type RawItem,
  type RawPack,
} from './pack-schema.ts';
import type { Source, Path } from './source.ts';
import { readCondition } from './vocabulary.ts';

/**
 * Reads rules.yaml and its files of items beside the official text. Items that only the official
 * text has are kept as not executable, so that no project is told "not listed" for want of a rule.
 * Diagnostics stay on the sources; null when there are any.
 */
export function loadPack(
  id: string,
  rules: Source,
  official: Official,
  table: FactTable,
  itemFiles: readonly Source[] = [],
): RulePack | null {
  const raw = rules.read<RawPack>(packSchema);
  const placed = [
    ...(raw?.items ?? []).map((item, at) => ({ raw: item, source: rules, path: ['items', at] })),
    ...itemFiles.flatMap((source) =>
      (source.read<{ items: RawItem[] }>(itemFileSchema)?.items ?? []).map((item, at) => ({
        raw: item,
        source,
        path: ['items', at],
      })),
    ),
  ];
  const isFaulty = () => [rules, ...itemFiles].some(({ diagnostics }) => diagnostics.length > 0);
  if (!raw || isFaulty()) return null;
  const book = new DefinitionBook(raw.definitions, table, rules);
  const reader = new PackReader(raw, rules, placed, official, table, book);
  const pack = reader.read(id);
  checkPack(raw, placed, pack, official, table, rules);
  return isFaulty() ? null : pack;
}

class PackReader {
  readonly #raw: RawPack;
  readonly #rules: Source;
  readonly #placed: readonly PlacedItem[];
  readonly #official: Official;
  readonly #table: FactTable;
  readonly #book: DefinitionBook;

  constructor(
    raw: RawPack,
    rules: Source,
    placed: readonly PlacedItem[],
    official: Official,
    table: FactTable,
    book: DefinitionBook,
  ) {
    this.#raw = raw;
    this.#rules = rules;
    this.#placed = placed;
    this.#official = official;
    this.#table = table;
    this.#book = book;
  }

  read(id: string): RulePack {
    const { pack } = this.#raw;
    const star = this.#condition(this.#raw.star, this.#rules, ['star']);
    return {
      id,
      topic: pack.topic,
      levels: CATALOGUES[pack.topic].levels,
      title: pack.title,
      issuer: pack.issuer,
      documentNo: pack.document_no,
      edition: pack.edition,
      effectiveFrom: pack.effective_from,
      effectiveTo: pack.effective_to,
      jurisdiction: pack.jurisdiction,
      layer: pack.layer,
      confidence: pack.confidence,
      articles: this.#official.articles,
      notes: this.#official.notes,
      items: this.#official.items.map((item) => this.#item(item, star)),
      starGate: star,
      mainWorksGate: this.#condition(this.#raw.main_works, this.#rules, ['main_works']),
      confirmations: this.#confirmations(this.#raw.confirm, this.#rules, ['confirm']),
      nextSteps: this.#raw.next_steps,
      coversDivisions: this.#raw.covers_divisions,
    };
  }

  #item(printed: PrintedItem, star: Expression): Item {
    const placed = this.#placed.find(({ raw }) => raw.item === printed.no);
    const { cells } = CATALOGUES[this.#raw.pack.topic];
    const frame = {
      no: printed.no,
      name: printed.name,
      section: printed.section,
      page: printed.page,
      cells: Object.fromEntries(cells.map(([cell, level]) => [level, printed[cell] ?? null])),
      sensitiveArea: printed.sensitive_area,
      codes: codesOf(printed, placed?.raw),
      exceptCodes: printed.industry_codes_excluded,
      works: placed?.raw.attach?.works ?? [],
      rest: placed?.raw.attach?.rest ?? false,
    };
    if (!placed) {
      return { ...frame, clauses: [], confirmations: [], uses: [], executable: false };
    }
    const { raw, source, path } = placed;
    this.#book.open(raw.areas ?? []);
    const clauses = cells.flatMap(([cell, level]) =>
      (raw[cell] ?? []).map((clause, index) => ({
        level,
        part: index + 1,
        ...this.#clause(clause, placed, cell, [...path, cell, index], star),
      })),
    );
    const attachWhen = raw.attach?.when;
    return {
      ...frame,
      clauses,
      ...(attachWhen
        ? { attachWhen: this.#condition(attachWhen, source, [...path, 'attach', 'when']) }
        : {}),
      ...(raw.attach?.unless_named ? { unlessNamed: raw.attach.unless_named } : {}),
      ...(raw.gate ? { gate: this.#condition(raw.gate, source, [...path, 'gate']) } : {}),
      confirmations: raw.confirm.flatMap((entry, index) =>
        this.#confirmation(entry, source, [...path, 'confirm', index]),
      ),
      uses: this.#book.close(),
      executable: true,
    };
  }

  #clause(
    raw: RawClause,
    { raw: item, source, path: itemPath }: PlacedItem,
    cell: CellName,
    path: Path,
    star: Expression,
  ): Pick<Clause, 'kind' | 'when' | 'quote' | 'notes' | 'reading'> {
    const kind = 'any' in raw ? 'any' : 'makes' in raw ? 'makes' : 'all' in raw ? 'all' : 'else';
    const positive = 'any' in raw ? raw.any : 'makes' in raw ? raw.makes : undefined;
    const except = 'except' in raw ? raw.except : undefined;
    this.#book.startClause();
    const parts: Expression[] = [
      positive === undefined ? TRUE : this.#condition(positive, source, [...path, kind]),
    ];
    if (except !== undefined) parts.push(not(this.#condition(except, source, [...path, 'except'])));
    if (item.except_all?.cell === cell) {
      const at = [...itemPath, 'except_all', 'when'];
      parts.push(not(this.#condition(item.except_all.when, source, at)));
    }
    if (raw.star) parts.push(star);
    const notes = this.#book.notesOfClause();
    return { kind, when: all(parts), quote: raw.quote, notes, reading: raw.reading };
  }

  /** A name stands for the list that the pack shares under it. */
  #confirmation(entry: RawItem['confirm'][number], source: Source, path: Path): Confirmation[] {
    if (typeof entry !== 'string') return this.#confirmations([entry], source, path, true);
    const shared = this.#raw.confirmations[entry];
    if (shared) return this.#confirmations(shared, this.#rules, ['confirmations', entry]);
    source.report(path, 'confirm.unknown', `no shared confirmations are called "${entry}"`);
    return [];
  }

  #confirmations(
    raw: RawPack['confirm'],
    source: Source,
    path: Path,
    single = false,
  ): Confirmation[] {
    return raw.map(({ code, when, at, lower, text }, index) => ({
      code,
      when: this.#condition(when, source, single ? [...path, 'when'] : [...path, index, 'when']),
      ...(at ? { at } : {}),
      ...(lower ? { lower } : {}),
      text,
    }));
  }

  #condition(text: string, source: Source, path: Path): Expression {
    const found = readCondition(text, this.#table, source, path, (name) => this.#book.find(name));
    return found ?? any([]);
  }
}

function codesOf(printed: PrintedItem, raw: RawItem | undefined): ItemCode[] {
  const own = printed.industry_codes.map(({ code, asterisk }) => ({
    code,
    star: asterisk,
    printed: true,
  }));
  const attached = (raw?.attach?.codes ?? []).map((code) => ({
    code,
    star: false,
    printed: false,
  }));
  return [...own, ...attached];
}
