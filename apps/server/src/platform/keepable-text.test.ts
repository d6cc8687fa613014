import { expect, it } from 'vitest';
import { findUnkeepable } from './keepable-text.ts';

it('finds NUL and a lone half of a pair, however deep, and names the place', () => {
  expect(findUnkeepable({ body: { facts: [{ 'a/b': 'x\0' }] } })).toEqual({
    pointer: '/facts/0/a~1b',
    in: 'body',
    code: 'invalid_format',
  });
  expect(findUnkeepable({ params: {}, querystring: { q: '演\ud800' } })).toMatchObject({
    pointer: '/q',
    in: 'querystring',
  });
});

it('has nothing to say about rare characters, emoji and line ends', () => {
  expect(findUnkeepable({ body: { name: '𠮷野家\r\n👍\t%_"\'' } })).toBeUndefined();
});
