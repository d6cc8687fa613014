import type { AdmissionCheck, AllowanceItem } from '@ludao/contracts';
import type { Answer, Reason } from '@ludao/rules';
import { refuse, type Refusal } from '../../../platform/refusal.ts';
import { capOf } from '../park-eia/decide.ts';
import type { ParkRestriction } from '../model.ts';
import type { AllowanceRow, EiaOfPark, ParkPermit } from '../park-eia/model.ts';
import type { Share, StoredAdmission } from './model.ts';

const RELIEF = 'park_eia_direct_entry';

/** Everything that a direct entry depends on, as it stands while the account is held. */
export interface AdmissionFacts {
  readonly on: string;
  readonly restriction: ParkRestriction | null;
  /** The latest approved EIA of the park, in force or not. */
  readonly eia: EiaOfPark | undefined;
  /** Why the county is not in the pilot; null where it is. */
  readonly pilot: Reason | null;
  readonly answer: Answer;
  /** Processes that the project has, with their words. */
  readonly processes: readonly { readonly key: string; readonly zh: string; readonly en: string }[];
  readonly permit: ParkPermit | null;
  readonly allowance: readonly AllowanceRow[];
  readonly asked: readonly Share[];
}

/** Every check, met or not, so that a tenant learns of all that does not fit and not of the first. */
export function decideAdmission(facts: AdmissionFacts): {
  readonly admitted: boolean;
  readonly checks: readonly AdmissionCheck[];
} {
  const checks = [
    restrictionCheck(facts),
    eiaCheck(facts),
    check('RECONCILED', facts.eia?.reconciled === true ? null : { code: 'not_reconciled' }),
    check('PILOT', facts.pilot),
    ...lawChecks(facts),
    ...processChecks(facts),
    permitCheck(facts),
    ...facts.asked.map((share) => amountCheck(share, facts)),
  ];
  return { admitted: checks.every(({ met }) => met), checks };
}

function check(
  code: AdmissionCheck['code'],
  reason: { readonly code: string; readonly params?: AdmissionCheck['params'] } | null,
): AdmissionCheck {
  const params = reason?.params ?? {};
  return { code, met: reason === null, reason: reason?.code ?? null, item: null, params };
}

function restrictionCheck({ restriction }: AdmissionFacts): AdmissionCheck {
  if (!restriction) return check('RESTRICTION', null);
  const { documentNo, since, reason } = restriction;
  const params = { documentNo, since, zh: reason.zh, en: reason.en };
  return check('RESTRICTION', { code: 'restricted', params });
}

function eiaCheck({ eia, on }: AdmissionFacts): AdmissionCheck {
  if (!eia) return check('PARK_EIA', { code: 'no_eia' });
  const { approvalNo, inForceFrom, validTo, state } = eia;
  if (state === 'STOPPED') return check('PARK_EIA', { code: 'stopped', params: { approvalNo } });
  if (on < inForceFrom) {
    return check('PARK_EIA', { code: 'not_yet', params: { approvalNo, from: inForceFrom } });
  }
  if (state !== 'IN_FORCE' || validTo < on) {
    return check('PARK_EIA', { code: 'expired', params: { approvalNo, to: validTo } });
  }
  return { ...check('PARK_EIA', null), params: { approvalNo, to: validTo } };
}

/** What the other checks tell by themselves is not told twice. */
const ELSEWHERE = /^(adoption|pilot|park_eia)\./;

function lawChecks({ answer }: AdmissionFacts): AdmissionCheck[] {
  const finding = answer.reliefs.find(({ relief }) => relief === RELIEF);
  if (!finding) {
    const open = answer.status !== 'decided' && answer.missing.length > 0;
    const reason = open
      ? lawOpen(answer.missing.map(({ fact }) => fact))
      : { code: 'law_silent', params: { level: answer.level ?? '' } };
    return [check('LAW', reason)];
  }
  const adoption = finding.reasons.find(({ code }) => code.startsWith('adoption.')) ?? null;
  const others = finding.reasons.filter(({ code }) => !ELSEWHERE.test(code));
  const open = finding.state === 'open' && finding.missing.length > 0;
  const reasons = [...others, ...(open ? [lawOpen(finding.missing)] : [])];
  return [
    check('ADOPTION', adoption),
    ...(reasons.length === 0
      ? [check('LAW', null)]
      : reasons.map((reason) => check('LAW', reason))),
  ];
}

function lawOpen(missing: readonly string[]) {
  const facts = [...new Set(missing)];
  return { code: 'law_open', params: { count: facts.length, facts: facts.slice(0, 12).join(' ') } };
}

function processChecks({ eia, processes }: AdmissionFacts): AdmissionCheck[] {
  const allowed = eia?.envelope.processes ?? [];
  if (allowed.length === 0) return [];
  const strange = processes.filter(({ key }) => !allowed.includes(key));
  if (strange.length === 0) return [check('PROCESS', null)];
  return strange.map(({ key, zh, en }) =>
    check('PROCESS', { code: 'process', params: { key, zh, en } }),
  );
}

function permitCheck({ permit }: AdmissionFacts): AdmissionCheck {
  if (!permit) return check('PERMIT', { code: 'no_permit' });
  const { number, validTo } = permit;
  return { ...check('PERMIT', null), params: { number, to: validTo } };
}

/** An item that the EIA does not name has a total of nought. Amounts are exact: at most 10^13. */
function amountCheck(
  { item, amount }: Share,
  { allowance, permit }: AdmissionFacts,
): AdmissionCheck {
  const line = allowance.find((row) => row.item === item);
  const total = line ? capOf(line, permit) : 0n;
  const left = line && total > line.drawn ? total - line.drawn : 0n;
  const params = { asked: Number(amount), left: Number(left), total: Number(total) };
  const met = amount <= left;
  return { code: 'AMOUNT', met, reason: met ? null : 'amount', item, params };
}

/** Whether a tenant may leave on a day. */
export function leaveFault(
  { state, appliedOn }: Pick<StoredAdmission, 'state' | 'appliedOn'>,
  leftOn: string,
  today: string,
): Refusal | undefined {
  if (state !== 'ADMITTED') return refuse('ADMISSION_NOT_HELD', { state });
  if (leftOn > today) return refuse('LEFT_IN_FUTURE', { value: leftOn, limit: today }, 422);
  if (leftOn < appliedOn) {
    return refuse('LEFT_BEFORE_ENTRY', { field: 'leftOn', value: leftOn, limit: appliedOn }, 422);
  }
  return undefined;
}

/** What an application asks for, in a fixed order; what is none is not asked. */
export function askedOf(form: {
  readonly pollutants: readonly {
    readonly pollutant: AllowanceItem;
    readonly gramsPerYear: number;
  }[];
  readonly wastewaterLitresPerDay: number;
}): Share[] {
  const shares = form.pollutants.map(({ pollutant, gramsPerYear }): Share => ({
    item: pollutant,
    amount: BigInt(gramsPerYear),
  }));
  const water: Share = { item: 'WASTEWATER', amount: BigInt(form.wastewaterLitresPerDay) };
  return [...shares, water]
    .filter(({ amount }) => amount > 0n)
    .sort((one, other) => (one.item < other.item ? -1 : 1));
}
