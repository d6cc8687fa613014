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

/** A waste-gas retrofit of a park's shared works that adds no main pollutant (measure 5). */
const RELIEF = 'zero_land_public_infra';

/** The form that enters an adoption of it in Keqiao from December 2026. */
export function anAdoption(changes: Record<string, unknown> = {}) {
  return {
    topic: 'adoptions',
    district: '330603',
    sourceTitle: '演示：柯桥区支持小微企业园区环保服务举措',
    sourceNo: '演示政办发〔2026〕8号',
    issuer: '演示柯桥区人民政府',
    layer: 'MUNICIPAL_NORMATIVE',
    confidence: 'verified',
    effectiveFrom: '2026-12-01',
    effectiveTo: '2028-11-30',
    entries: [
      {
        id: 'keqiao-2026-8',
        reliefs: [RELIEF],
        adoptedBy: '演示柯桥区人民政府',
        documentNo: '演示政办发〔2026〕8号',
        title: '演示：柯桥区支持小微企业园区环保服务举措',
        ...changes,
      },
    ],
  };
}
