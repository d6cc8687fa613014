import {
  DEFAULT_JURISDICTION,
  type EffectCases,
  type EffectCasesQuery,
  type ReformEffects,
  type EffectsQuery,
} from '@ludao/contracts';
import { clockTerms, type RuleSet } from '@ludao/rules';
import type { Tx } from '../../../platform/db.ts';
import { monthsOf, type Months } from './decide.ts';
import * as store from './store.ts';

export interface AskingEffects {
  readonly today: string;
  readonly law: RuleSet;
}

/** Counted from the cases in scope whenever it is asked: no figure without the cases behind it. */
export async function readEffects(
  tx: Tx,
  query: EffectsQuery,
  { today, law }: AskingEffects,
): Promise<ReformEffects> {
  const { from, to, ...span } = spanOf(query, today);
  const at = { ruleSet: law, on: today, jurisdiction: query.district ?? DEFAULT_JURISDICTION };
  const days = {
    report: clockTerms(at, { clock: 'C02', length: 'REPORT' }).value,
    form: clockTerms(at, { clock: 'C03', length: 'FORM' }).value,
  };
  const effects = await store.countEffects(tx, span, days);
  return { from, to, effects, ...(await store.countProjects(tx, span)) };
}

export async function listEffectCases(
  tx: Tx,
  query: EffectCasesQuery,
  { today }: Pick<AskingEffects, 'today'>,
): Promise<EffectCases> {
  const { relief = null, object = null } = query;
  const opened: store.Span = { ...spanOf(query, today), relief, object };
  const rows = await store.listCases(tx, opened);
  return { cases: rows.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() })) };
}

function spanOf(query: EffectsQuery, today: string): store.Span & Months {
  const { from, to, district = null } = query;
  return { ...monthsOf({ from, to }, today), district, relief: null, object: null };
}
