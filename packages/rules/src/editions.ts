import type { RulePack, RuleSet } from './pack.ts';

/**
 * The edition of a topic in force on a day, for a place. A pack of a wider jurisdiction also
 * holds in every place inside it; the loader refuses two editions that overlap.
 */
export function findEdition(
  ruleSet: RuleSet,
  topic: string,
  on: string,
  jurisdiction: string,
): RulePack | undefined {
  return ruleSet.packs.find(
    (pack) =>
      pack.topic === topic &&
      pack.effectiveFrom <= on &&
      (pack.effectiveTo === null || on <= pack.effectiveTo) &&
      appliesIn(pack, jurisdiction),
  );
}

export function appliesIn(pack: RulePack, jurisdiction: string): boolean {
  return pack.jurisdiction === 'CN' || jurisdiction.startsWith(pack.jurisdiction);
}

/** First day on which any edition of the topic is in force; undefined when there is none. */
export function firstDay(ruleSet: RuleSet, topic: string): string | undefined {
  return ruleSet.packs
    .filter((pack) => pack.topic === topic)
    .map((pack) => pack.effectiveFrom)
    .sort()[0];
}
