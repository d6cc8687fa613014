import type { ChangedPollutant, ChangeFacts, ChangeMissing } from '@ludao/contracts';
import type { Condition, Emitted, TriggerList } from './triggers.ts';

/** YES and NO are certain; OPEN waits for what is missing. */
export type Verdict =
  | { readonly is: 'YES' | 'NO' }
  | { readonly is: 'OPEN'; readonly missing: readonly ChangeMissing[] };

const YES: Verdict = { is: 'YES' };
const NO: Verdict = { is: 'NO' };
const open = (...missing: readonly ChangeMissing[]): Verdict => ({ is: 'OPEN', missing });

/** Kleene's logic: what is not known is neither true nor false. */
export function evaluate(
  condition: Condition,
  facts: ChangeFacts,
  relevant: TriggerList['relevant'],
): Verdict {
  const of = (part: Condition) => evaluate(part, facts, relevant);
  if ('all' in condition) return allOf(condition.all.map(of));
  if ('any' in condition) return anyOf(condition.any.map(of));
  if ('yes' in condition) return answered(facts, condition.yes, true);
  if ('no' in condition) return answered(facts, condition.no, false);
  if ('emits' in condition) return emits(condition.emits, condition.percent, facts, relevant);
  const isGrowth = 'grows' in condition;
  const amount = isGrowth ? condition.grows : condition.shrinks;
  const { before = null, after = null } = facts.amounts[amount] ?? {};
  if (before === null || after === null) return open(amount);
  return sure(
    isGrowth ? grew(before, after, condition.percent) : shrank(before, after, condition.percent),
  );
}

/** Asks for its parts in their order: what comes later matters only once the first is a yes. */
function allOf(parts: readonly Verdict[]): Verdict {
  if (parts.some(({ is }) => is === 'NO')) return NO;
  return parts.find(({ is }) => is === 'OPEN') ?? YES;
}

function anyOf(parts: readonly Verdict[]): Verdict {
  if (parts.some(({ is }) => is === 'YES')) return YES;
  const missing = parts.flatMap((part) => (part.is === 'OPEN' ? part.missing : []));
  return missing.length > 0 ? open(...new Set(missing)) : NO;
}

function answered(
  { answers }: ChangeFacts,
  question: keyof ChangeFacts['answers'],
  wanted: boolean,
): Verdict {
  const answer = answers[question];
  return answer === undefined ? open(question) : sure(answer === wanted);
}

function emits(
  which: Emitted,
  percent: number | undefined,
  { pollutants, exceeded }: ChangeFacts,
  relevant: TriggerList['relevant'],
): Verdict {
  if (pollutants === null) return open('pollutants');
  return anyOf(
    pollutants.map((one): Verdict => {
      const { beforeGrams: before, afterGrams: after } = one;
      if (before === null || after === null) return open('pollutants');
      if (!grew(before, after, percent)) return NO;
      switch (which) {
        case 'any':
          // What was nothing before is a new kind, and judged as one.
          return before > 0 ? YES : fromKnown(one.lessToxic, false);
        case 'new':
          return before > 0 ? NO : fromKnown(one.lessToxic, false);
        case 'class_one':
          return fromKnown(one.classOne, true);
        case 'relevant':
          return exceeded === null ? open('exceeded') : sure(bears(one, exceeded, relevant));
      }
    }),
  );
}

function bears(
  { pollutant }: ChangedPollutant,
  exceeded: readonly (keyof TriggerList['relevant'])[],
  relevant: TriggerList['relevant'],
): boolean {
  return exceeded.some((factor) =>
    pollutant === null ? false : (relevant[factor]?.includes(pollutant) ?? factor === pollutant),
  );
}

function fromKnown(known: boolean | null, wanted: boolean): Verdict {
  return known === null ? open('pollutants') : sure(known === wanted);
}

/** In whole numbers, so that the limit itself is met exactly. What was nothing grows by any amount. */
function grew(before: number, after: number, percent: number | undefined): boolean {
  if (after <= before) return false;
  if (percent === undefined || before === 0) return true;
  return BigInt(after) * 100n >= BigInt(before) * BigInt(100 + percent);
}

function shrank(before: number, after: number, percent: number): boolean {
  return after < before && BigInt(after) * 100n <= BigInt(before) * BigInt(100 - percent);
}

function sure(is: boolean): Verdict {
  return is ? YES : NO;
}
