import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { applyProposals, buildLexicon, excludes, recognise, type Proposal } from '@ludao/rules';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { RULEPACKS } from './store.ts';
import { theRulebook } from './testing.ts';

const { rulebook, screener } = theRulebook();
const { vocabulary, industries } = rulebook.ruleSet;
const lexicon = buildLexicon(vocabulary, industries, rulebook.aliases);

function read(text: string) {
  const found = recognise(text, lexicon);
  if ('problems' in found) throw new Error(found.problems[0]!.code);
  return found;
}

/** A question mark where a person has to choose; in brackets what is only a hint. */
function short(proposal: Proposal): string {
  const mark = proposal.ambiguous ? '?' : '';
  switch (proposal.kind) {
    case 'industry':
      return `${proposal.code}${mark}`;
    case 'work':
      return `${proposal.work}${mark}`;
    case 'mention':
      return `(${proposal.facts.join(' ')})`;
    case 'fact':
      return `${proposal.fact}=${proposal.value}${mark}`;
  }
}

const file = readFileSync(`${RULEPACKS}/national/gbt-4754/2017/descriptions.yaml`, 'utf8');
const DESCRIPTIONS = z
  .array(z.strictObject({ id: z.string(), text: z.string(), proposes: z.array(z.string()) }))
  .parse(parse(file));

describe('a description in the manner of an announcement', () => {
  it.each(DESCRIPTIONS)('($id) “$text” proposes what it says', ({ text, proposes }) => {
    expect(read(text).proposals.map(short)).toEqual(proposes);
  });

  it('says what was not understood', () => {
    const left = (text: string) => read(text).unrecognised.map((span) => span.text);
    expect(left('租用厂房1200平方米，年产塑料餐盒800万套')).toEqual(['1200平方米']);
    expect(left('hello world')).toEqual(['hello', 'world']);
    expect(left('年产再生塑料颗粒260吨，不生产塑料制品')).toEqual(['塑料制品']);
  });

  it('gives codes and works that exist', () => {
    const codes = new Set(industries.map(({ code }) => code));
    for (const { text } of DESCRIPTIONS) {
      for (const proposal of read(text).proposals) {
        if (proposal.kind === 'industry') expect(codes).toContain(proposal.code);
        if (proposal.kind === 'work') expect(screener.table.findWork(proposal.work)).toBeTruthy();
      }
    }
  });
});

const SMALL_WORDS = [
  '无',
  '不使用',
  '没有',
  '年产',
  '购置',
  '，',
  '、',
  '。',
  '（',
  '）',
  '3吨/年',
  '5-8t',
  '２台',
  '1.5t/h',
  '约',
  '800kg',
  '万',
  'C2926',
  '㎡',
  '委外',
  '现有',
  '：无',
  '\n',
  '𠀀',
];
const PIECES = [
  ...DESCRIPTIONS.flatMap(({ text }) => text.split(/(?<=[，、。；（）])/)),
  ...vocabulary.facts.flatMap(({ words = [] }) => words),
  ...Object.keys(rulebook.aliases.words),
  ...SMALL_WORDS,
];
const description = fc
  .array(
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ maxLength: 4 })),
  )
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '' && text.length <= 5000);

describe('whatever is written', () => {
  it('spans lie within the text, quote it and never overlap', () => {
    fc.assert(
      fc.property(description, (text) => {
        const { proposals, unrecognised } = read(text);
        const spans = [...proposals.map(({ span }) => span), ...unrecognised];
        for (const { start, end, text: quote } of spans) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(quote);
        }
        const distinct = new Map(spans.map((span) => [`${span.start} ${span.end}`, span]));
        const inOrder = [...distinct.values()].sort((a, b) => a.start - b.start);
        inOrder.slice(1).forEach((span, at) => {
          expect(span.start).toBeGreaterThanOrEqual(inOrder[at]!.end);
        });
        expect(new Set(proposals.map(({ id }) => id)).size).toBe(proposals.length);
        expect(read(text)).toEqual({ proposals, unrecognised });
      }),
      { numRuns: 200 },
    );
  });

  it('any choice among the proposals is a project that can be read', () => {
    const allowed = new Set(['fact.settled_by_code', 'facts.contradict']);
    fc.assert(
      fc.property(description, fc.infiniteStream(fc.boolean()), (text, coins) => {
        const chosen = read(text).proposals.filter(() => coins.next().value);
        const project = screener.read(applyProposals(chosen));
        const problems = 'problems' in project ? project.problems : [];
        expect(problems.filter(({ code }) => !allowed.has(code))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('what excludes each other never both becomes a fact', () => {
    fc.assert(
      fc.property(description, (text) => {
        const { proposals } = read(text);
        const { facts = {} } = applyProposals(proposals);
        for (const one of proposals) {
          if (one.kind !== 'fact' || !proposals.some((other) => excludes(one, other))) continue;
          expect(facts).not.toHaveProperty([one.fact], one.value);
        }
      }),
      { numRuns: 200 },
    );
  });
});
