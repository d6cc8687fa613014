import type { LawInForce } from '@ludao/contracts';
import type { ListPack, Provenance, RuleSet } from '@ludao/rules';
import { IDENTITY } from '@ludao/rules/entries';

/** A list may have thousands of rows; the first say what it is about. */
const MOST_NAMES = 12;

/** Every text of a rule set that counts on a day, the weightiest first. */
export function lawOn(ruleSet: RuleSet, on: string): LawInForce {
  const counts = ({ effectiveFrom: from, effectiveTo: to }: Dates) =>
    from <= on && (to === null || on <= to);
  const texts: LawInForce['texts'] = [
    ...ruleSet.packs.filter(counts).map((pack) => ({
      ...headOf({ ...pack, demo: false }),
      kind: 'catalogue' as const,
      topic: pack.topic,
      entered: true,
      rows: pack.items.length,
      names: [],
    })),
    ...ruleSet.procedures.filter(counts).map((pack) => ({
      ...headOf(pack),
      kind: 'procedure' as const,
      topic: null,
      entered: true,
      rows: pack.periods.length,
      names: [],
    })),
    ...ruleSet.clocks.filter(counts).map((pack) => ({
      ...headOf(pack),
      kind: 'clocks' as const,
      topic: null,
      entered: true,
      rows: pack.clocks.length,
      names: pack.clocks.map(({ title }) => title).slice(0, MOST_NAMES),
    })),
    ...ruleSet.reliefs.filter(counts).map((pack) => ({
      ...headOf(pack),
      kind: 'relief' as const,
      topic: null,
      entered: true,
      rows: pack.reliefs.length,
      names: pack.reliefs.map(({ title }) => title).slice(0, MOST_NAMES),
    })),
    ...ruleSet.lists.filter(counts).map((list) => ({
      ...headOf(list),
      kind: 'list' as const,
      topic: list.topic,
      entered: list.entered,
      rows: list.entries.length,
      names: namesOf(list),
    })),
  ];
  return { on, digest: ruleSet.digest, texts };
}

type Dates = Pick<Provenance, 'effectiveFrom' | 'effectiveTo'>;

function headOf({
  id,
  title,
  issuer,
  documentNo,
  effectiveFrom,
  effectiveTo,
  jurisdiction,
  layer,
  confidence,
  demo,
}: Provenance) {
  return {
    id,
    title,
    issuer,
    documentNo,
    effectiveFrom,
    effectiveTo,
    jurisdiction,
    layer,
    confidence,
    demo,
  };
}

function namesOf(list: ListPack): LawInForce['texts'][number]['names'] {
  const fields = ['title', 'name', 'text', 'basis', IDENTITY[list.topic] ?? 'basis'];
  return list.entries.slice(0, MOST_NAMES).map((entry) => {
    const row = entry as unknown as Record<string, unknown>;
    const name = String(
      fields.map((field) => row[field]).find((value) => typeof value === 'string'),
    );
    return { zh: name, en: name };
  });
}
