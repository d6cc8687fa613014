import { readActivities } from './activities.ts';
import { nearest } from './nearest.ts';
import { NO, UNKNOWN, YES, type View } from './state.ts';
import { readQuantity, type QuantityInput, type QuantityProblem } from './units.ts';
import {
  optionMask,
  type BooleanFact,
  type ChoiceFact,
  type Fact,
  type FactTable,
  type QuantityFact,
} from './vocabulary.ts';

/** `null` and "unknown" say "I don't know", the same as leaving the fact out. */
export type FactInput = boolean | QuantityInput | readonly string[] | null;
export type FactInputs = Readonly<Record<string, FactInput>>;

/** What a person, a file or a link says of a project; the same shape through every door. */
export interface ProjectInput {
  readonly name?: string;
  /** GB/T 4754 codes, 2 to 4 digits; with facts of their own when there are several. */
  readonly industries?: readonly (string | { readonly code: string; readonly facts?: FactInputs })[];
  /** Things to build that are no industry, by id (see the vocabulary's works). */
  readonly works?: readonly (string | { readonly work: string; readonly facts?: FactInputs })[];
  readonly facts?: FactInputs;
  /** What is left out: unknown (default), or "no" / none wherever "none" has a meaning. */
  readonly unstated?: 'unknown' | 'no';
}

export interface InputProblem {
  readonly code: string;
  /** JSON pointer into the project. */
  readonly path: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface Project {
  readonly views: readonly View[];
  /** Facts taken as "no" because the input said that what it leaves out is no. */
  readonly assumed: ReadonlySet<string>;
  /** Facts that the input itself states. */
  readonly stated: ReadonlySet<string>;
}

export interface IndustryIndex {
  has(code: string): boolean;
}

/**
 * Turns an input into slots. Returns the problems instead when anything is wrong: nothing is
 * guessed and nothing half read. `industries` tells which codes exist.
 */
export function readProject(
  input: ProjectInput,
  table: FactTable,
  industries: IndustryIndex,
): Project | { problems: InputProblem[] } {
  const problems: InputProblem[] = [];
  const activities = readActivities(input, table, industries, problems);
  const shared = input.facts ?? {};
  checkKeys(shared, '/facts', table, problems);
  const assumed = new Set<string>();
  const stated = new Set<string>();
  const lone = activities.length === 1;
  const views = activities.map((activity) => {
    const view = blankView(table, activity.key, activity.kind);
    const own = activity.facts ?? {};
    checkKeys(own, activity.path, table, problems);
    table.facts.forEach((fact, slot) => {
      settleByCode(fact, slot, view);
      const place = pickPlace(fact, own, shared, activity.path, lone, problems);
      if (place && !isUnknown(place.value)) {
        stated.add(fact.key);
        writeFact(fact, slot, place, view, table, problems);
      } else if (input.unstated === 'no' && assumeNone(fact, slot, view)) assumed.add(fact.key);
    });
    derive(table, view);
    return view;
  });
  if (problems.length > 0) return { problems: uniqueProblems(problems) };
  return { views, assumed, stated };
}

function checkKeys(
  facts: FactInputs,
  path: string,
  table: FactTable,
  problems: InputProblem[],
): void {
  for (const key of Object.keys(facts)) {
    const fact = table.findFact(key);
    if (fact && !(fact.type === 'quantity' && fact.derived)) continue;
    const near = nearest(key, table.facts.map((known) => known.key));
    problems.push({
      code: near ? 'fact.unknown_near' : 'fact.unknown',
      path: `${path}/${escapePointer(key)}`,
      params: near ? { value: key, near } : { value: key },
    });
  }
}

interface Place {
  readonly value: FactInput;
  readonly path: string;
}

function pickPlace(
  fact: Fact,
  own: FactInputs,
  shared: FactInputs,
  activityPath: string,
  lone: boolean,
  problems: InputProblem[],
): Place | undefined {
  const key = escapePointer(fact.key);
  if (fact.key in own) {
    if (fact.scope === 'activity' || lone) {
      return { value: own[fact.key]!, path: `${activityPath}/${key}` };
    }
    problems.push({
      code: 'fact.belongs_to_project',
      path: `${activityPath}/${key}`,
      params: { value: fact.key },
    });
    return undefined;
  }
  if (!(fact.key in shared)) return undefined;
  if (fact.scope === 'activity' && !lone) {
    problems.push({
      code: 'fact.belongs_to_activity',
      path: `/facts/${key}`,
      params: { value: fact.key },
    });
    return undefined;
  }
  return { value: shared[fact.key]!, path: `/facts/${key}` };
}

function isUnknown(value: FactInput): boolean {
  return value === null || value === 'unknown' || value === '不清楚';
}

function blankView(table: FactTable, key: string, kind: View['kind']): View {
  const view: View = {
    key,
    kind,
    bits: new Int32Array(table.size),
    lo: new Float64Array(table.size),
    hi: new Float64Array(table.size).fill(Infinity),
    settled: new Uint8Array(table.size),
  };
  table.facts.forEach((fact, slot) => {
    if (fact.type === 'boolean') {
      view.bits[slot] = fact.presumed === undefined ? UNKNOWN : fact.presumed ? YES : NO;
    } else if (fact.type === 'choice') view.bits[slot] = (1 << fact.options.length) - 1;
  });
  return view;
}

/**
 * What the code already says: a tyre maker (2911) is not asked whether it makes tyres. Of a fact
 * of the whole project a code can only say yes; of an activity's own product it also says no.
 */
export function verdictOfCode(fact: BooleanFact, key: string, kind: View['kind']): number {
  const codes = fact.codes;
  if (!codes) return UNKNOWN;
  const holds = (code: string) => (kind === 'work' ? code === key : key.startsWith(code));
  const mayHold = (code: string) => holds(code) || (kind === 'industry' && code.startsWith(key));
  if (codes.yes.some(holds)) return YES;
  if (fact.scope === 'project') return UNKNOWN;
  return [...codes.yes, ...codes.maybe].some(mayHold) ? UNKNOWN : NO;
}

function settleByCode(fact: Fact, slot: number, view: View): void {
  if (fact.type !== 'boolean' || !fact.codes) return;
  view.bits[slot] = verdictOfCode(fact, view.key, view.kind);
  if (view.bits[slot] !== UNKNOWN) view.settled[slot] = 1;
}

function writeFact(
  fact: Fact,
  slot: number,
  place: Place,
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
  place: Place,
  view: View,
  problems: InputProblem[],
): void {
  const verdict = readBoolean(place.value);
  if (verdict === undefined) {
    problems.push(wrongType(fact, place, 'true / false'));
  } else if (view.settled[slot] && view.bits[slot] !== verdict) {
    problems.push({
      code: 'fact.settled_by_code',
      path: place.path,
      params: { value: fact.key, industry: view.key },
    });
  } else view.bits[slot] = verdict;
}

function readBoolean(value: FactInput): number | undefined {
  if (value === true || value === 'yes' || value === '是' || value === '有') return YES;
  if (value === false || value === 'no' || value === '否' || value === '无') return NO;
  return undefined;
}

function writeChoice(
  fact: ChoiceFact,
  slot: number,
  place: Place,
  view: View,
  problems: InputProblem[],
): void {
  const ids = Array.isArray(place.value) ? place.value : [place.value];
  const known = new Set(fact.options.map((option) => option.id));
  if (ids.length === 0 || ids.some((id) => typeof id !== 'string' || !known.has(id))) {
    problems.push({
      code: 'fact.unknown_option',
      path: place.path,
      params: { value: String(ids.join(' ')), known: [...known].join(' ') },
    });
  } else view.bits[slot] = optionMask(fact, ids as string[]);
}

function writeQuantity(
  fact: QuantityFact,
  slot: number,
  place: Place,
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
    view.lo[slot] = read.lo;
    view.hi[slot] = read.hi;
  }
}

function quantityProblem(problem: QuantityProblem, fact: Fact, place: Place): InputProblem {
  const { code, ...params } = problem;
  return { code, path: place.path, params: { fact: fact.key, ...params } };
}

function wrongType(fact: Fact, place: Place, expected: string): InputProblem {
  return {
    code: 'fact.wrong_type',
    path: place.path,
    params: { value: JSON.stringify(place.value), fact: fact.key, expected },
  };
}

/** Returns whether "none" has a meaning for the fact and was taken. */
function assumeNone(fact: Fact, slot: number, view: View): boolean {
  if (view.settled[slot]) return false;
  if (fact.type === 'boolean' && fact.presumed === undefined) view.bits[slot] = NO;
  else if (fact.type === 'choice' && fact.neutral) view.bits[slot] = optionMask(fact, [fact.neutral]);
  else if (fact.type === 'quantity' && fact.zeroWhenUnstated) view.hi[slot] = 0;
  else return false;
  return true;
}

/** Sums of shares, in millionths, rounded outwards so that a threshold is never passed by luck. */
export function derive(table: FactTable, view: View): void {
  table.facts.forEach((fact, slot) => {
    if (fact.type !== 'quantity' || !fact.derived) return;
    let lo = 0;
    let hi = 0;
    for (const [key, weight] of Object.entries(fact.derived)) {
      const source = table.getFact(key) as QuantityFact;
      const at = table.getSlot(key);
      const steps = weight * table.stepsPerUnit(source);
      lo += view.lo[at]! / steps;
      hi += view.hi[at]! / steps;
    }
    const scale = table.stepsPerUnit(fact);
    view.lo[slot] = Math.round(lo * scale);
    view.hi[slot] = Math.round(hi * scale);
  });
}

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function uniqueProblems(problems: InputProblem[]): InputProblem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const id = `${problem.code} ${problem.path}`;
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}
