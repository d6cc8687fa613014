import type { PreLeaseCheck, PreLeaseOutcome } from '@ludao/contracts';
import type { Answer } from '@ludao/rules';

type Finding = PreLeaseCheck['findings'][number];

/** What a lease depends on: the law's answer about the project, and what is on record. */
export interface PreLeaseFacts {
  readonly answer: Answer;
  readonly unitIsLet: boolean;
  /** Whether the tenant's credit code is on record already. */
  readonly tenantIsKnown: boolean;
}

/**
 * What the landlord is told. A unit that is let stops; an open level stays open; a document that
 * must be approved, or a permit, becomes a condition; the rest is clear. Measure 10 makes owners
 * answer for admission; which conditions a lease should name is our own reading of it.
 */
export function decidePreLease({ answer, unitIsLet, tenantIsKnown }: PreLeaseFacts): {
  readonly outcome: PreLeaseOutcome;
  readonly findings: readonly Finding[];
} {
  const findings = [
    ...(unitIsLet ? [say('UNIT_OCCUPIED')] : []),
    ...eiaFindings(answer),
    ...permitFindings(answer),
    ...(tenantIsKnown ? [say('ALREADY_REGISTERED')] : []),
  ];
  return { outcome: outcomeOf(findings), findings };
}

const STOPS = new Set(['UNIT_OCCUPIED']);
const OPENS = new Set(['EIA_OPEN']);
const CONDITIONS = new Set([
  'EIA_REPORT',
  'EIA_FORM',
  'EIA_OFFICER',
  'PERMIT_KEY',
  'PERMIT_SIMPLIFIED',
  'PERMIT_OPEN',
]);

function outcomeOf(findings: readonly Finding[]): PreLeaseOutcome {
  const has = (codes: ReadonlySet<string>) => findings.some(({ code }) => codes.has(code));
  if (has(STOPS)) return 'STOP';
  if (has(OPENS)) return 'OPEN';
  return has(CONDITIONS) ? 'CONDITIONAL' : 'CLEAR';
}

function eiaFindings({ status, level, ceiling, missing, confirm }: Answer): Finding[] {
  if (status !== 'decided' || level === null) {
    return [say('EIA_OPEN', { ceiling, count: missing.length })];
  }
  const officer = confirm.length > 0 ? [say('EIA_OFFICER')] : [];
  return [say(`EIA_${level}`), ...officer];
}

function permitFindings({ permit }: Answer): Finding[] {
  if (permit === null) return [];
  // Open is not "none": it stays a condition of the lease.
  if (permit.level === null) return [say('PERMIT_OPEN', { ceiling: permit.ceiling })];
  return permit.level === 'NOT_LISTED' ? [] : [say(`PERMIT_${permit.level}`)];
}

function say(code: Finding['code'], params: Finding['params'] = {}): Finding {
  return { code, params };
}
