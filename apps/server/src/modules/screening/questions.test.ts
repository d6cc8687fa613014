import {
  askedKey,
  isAsked,
  nextPage,
  nextTurn,
  type FactInput,
  type ProjectInput,
  type Question,
} from '@ludao/rules';
import { describe, expect, it } from 'vitest';
import { coveredClasses, theRulebook } from '../rulebook/testing.ts';

const { screener, rulebook } = theRulebook();
const engine = screener.engineOf(rulebook.ruleSet.packs[0]!);
const codes = coveredClasses(theRulebook());
const TODAY = { on: '2026-11-25', jurisdiction: '330600' };

type Answerer = (question: Question, random: () => number) => FactInput;

/** Nothing special anywhere: no such process, none used, under every limit. */
const quiet: Answerer = ({ fact, limits }) => {
  if (fact.type === 'boolean') return fact.presumed ?? false;
  if (fact.type === 'choice') return fact.neutral ?? fact.options[0]!.id;
  return fact.zeroWhenUnstated ? 0 : (limits[0]?.value ?? 1) / 2;
};

/** One fact in six says yes, amounts anywhere around the limits. */
const lively: Answerer = (question, random) => {
  const { fact, limits } = question;
  if (fact.type === 'boolean') return fact.presumed ?? random() < 1 / 6;
  if (fact.type === 'choice') {
    if (fact.neutral && random() > 1 / 6) return fact.neutral;
    return fact.options[Math.floor(random() * fact.options.length)]!.id;
  }
  if (fact.zeroWhenUnstated && random() > 1 / 3) return 0;
  return (limits[limits.length - 1]?.value ?? 1) * random() * 1.5;
};

/** Walks the wizard as the page does; the industry is page 1. Returns the groups in order. */
function walk(code: string, answer: Answerer, random: () => number): string[] | null {
  let input: ProjectInput = { industries: [code], facts: {} };
  const asked: string[] = [];
  for (;;) {
    const project = screener.read(input);
    if (!('views' in project)) return null; // The random answers contradict each other.
    const turn = nextTurn(screener, project, TODAY, { asked, permit: false });
    if (turn?.kind !== 'page') return asked;
    const { page, purpose } = turn;
    const key = askedKey(purpose, page.group.id);
    expect(asked).not.toContain(key);
    asked.push(key);
    for (const question of page.questions) {
      const now = screener.read(input);
      if (!('views' in now)) return null;
      if (!isAsked(engine, question, now)) continue;
      input = {
        ...input,
        facts: { ...input.facts, [question.fact.key]: answer(question, random) },
      };
    }
  }
}

/** Mulberry32: the same projects in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function spread(pages: number[]) {
  const sorted = [...pages].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]!;
  return { projects: sorted.length, median: at(0.5), p90: at(0.9), most: at(1) };
}

describe('the wizard', () => {
  it.each([
    ['quiet', quiet],
    ['lively', lively],
  ] as const)(
    'needs at most six pages at the median for a %s project, no topic twice',
    (name, answer) => {
      const random = seeded(20261123);
      const pages = codes
        .map((code) => walk(code, answer, random))
        .filter((groups) => groups !== null);
      expect(pages.length).toBeGreaterThan(200);
      const found = spread(pages.map((groups) => groups.length + 1));
      console.log(
        `pages of questions, ${name} project, industry page included: ${JSON.stringify(found)}`,
      );
      expect(found.median).toBeLessThanOrEqual(6);
    },
  );
});

describe('a fact that was given beforehand', () => {
  const opening = (facts: ProjectInput['facts']) => {
    const project = screener.read({ industries: ['2926'], facts: facts ?? {} });
    if (!('views' in project)) throw new Error('refused');
    return nextPage(engine, project, []);
  };
  const keys = (facts: ProjectInput['facts']) =>
    opening(facts)?.questions.map(({ fact }) => fact.key) ?? [];

  it('is not asked on the first page', () => {
    expect(keys({})).toContain('nature');
    expect(keys({ nature: 'expansion' })).not.toContain('nature');
    expect(keys({ nature: 'expansion' })).toContain('change.touches_main_works');
  });

  it('leaves no page that would show no question', () => {
    expect(opening({ nature: 'new', building: 'industrial' })?.group.id).not.toBe('site');
  });
});
