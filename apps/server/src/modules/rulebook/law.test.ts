import { clauseId, runItemCase, type ItemCaseResult, type RulePack } from '@ludao/rules';
import { describe, expect, it } from 'vitest';
import { answerOf } from './service.ts';
import { theRulebook } from './testing.ts';

const service = theRulebook();
const { rulebook, screener } = service;

describe.each(rulebook.ruleSet.packs)('$title', (pack: RulePack) => {
  const cases = rulebook.cases[pack.id]!;
  const results: ItemCaseResult[] = cases.items.map((entry) => runItemCase(screener, pack, entry));

  it.each(results.map((result) => [result.place, result] as const))(
    'case %s holds',
    (_, result) => {
      expect(result).toMatchObject({ passed: true, problem: null });
    },
  );

  it.each(cases.projects.map((entry) => [`${entry.id} ${entry.title}`, entry] as const))(
    'answers %s',
    (_, { project, expect: wanted }) => {
      const { level, items } = answerOf(pack, project, screener);
      expect(level).toBe(wanted.level);
      if (wanted.item !== undefined) expect(items).toContain(wanted.item);
    },
  );

  const [description] = service.listPacks().packs.filter(({ id }) => id === pack.id);
  const withRules = pack.items.filter(({ executable }) => executable);

  it.each(withRules.map(({ no, name }) => [no, name] as const))(
    'item %i %s has a hit and a near miss for each of its levels',
    (no) => {
      expect(description!.items.find(({ item }) => item === no)).toMatchObject({
        executable: true,
      });
    },
  );

  it('has every clause decided by a hit, so that none is there untested', () => {
    const decided = new Set(
      results.filter(({ kind, passed }) => kind === 'hit' && passed).map(({ clause }) => clause),
    );
    const clauses = withRules.flatMap((item) =>
      item.clauses.map((clause) => clauseId({ clause, entry: { item } })),
    );
    expect(clauses.filter((clause) => !decided.has(clause))).toEqual([]);
  });
});
