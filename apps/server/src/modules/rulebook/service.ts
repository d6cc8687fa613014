import type { IndustryList, PackList } from '@ludao/contracts';
import {
  PERMIT_CATALOGUE,
  reportItems,
  runItemCase,
  Screener,
  type AnyLevel,
  type ProjectInput,
  type RulePack,
} from '@ludao/rules';
import { IndustryFinder } from './find-industries.ts';
import type { Rulebook } from './model.ts';
import { readRulebook } from './store.ts';
import { countRows } from './tables.ts';

/** The law as the other modules use it: loaded once, never changed while the program runs. */
export interface RulebookService {
  readonly rulebook: Rulebook;
  readonly screener: Screener;
  /** The same law with the invented lists and adoptions of the demonstration; read when first asked. */
  demoScreener(): Screener;
  findIndustries(query: string, limit: number): IndustryList;
  listPacks(): PackList;
}

/** @throws PackError when any pack is faulty: the program does not start on half the law */
export function openRulebook(folder?: string): RulebookService {
  const rulebook = readRulebook(folder);
  const screener = new Screener(rulebook.ruleSet);
  let finder: IndustryFinder | null = null;
  let demo: Screener | null = null;
  let packs: PackList | null = null;
  return {
    rulebook,
    screener,
    demoScreener: () => (demo ??= new Screener(readRulebook(folder, { demo: true }).ruleSet)),
    findIndustries(query, limit) {
      finder ??= new IndustryFinder(
        rulebook.ruleSet.industries,
        rulebook.aliases,
        rulebook.ruleSet.vocabulary.works,
      );
      return { industries: finder.find(query, limit), works: finder.findWorks(query) };
    },
    // The packs' own cases are run for it, which takes half a second: once is enough.
    listPacks: () =>
      (packs ??= {
        digest: rulebook.ruleSet.digest,
        packs: rulebook.ruleSet.packs.map((pack) => describePack(pack, rulebook, screener)),
        reliefs: rulebook.ruleSet.reliefs.map(({ reliefs, ...head }) => ({
          ...head,
          reliefs: reliefs.map(({ id, measure, kind }) => ({ id, measure, kind })),
        })),
        lists: rulebook.ruleSet.lists.map(({ entries, ...head }) => ({
          ...head,
          entries: entries.length,
        })),
        clocks: rulebook.ruleSet.clocks.map(({ clocks, ...own }) => ({
          ...own,
          clocks: clocks.map(({ id }) => id),
        })),
        tables: rulebook.tables.map((table) => {
          const { content: _, ...head } = table;
          return { ...head, rows: countRows(table) };
        }),
      }),
  };
}

let shipped: RulebookService | null = null;

/** The law that ships with the program, read once per process: it is only read. */
export function shippedLaw(): RulebookService {
  return (shipped ??= openRulebook());
}

/** The level that one pack gives a whole project, and the items that decided it. */
export function answerOf(
  pack: RulePack,
  project: ProjectInput,
  screener: Screener,
): { level: AnyLevel | null | 'refused'; items: readonly number[] } {
  // The day must lie within every edition that the answer rests on.
  const answer = screener.screen(project, { on: CASES_ON, jurisdiction: '330600' });
  if ('problems' in answer) return { level: 'refused', items: [] };
  const isPermit = pack.topic === PERMIT_CATALOGUE;
  const found = isPermit ? answer.permit : { level: answer.statutoryLevel, items: answer.items };
  const items = (found?.items ?? []).filter(({ decides }) => decides).map(({ item }) => item);
  return { level: found?.level ?? null, items };
}
const CASES_ON = '2026-11-23';

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
    const { level: found, items } = answerOf(pack, project, screener);
    if (found === expect.level && (!expect.item || items.includes(expect.item))) continue;
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
