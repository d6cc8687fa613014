import type { InputProblem } from '../input.ts';
import { standingOf, standingOfWork } from './activity.ts';
import { findAmounts, type Amount } from './amounts.ts';
import { isForeign, isNegated, readContext, type Context } from './context.ts';
import { proposeFacts } from './facts.ts';
import type { Cut, Finding, Standing } from './finding.ts';
import { findCodes, proposeActivities } from './industries.ts';
import type { Lexicon, Target } from './lexicon.ts';
import { findMatches, takeLongest, type Match } from './match.ts';
import { normalise, splitClauses } from './normalise.ts';
import type { Proposal, Span } from './proposal.ts';
import { measure } from './subjects.ts';
import { findUnrecognised } from './unrecognised.ts';

export const MAX_DESCRIPTION = 5000;

export interface Recognised {
  /** In the order of the text; nothing of it is an answer before a person says so. */
  readonly proposals: readonly Proposal[];
  /** What nothing was made of. */
  readonly unrecognised: readonly Span[];
}

/** What a description seems to say, for a person to confirm; or why it cannot be read. */
export function recognise(
  text: string,
  lexicon: Lexicon,
): Recognised | { readonly problems: readonly InputProblem[] } {
  if (text.trim() === '') return refuse('description.empty', {});
  if (text.length > MAX_DESCRIPTION) {
    return refuse('description.too_long', { length: text.length, limit: MAX_DESCRIPTION });
  }
  const normal = normalise(text);
  const contexts = splitClauses(normal).map((clause) => readContext(clause, normal));
  const amounts = findAmounts(normal, lexicon.units.values());
  const words = findMatches(normal, lexicon).filter((word) => !cutsAmount(word, amounts));
  const raw = [...words, ...findCodes(normal, lexicon)];
  const findings = chooseFindings(raw, contexts, normal.length);
  const measured = measure(amounts, findings, contexts, lexicon);
  const cut: Cut = (start, end) => ({ start, end, text: text.slice(start, end) });
  const found: Proposal[] = [
    ...proposeActivities(findings, measured, lexicon, cut),
    ...proposeFacts(findings, measured, lexicon, cut),
  ];
  return {
    proposals: markRivals(onceEach(found)),
    unrecognised: findUnrecognised(
      normal,
      found.map(({ span }) => span),
      lexicon.fillers,
      cut,
    ),
  };
}

/** 「30万立方米酒坊」 holds no rice wine. */
function cutsAmount(word: Match, amounts: readonly Amount[]): boolean {
  return amounts.some(({ start, end }) => start < word.start && word.start < end && end < word.end);
}

function refuse(code: string, params: InputProblem['params']) {
  return { problems: [{ code, path: '', params }] };
}

/** Keeps of every word only what its clause lets it mean, then the longest words. */
function chooseFindings(
  raw: readonly Match[],
  contexts: readonly Context[],
  length: number,
): Finding[] {
  const at: (Context | undefined)[] = Array.from({ length });
  for (const context of contexts) at.fill(context, context.clause.start, context.clause.end);
  const weighed = raw.flatMap((match): Finding[] => {
    const context = at[match.start];
    if (!context || context !== at[match.end - 1] || isForeign(context, match.start)) return [];
    const negated = isNegated(context, match.start, match.end);
    const standing = negated || context.outsourced ? 0 : standingAmong(match, context);
    return [{ ...match, context, negated, standing }];
  });
  const enough = weighed.some(({ standing }) => standing === 2) ? 2 : 1;
  const live = weighed.flatMap((finding) => {
    const targets = finding.targets.filter((target) => isLive(target, finding, enough));
    return targets.some(({ kind }) => kind !== 'step') ? [{ ...finding, targets }] : [];
  });
  return takeLongest(live);
}

function standingAmong(match: Match, context: Context): Standing {
  const kinds = new Set(match.targets.map(({ kind }) => kind));
  const industry = kinds.has('industry') ? standingOf(match, context) : 0;
  const work = kinds.has('work') ? standingOfWork(match, context) : 0;
  return industry > work ? industry : work;
}

function isLive(target: Target, finding: Finding, enough: Standing): boolean {
  const { context, standing, negated, targets } = finding;
  if (target.kind === 'industry' || target.kind === 'work') return standing >= enough;
  // Paint that is made is no paint that is used.
  if (target.kind === 'amount' && standing === 2) {
    return !targets.some(({ kind }) => kind === 'industry');
  }
  // Recycled plastic that is made is no raw material.
  if (target.kind === 'flag' && target.fact.startsWith('feature.') && standing === 2) return false;
  const isArea = target.kind === 'flag' && target.fact.startsWith('area.');
  return !isArea || negated || !/距|周边|附近|相邻|临近/.test(context.text);
}

/** What is said twice is proposed once, with the first words that say it. */
function onceEach(found: readonly Proposal[]): Proposal[] {
  const seen = new Set<string>();
  return [...found]
    .sort((a, b) => a.span.start - b.span.start)
    .filter((proposal) => {
      const key = meaningOf(proposal);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

function meaningOf(proposal: Proposal): string {
  switch (proposal.kind) {
    case 'industry':
      return proposal.code;
    case 'work':
      return proposal.work;
    case 'fact':
      return `${proposal.fact} ${String(proposal.value)} ${proposal.activities.join(' ')}`;
    case 'mention':
      return proposal.facts.join(' ');
  }
}

/** Two figures for one amount, or yes and no: a person has to choose. */
function markRivals(proposals: readonly Proposal[]): Proposal[] {
  const values = new Map<string, Set<string>>();
  for (const proposal of proposals) {
    if (proposal.kind !== 'fact') continue;
    const key = `${proposal.fact} ${proposal.activities.join(' ')}`;
    values.set(key, (values.get(key) ?? new Set()).add(String(proposal.value)));
  }
  return proposals.map((proposal) => {
    if (proposal.kind !== 'fact' || proposal.ambiguous) return proposal;
    const key = `${proposal.fact} ${proposal.activities.join(' ')}`;
    return values.get(key)!.size > 1 ? { ...proposal, ambiguous: true } : proposal;
  });
}
