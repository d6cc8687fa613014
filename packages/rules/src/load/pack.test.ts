import { describe, expect, it } from 'vitest';
import { aPack, aVocabulary, BAKERY_FACTS, BAKERY_ITEMS, bakeryRules } from '../testing.ts';
import { PackError } from './diagnostic.ts';
import { checkEditions } from './overlap.ts';

function faultsOf(build: () => unknown): { code: string; line: number; message: string }[] {
  try {
    build();
    return [];
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return error.diagnostics.map(({ code, line, message }) => ({ code, line, message }));
  }
}

function codesOf(items: string, more = ''): string[] {
  return faultsOf(() => aPack(items, aVocabulary(), more)).map(({ code }) => code);
}

const ITEM_1 = BAKERY_ITEMS.split('- item: 2')[0]!;

describe('a pack', () => {
  it('loads when it carries out the printed text', () => {
    expect(codesOf(BAKERY_ITEMS)).toEqual([]);
  });

  it('is refused at the line of the fault', () => {
    const broken = ITEM_1.replace('process.smoking,', 'process.smokin,');
    const line =
      bakeryRules(broken)
        .split('\n')
        .findIndex((text) => text.includes('smokin,')) + 1;
    expect(faultsOf(() => aPack(broken))[0]).toMatchObject({
      code: 'feel.unknown_fact',
      line,
      message: expect.stringContaining('process.smoking'),
    });
  });

  it.each([
    ['leaves out a printed part', ITEM_1.replace(/ {4}- \{any: flour.*\n/, ''), 'clause.left_out'],
    [
      'leaves out a printed level',
      ITEM_1.replace(/ {2}report_form:\n.*\n/, ''),
      'item.level_missing',
    ],
    [
      'quotes what is not printed',
      ITEM_1.replace('quote: 烟熏的', 'quote: 熏烤的'),
      'clause.quote',
    ],
    [
      'fills a cell that is printed empty',
      `${ITEM_1}  registration_form: [{all: true}]\n`,
      'item.no_text',
    ],
    ['has an item without a text', ITEM_1.replace('item: 1', 'item: 99'), 'item.no_text'],
    ['has an item twice', ITEM_1 + ITEM_1, 'item.twice'],
    [
      'has a clause nobody can meet',
      ITEM_1.replace('flour.t_a >= 10', 'flour.t_a >= 10 and flour.t_a < 5'),
      'clause.unreachable',
    ],
    [
      'uses full-width signs',
      ITEM_1.replace('flour.t_a >= 10', 'flour.t_a ＞ 10'),
      'feel.full_width',
    ],
    [
      'names an unknown area',
      ITEM_1.replace('  report_book:', '  areas: [moon]\n  report_book:'),
      'item.areas',
    ],
    [
      'has a misspelt key',
      ITEM_1.replace('report_book:', 'reportbook:'),
      'schema.unrecognized_keys',
    ],
    [
      'reads one activity in an item that joins by a fact',
      '- item: 2\n  attach: {when: product.cake}\n  registration_form: [{all: true, quote: 全部}]\n',
      'item.scope',
    ],
  ])('is refused when it %s', (_, items, code) => {
    expect(codesOf(items)).toContain(code);
  });

  it('is refused when a definition is defined by itself', () => {
    const items = ITEM_1.replace('any: process.smoking', 'any: loop');
    expect(codesOf(items, '  loop: {when: process.baking or loop}')).toContain('definition.circle');
  });

  it('is refused when it is not YAML, with the line', () => {
    expect(codesOf(`${ITEM_1}  : [`)).toEqual([expect.stringMatching(/^yaml\./)]);
  });

  it('is refused when it is longer than any law', () => {
    expect(codesOf(`${ITEM_1}# ${'x'.repeat(5_000_000)}`)).toContain('file.too_large');
  });

  it('keeps the printed items that it does not carry out, as not executable', () => {
    const pack = aPack();
    expect(pack.items.map(({ no, executable }) => [no, executable])).toEqual([
      [1, true],
      [2, true],
      [3, false],
    ]);
  });
});

describe('two editions', () => {
  const edition = (from: string, to: string | null, jurisdiction = 'CN') => ({
    ...aPack(),
    id: from,
    effectiveFrom: from,
    effectiveTo: to,
    jurisdiction,
  });
  it('may follow one another without a gap', () => {
    expect(
      checkEditions([edition('2018-01-01', '2020-12-31'), edition('2021-01-01', null)]),
    ).toEqual([]);
  });
  it('may not hold on the same day in the same place', () => {
    expect(
      checkEditions([edition('2018-01-01', '2021-01-01'), edition('2021-01-01', null)]),
    ).toHaveLength(1);
    expect(
      checkEditions([edition('2018-01-01', null), edition('2021-01-01', null, '3306')]),
    ).toHaveLength(1);
  });
  it('may hold on the same day in different places', () => {
    expect(
      checkEditions([edition('2021-01-01', null, '33'), edition('2021-01-01', null, '44')]),
    ).toEqual([]);
  });
});

describe('the vocabulary', () => {
  it.each([
    [
      'an unknown unit',
      BAKERY_FACTS.replace(
        'flour.t_a: {type: quantity, unit: t/a',
        'flour.t_a: {type: quantity, unit: lb/a',
      ),
      'fact.unit',
    ],
    ['a name that hides the unit', BAKERY_FACTS.replaceAll('flour.t_a', 'flour.kg'), 'fact.unit'],
    ['an unknown group', BAKERY_FACTS.replace('group: material', 'group: stuff'), 'fact.group'],
    ['a reserved word', BAKERY_FACTS.replace('process.baking:', 'process.in:'), 'fact.key'],
    ['capitals', BAKERY_FACTS.replace('process.baking:', 'process.Baking:'), 'fact.key'],
    [
      'a neutral option that is none',
      BAKERY_FACTS.replace('neutral: more', 'neutral: all'),
      'fact.neutral',
    ],
    [
      'a contradiction about nothing',
      BAKERY_FACTS.replace('when: nature = "new" and', 'when: natur = "new" and'),
      'feel.unknown_fact',
    ],
  ])('is refused with %s', (_, yaml, code) => {
    expect(faultsOf(() => aVocabulary(yaml)).map((fault) => fault.code)).toContain(code);
  });
});
