import { describe, expect, it } from 'vitest';
import { Screener } from './screen.ts';
import type { Answer, ScreeningOptions } from './screening-answer.ts';
import type { ProjectInput } from './input.ts';
import { aRuleSet } from './testing.ts';

const screener = new Screener(aRuleSet());
const OPTIONS: ScreeningOptions = { on: '2026-11-23', jurisdiction: '330603' };

function ask(input: ProjectInput, options: Partial<ScreeningOptions> = {}): Answer {
  const answer = screener.screen(input, { ...OPTIONS, ...options });
  if ('problems' in answer) throw new Error(JSON.stringify(answer.problems));
  return answer;
}

function problemsOf(input: ProjectInput, on = OPTIONS.on) {
  const answer = screener.screen(input, { ...OPTIONS, on });
  return 'problems' in answer ? answer.problems.map(({ code, path }) => `${code} ${path}`) : [];
}

describe('an answer', () => {
  it('waits for the building where the item is starred', () => {
    const answer = ask({ industries: ['1411'], facts: { 'process.smoking': true } });
    expect(answer).toMatchObject({ status: 'provisional', ceiling: 'REPORT' });
    expect(answer.missing.map(({ fact }) => fact)).toContain('building');
  });

  it('names no fact that can no longer change it', () => {
    const answer = ask({
      industries: ['1411'],
      facts: { building: 'industrial', 'process.smoking': true },
    });
    expect(answer).toMatchObject({ status: 'decided', level: 'REPORT', missing: [] });
    expect(answer.items.find(({ decides }) => decides)?.citation?.quote).toBe('烟熏的');
  });

  it('is never lowered by what is unknown', () => {
    const answer = ask({ industries: ['1411'], facts: { building: 'industrial' } });
    expect(answer).toMatchObject({ floor: 'NOT_LISTED', ceiling: 'REPORT', level: null });
  });

  it('is given for an amount known only as a range that the limit does not cut', () => {
    const under = ask({
      industries: ['1411'],
      facts: { building: 'industrial', 'flour.t_a': '<10' },
      unstated: 'no',
    });
    expect(under.level).toBe('FORM');
    const across = ask({
      industries: ['1411'],
      facts: { building: 'industrial', 'flour.t_a': '5-15' },
      unstated: 'no',
    });
    expect(across).toMatchObject({ level: null, floor: 'FORM', ceiling: 'REPORT' });
  });

  it('does not exist for a project with neither industry nor works', () => {
    expect(ask({ facts: { 'process.smoking': true } })).toMatchObject({
      status: 'no_project',
      level: null,
    });
  });

  it('is never "not listed" where the catalogue prints an item that is not carried out', () => {
    const answer = ask({ industries: ['1421'], unstated: 'no' });
    expect(answer).toMatchObject({
      status: 'beyond_edition',
      level: null,
      unencoded: [{ item: 3 }],
    });
  });

  it('is never "not listed" for an industry that the pack does not cover', () => {
    expect(ask({ industries: ['5511'], unstated: 'no' })).toMatchObject({
      status: 'beyond_edition',
      beyond: ['5511'],
    });
  });

  it('is "not listed" by article 5 where the pack covers the industry and no item names it', () => {
    const answer = ask({ industries: ['1431'], unstated: 'no' });
    expect(answer).toMatchObject({ status: 'decided', level: 'NOT_LISTED' });
    expect(answer.articles.map(({ no }) => no)).toEqual(['第五条']);
  });

  it('takes the highest of several items and says so', () => {
    const answer = ask({
      industries: ['1411'],
      facts: { building: 'industrial', 'works.oven': true },
      unstated: 'no',
    });
    expect(answer.level).toBe('FORM');
    expect(answer.articles.map(({ no }) => no)).toEqual(['第四条']);
    expect(answer.items.map(({ item, floor }) => [item, floor])).toEqual([
      [1, 'FORM'],
      [2, 'REGISTRATION'],
    ]);
  });

  it('leaves out "everything else" for a change outside the main works, but no positive fact', () => {
    const change = { building: 'industrial', nature: 'change', 'change.touches_main_works': false };
    expect(ask({ industries: ['1411'], facts: change, unstated: 'no' }).level).toBe('NOT_LISTED');
    const smoking = { ...change, 'process.smoking': true };
    expect(ask({ industries: ['1411'], facts: smoking, unstated: 'no' }).level).toBe('REPORT');
    const oven = { ...change, 'works.oven': true };
    expect(ask({ industries: ['1411'], facts: oven, unstated: 'no' }).level).toBe('REGISTRATION');
  });

  it('presumes that a change touches the main works, and lists the presumption', () => {
    const answer = ask({
      industries: ['1411'],
      facts: { building: 'industrial', nature: 'change' },
      unstated: 'no',
    });
    expect(answer).toMatchObject({ level: 'FORM', presumed: ['change.touches_main_works'] });
    const fresh = ask({
      industries: ['1411'],
      facts: { building: 'industrial', nature: 'new' },
      unstated: 'no',
    });
    expect(fresh.presumed).toEqual([]);
  });

  it('keeps the higher level where an officer may read the text lower, and shows both', () => {
    const answer = ask({
      industries: ['1411'],
      facts: { building: 'industrial', 'sugar.t_a': 0.5 },
      unstated: 'no',
    });
    expect(answer.level).toBe('FORM');
    expect(answer.confirm).toMatchObject([
      { code: 'little_sugar', state: 'applies', lowerReading: 'NOT_LISTED' },
    ]);
  });

  it('shows which single fact would change it', () => {
    const answer = ask({ industries: ['1411'], facts: { building: 'industrial' }, unstated: 'no' });
    expect(answer.changes).toContainEqual({
      fact: 'process.smoking',
      activity: null,
      to: true,
      level: 'REPORT',
    });
    expect(answer.changes).toContainEqual({
      fact: 'flour.t_a',
      activity: null,
      to: { by: '>=', value: 10, unit: 't/a' },
      level: 'REPORT',
    });
    expect(answer.changes).toContainEqual({
      fact: 'extent',
      activity: null,
      to: 'only_packing',
      level: 'NOT_LISTED',
    });
  });

  it('waits for the industry itself where its code is too short to tell', () => {
    const answer = ask({
      industries: ['14'],
      facts: { building: 'industrial', 'process.smoking': true },
    });
    expect(answer.missing.map(({ fact }) => fact)).toContain('industry');
  });

  it('keeps the facts of two industries apart', () => {
    const answer = ask({
      industries: [
        { code: '1411', facts: { extent: 'only_packing' } },
        { code: '1419', facts: { extent: 'more' } },
      ],
      facts: { building: 'industrial' },
      unstated: 'no',
    });
    expect(answer.items.filter(({ decides }) => decides).map(({ activity }) => activity)).toEqual([
      '1419',
    ]);
  });

  it('gives the ordered trace when asked, and only then', () => {
    const project = { industries: ['1411'], facts: { building: 'industrial' } };
    expect(ask(project).trace).toBeUndefined();
    expect(
      ask(project, { explain: true }).trace?.map(({ level, verdict }) => `${level} ${verdict}`),
    ).toEqual(['REPORT unknown', 'REPORT unknown', 'FORM unknown', 'REGISTRATION unknown']);
  });
});

describe('a project that cannot be right', () => {
  it.each([
    [
      'an industry that does not exist',
      { industries: ['9999'] },
      ['industry.unknown /industries/0'],
    ],
    ['works that do not exist', { works: ['castle'] }, ['work.unknown /works/0']],
    ['one industry twice', { industries: ['1411', 'C1411'] }, ['activity.twice /industries/1']],
    [
      'a misspelt fact',
      { industries: ['1411'], facts: { 'proces.smoking': true } },
      ['fact.unknown_near /facts/proces.smoking'],
    ],
    [
      'a number for yes or no',
      { industries: ['1411'], facts: { 'process.smoking': 3 } },
      ['fact.wrong_type /facts/process.smoking'],
    ],
    [
      'an unknown option',
      { industries: ['1411'], facts: { building: 'castle' } },
      ['fact.unknown_option /facts/building'],
    ],
    [
      'a negative amount',
      { industries: ['1411'], facts: { 'flour.t_a': -1 } },
      ['quantity.negative /facts/flour.t_a'],
    ],
    [
      'an absurd amount',
      { industries: ['1411'], facts: { 'flour.t_a': '10万吨' } },
      ['quantity.absurd /facts/flour.t_a'],
    ],
    [
      'facts that contradict each other',
      { industries: ['1411'], facts: { nature: 'new', 'change.touches_main_works': false } },
      ['facts.contradict /facts'],
    ],
    [
      'what the code says otherwise',
      { industries: ['1411'], facts: { 'product.cake': false } },
      ['fact.settled_by_code /facts/product.cake'],
    ],
    [
      'a fact of one industry among two',
      { industries: ['1411', '1421'], facts: { extent: 'more' } },
      ['fact.belongs_to_activity /facts/extent'],
    ],
    [
      'a fact of the project under one industry',
      { industries: [{ code: '1411', facts: { 'flour.t_a': 1 } }, '1421'] },
      ['fact.belongs_to_project /industries/0/facts/flour.t_a'],
    ],
  ] as [string, ProjectInput, string[]][])(
    'is refused for %s, naming the place',
    (_, project, problems) => {
      expect(problemsOf(project)).toEqual(problems);
    },
  );

  it('is refused for a day before any edition', () => {
    expect(problemsOf({ industries: ['1411'] }, '2019-01-01')).toEqual([
      'date.before_any_edition /on',
    ]);
  });
});

describe('what hardly any project has', () => {
  const quiet = { industries: ['1431'], facts: { nature: 'new', 'works.oven': false } } as const;

  it('is counted as none without being asked, and the answer says so', () => {
    const answer = ask(quiet);
    expect(answer.missing.map(({ fact }) => fact)).not.toContain('works.volcano');
    expect(answer.assumed).toContain('works.volcano');
    expect(answer.floor).toBe('NOT_LISTED');
  });

  it('counts like anything else once it is stated', () => {
    const stated = ask({ ...quiet, facts: { ...quiet.facts, 'works.volcano': true } });
    expect(stated.floor).toBe('REGISTRATION');
    expect(stated.assumed).not.toContain('works.volcano');
  });

  it('is open again where somebody says that he does not know', () => {
    const doubted = ask({ ...quiet, facts: { ...quiet.facts, 'works.volcano': null } });
    expect(doubted.missing.map(({ fact }) => fact)).toContain('works.volcano');
  });

  it('is never none where a work is about it', () => {
    expect(ask({ works: ['volcano'] }).floor).toBe('REGISTRATION');
  });
});
