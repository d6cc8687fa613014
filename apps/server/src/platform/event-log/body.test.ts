import { expect, test } from 'vitest';
import { writeBody, type JsonObject } from './body.ts';
import { sha256, sm3 } from './digest.ts';

test.each([
  ['undefined', { a: undefined }, 'body.a'],
  ['a number with a fraction', { a: [1, 0.1] }, 'body.a[1]'],
  ['a number too large', { a: 2 ** 53 }, 'body.a'],
  ['NaN', { a: Number.NaN }, 'body.a'],
  ['minus zero', { a: -0 }, 'body.a'],
  ['a bigint', { a: 1n }, 'body.a'],
  ['a date', { a: new Date(0) }, 'body.a'],
  ['a map', { a: new Map() }, 'body.a'],
  ['a function', { a: () => 1 }, 'body.a'],
  ['something that writes itself', { a: { toJSON: () => 1 } }, 'body.a'],
  ['a hole', { a: [, 1] }, 'body.a[0]'], // oxlint-disable-line no-sparse-arrays
  ['half a character', { a: '\ud800' }, 'surrogate'],
  ['a list', [], 'plain object'],
  ['itself', circle(), '32 levels'],
])('a body with %s is refused by its place', (_, body, word) => {
  expect(() => writeBody(body as JsonObject)).toThrow(word);
});

function circle(): unknown {
  const body: Record<string, unknown> = {};
  body['again'] = body;
  return body;
}

test('the algorithms are those of the standards', () => {
  // GB/T 32905-2016, annex A.1; FIPS 180-4's example.
  expect(sm3.digest('abc')).toBe(
    '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  );
  expect(sha256.digest('abc')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
