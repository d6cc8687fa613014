import type { IndustryList, PackList } from '@ludao/contracts';
import { reportItems, runItemCase, Screener, type RulePack } from '@ludao/rules';
import { IndustryFinder } from './find-industries.ts';
import type { Rulebook } from './model.ts';
import { readRulebook } from './store.ts';

/** The law as the other modules use it: loaded once, never changed while the program runs. */
export interface RulebookService {
  readonly rulebook: Rulebook;
  readonly screener: Screener;
  findIndustries(query: string, limit: number): IndustryList;
  listPacks(): PackList;
}

/** @throws PackError when any pack is faulty: the program does not start on half the law */
export function openRulebook(folder?: string): RulebookService {
  const rulebook = readRulebook(folder);
  const screener = new Screener(rulebook.ruleSet);
  let finder: IndustryFinder | null = null;
  return {
    rulebook,
    screener,
    findIndustries(query, limit) {
      finder ??= new IndustryFinder(
        rulebook.ruleSet.industries,
        rulebook.aliases,
        rulebook.ruleSet.vocabulary.works,
      );
      return { industries: finder.find(query, limit), works: finder.findWorks(query) };
    },
    listPacks: () => ({
      digest: rulebook.ruleSet.digest,
      packs: rulebook.ruleSet.packs.map((pack) => describePack(pack, rulebook, screener)),
    }),
  };
}

/** Runs the pack's cases now, so that what is shown as tested has just been tested. */
function describePack(
  pack: RulePack,
  rulebook: Rulebook,
  screener: Screener,
): PackList['packs'][number] {
  const cases = rulebook.cases[pack.id] ?? { items: [], projects: [] };
  const results = cases.items.map((entry) => runItemCase(screener, pack, entry));
  const failures = results
    .filter(({ passed }) => !passed)
    .map(
      ({ place, item, level, kind, found, problem }) =>
        `${place} item ${item} ${level} ${kind}: found ${found}${problem ? ` (${problem})` : ''}`,
    );
  for (const { id, place, project, expect } of cases.projects) {
    const answer = screener.screen(project, { on: pack.effectiveFrom, jurisdiction: '330600' });
    const found = 'problems' in answer ? 'refused' : answer.statutoryLevel;
    const item = 'problems' in answer ? [] : answer.items.filter(({ decides }) => decides);
    if (
      found === expect.level &&
      (!expect.item || item.some((entry) => entry.item === expect.item))
    )
      continue;
    failures.push(`${place} ${id}: found ${found}`);
  }
  const items = reportItems(pack, results);
  return {
    id: pack.id,
    title: pack.title,
    issuer: pack.issuer,
    documentNo: pack.documentNo,
    edition: pack.edition,
    effectiveFrom: pack.effectiveFrom,
    effectiveTo: pack.effectiveTo,
    jurisdiction: pack.jurisdiction,
    layer: pack.layer,
    confidence: pack.confidence,
    itemsPrinted: items.length,
    itemsExecutable: items.filter(({ executable }) => executable).length,
    casesPassed: cases.items.length + cases.projects.length - failures.length,
    casesFailed: failures.length,
    items: items.map((item) => ({ ...item, levels: [...item.levels] })),
    failures,
  };
}
