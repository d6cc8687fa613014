import {
  APPLICATION_KINDS,
  OUTLET_KINDS,
  type ApplicationKind,
  type PermitContent,
} from '@ludao/contracts';
import { refuse, type Refusal } from '../../platform/refusal.ts';
import type { StoredApplication } from './model.ts';

/** What an application lacks before an office need look at it; every fault with its field. */
export function contentFault(
  {
    kind,
    category,
    content,
    changedOn,
    reasons,
  }: Pick<StoredApplication, 'kind' | 'category' | 'content' | 'changedOn' | 'reasons'>,
  today: string,
): Refusal | undefined {
  const isRegistration = APPLICATION_KINDS[kind].track === 'REGISTRATION';
  if (kind !== 'CANCEL' && isRegistration !== (category === 'REGISTRATION')) {
    return refuse('CATEGORY_OF_ANOTHER_WAY', { field: 'category', value: category }, 422);
  }
  const missing = missingOf(kind, isRegistration, content);
  if (missing) return refuse('PERMIT_FIELD_EMPTY', { field: missing }, 422);
  if (['REAPPLY', 'CHANGE_BASIC', 'CANCEL'].includes(kind) && reasons.length === 0) {
    return refuse('PERMIT_FIELD_EMPTY', { field: 'reasons' }, 422);
  }
  if (kind === 'CHANGE_BASIC' || kind === 'REGISTRATION_CHANGE') {
    if (changedOn === null) return refuse('PERMIT_FIELD_EMPTY', { field: 'changedOn' }, 422);
    if (changedOn > today) {
      return refuse(
        'PERMIT_DAY_IMPOSSIBLE',
        { field: 'changedOn', value: changedOn, limit: today },
        422,
      );
    }
  }
  return kind === 'CANCEL' ? undefined : outletFault(content, isRegistration);
}

function missingOf(
  kind: ApplicationKind,
  isRegistration: boolean,
  {
    address,
    industries,
    wastewater,
    outlets,
    monitoring,
    ledger,
    measures,
    standards,
  }: PermitContent,
): string | undefined {
  if (kind === 'CANCEL') return undefined;
  if (address === '') return 'address';
  if (industries.length === 0) return 'industries';
  if (wastewater === null) return 'wastewater';
  if (isRegistration) {
    // 条例第二十四条：基本信息、污染物排放去向、执行的污染物排放标准以及采取的污染防治措施
    if (standards.length === 0) return 'standards';
    return measures.length === 0 ? 'measures' : undefined;
  }
  if (outlets.length === 0) return 'outlets';
  if (monitoring.length === 0) return 'monitoring';
  return ledger.length === 0 ? 'ledger' : undefined;
}

/** Outlets that contradict one another, or where the wastewater is said to go. */
function outletFault(
  { outlets, wastewater }: PermitContent,
  isRegistration: boolean,
): Refusal | undefined {
  const codes = outlets.map(({ code }) => code);
  const twice = codes.find((code, at) => codes.indexOf(code) !== at);
  if (twice) return refuse('OUTLET_TWICE', { field: 'outlets', value: twice }, 422);
  for (const { code, kind, pollutants } of outlets) {
    const { prefix } = OUTLET_KINDS[kind];
    if (prefix !== null && !code.startsWith(prefix)) {
      return refuse('OUTLET_PREFIX', { field: 'outlets', value: code, limit: prefix }, 422);
    }
    if (kind !== 'RAINWATER' && pollutants.length === 0) {
      return refuse('OUTLET_EMPTY', { field: 'outlets', value: code }, 422);
    }
  }
  const has = (kind: string) => outlets.some((outlet) => outlet.kind === kind);
  const wrong =
    (wastewater === 'NONE' && (has('WATER_DIRECT') || has('WATER_INDIRECT'))) ||
    (!isRegistration && wastewater === 'DIRECT' && !has('WATER_DIRECT')) ||
    (!isRegistration &&
      (wastewater === 'SEWER' || wastewater === 'PARK_PLANT') &&
      !has('WATER_INDIRECT'));
  return wrong
    ? refuse('OUTLET_WASTEWATER', { field: 'outlets', value: wastewater ?? '' }, 422)
    : undefined;
}
