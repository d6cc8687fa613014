import type { FactInput, InputProblem } from './input.ts';
import { NO, YES, type Verdict, type View } from './state.ts';
import { readQuantity, type QuantityInput, type QuantityProblem } from './units.ts';
import type { FactTable } from './fact-table.ts';
import {
  optionMask,
  type BooleanFact,
  type ChoiceFact,
  type Fact,
  type QuantityFact,
} from './vocabulary.ts';

/** Where a value stands in the input, for the message when it is wrong. */
export interface GivenValue {
  readonly value: FactInput;
  readonly path: string;
}

/** Writes one given value into a view, or says what is wrong with it. */
export function writeFact(
  fact: Fact,
  slot: number,
  place: GivenValue,
  view: View,
  table: FactTable,
  problems: InputProblem[],
): void {
  if (fact.type === 'boolean') writeBoolean(fact, slot, place, view, problems);
  else if (fact.type === 'choice') writeChoice(fact, slot, place, view, problems);
  else writeQuantity(fact, slot, place, view, table, problems);
}

function writeBoolean(
  fact: BooleanFact,
  slot: number,
  place: GivenValue,
  view: View,
  problems: InputProblem[],
): void {
  const verdict = readBoolean(place.value);
  if (verdict === undefined) {
    problems.push(wrongType(fact, place, 'true / false'));
  } else if (view.settled[slot] && view.flag(slot) !== verdict) {
    problems.push({
      code: 'fact.settled_by_code',
      path: place.path,
      params: { value: fact.key, industry: view.key },
    });
  } else view.setFlag(slot, verdict);
}

function readBoolean(value: FactInput): Verdict | undefined {
  if (value === true || value === 'yes' || value === '是' || value === '有') return YES;
  if (value === false || value === 'no' || value === '否' || value === '无') return NO;
  return undefined;
}

function writeChoice(
  fact: ChoiceFact,
  slot: number,
  place: GivenValue,
  view: View,
  problems: InputProblem[],
): void {
  const ids = Array.isArray(place.value) ? place.value : [place.value];
  const known = new Set(fact.options.map((option) => option.id));
  if (ids.length === 0 || ids.some((id) => typeof id !== 'string' || !known.has(id))) {
    problems.push({
      code: 'fact.unknown_option',
      path: place.path,
      params: { value: ids.join(' '), known: [...known].join(' ') },
    });
    return;
  }
  const possible = view.mask(slot) & optionMask(fact, ids as string[]);
  if (possible !== 0) view.setMask(slot, possible);
  else {
    problems.push({
      code: 'fact.settled_by_code',
      path: place.path,
      params: { value: fact.key, industry: view.key },
    });
  }
}

function writeQuantity(
  fact: QuantityFact,
  slot: number,
  place: GivenValue,
  view: View,
  table: FactTable,
  problems: InputProblem[],
): void {
  const { value } = place;
  if (typeof value === 'boolean' || Array.isArray(value)) {
    problems.push(wrongType(fact, place, `12, "12 ${fact.unit}", "<10", {min, max}`));
    return;
  }
  const read = readQuantity(value as QuantityInput, table.getUnit(fact.unit));
  if ('code' in read) problems.push(quantityProblem(read, fact, place));
  else {
    view.setRange(slot, read.lo, read.hi);
  }
}

function quantityProblem(problem: QuantityProblem, fact: Fact, place: GivenValue): InputProblem {
  const { code, ...params } = problem;
  return { code, path: place.path, params: { fact: fact.key, ...params } };
}

function wrongType(fact: Fact, place: GivenValue, expected: string): InputProblem {
  return {
    code: 'fact.wrong_type',
    path: place.path,
    params: { value: JSON.stringify(place.value), fact: fact.key, expected },
  };
}
