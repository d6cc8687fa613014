import type { Fact } from '../vocabulary.ts';
import type { Cut, Finding } from './finding.ts';
import type { Lexicon } from './lexicon.ts';
import type { FactProposal, MentionProposal, Reason, Span } from './proposal.ts';
import type { Measured } from './subjects.ts';

type Found = FactProposal | MentionProposal;

/** 「无生产废水外排」 says that none leaves, not that there is none. */
const DISCHARGE = /外排|排放/;

/** Processes, features and amounts that the words state or deny. */
export function proposeFacts(
  findings: readonly Finding[],
  measured: readonly Measured[],
  lexicon: Lexicon,
  cut: Cut,
): Found[] {
  const amounts = measured.flatMap((entry) => {
    const span = spanOfAmount(entry, findings, cut);
    return entry.values.map(({ fact, value }) =>
      toProposal(fact, value, span, reasonOfAmount(entry, value), {
        ambiguous: entry.values.length > 1,
        activities: activitiesOf(fact, entry),
      }),
    );
  });
  const measuredFacts = new Set(amounts.map(({ fact }) => fact));
  const words = findings.flatMap((finding) => {
    const entry = measured.find(({ subject }) => subject === finding);
    const span = spanOfFinding(finding, findings, measured, cut);
    if (finding.negated && !entry) return denied(finding, lexicon, span);
    if (finding.context.outsourced && !entry) return outsourced(finding, lexicon, span);
    return [
      ...stated(finding, lexicon, span),
      ...(entry ? [] : mentioned(finding, lexicon, span, measuredFacts)),
    ];
  });
  return [...amounts, ...words];
}

/** The amount together with its word, unless something else was recognised between the two. */
function spanOfAmount(entry: Measured, findings: readonly Finding[], cut: Cut): Span {
  const others = findings.some(
    (finding) =>
      finding !== entry.subject && finding.start < entry.end && entry.start < finding.end,
  );
  return others ? cut(entry.amount.start, entry.amount.end) : cut(entry.start, entry.end);
}

/** The word, with the amount that belongs to it: whatever else the word says has the same place. */
export function spanOfFinding(
  finding: Finding,
  findings: readonly Finding[],
  measured: readonly Measured[],
  cut: Cut,
): Span {
  const entry = measured.find(({ subject }) => subject === finding);
  const whole = entry ? spanOfAmount(entry, findings, cut) : null;
  const inside = whole !== null && whole.start <= finding.start && finding.end <= whole.end;
  return inside ? whole : cut(finding.start, finding.end);
}

function reasonOfAmount({ count, subject, product }: Measured, value: string): Reason {
  if (count > 1) return { code: 'amount_times', params: { count, value } };
  return { code: 'amount', params: { value, output: subject || !product ? 0 : 1 } };
}

function activitiesOf(fact: Fact, { product }: Measured): readonly string[] {
  if (fact.scope === 'project' || !product) return [];
  return product.targets.flatMap((target) => (target.kind === 'industry' ? target.codes : []));
}

function denied(finding: Finding, lexicon: Lexicon, span: Span): FactProposal[] {
  const { text, clause } = finding.context;
  if (DISCHARGE.test(text.slice(finding.end - clause.start))) return [];
  const reason: Reason = { code: 'negated', params: { word: span.text } };
  const optionsOf = new Map<string, number>();
  for (const target of finding.targets) {
    if (target.kind === 'option') {
      optionsOf.set(target.fact, (optionsOf.get(target.fact) ?? 0) + 1);
    }
  }
  const found = new Map<string, FactProposal>();
  for (const target of finding.targets) {
    if (!('fact' in target)) continue;
    const fact = lexicon.facts.get(target.fact)!;
    // Without one of the options, the others may hold; a word for several of them denies them all.
    if (target.kind === 'option' && optionsOf.get(fact.key) === 1) continue;
    const none = noneOf(fact);
    if (none !== null) found.set(fact.key, toProposal(fact, none, span, reason));
  }
  return [...found.values()];
}

function noneOf(fact: Fact): FactProposal['value'] | null {
  if (fact.type === 'boolean') return false;
  if (fact.type === 'choice') return fact.neutral ?? null;
  return fact.zeroWhenUnstated ? 0 : null;
}

/** Work that another firm does elsewhere is not part of the project. */
function outsourced(finding: Finding, lexicon: Lexicon, span: Span): FactProposal[] {
  return finding.targets.flatMap((target) => {
    if (target.kind !== 'flag') return [];
    const fact = lexicon.facts.get(target.fact)!;
    if (fact.group !== 'process') return [];
    return [toProposal(fact, false, span, { code: 'outsourced', params: { word: span.text } })];
  });
}

function stated(finding: Finding, lexicon: Lexicon, span: Span): FactProposal[] {
  const reason: Reason = { code: 'word', params: { word: span.text } };
  const amounts = finding.targets.filter(({ kind }) => kind === 'amount');
  return finding.targets.flatMap((target) => {
    if (target.kind === 'option') {
      const rivals = finding.targets.filter(
        (other) => other.kind === 'option' && other.fact === target.fact,
      );
      const more = { ambiguous: rivals.length > 1, activities: [] };
      return [toProposal(lexicon.facts.get(target.fact)!, target.option, span, reason, more)];
    }
    // A word for several amounts (锅炉) does not say which of the kinds it is.
    if (target.kind !== 'flag' || amounts.length > 1) return [];
    const fact = lexicon.facts.get(target.fact)!;
    const rivals = finding.targets.filter(({ kind }) => kind === 'flag');
    const activities =
      fact.scope === 'activity' && fact.type === 'boolean' ? (fact.codes?.maybe ?? []) : [];
    return [toProposal(fact, true, span, reason, { ambiguous: rivals.length > 1, activities })];
  });
}

function mentioned(
  finding: Finding,
  lexicon: Lexicon,
  span: Span,
  measured: ReadonlySet<string>,
): MentionProposal[] {
  const facts = finding.targets.flatMap((target) => {
    const fact = target.kind === 'amount' ? lexicon.facts.get(target.fact) : undefined;
    return fact?.type === 'quantity' && fact.zeroWhenUnstated ? [fact] : [];
  });
  if (facts.every(({ key }) => measured.has(key))) return [];
  const { group } = facts[0]!;
  return [
    {
      kind: 'mention',
      id: `${span.start} mention ${group}`,
      span,
      reason: { code: 'amount_asked', params: { word: span.text } },
      ambiguous: false,
      group,
      facts: facts.map(({ key }) => key),
    },
  ];
}

function toProposal(
  fact: Fact,
  value: FactProposal['value'],
  span: Span,
  reason: Reason,
  more: Pick<FactProposal, 'ambiguous' | 'activities'> = { ambiguous: false, activities: [] },
): FactProposal {
  const id = `${span.start} fact ${fact.key} ${String(value)}`;
  return { kind: 'fact', id, span, reason, fact: fact.key, value, scope: fact.scope, ...more };
}
