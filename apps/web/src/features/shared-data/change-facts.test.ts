import { expect, it } from 'vitest';
import { NOTHING_KNOWN, shownAmounts, shownQuestions, withAnswer } from './change-facts.ts';

it('the form asks what matters and keeps showing what was answered', () => {
  const facts = withAnswer(NOTHING_KNOWN, 'relocated', false);
  expect(shownQuestions(facts, ['use_changed', 'capacity'])).toEqual(['use_changed', 'relocated']);
  expect(shownAmounts(facts, ['use_changed', 'capacity'])).toEqual(['capacity']);
  expect(withAnswer(facts, 'relocated', null)).toEqual(NOTHING_KNOWN);
});
