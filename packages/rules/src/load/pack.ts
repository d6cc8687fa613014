import { all, any, not, TRUE, type Expression } from '../expression.ts';
import type { Clause, Confirmation, Item, ItemCode, RulePack } from '../pack.ts';
import type { FactTable } from '../fact-table.ts';
import { checkPack } from './check.ts';
import { DefinitionBook } from './definitions.ts';
import {
  packSchema,
  type Official,
  type RawClause,
  type RawItem,
  type RawPack,
} from './pack-schema.ts';
import type { Source, Path } from './source.ts';
import { readCondition } from './vocabulary.ts';

export const CELLS = [
  ['report_book', 'REPORT'],
  ['report_form', 'FORM'],
  ['registration_form', 'REGISTRATION'],
] as const;
type Cell = (typeof CELLS)[number][0];

/**
 * Reads rules.yaml beside the official text. Items that only the official text has are kept as
 * not executable, so that no project is told "not listed" for want of a rule.
 */
export function loadPack(
  id: string,
  source: Source,
  official: Official,
  table: FactTable,
): RulePack | null {
  const raw = source.read<RawPack>(packSchema);
  if (!raw) return null;
  const book = new DefinitionBook(raw.definitions, table, source);
  const reader = new PackReader(raw, source, official, table, book);
  const pack = reader.read(id);
  checkPack(raw, pack, official, table, source);
  return source.diagnostics.length > 0 ? null : pack;
}

class PackReader {
  readonly #raw: RawPack;
  readonly #source: Source;
  readonly #official: Official;
  readonly #table: FactTable;
  readonly #book: DefinitionBook;

  constructor(
    raw: RawPack,
    source: Source,
    official: Official,
    table: FactTable,
    book: DefinitionBook,
  ) {
    this.#raw = raw;
    this.#source = source;
    this.#official = official;
    this.#table = table;
    this.#book = book;
  }

  read(id: string): RulePack {
    const { pack } = this.#raw;
    return {
      id,
      topic: pack.topic,
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
      items: this.#official.items.map((item) => this.#item(item)),
      starGate: this.#condition(this.#raw.star, ['star']),
      mainWorksGate: this.#condition(this.#raw.main_works, ['main_works']),
      confirmations: this.#confirmations(this.#raw.confirm, ['confirm']),
      nextSteps: this.#raw.next_steps,
      coversDivisions: this.#raw.covers_divisions,
    };
  }

  #item(printed: Official['items'][number]): Item {
    const at = this.#raw.items.findIndex((entry) => entry.item === printed.no);
    const raw = this.#raw.items[at];
    const frame = {
      no: printed.no,
      name: printed.name,
      section: printed.section,
      page: printed.page,
      cells: {
        REPORT: printed.report_book,
        FORM: printed.report_form,
        REGISTRATION: printed.registration_form,
      },
      sensitiveArea: printed.sensitive_area,
      codes: codesOf(printed, raw),
      works: raw?.attach?.works ?? [],
    };
    if (!raw) {
      return { ...frame, clauses: [], confirmations: [], uses: [], executable: false };
    }
    const path = ['items', at];
    this.#book.open(raw.areas ?? []);
    const clauses = CELLS.flatMap(([cell, level]) =>
      (raw[cell] ?? []).map((clause, index) => ({
        level,
        part: index + 1,
        ...this.#clause(clause, raw, cell, [...path, cell, index]),
      })),
    );
    const attachWhen = raw.attach?.when;
    return {
      ...frame,
      clauses,
      ...(attachWhen
        ? { attachWhen: this.#condition(attachWhen, [...path, 'attach', 'when']) }
        : {}),
      ...(raw.attach?.unless_named ? { unlessNamed: raw.attach.unless_named } : {}),
      ...(raw.gate ? { gate: this.#condition(raw.gate, [...path, 'gate']) } : {}),
      confirmations: this.#confirmations(raw.confirm, [...path, 'confirm']),
      uses: this.#book.close(),
      executable: true,
    };
  }

  #clause(
    raw: RawClause,
    item: RawItem,
    cell: Cell,
    path: Path,
  ): Pick<Clause, 'kind' | 'when' | 'quote' | 'notes' | 'reading'> {
    const kind = 'any' in raw ? 'any' : 'makes' in raw ? 'makes' : 'all' in raw ? 'all' : 'else';
    const positive = 'any' in raw ? raw.any : 'makes' in raw ? raw.makes : undefined;
    const except = 'except' in raw ? raw.except : undefined;
    this.#book.startClause();
    const parts: Expression[] = [
      positive === undefined ? TRUE : this.#condition(positive, [...path, kind]),
    ];
    if (except !== undefined) parts.push(not(this.#condition(except, [...path, 'except'])));
    if (item.except_all?.cell === cell) {
      const at = [...path.slice(0, 2), 'except_all', 'when'];
      parts.push(not(this.#condition(item.except_all.when, at)));
    }
    const notes = this.#book.notesOfClause();
    return { kind, when: all(parts), quote: raw.quote, notes, reading: raw.reading };
  }

  #confirmations(raw: RawPack['confirm'], path: Path): Confirmation[] {
    return raw.map(({ code, when, at, lower, text }, index) => ({
      code,
      when: this.#condition(when, [...path, index, 'when']),
      ...(at ? { at } : {}),
      ...(lower ? { lower } : {}),
      text,
    }));
  }

  #condition(text: string, path: Path): Expression {
    const found = readCondition(text, this.#table, this.#source, path, (name) =>
      this.#book.find(name),
    );
    return found ?? any([]);
  }
}

function codesOf(printed: Official['items'][number], raw: RawItem | undefined): ItemCode[] {
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
