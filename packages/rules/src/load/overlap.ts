import type { RulePack } from '../pack.ts';

/** Two editions of one topic that would both hold somewhere on one day, as readable sentences. */
export function checkEditions(packs: readonly RulePack[]): string[] {
  const found: string[] = [];
  packs.forEach((a, index) => {
    for (const b of packs.slice(index + 1)) {
      if (a.topic !== b.topic || !sharePlace(a.jurisdiction, b.jurisdiction)) continue;
      const startsBeforeEnd = (x: RulePack, y: RulePack) =>
        y.effectiveTo === null || x.effectiveFrom <= y.effectiveTo;
      if (startsBeforeEnd(a, b) && startsBeforeEnd(b, a)) {
        found.push(`${a.id} and ${b.id} are both in force on one day: end the earlier one`);
      }
    }
  });
  return found;
}

function sharePlace(a: string, b: string): boolean {
  return a === b || a === 'CN' || b === 'CN' || a.startsWith(b) || b.startsWith(a);
}
