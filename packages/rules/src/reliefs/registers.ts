import type { RuleSet } from '../pack.ts';
import type { Adoption, EntryOf, ListPack, ListTopic, Provenance, Reason } from './model.ts';

interface Dated {
  readonly from: string;
  readonly to: string | null;
}

/** Whether something holds on a day; both ends belong to it. */
export function holdsOn({ from, to }: Dated, on: string): boolean {
  return from <= on && (to === null || on <= to);
}

/** Why something with dates does not hold on a day; null when it does. */
export function whyNotOn(kind: string, name: string, dated: Dated, on: string): Reason | null {
  if (on < dated.from) return { code: `${kind}.not_yet`, params: { name, from: dated.from } };
  if (dated.to !== null && dated.to < on) {
    return { code: `${kind}.expired`, params: { name, to: dated.to } };
  }
  return null;
}

export function inForce(head: Provenance, on: string, jurisdiction: string): boolean {
  return (
    head.effectiveFrom <= on &&
    (head.effectiveTo === null || on <= head.effectiveTo) &&
    reaches(head.jurisdiction, jurisdiction)
  );
}

/** Whether a text of one place holds in another: the country, or the same code or one inside it. */
export function reaches(of: string, jurisdiction: string): boolean {
  return of === 'CN' || jurisdiction.startsWith(of.replace(/(00)+$/, ''));
}

/** The lists of a topic in force on a day at a place. */
export function listsOf<T extends ListTopic>(
  ruleSet: RuleSet,
  topic: T,
  on: string,
  jurisdiction: string,
): Extract<ListPack, { topic: T }>[] {
  return ruleSet.lists.filter(
    (list): list is Extract<ListPack, { topic: T }> =>
      list.topic === topic && inForce(list, on, jurisdiction),
  );
}

/** The entries of every list of a topic, with the list that each is from. */
export function entriesOf<T extends ListTopic>(
  ruleSet: RuleSet,
  topic: T,
  on: string,
  jurisdiction: string,
): { readonly list: Provenance; readonly entry: EntryOf<T> }[] {
  return listsOf(ruleSet, topic, on, jurisdiction).flatMap((list) =>
    (list.entries as readonly EntryOf<T>[]).map((entry) => ({ list, entry })),
  );
}

/** Whether anything of a topic has been entered for the place at all. */
export function isEntered(
  ruleSet: RuleSet,
  topic: ListTopic,
  on: string,
  jurisdiction: string,
): boolean {
  return listsOf(ruleSet, topic, on, jurisdiction).some(({ entered }) => entered);
}

/** Lists that nobody has filled for the place: they exempt nothing and check nothing. */
export function listsNotEntered(ruleSet: RuleSet, on: string, jurisdiction: string): ListPack[] {
  return ruleSet.lists.filter(
    ({ topic, entered }) => !entered && !isEntered(ruleSet, topic, on, jurisdiction),
  );
}

/** An adoption of a relief for a place, in force or not, and why it does not count. */
export function findAdoption(
  ruleSet: RuleSet,
  asked: {
    readonly relief: string;
    readonly object: string | null;
    readonly needsArrangement: boolean;
    readonly on: string;
    readonly jurisdiction: string;
  },
): { readonly adoption: Adoption; readonly demo: boolean } | { readonly reason: Reason } {
  const { relief, object, needsArrangement, on, jurisdiction } = asked;
  const fitting = entriesOf(ruleSet, 'adoptions', on, jurisdiction).filter(
    ({ entry }) =>
      entry.reliefs.includes(relief) &&
      reaches(entry.jurisdiction, jurisdiction) &&
      (entry.objects === null || (object !== null && entry.objects.includes(object))),
  );
  const now = fitting.filter(({ entry }) => holdsOn(entry, on));
  const found = now.find(({ entry }) => !needsArrangement || entry.provincialArrangementNo);
  if (found) return { adoption: found.entry, demo: found.list.demo };
  if (now.length > 0) {
    const { documentNo } = now[0]!.entry;
    return { reason: { code: 'adoption.no_arrangement', params: { number: documentNo } } };
  }
  const other = fitting[0]?.entry;
  const why = other && whyNotOn('adoption', other.documentNo, other, on);
  return { reason: why ?? { code: 'adoption.none', params: {} } };
}
