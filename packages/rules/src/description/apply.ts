import { MAX_ACTIVITIES } from '../activities.ts';
import type { FactInput, FactInputs, ProjectInput } from '../input.ts';
import { excludes, type FactProposal, type Proposal } from './proposal.ts';

/**
 * The project that the confirmed proposals describe. Where two of them exclude each other, or it
 * is not clear which of several activities a figure belongs to, the fact is left out and asked.
 */
export function applyProposals(chosen: readonly Proposal[]): ProjectInput {
  const codes = unique(chosen.flatMap((entry) => (entry.kind === 'industry' ? [entry.code] : [])));
  const works = unique(chosen.flatMap((entry) => (entry.kind === 'work' ? [entry.work] : [])));
  const industries = codes.slice(0, MAX_ACTIVITIES);
  const facts = chosen.filter((entry) => entry.kind === 'fact');
  const several = industries.length + works.length > 1;
  const shared = facts.filter(({ scope }) => !several || scope === 'project');
  const own = several ? facts.filter(({ scope }) => scope === 'activity') : [];
  return {
    industries: industries.map((code) => {
      const mine = agreed(own.filter((fact) => ownerOf(fact, industries) === code));
      return Object.keys(mine).length > 0 ? { code, facts: mine } : code;
    }),
    works: works.slice(0, MAX_ACTIVITIES - industries.length),
    facts: agreed(shared),
  };
}

/** The one chosen industry that a fact of an activity can belong to. */
function ownerOf({ activities }: FactProposal, codes: readonly string[]): string | null {
  const owners = codes.filter((code) => activities.some((prefix) => code.startsWith(prefix)));
  return owners.length === 1 ? owners[0]! : null;
}

function agreed(facts: readonly FactProposal[]): FactInputs {
  const found: Record<string, FactInput> = {};
  for (const entry of facts) {
    const disagrees = (other: FactProposal) =>
      other.fact === entry.fact && String(other.value) !== String(entry.value);
    if (facts.some((other) => disagrees(other) || excludes(entry, other))) continue;
    found[entry.fact] = entry.value;
  }
  return found;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
