import type { Unit } from './vocabulary.ts';

/** An amount that may be known only as a range, in whole base steps; bounds are inclusive. */
export interface Interval {
  readonly lo: number;
  readonly hi: number;
}

/** Bounds of a range: `min` and `max` belong to it, `above` and `below` do not. */
export interface RangeInput {
  readonly min?: number | string | undefined;
  readonly max?: number | string | undefined;
  readonly above?: number | string | undefined;
  readonly below?: number | string | undefined;
}

export type QuantityInput = number | string | RangeInput;

export type QuantityProblem =
  | { code: 'quantity.unreadable'; text: string }
  | { code: 'quantity.unknown_unit'; unit: string; accepted: string }
  | { code: 'quantity.negative'; value: string }
  | { code: 'quantity.absurd'; value: string; max: number; unit: string }
  | { code: 'quantity.empty_range'; min: string; max: string };

const CHINESE_SCALE: Record<string, number> = { 万: 1e4, 亿: 1e8 };
const AMOUNT = /^([+-]?(?:\d[\d,]*\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(万|亿)?\s*(\S*)$/i;
const BOUND = /^(<=|>=|≤|≥|<|>|不到|低于|少于|至多|至少)\s*(.+)$/;
const SPAN = /^(\S+?)\s*(?:-|–|—|~|～|至|到|\.\.)\s*(\d.*)$/;

/**
 * Reads an amount: `12`, `"12 t/a"`, `"1.2万吨/年"`, `"<10"`, `"5-8 t/a"`, `{min: 5, max: 8}`,
 * `{above: 0, below: 10}`.
 * Returns whole base steps (grams, watts …), or the first problem found. A strict bound becomes
 * the neighbouring whole step, so "under 10 t" is 0 … 9,999,999 g.
 */
export function readQuantity(input: QuantityInput, unit: Unit): Interval | QuantityProblem {
  if (typeof input === 'object') return readRange(input, unit);
  const text = toHalfWidth(String(input)).trim();
  const bound = BOUND.exec(text);
  if (bound) return readBound(bound[1]!, bound[2]!, unit);
  const span = SPAN.exec(text);
  if (span) return readSpan(span[1]!, span[2]!, unit);
  const steps = readAmount(text, unit);
  return typeof steps === 'number' ? { lo: steps, hi: steps } : steps;
}

function readRange(input: RangeInput, unit: Unit): Interval | QuantityProblem {
  const bounds = { min: 0, max: Infinity, above: -1, below: Infinity };
  for (const name of ['min', 'max', 'above', 'below'] as const) {
    const written = input[name];
    if (written === undefined) continue;
    const steps = readAmount(toHalfWidth(String(written)).trim(), unit);
    if (typeof steps !== 'number') return steps;
    bounds[name] = steps;
  }
  const lo = Math.max(bounds.min, bounds.above + 1);
  const hi = Math.min(bounds.max, bounds.below - 1);
  if (lo <= hi) return { lo, hi };
  const from = String(input.min ?? input.above ?? 0);
  return { code: 'quantity.empty_range', min: from, max: String(input.max ?? input.below) };
}

function readBound(sign: string, rest: string, unit: Unit): Interval | QuantityProblem {
  const steps = readAmount(rest.trim(), unit);
  if (typeof steps !== 'number') return steps;
  switch (sign) {
    case '<':
    case '不到':
    case '低于':
    case '少于':
      return steps === 0
        ? { code: 'quantity.negative', value: `${sign}${rest}` }
        : { lo: 0, hi: steps - 1 };
    case '<=':
    case '≤':
    case '至多':
      return { lo: 0, hi: steps };
    case '>':
      return { lo: steps + 1, hi: Infinity };
    default:
      return { lo: steps, hi: Infinity };
  }
}

function readSpan(from: string, to: string, unit: Unit): Interval | QuantityProblem {
  const hi = readAmount(to.trim(), unit);
  if (typeof hi !== 'number') return hi;
  const unitOfBoth = AMOUNT.exec(to.trim());
  const bare = /^[\d.,]+$/.test(from);
  const lo = readAmount(
    bare ? `${from}${unitOfBoth?.[2] ?? ''}${unitOfBoth?.[3] ?? ''}` : from,
    unit,
  );
  if (typeof lo !== 'number') return lo;
  return lo > hi ? { code: 'quantity.empty_range', min: from, max: to } : { lo, hi };
}

function readAmount(text: string, unit: Unit): number | QuantityProblem {
  const match = AMOUNT.exec(text);
  if (!match) return { code: 'quantity.unreadable', text };
  const value = Number(match[1]!.replaceAll(',', '')) * (CHINESE_SCALE[match[2] ?? ''] ?? 1);
  if (!Number.isFinite(value)) return { code: 'quantity.unreadable', text };
  const multiplier = multiplierOf(match[3] ?? '', unit);
  if (multiplier === undefined) {
    const accepted = Object.keys(unit.multipliers).join(' ');
    return { code: 'quantity.unknown_unit', unit: match[3]!, accepted };
  }
  if (value < 0) return { code: 'quantity.negative', value: text };
  const steps = Math.round(value * multiplier);
  if (steps > unit.max * unit.multipliers[unit.id]!) {
    return { code: 'quantity.absurd', value: text, max: unit.max, unit: unit.id };
  }
  return steps;
}

function multiplierOf(written: string, unit: Unit): number | undefined {
  if (written === '') return unit.multipliers[unit.id];
  const plain = written.replace('³', '3').replace('²', '2');
  const direct = unit.multipliers[plain];
  if (direct !== undefined) return direct;
  const lower = plain.toLowerCase();
  for (const [name, multiplier] of Object.entries(unit.multipliers)) {
    if (name.toLowerCase() === lower) return multiplier;
  }
  return undefined;
}

/** Phones type full-width digits and signs; a pack may not hold them, an answer may. */
function toHalfWidth(text: string): string {
  return text
    .replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
}
