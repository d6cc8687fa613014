import {
  MAIN_POLLUTANTS,
  PERMIT_CHANGE_NAMES,
  type RetrofitBar,
  type RetrofitFindings,
  type RetrofitForm,
  type RetrofitQuestion,
} from '@ludao/contracts';
import { refuse, type Refusal } from '../../../platform/refusal.ts';
import type { RetrofitFacts, StoredCheck } from './model.ts';

/**
 * Whether a retrofit without new land is exempt (征求意见稿第5条): in a park, of public infrastructure,
 * a retrofit, on no new land, and no main pollutant more than before in whole grams a year. One bar
 * is enough to be not exempt; what nobody has said stays open. A centralised industrial wastewater
 * plant is never exempt: item 95 of the catalogue asks for a report (T6).
 */
export function decideRetrofit(facts: RetrofitFacts, form: RetrofitForm): RetrofitFindings {
  const bars = barsOf(facts, form);
  const open = openOf(facts, form);
  const verdict = bars.length > 0 ? 'NOT_EXEMPT' : open.length > 0 ? 'OPEN' : 'EXEMPT';
  return { verdict, bars, open, permit: permitChangeOf(form) };
}

function barsOf(
  { inPark, publicInfra, isRetrofit }: RetrofitFacts,
  { centralPlant, newLandM2, amounts }: RetrofitForm,
): RetrofitFindings['bars'] {
  const plain = (code: RetrofitBar, holds: boolean) =>
    holds ? [{ code, pollutant: null, before: null, after: null, by: null }] : [];
  return [
    ...plain('NOT_IN_PARK', inPark === false),
    ...plain('NOT_PUBLIC', publicInfra === false),
    ...plain('NOT_A_RETROFIT', isRetrofit === false),
    ...plain('CENTRAL_PLANT', centralPlant === true),
    ...(newLandM2 !== null && newLandM2 > 0
      ? [
          {
            code: 'NEW_LAND' as const,
            pollutant: null,
            before: null,
            after: newLandM2,
            by: newLandM2,
          },
        ]
      : []),
    ...amounts.flatMap(({ pollutant, beforeGrams: before, afterGrams: after }) =>
      before !== null && after !== null && after > before
        ? [{ code: 'POLLUTANT_UP' as const, pollutant, before, after, by: after - before }]
        : [],
    ),
  ];
}

function openOf(
  { inPark, publicInfra, isRetrofit }: RetrofitFacts,
  form: RetrofitForm,
): RetrofitFindings['open'] {
  const { kind, facility, works, centralPlant, newLandM2, landFile, amounts, changes } = form;
  const plain = (code: RetrofitQuestion, isOpen: boolean) =>
    isOpen ? [{ code, pollutant: null }] : [];
  return [
    ...plain('PLACE', inPark === null),
    ...plain('PUBLIC', publicInfra === null),
    ...plain('RETROFIT', isRetrofit === null),
    ...plain('KIND', kind === null),
    ...plain('FACILITY', facility === ''),
    ...plain('WORKS', works === ''),
    ...plain('CENTRAL_PLANT', centralPlant === null && kind !== 'WASTE_GAS'),
    ...plain('NEW_LAND', newLandM2 === null),
    ...plain('LAND_FILE', landFile === null),
    ...MAIN_POLLUTANTS.filter((pollutant) => {
      const row = amounts.find((one) => one.pollutant === pollutant);
      return !row || row.beforeGrams === null || row.afterGrams === null;
    }).map((pollutant) => ({ code: 'POLLUTANT' as const, pollutant })),
    ...plain(
      'PERMIT_CHANGE',
      PERMIT_CHANGE_NAMES.some((name) => changes[name] === null),
    ),
  ];
}

/** 排污许可管理条例第十五条: any one of its cases, and the permit is applied for anew. */
function permitChangeOf({ changes }: RetrofitForm): RetrofitFindings['permit'] {
  const reasons = PERMIT_CHANGE_NAMES.filter((name) => changes[name] === true);
  const isOpen = PERMIT_CHANGE_NAMES.some((name) => changes[name] === null);
  return { change: reasons.length > 0 ? 'DUE' : isOpen ? 'OPEN' : 'NOT_DUE', reasons };
}

/** Why it cannot be declared: the count of what stands against it, which the findings list. */
export function declarationFault({ verdict, bars, open }: RetrofitFindings): Refusal | null {
  if (verdict === 'NOT_EXEMPT') return refuse('RETROFIT_NOT_EXEMPT', { count: bars.length }, 422);
  if (verdict === 'OPEN') return refuse('RETROFIT_OPEN', { count: open.length }, 422);
  return null;
}

/** Whether a step of the after-check is possible; who may is asked elsewhere. */
export function checkFault(
  step: 'draw' | 'check',
  check: StoredCheck | undefined,
  { declaredOn, on, today }: { declaredOn: string | null; on: string; today: string },
): Refusal | null {
  if (step === 'draw') return check ? refuse('RETROFIT_DRAWN_ALREADY') : null;
  if (!check) return refuse('RETROFIT_NOT_DRAWN');
  if (check.result !== null) return refuse('RETROFIT_CHECKED_ALREADY');
  const from = declaredOn ?? today;
  if (on < from || on > today) {
    return refuse('DAY_OUTSIDE', { field: 'on', value: on, from, limit: today }, 422);
  }
  return null;
}

/** An exemption falls only after a check that found it not as declared, and not by the checker. */
export function voidingFault(
  check: StoredCheck | undefined,
  { state, person }: { readonly state: string; readonly person: string },
): Refusal | null {
  // What the official system has not recorded yet is not in the pool.
  if (state === 'PREPARED') return null;
  if (check?.result !== 'NOT_AS_DECLARED') return refuse('RETROFIT_NOT_FOUND_WRONG');
  return check.checkedBy === person ? refuse('CASE_OWN_WORK', {}, 403) : null;
}
