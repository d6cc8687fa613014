import { shippedLaw, type RulebookService } from './service.ts';

export { shippedLaw as theRulebook };

/** Four-digit manufacturing classes whose items are all carried out, in the order of their codes. */
export function coveredClasses({ screener, rulebook }: RulebookService): string[] {
  const engine = screener.engineOf(rulebook.ruleSet.packs[0]!);
  return rulebook.ruleSet.industries
    .map(({ code }) => code)
    .filter((code) => /^\d{4}$/.test(code) && code >= '13' && code < '44')
    .filter((code) => {
      const { items, unencoded } = engine.programOf({ key: code, kind: 'industry' });
      return items.length > 0 && unencoded.length === 0;
    });
}
