import { eachLeaf, type Expression } from '../expression.ts';
import type { Item, RulePack } from '../pack.ts';
import { ProgramCompiler } from '../program.ts';
import type { FactTable } from '../fact-table.ts';
import { CATALOGUES, type CatalogueTopic } from '../level.ts';
import type { Official, PlacedItem, PrintedItem, RawItem, RawPack } from './pack-schema.ts';
import type { Path, Source } from './source.ts';

/** Everything about a pack that its schema cannot say: the law in full, once, and reachable. */
export function checkPack(
  raw: RawPack,
  placed: readonly PlacedItem[],
  pack: RulePack,
  official: Official,
  table: FactTable,
  rules: Source,
): void {
  if (pack.effectiveTo !== null && pack.effectiveTo < pack.effectiveFrom) {
    rules.report(['pack', 'effective_to'], 'pack.dates', 'ends before it begins');
  }
  for (const level of pack.levels) {
    if (raw.next_steps[level]) continue;
    rules.report(['next_steps'], 'pack.next_steps', `nothing is said for ${level}`);
  }
  for (const [name, { note }] of Object.entries(raw.definitions)) {
    if (note === undefined || official.notes[note - 1] !== undefined) continue;
    rules.report(['definitions', name, 'note'], 'definition.note', `there is no note ${note}`);
  }
  const seen = new Set<number>();
  for (const { raw: item, source, path } of placed) {
    if (seen.has(item.item)) source.report(path, 'item.twice', `item ${item.item} stands twice`);
    seen.add(item.item);
    const printed = official.items.find((entry) => entry.no === item.item);
    if (!printed) {
      source.report(path, 'item.no_text', `item ${item.item} has no official text`);
      continue;
    }
    checkCells(item, printed, pack.topic, path, source);
    checkAreas(item, printed, path, table, source);
    checkWorks(item, path, table, source);
    const built = pack.items.find((entry) => entry.no === item.item)!;
    checkReachable(item, built, pack, path, table, source);
    checkScopes(built, path, table, source);
  }
}

/** Every part of every printed cell is quoted by a clause, and nothing else is quoted. */
function checkCells(
  item: RawItem,
  printed: PrintedItem,
  topic: CatalogueTopic,
  path: Path,
  source: Source,
): void {
  for (const [cell] of CATALOGUES[topic].cells) {
    const text = printed[cell] ?? null;
    const clauses = item[cell];
    const at = [...path, cell];
    if (text === null) {
      if (clauses) source.report(at, 'item.no_text', 'the catalogue leaves this cell empty');
      continue;
    }
    if (!clauses) {
      source.report(path, 'item.level_missing', `${cell} is printed but has no clause`);
      continue;
    }
    const quotes = clauses.map((clause) => clause.quote || text);
    if (item.except_all?.cell === cell) quotes.push(item.except_all.quote);
    quotes.forEach((quote, index) => {
      if (!text.includes(quote)) {
        source.report([...at, index], 'clause.quote', `"${quote}" is not in the printed cell`);
      }
    });
    for (const part of partsOf(text, topic)) {
      if (quotes.some((quote) => quote.includes(part) || part.includes(quote))) continue;
      source.report(at, 'clause.left_out', `no clause carries out "${part}"`);
    }
  }
  for (const other of Object.keys(CATALOGUES) as CatalogueTopic[]) {
    for (const [cell] of other === topic ? [] : CATALOGUES[other].cells) {
      if (item[cell]) source.report([...path, cell], 'item.no_text', 'no such column is printed');
    }
  }
}

/** The EIA catalogue parts its clauses by 「；」, the permit catalogue also by 「，」. */
function partsOf(cell: string, topic: CatalogueTopic): string[] {
  if (topic === 'eia-catalogue') return cell.split(/[；\n]/);
  const parts: string[] = [''];
  let depth = 0;
  for (const char of cell) {
    if (char === '（' || char === '(') depth++;
    if (char === '）' || char === ')') depth--;
    if (depth === 0 && /[；，\n]/.test(char)) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts.filter((part) => part !== '');
}

function checkAreas(
  item: RawItem,
  printed: PrintedItem,
  path: Path,
  table: FactTable,
  source: Source,
): void {
  if (item.areas && printed.sensitive_area === null) {
    source.report([...path, 'areas'], 'item.areas', 'the catalogue names no sensitive areas here');
  }
  if (!item.areas && printed.sensitive_area !== null) {
    source.report(path, 'item.areas', 'the areas of the last column are left out');
  }
  (item.areas ?? []).forEach((area, index) => {
    if (table.findFact(`area.${area}`)) return;
    source.report([...path, 'areas', index], 'item.areas', `unknown area "${area}"`);
  });
}

function checkWorks(item: RawItem, path: Path, table: FactTable, source: Source): void {
  for (const work of item.attach?.works ?? []) {
    if (!table.findWork(work)) source.report(path, 'item.work', `unknown work "${work}"`);
  }
}

/** A clause that no code, work or fact of its item can ever meet is a mistake. */
function checkReachable(
  raw: RawItem,
  item: Item,
  pack: RulePack,
  path: Path,
  table: FactTable,
  source: Source,
): void {
  const compiler = new ProgramCompiler({ ...pack, items: [item] }, table);
  const programs = [
    ...item.codes
      .flatMap(({ code }) => classesBelow(code))
      .map((key) => compiler.program(key, 'industry')),
    ...item.works.map((key) => compiler.program(key, 'work')),
  ];
  const met = new Set(
    programs.flatMap(({ items }) =>
      items.flatMap(({ clauses }) => clauses.map((entry) => entry.clause)),
    ),
  );
  for (const clause of item.clauses) {
    const [cell] = CATALOGUES[pack.topic].cells.find(([, level]) => level === clause.level)!;
    const at = [...path, cell, clause.part - 1];
    const byFact = item.attachWhen !== undefined || item.rest;
    if ((!byFact && !met.has(clause)) || isEmpty(clause.when)) {
      source.report(at, 'clause.unreachable', 'no project can meet this clause');
    }
  }
  const whole = item.clauses.find((clause) => clause.when.op === 'const' && clause.when.value);
  const after = whole && item.clauses[item.clauses.indexOf(whole) + 1];
  if (after && raw.gate === undefined) {
    source.report(path, 'clause.unreachable', `nothing is left after ${whole.level} takes all`);
  }
}

/** A 2- or 3-digit rule is tried at every class below it that a code can have. */
function classesBelow(code: string): string[] {
  if (code.length >= 4) return [code];
  return [
    code,
    ...Array.from({ length: 10 }, (_, digit) => classesBelow(`${code}${digit}`)).flat(),
  ];
}

/** Whether a condition asks one amount to be in two ranges that do not meet. */
function isEmpty(expression: Expression): boolean {
  if (expression.op === 'const') return !expression.value;
  if (expression.op === 'or') return expression.of.every((part) => isEmpty(part));
  if (expression.op !== 'and') return false;
  const ranges = new Map<string, { lo: number; hi: number; strict: boolean }>();
  for (const part of expression.of) {
    if (isEmpty(part)) return true;
    if (part.op !== 'compare') continue;
    const range = ranges.get(part.fact) ?? { lo: 0, hi: Infinity, strict: false };
    if (part.by === '>' || part.by === '>=') range.lo = Math.max(range.lo, part.value);
    else range.hi = Math.min(range.hi, part.value);
    range.strict ||= part.by === '<' || part.by === '>';
    ranges.set(part.fact, range);
    if (range.lo > range.hi || (range.lo === range.hi && range.strict)) return true;
  }
  return false;
}

/** An item that joins by a fact stands beside every industry: it may read project facts only. */
function checkScopes(item: Item, path: Path, table: FactTable, source: Source): void {
  if (!item.attachWhen) return;
  const conditions = [item.attachWhen, ...item.clauses.map((clause) => clause.when)];
  for (const condition of conditions) {
    eachLeaf(condition, (leaf) => {
      const fact = table.getFact(leaf.fact);
      if (fact.scope === 'activity') {
        source.report(path, 'item.scope', `"${fact.key}" belongs to one activity`);
      }
    });
  }
}
