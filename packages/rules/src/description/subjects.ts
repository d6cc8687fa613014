import type { Fact, QuantityFact } from '../vocabulary.ts';
import { writeAmount, type Amount } from './amounts.ts';
import { modeAt, type Context } from './context.ts';
import type { Lexicon } from './lexicon.ts';
import type { Match } from './match.ts';

/** An amount with what it is an amount of. */
export interface Measured {
  readonly amount: Amount;
  /** Position of the amount with its count of machines. */
  readonly start: number;
  readonly end: number;
  /** The word it belongs to, when the two stand side by side. */
  readonly subject: Match | null;
  /** Each fact that it can be, with its value. */
  readonly values: readonly { readonly fact: QuantityFact; readonly value: string }[];
  readonly count: number;
  /** The product that it is the output of. */
  readonly product: Match | null;
}

/** 「年产…」 stands before the product and reaches to the figure behind it. */
const OUTPUT = /^年(?:产|加工|生产|处理|回收)/;
const FILLER =
  /\([^()]*\)|总?用量|使用量|消耗量|总?容量|蒸发量|产量|规模|额定|大约|约为|约|左右|合计|共计|共|总计|年用|年耗|每年|年|为|是|的|达|:|：|\(|\)|,|\s|近/g;
const OTHER_TIME = /每?月|每[天日班次批]|日[产用耗]|储存|暂存|最大/;
const COUNT = /(\d+|[一二两三四五六七八九十])\s*台(?:\/?套)?\s*[(,]?\s*$/;
const DIGITS = '零一二三四五六七八九十';

/** Finds the one word that each amount belongs to; an amount without one is left alone. */
export function measure(
  amounts: readonly Amount[],
  matches: readonly Match[],
  contexts: readonly Context[],
  lexicon: Lexicon,
): Measured[] {
  const found: Measured[] = [];
  const taken = new Set<Match>();
  for (const amount of amounts) {
    const context = contexts.find(({ clause }) => within(amount, clause));
    if (!context) continue;
    const own = matches.filter((match) => within(match, context.clause));
    const measured =
      besideWord(amount, own, context, lexicon, taken) ?? asOutput(amount, own, context, lexicon);
    if (!measured || found.some(({ end }) => end > measured.start)) continue;
    if (measured.subject) taken.add(measured.subject);
    found.push(measured);
  }
  return found;
}

function besideWord(
  amount: Amount,
  own: readonly Match[],
  context: Context,
  lexicon: Lexicon,
  taken: ReadonlySet<Match>,
): Measured | null {
  const { text, clause } = context;
  const cut = (from: number, to: number) => text.slice(from - clause.start, to - clause.start);
  const counted = COUNT.exec(cut(clause.start, amount.start));
  const start = counted ? clause.start + counted.index : amount.start;
  const count = counted ? numberOf(counted[1]!) : 1;
  const free = own.filter((match) => !taken.has(match) && !isOutputWord(match, context));
  const before = [...free].reverse().find((match) => match.end <= start);
  const behind = free.find((match) => match.start >= amount.end);
  for (const subject of [before, behind]) {
    if (!subject) continue;
    const gap = subject === before ? cut(subject.end, start) : cut(amount.end, subject.start);
    if (gap.replace(FILLER, '') !== '') continue;
    if (OTHER_TIME.test(cut(clause.start, amount.start).slice(-14))) continue;
    if (subject === before && isSharedSum(subject, gap, context)) continue;
    const values = valuesOf(amount, subject, lexicon, count, subject === behind && gap === '');
    if (values.length === 0) continue;
    const ends = [Math.min(start, subject.start), Math.max(amount.end, subject.end)] as const;
    return { amount, start: ends[0], end: ends[1], subject, values, count, product: null };
  }
  return null;
}

function isOutputWord(match: Match, { text, clause }: Context): boolean {
  return OUTPUT.test(text.slice(match.start - clause.start));
}

/** 「油墨、胶水共5吨」 is not five tonnes of glue. */
function isSharedSum(subject: Match, gap: string, { text, clause }: Context): boolean {
  const listed = /[、和及与]$/.test(text.slice(0, subject.start - clause.start));
  return /各/.test(gap) || (listed && /共|合计|总/.test(gap));
}

function valuesOf(
  amount: Amount,
  subject: Match,
  lexicon: Lexicon,
  count: number,
  touching: boolean,
): Measured['values'] {
  return subject.targets.flatMap((target) => {
    const fact = target.kind === 'amount' ? lexicon.facts.get(target.fact) : undefined;
    if (!isAmount(fact)) return [];
    const unit = lexicon.units.get(fact.unit)!;
    const value =
      writeAmount(amount, unit, count) ??
      (touching ? writeAmount(asSteam(amount), unit, count) : null);
    return value === null ? [] : [{ fact, value }];
  });
}

/** 「4吨锅炉」 is a boiler of four tonnes of steam an hour. */
function asSteam(amount: Amount): Amount {
  const isTonnes = (amount.unit === '吨' || amount.unit === 't') && !amount.yearly;
  return isTonnes ? { ...amount, fromUnit: '蒸吨', unit: '蒸吨' } : amount;
}

/** 「年产塑料餐盒800万套」, 「塑料餐盒800万套/年」 */
function asOutput(
  amount: Amount,
  own: readonly Match[],
  context: Context,
  lexicon: Lexicon,
): Measured | null {
  const { text, clause } = context;
  const cut = (from: number, to: number) => text.slice(from - clause.start, to - clause.start);
  const products = own.filter(isProduct);
  const before = [...products].reverse().find((match) => match.end <= amount.start);
  const behind = products.find((match) => match.start >= amount.end);
  const touches = (gap: string) => gap.replace(FILLER, '') === '';
  const product =
    before && touches(cut(before.end, amount.start))
      ? before
      : behind && touches(cut(amount.end, behind.start))
        ? behind
        : null;
  const said = [...own]
    .reverse()
    .find((match) => match.start < amount.start && isOutputWord(match, context));
  const yearly = product !== null && (amount.yearly || modeAt(context, product.start) === 'made');
  const reaches = said !== undefined && !/\d/.test(cut(said.end, amount.start));
  if (!yearly && !reaches) return null;
  if (/各/.test(cut(clause.start, amount.start))) return null;
  const values = outputFacts(lexicon).flatMap((fact) => {
    const value = writeAmount(amount, lexicon.units.get(fact.unit)!, 1);
    return value === null ? [] : [{ fact, value }];
  });
  if (values.length === 0) return null;
  const { start, end } = amount;
  return { amount, start, end, subject: null, values, count: 1, product };
}

function isProduct({ targets }: Match): boolean {
  return targets.some(({ kind }) => kind === 'industry');
}

function outputFacts({ terms, facts }: Lexicon): QuantityFact[] {
  const output = (terms.get('年') ?? []).find(({ text }) => text === '年产');
  return (output?.targets ?? []).flatMap((target) => {
    const fact = target.kind === 'amount' ? facts.get(target.fact) : undefined;
    return isAmount(fact) ? [fact] : [];
  });
}

function isAmount(fact: Fact | undefined): fact is QuantityFact {
  return fact?.type === 'quantity' && !fact.derived;
}

function numberOf(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  return written === '两' ? 2 : DIGITS.indexOf(written);
}

function within(
  inner: { readonly start: number; readonly end: number },
  outer: { readonly start: number; readonly end: number },
): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
