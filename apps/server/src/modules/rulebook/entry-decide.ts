import { checkCreditCode, type EntryDecision, type EntryFault } from '@ludao/contracts';
import {
  parametersOf,
  reaches,
  unevaluated,
  type FactTable,
  type ListPack,
  type Pilot,
  type RuleSet,
} from '@ludao/rules';
import { fieldsOf, IDENTITY, type EntryTopic, type Field, type Refers } from '@ludao/rules/entries';
import { refuse, type Refusal } from '../../platform/refusal.ts';
import { mayReview, type Act } from '../organisations/index.ts';
import {
  textIn,
  type Content,
  type EntryRow,
  type StoredHead,
  type Submission,
} from './entry-model.ts';
import { fillFromDocument, readEntry, readYear } from './entry-read.ts';

/** The law that an entry is checked against. */
export interface Law {
  readonly ruleSet: RuleSet;
  readonly table: FactTable;
}

export interface Checked {
  readonly key: string;
  readonly title: string;
  readonly wholeList: boolean;
  /** Filled up with what the document says once for all. */
  readonly content: Content;
  readonly faults: readonly EntryFault[];
}

/** Reads what was entered by the loader of the files and against the law as it stands. */
export function checkEntry(form: Submission, law: Law): Checked {
  const filled = { ...form, entries: fillFromDocument(form) };
  const wholeList = form.topic === 'calendar' || form.wholeList || form.entries.length > 1;
  if (form.topic === 'calendar') {
    const read = readYear(filled.entries);
    const year = 'year' in read ? String(read.year) : '';
    return {
      key: `year-${year}`,
      title: form.sourceTitle,
      wholeList,
      content: { ...filled, effectiveFrom: `${year}-01-01`, effectiveTo: `${year}-12-31` },
      faults: 'faults' in read ? read.faults : [],
    };
  }
  const read = readEntry('entered', filled, law.table, { to: null, demo: false });
  const key = wholeList ? `list-${form.district}` : keyOf(filled);
  return {
    key,
    title: wholeList ? form.sourceTitle : titleOf(filled),
    wholeList,
    content: filled,
    faults: 'faults' in read ? read.faults : checkAgainstLaw(filled, key, law),
  };
}

/** Whether an entry may be put before a second person; the first fault says why not. */
export function decideSubmission(form: Submission, law: Law): Checked | Refusal {
  const { effectiveFrom, effectiveTo } = form;
  if (effectiveTo !== null && effectiveTo < effectiveFrom) {
    return refuse('ENTRY_ENDS_BEFORE_START', { value: effectiveTo, limit: effectiveFrom }, 422);
  }
  const checked = checkEntry(form, law);
  const [fault] = checked.faults;
  if (!fault) return checked;
  const { code: reason, path, params } = fault;
  const more = checked.faults.length - 1;
  return refuse('ENTRY_INVALID', { ...params, reason, at: path.join('.'), more }, 422);
}

/** Nobody approves his own work, nor does anybody in his name. */
export function decideEntry(
  { state }: Pick<StoredHead, 'state'>,
  decision: EntryDecision,
  { work, review }: { readonly work: Act; readonly review: Act },
): { readonly state: 'APPROVED' | 'REJECTED'; readonly reason: string | null } | Refusal {
  if (state !== 'SUBMITTED') return refuse('ENTRY_DECIDED');
  if (!mayReview(work, review)) return refuse('OWN_WORK', {}, 403);
  return decision.decision === 'approve'
    ? { state: 'APPROVED', reason: null }
    : { state: 'REJECTED', reason: decision.reason };
}

function keyOf({ topic, district, entries: [row] }: Content): string {
  const identity = IDENTITY[topic];
  if (identity !== null) return textIn(row, identity);
  const classes = [row?.['classes']].flat().filter((level) => typeof level === 'string');
  return `${district}-${classes.join('-').toLowerCase()}`;
}

function titleOf({ entries: [row], sourceTitle }: Content): string {
  const said = ['title', 'name', 'text', 'basis'].map((field) => textIn(row, field));
  return said.find((words) => words !== '')?.slice(0, 200) ?? sourceTitle;
}

/** What only the law as a whole can tell: places out of reach, keys that nothing has. */
function checkAgainstLaw(content: Content, key: string, law: Law): EntryFault[] {
  const { topic, district, entries } = content;
  const known = knownKeys(content, law);
  return entries.flatMap((row, index) => [
    ...checkPlace(row, index, district),
    ...fieldsOf(topic).flatMap((field) => checkReferences(row, field, [index], known)),
    ...checkTaken(content, row, index, key, law),
    ...checkValue(content, row, index, law),
    ...checkPilot(content, row, index, law),
  ]);
}

function checkPlace(row: EntryRow, index: number, district: string): EntryFault[] {
  const value = textIn(row, 'jurisdiction');
  if (value === '' || reaches(district, value)) return [];
  const params = { value, limit: district };
  return [{ code: 'entry.other_district', path: [index, 'jurisdiction'], params }];
}

/** Keys by what they stand for; null where nothing is entered that could be compared. */
function knownKeys(content: Content, { ruleSet }: Law): Record<Refers, ReadonlySet<string> | null> {
  const listed = (topic: EntryTopic, field: string) => [
    ...ruleSet.lists
      .filter((list) => list.topic === topic)
      .flatMap((list) => list.entries.map((entry) => textIn(entry as unknown as EntryRow, field))),
    ...(content.topic === topic ? content.entries.map((entry) => textIn(entry, field)) : []),
  ];
  const [parks, areas, zones] = [
    listed('parks', 'id'),
    listed('reform-areas', 'id'),
    listed('zoning', 'code'),
  ];
  const at = { ruleSet, on: content.effectiveFrom, jurisdiction: content.district };
  return {
    relief: new Set(ruleSet.reliefs.flatMap(({ reliefs }) => reliefs.map(({ id }) => id))),
    parameter: new Set(parametersOf(at).map(({ key }) => key)),
    park: new Set(parks),
    area: new Set(areas),
    object: new Set([...parks, ...areas]),
    // Not entered is not checked.
    zone: zones.length > 0 ? new Set(zones) : null,
    // The loader has looked at these.
    fact: null,
  };
}

function checkReferences(
  value: EntryRow,
  { name, refers }: Field,
  path: EntryFault['path'],
  known: ReturnType<typeof knownKeys>,
): EntryFault[] {
  const keys = refers && known[refers];
  if (!keys) return [];
  const given = value[name];
  return [given].flat().flatMap((key, at): EntryFault[] => {
    if (typeof key !== 'string' || keys.has(key)) return [];
    const place = Array.isArray(given) ? [...path, name, at] : [...path, name];
    return [{ code: `entry.unknown_${refers}`, path: place, params: { value: key } }];
  });
}

/** The same thing may not stand in two lists that hold at once: nobody could tell which counts. */
function checkTaken(
  { topic, effectiveFrom, effectiveTo }: Content,
  row: EntryRow,
  index: number,
  key: string,
  { ruleSet }: Law,
): EntryFault[] {
  const identity = IDENTITY[topic];
  if (identity === null || topic === 'parameters') return [];
  const value = textIn(row, identity);
  const clash = ruleSet.lists.find(
    (list) =>
      list.topic === topic &&
      !list.id.startsWith(`entered/${topic}/${key}/`) &&
      overlaps(list, effectiveFrom, effectiveTo) &&
      list.entries.some((entry) => textIn(entry as unknown as EntryRow, identity) === value),
  );
  if (!clash) return [];
  return [{ code: 'entry.taken', path: [index, identity], params: { value, limit: clash.title } }];
}

function overlaps(list: ListPack, from: string, to: string | null): boolean {
  const startsInTime = to === null || list.effectiveFrom <= to;
  return startsInTime && (list.effectiveTo === null || list.effectiveTo >= from);
}

function checkValue(content: Content, row: EntryRow, index: number, law: Law): EntryFault[] {
  if (content.topic === 'key-dischargers') {
    const value = textIn(row, 'creditCode');
    const check = checkCreditCode(value);
    if (check.ok && check.code === value) return [];
    return [{ code: 'entry.credit_code', path: [index, 'creditCode'], params: { value } }];
  }
  if (content.topic !== 'parameters') return [];
  const at = { ruleSet: law.ruleSet, on: content.effectiveFrom, jurisdiction: content.district };
  const found = parametersOf(at).find(({ key }) => key === row['parameter']);
  const value = Number(row['value']);
  if (!found || (value >= found.min && value <= found.max)) return [];
  const params = { value, limit: `${found.min}–${found.max}` };
  return [{ code: 'entry.out_of_range', path: [index, 'value'], params }];
}

/** A further county of a measure needs an evaluation, also of what stands in other lists. */
function checkPilot(
  content: Content,
  row: EntryRow,
  index: number,
  { ruleSet }: Law,
): EntryFault[] {
  if (content.topic !== 'pilots') return [];
  const entered = content.entries as unknown as readonly Pilot[];
  const other = ruleSet.lists
    .filter((list) => list.topic === 'pilots')
    .flatMap(({ entries }) => entries)
    .filter(({ id }) => entered.every((one) => one.id !== id));
  if (!unevaluated([...other, ...entered]).some(({ id }) => id === row['id'])) return [];
  const params = { value: textIn(row, 'jurisdiction'), limit: textIn(row, 'from') };
  return [{ code: 'entry.unevaluated', path: [index, 'evaluation'], params }];
}
