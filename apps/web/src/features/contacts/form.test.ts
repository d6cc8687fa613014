import { expect, it } from 'vitest';
import { changeOf, draftOf, EMPTY, wrongIn } from './form.ts';

const contact = {
  id: '',
  kind: 'CONTACT' as const,
  name: '张*',
  phone: '138****5678',
  jobTitle: '厂长',
  cameWith: null,
  since: '2026-01-01',
  version: 1,
};

it('a mask that is shown never gets into the form, so it cannot be saved as a name', () => {
  expect(draftOf(contact)).toEqual({ ...EMPTY, kind: 'CONTACT', jobTitle: '厂长' });
});

it('what was not typed is not sent, and so stays', () => {
  const change = changeOf({ ...draftOf(contact), phone: ' 0575-85123456 ' });
  expect(change).toEqual({ kind: 'CONTACT', jobTitle: '厂长', phone: '0575-85123456' });
});

it('a number is taken away only when that is said', () => {
  expect(changeOf(draftOf(contact))).not.toHaveProperty('phone');
  expect(changeOf({ ...draftOf(contact), withoutPhone: true })).toMatchObject({ phone: '' });
});

it('a new contact needs a name, and a number that is given must be one', () => {
  expect(wrongIn(EMPTY, true)).toEqual(['name']);
  expect(wrongIn(EMPTY, false)).toEqual([]);
  expect(wrongIn({ ...EMPTY, name: '张三', phone: '85123456' }, true)).toEqual(['phone']);
});
