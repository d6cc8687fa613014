import { expect, it } from 'vitest';
import { differing, ownFields, rebase } from './fields.ts';

it('keeps what was typed when somebody else changed the draft meanwhile', () => {
  const base = { matter: '检修', content: '请检修。' };
  const theirs = { matter: '停机检修', content: '请检修。' };
  expect(rebase(base, { ...base, content: '请停机检修。' }, theirs)).toEqual({
    matter: '停机检修',
    content: '请停机检修。',
  });
  expect(differing(base, theirs)).toEqual(['matter']);
});

it('sends back nothing that the program itself fills in', () => {
  const field = { key: 'reason', name: { zh: '理由', en: 'Reason' }, hint: null };
  const template = { fields: [{ ...field, kind: 'text' as const, required: true }] };
  expect(ownFields(template, { first_number: '演〔2026〕1号' })).toEqual({ reason: '' });
});
