import { readQuantity } from '../units.ts';
import type { Unit } from '../vocabulary.ts';

/** A figure with a unit, as it can be read into any fact that takes the unit. */
export interface Amount {
  readonly start: number;
  readonly end: number;
  /** `<`, `>=` …; empty for a plain figure or a range. */
  readonly sign: string;
  readonly from: string;
  /** Second figure of a range; empty when there is none. */
  readonly to: string;
  /** Units of the first and the last figure, as written. */
  readonly fromUnit: string;
  readonly unit: string;
  readonly yearly: boolean;
}

const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const SIGNS: readonly (readonly [pattern: string, sign: string])[] = [
  ['不到|不足|低于|少于|小于|<(?!=)', '<'],
  ['不超过|不大于|不高于|最多|至多|≤|<=', '<='],
  ['超过|大于|高于|>(?!=)', '>'],
  ['不少于|不低于|不小于|至少|≥|>=', '>='],
];
/** Behind a figure: it is not an amount a year. */
const OTHER_RATE = /^\s*(?:\/|每)\s*(?:天|日|d|月|h|小时|次|批|班|人|台|m2|㎡)/;
const YEARLY = /^\s*(?:\/|每)\s*(?:年|a(?![a-z]))/;

/** Every figure with a unit of the vocabulary, from left to right. */
export function findAmounts(text: string, units: Iterable<Unit>): Amount[] {
  const found: Amount[] = [];
  for (const match of text.matchAll(patternOf([...units]))) {
    const [whole, before = '', from = '', ownScale, ownUnit, to = '', scale = '', written = ''] =
      match;
    const { index } = match;
    if (/\d[.,]?$/.test(text.slice(Math.max(0, index - 2), index))) continue;
    let end = index + whole.length;
    if (/[a-z0-9]/.test(text[end] ?? '') && /[a-z0-9]$/.test(written)) continue;
    const rest = text.slice(end, end + 8);
    if (OTHER_RATE.test(rest)) continue;
    const year = YEARLY.exec(rest)?.[0] ?? '';
    end += year.length;
    const bound = /^\s*(以下|以内|之内|以上)/.exec(text.slice(end, end + 4));
    end += bound?.[0].length ?? 0;
    const sign = bound ? (bound[1] === '以上' ? '>=' : '<=') : signOf(before);
    found.push({
      start: index,
      end,
      sign: to ? '' : sign,
      from: from + (ownScale ?? (ownUnit ? '' : scale)),
      to: to ? to + scale : '',
      fromUnit: plainUnit(ownUnit ?? written),
      unit: plainUnit(written),
      yearly: year !== '' || /(?:年|\/a)$/.test(written),
    });
  }
  return found;
}

function patternOf(units: readonly Unit[]): RegExp {
  const names = units.flatMap(({ multipliers }) => Object.keys(multipliers));
  const written = [...new Set(names.map((name) => name.toLowerCase())), '㎡', 'm²', 'm³']
    .filter((name) => name !== 'share')
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[/.*+?^$()[\]{}|\\]/g, String.raw`\$&`))
    .join('|');
  const signs = SIGNS.map(([pattern]) => pattern).join('|');
  return new RegExp(
    String.raw`(?:(${signs})\s*)?(${NUMBER})(?:\s*(万|亿)?\s*(${written})?\s*(?:-|–|—|~|至|到)\s*(${NUMBER}))?\s*(万|亿)?\s*(${written})`,
    'g',
  );
}

function plainUnit(written: string): string {
  return written.replace('㎡', 'm2').replace('²', '2').replace('³', '3');
}

function signOf(written: string): string {
  return SIGNS.find(([pattern]) => new RegExp(`^(?:${pattern})$`).test(written))?.[1] ?? '';
}

/** The amount in the words of `readQuantity`, `count` times; null where the unit does not take it. */
export function writeAmount(amount: Amount, unit: Unit, count: number): string | null {
  const known = Object.keys(unit.multipliers);
  const [lower, name] = [amount.fromUnit, amount.unit].map((written) =>
    known.find((candidate) => candidate.toLowerCase() === written),
  );
  if (name === undefined || lower === undefined) return null;
  const times = (figure: string) => figure.replace(/[\d.,]+/, (digits) => multiply(digits, count));
  const value = amount.to
    ? `${times(amount.from)}${lower}-${times(amount.to)}${name}`
    : `${amount.sign}${times(amount.from)}${name}`;
  return 'code' in readQuantity(value, unit) ? null : value;
}

function multiply(digits: string, count: number): string {
  const plain = digits.replaceAll(',', '');
  return count === 1 ? plain : String(Number((Number(plain) * count).toPrecision(12)));
}
