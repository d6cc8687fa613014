import {
  leadsOn,
  PARK_EIA_STEPS,
  totalsOf,
  type AllowanceItem,
  type Envelope,
  type ParkEiaDecision,
  type ParkEiaForm,
  type ParkEiaStep,
} from '@ludao/contracts';
import { refuse, type Refusal } from '../../../platform/refusal.ts';
import type { AllowanceRow, ParkPermit, StoredParkEia } from './model.ts';

/** Neither a title nor a clause has them. */
const MARKUP = /[<>\p{Cc}\u2028\u2029]/u;
const MARKUP_BUT_LINES = /[<>]|[^\P{Cc}\n\r\t]/u;

/** Whether a step is open at all from where the EIA stands. */
export function stepFault(
  { state }: Pick<StoredParkEia, 'state'>,
  step: ParkEiaStep,
): Refusal | undefined {
  return leadsOn(state, step) ? undefined : refuse('PARK_EIA_STEP', { state, step });
}

/** Steps that are open and that the asker has the right to. */
export function stepsFrom(
  { state }: Pick<StoredParkEia, 'state'>,
  isAllowed: (step: ParkEiaStep) => boolean,
): ParkEiaStep[] {
  return (Object.keys(PARK_EIA_STEPS) as ParkEiaStep[]).filter(
    (step) => PARK_EIA_STEPS[step].right !== null && leadsOn(state, step) && isAllowed(step),
  );
}

/** What keeps a dossier from being written as the form says. */
export function formFault(
  form: Pick<ParkEiaForm, 'title' | 'preparer' | 'summary' | 'envelope'>,
): Refusal | undefined {
  for (const field of ['title', 'preparer'] as const) {
    if (MARKUP.test(form[field])) return refuse('TEXT_HAS_MARKUP', { field }, 422);
  }
  if (MARKUP_BUT_LINES.test(form.summary)) {
    return refuse('TEXT_HAS_MARKUP', { field: 'summary' }, 422);
  }
  return envelopeFault(form.envelope);
}

function envelopeFault(envelope: Envelope): Refusal | undefined {
  const { totals, conditions, conclusions, distances } = envelope;
  const texts = [
    ...conditions.flatMap(({ no, text }) => [no, text]),
    ...conclusions,
    ...distances.flatMap(({ to, text }) => [to, text]),
  ];
  if (texts.some((text) => MARKUP_BUT_LINES.test(text))) {
    return refuse('TEXT_HAS_MARKUP', { field: 'envelope' }, 422);
  }
  const twice = firstTwice(totals.map(({ pollutant }) => pollutant));
  if (twice !== undefined) return refuse('POLLUTANT_TWICE', { item: twice }, 422);
  const number = firstTwice(conditions.map(({ no }) => no));
  if (number !== undefined) return refuse('CLAUSE_TWICE', { value: number }, 422);
  return undefined;
}

function firstTwice<T>(values: readonly T[]): T | undefined {
  return values.find((value, at) => values.indexOf(value) < at);
}

/** What is still missing before it may be put before the office. */
export function completeFault(
  eia: Pick<StoredParkEia, 'reportFile' | 'envelope' | 'historical'>,
): Refusal | undefined {
  if (eia.reportFile === null && !eia.historical) {
    return refuse('PARK_EIA_INCOMPLETE', { field: 'reportFile' }, 422);
  }
  if (totalsOf(eia.envelope).size === 0) {
    return refuse('PARK_EIA_INCOMPLETE', { field: 'totals' }, 422);
  }
  return undefined;
}

/** Whether the days of a decision can be. */
export function decisionFault(decision: ParkEiaDecision, today: string): Refusal | undefined {
  if (MARKUP.test(decision.office) || MARKUP_BUT_LINES.test(decision.words)) {
    return refuse('TEXT_HAS_MARKUP', { field: 'words' }, 422);
  }
  return decision.decision === 'REFUSE' ? undefined : daysFault(decision, today);
}

/** Whether an approval can be of that day and hold from one to the other. */
export function daysFault(
  days: Readonly<Record<'approvedOn' | 'inForceFrom' | 'validTo', string>>,
  today: string,
): Refusal | undefined {
  const { approvedOn, inForceFrom, validTo } = days;
  if (approvedOn > today) {
    return refuse('DAY_IN_FUTURE', { field: 'approvedOn', value: approvedOn, limit: today }, 422);
  }
  if (inForceFrom < approvedOn) {
    const params = { field: 'inForceFrom', value: inForceFrom, limit: approvedOn };
    return refuse('IN_FORCE_BEFORE_APPROVAL', params, 422);
  }
  if (validTo < inForceFrom) {
    return refuse(
      'ENDS_BEFORE_START',
      { field: 'validTo', value: validTo, limit: inForceFrom },
      422,
    );
  }
  return undefined;
}

/** Whether what the tenants hold already fits a new EIA, which takes their shares over. */
export function carryFault(
  envelope: Envelope,
  held: readonly { readonly item: AllowanceItem; readonly amount: bigint }[],
): Refusal | undefined {
  const totals = totalsOf(envelope);
  const over = held.find(({ item, amount }) => amount > BigInt(totals.get(item) ?? 0));
  if (!over) return undefined;
  const { item, amount } = over;
  const params = { item, value: Number(amount), limit: totals.get(item) ?? 0 };
  return refuse('ALLOWANCE_BELOW_SHARES', params);
}

/**
 * What may be drawn of an item: the smaller of what the EIA and the park's permit of the day allow.
 * A pollutant that the permit does not name may not be drawn at all; it does not count wastewater.
 */
export function capOf(
  { item, total }: Pick<AllowanceRow, 'item' | 'total'>,
  permit: ParkPermit | null,
): bigint {
  if (item === 'WASTEWATER') return total;
  const permitted = permit?.annualGrams.get(item) ?? 0n;
  return permitted < total ? permitted : total;
}
