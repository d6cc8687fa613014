import { isMaterial, isProcess } from './activity.ts';
import { spanOfFinding } from './facts.ts';
import type { Cut, Finding } from './finding.ts';
import type { Lexicon } from './lexicon.ts';
import type { Match } from './match.ts';
import { normalise } from './normalise.ts';
import type { IndustryProposal, WorkProposal } from './proposal.ts';
import type { Measured } from './subjects.ts';

const LETTERED = /(^|[^a-z0-9])([a-t]\d{4})(?![a-z0-9])/g;
const NAMED = /(行业代码|行业类别|类别代码|代码)\s*[:为是]?\s*(\d{3,4})(?![0-9])/g;
const BARE = /(^|[^0-9a-z.])(\d{3,4})(?=[\u4e00-\u9fff])/g;

/** Codes of GB/T 4754: C2926, 行业代码2926, or a figure right before the name of its class. */
export function findCodes(text: string, { industries }: Lexicon): Match[] {
  const found: Match[] = [];
  for (const pattern of [LETTERED, NAMED, BARE]) {
    for (const match of text.matchAll(pattern)) {
      const [whole, , written = ''] = match;
      const code = written.replace(/^[a-t]/, '');
      const name = industries.get(code);
      const end = match.index + whole.length;
      if (name === undefined) continue;
      if (pattern === BARE && !text.startsWith(normalise(name), end)) continue;
      const start = end - written.length;
      found.push({
        start,
        end,
        targets: [{ kind: 'industry', codes: [code], by: 'industry_code' }],
      });
    }
  }
  return found;
}

/** Industries and works that the words name; a word with several classes offers each of them. */
export function proposeActivities(
  findings: readonly Finding[],
  measured: readonly Measured[],
  lexicon: Lexicon,
  cut: Cut,
): (IndustryProposal | WorkProposal)[] {
  const certain = new Set(
    findings
      .flatMap(codesOf)
      .filter((codes) => codes.length === 1)
      .flat(),
  );
  const isStep = (finding: Finding) =>
    finding.standing < 2 && (isProcess(finding) || isMaterial(finding));
  const namesActivity = (finding: Finding) =>
    finding.targets.some(({ kind }) => kind === 'industry' || kind === 'work');
  const hasProduct = findings.some((finding) => namesActivity(finding) && !isStep(finding));
  return findings.flatMap((finding) => {
    const span = spanOfFinding(finding, findings, measured, cut);
    const word = cut(finding.start, finding.end).text;
    return finding.targets.flatMap((target): (IndustryProposal | WorkProposal)[] => {
      if (target.kind === 'work') {
        const ambiguous = codesOf(finding).length > 0;
        const reason = { code: 'word' as const, params: { word } };
        const id = `${span.start} work ${target.work}`;
        return [{ kind: 'work', id, span, reason, ambiguous, work: target.work }];
      }
      if (target.kind !== 'industry') return [];
      // Moulding names an industry only where no product does.
      if (hasProduct && isStep(finding)) return [];
      const known = target.codes.filter((code) => certain.has(code));
      const all = isStep(finding) ? target.codes.slice(0, 1) : target.codes;
      const codes = target.codes.length > 1 && known.length > 0 ? known : all;
      return codes.map((code) => ({
        kind: 'industry',
        id: `${span.start} industry ${code}`,
        span,
        reason: { code: target.by, params: { word } },
        ambiguous: codes.length > 1 || isStep(finding),
        code,
        name: lexicon.industries.get(code) ?? code,
        stated: finding.standing === 2,
      }));
    });
  });
}

function codesOf(finding: Finding): (readonly string[])[] {
  return finding.targets.flatMap((target) => (target.kind === 'industry' ? [target.codes] : []));
}
