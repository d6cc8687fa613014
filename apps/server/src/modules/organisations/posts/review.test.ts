import { describe, expect, it } from 'vitest';
import { mayReview, type Act } from './review.ts';

const act = (person: string, post: string, holder: string | null = person): Act => ({
  person,
  post,
  holder,
});

describe('a review', () => {
  const work = act('an', 'approval');

  it.each([
    ['by another person at another post is one', act('bo', 'head'), true],
    ['by another person at a vacant post is one', act('bo', 'head', null), true],
    ['by oneself at another post is none', act('an', 'head'), false],
    ['at the same post is none, whoever holds it now', act('bo', 'approval'), false],
    ['by whoever stands in for the author is none', act('bo', 'head', 'an'), false],
    ['by the author as a stand-in is none', act('an', 'head', 'bo'), false],
  ])('%s', (_, review, expected) => {
    expect(mayReview(work, review)).toBe(expected);
  });

  it('of what a stand-in did in one’s name is none, at whatever post', () => {
    const inMyName = act('cy', 'approval', 'an');
    expect(mayReview(inMyName, act('an', 'head'))).toBe(false);
    expect(mayReview(inMyName, act('cy', 'head'))).toBe(false);
    expect(mayReview(inMyName, act('bo', 'head'))).toBe(true);
  });

  it('of an act of the program is anybody’s', () => {
    expect(mayReview({ person: 'system:clock', post: null, holder: null }, act('bo', 'head'))).toBe(
      true,
    );
  });
});
