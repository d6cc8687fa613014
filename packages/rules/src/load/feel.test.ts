import { describe, expect, it } from 'vitest';
import { aVocabulary } from '../testing.ts';
import { FactTable } from '../fact-table.ts';
import { FeelError, parseCondition } from './feel.ts';

const table = new FactTable(aVocabulary());

function codeOf(text: string): string {
  try {
    parseCondition(text, table);
    return 'accepted';
  } catch (error) {
    if (!(error instanceof FeelError)) throw error;
    return error.code;
  }
}

describe('the grammar gate', () => {
  it.each([
    'process.baking',
    'not(process.baking)',
    'process.baking and process.smoking or works.oven',
    '(process.baking or process.smoking) and not(works.oven)',
    'flour.t_a >= 10',
    'flour.t_a = 0',
    'flour.t_a in [1..10)',
    'extent = "more"',
    'extent in ("only_packing","only_mixing")',
    'extent in ("only_packing","only_mixing") or process.baking',
    'true',
  ])('lets %s through', (text) => {
    expect(codeOf(text)).toBe('accepted');
  });

  it.each([
    [
      'in swallows what follows a list',
      'extent in ["only_packing","more"] or process.baking',
      'feel.in',
    ],
    ['in swallows what follows one option', 'extent in ("more") or process.baking', 'feel.in'],
    ['in swallows what follows an interval', 'flour.t_a in [1..3] and process.baking', 'feel.in'],
    ['a list of one', 'extent in ("more")', 'feel.in'],
    ['full-width signs', 'flour.t_a ＞ 10', 'feel.full_width'],
    ['full-width digits', 'flour.t_a > １０', 'feel.full_width'],
    ['full-width brackets', '（process.baking）', 'feel.full_width'],
    ['exponents, which engines read differently', 'flour.t_a >= 1e3', 'feel.number'],
    ['negative limits', 'flour.t_a >= -1', 'feel.number'],
    ['a limit that says nothing', 'flour.t_a >= 0', 'feel.vacuous'],
    ['a number on the left', '1 < flour.t_a', 'feel.unknown_fact'],
    ['chains', '1 < flour.t_a < 10', 'feel.unknown_fact'],
    ['two words as one name', 'process.baking works.oven', 'feel.unknown_fact'],
    ['not without brackets', 'not process.baking', 'feel.unknown_fact'],
    ['equality of amounts', 'flour.t_a = 10', 'feel.not_allowed'],
    ['!=', 'extent != "more"', 'feel.not_allowed'],
    ['= true', 'process.baking = true', 'feel.not_allowed'],
    ['null', 'flour.t_a = null', 'feel.number'],
    ['if', 'if process.baking then true else false', 'feel.not_allowed'],
    ['arithmetic', 'flour.t_a + sugar.t_a >= 10', 'feel.unknown_fact'],
    ['functions', 'count(extent) > 0', 'feel.unknown_fact'],
    ['quantifiers', 'some x in extent satisfies x = "more"', 'feel.not_allowed'],
    ['an unknown fact', 'process.bakin', 'feel.unknown_fact'],
    ['an unknown option', 'extent = "all"', 'feel.unknown_option'],
    ['an amount used as yes or no', 'flour.t_a', 'feel.not_boolean'],
    ['half a condition', 'process.baking and', 'feel.syntax'],
    ['nothing', '', 'feel.syntax'],
  ])('refuses %s', (_, text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('says which fact was probably meant, and where the fault is', () => {
    expect(() => parseCondition('process.smoking and process.bakin', table)).toThrow(
      expect.objectContaining({ at: 20, message: expect.stringContaining('process.baking') }),
    );
  });
});
