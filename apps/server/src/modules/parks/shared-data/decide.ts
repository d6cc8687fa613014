import {
  DATASET_TABLE,
  type DatasetForm,
  type DatasetStanding,
  type DatasetState,
  type DatasetStep,
  type Role,
} from '@ludao/contracts';
import { addMonths } from '../../../platform/days.ts';
import { refuse, type Refusal } from '../../../platform/refusal.ts';
import type { StoredDataset } from './model.ts';

/** What says from when and until when a set may be cited. */
type Dated = Pick<StoredDataset, 'state' | 'validFrom' | 'validTo'>;

/** How a set stands on a day; both its first and its last day belong to it. */
export function standingOn({ state, validFrom, validTo }: Dated, on: string): DatasetStanding {
  if (state !== 'AVAILABLE') return state;
  if (on < validFrom) return 'NOT_YET';
  return validTo < on ? 'EXPIRED' : 'AVAILABLE';
}

/** A reason as the law's own answer gives it (rulepacks' reason texts), or null. */
export interface Why {
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Why a set may not be cited on a day; null where it may. */
export function whyNotCited(
  dataset: Dated & {
    readonly title: string;
    readonly endedOn: string | null;
    readonly supersededBy: { readonly title: string } | null;
  },
  on: string,
): Why | null {
  const { title: name, validFrom, validTo, endedOn, supersededBy } = dataset;
  switch (standingOn(dataset, on)) {
    case 'AVAILABLE':
      return null;
    case 'NOT_YET':
      return { code: 'dataset.not_yet', params: { name, from: validFrom } };
    case 'EXPIRED':
      return { code: 'dataset.expired', params: { name, to: validTo } };
    case 'WITHDRAWN':
      return { code: 'dataset.withdrawn', params: { name, day: endedOn ?? '' } };
    case 'SUPERSEDED': {
      const by = supersededBy?.title ?? '';
      return { code: 'dataset.superseded', params: { name, day: endedOn ?? '', by } };
    }
  }
}

type Row = Partial<
  Record<DatasetStep, { readonly to: DatasetState; readonly roles: readonly Role[] }>
>;
const rowOf = (state: DatasetState): Row => DATASET_TABLE[state];

/** @returns the state that follows; else what stands in the way */
export function decideStep(
  { state, title }: Pick<StoredDataset, 'state' | 'title'>,
  step: DatasetStep,
  roles: readonly Role[],
): DatasetState | Refusal {
  const found = rowOf(state)[step];
  if (!found) return refuse('DATASET_ENDED', { value: title, state });
  if (!found.roles.some((role) => roles.includes(role))) {
    return refuse('DATASET_NOT_YOURS', { value: title }, 403);
  }
  return found.to;
}

/** The steps that somebody may take who holds these roles where the set lies. */
export function stepsFor(state: DatasetState, roles: readonly Role[]): DatasetStep[] {
  return (Object.keys(rowOf(state)) as DatasetStep[]).filter((step) =>
    rowOf(state)[step]!.roles.some((role) => roles.includes(role)),
  );
}

/**
 * The last day on which measured data may be cited: the day of the same number so many years after
 * the first day of sampling (民法典第二百零一条、第二百零二条).
 */
export function longestValidity(sampledOn: string, years: number): string {
  return addMonths(sampledOn, 12 * years);
}

/**
 * Until when a new set is valid, or what is wrong with the form.
 * @param years that the rulebook allows for the kind; null where nobody has set it
 */
export function decideValidity(
  form: Pick<
    DatasetForm,
    'kind' | 'sampledOn' | 'laboratory' | 'cmaNo' | 'validFrom' | 'validTo'
  > & { readonly factors: readonly unknown[] },
  years: number | null,
  today: string,
): { readonly validTo: string } | Refusal {
  const { kind, sampledOn, laboratory, cmaNo, factors, validFrom, validTo } = form;
  const lacks = (field: string) => refuse('DATASET_LACKS', { field }, 422);
  if (kind === 'sewer') {
    if (sampledOn !== null) return refuse('DATASET_NOT_SAMPLED', { field: 'sampledOn' }, 422);
    if (validTo === null) return lacks('validTo');
    return inOrder(validFrom, validTo);
  }
  if (sampledOn === null) return lacks('sampledOn');
  if (sampledOn > today) {
    return refuse(
      'DATASET_SAMPLED_LATER',
      { field: 'sampledOn', value: sampledOn, limit: today },
      422,
    );
  }
  if (laboratory === '') return lacks('laboratory');
  if (cmaNo === '') return lacks('cmaNo');
  if (factors.length === 0) return lacks('factors');
  if (validFrom < sampledOn) {
    const params = { field: 'validFrom', value: validFrom, limit: sampledOn };
    return refuse('DATASET_VALID_BEFORE_SAMPLING', params, 422);
  }
  if (years === null) return validTo === null ? lacks('validTo') : inOrder(validFrom, validTo);
  const limit = longestValidity(sampledOn, years);
  if (validTo !== null && validTo > limit) {
    const params = { field: 'validTo', value: validTo, limit, years };
    return refuse('DATASET_VALID_TOO_LONG', params, 422);
  }
  return inOrder(validFrom, validTo ?? limit);
}

function inOrder(validFrom: string, validTo: string): { readonly validTo: string } | Refusal {
  if (validTo >= validFrom) return { validTo };
  return refuse('ENDS_BEFORE_START', { field: 'validTo', value: validTo, limit: validFrom }, 422);
}

/** A set ends earlier than it was to, never later and never before it began. */
export function shorteningFault(
  { validFrom, validTo }: Pick<StoredDataset, 'validFrom' | 'validTo'>,
  wanted: string,
): Refusal | undefined {
  if (wanted < validFrom) {
    return refuse('ENDS_BEFORE_START', { field: 'validTo', value: wanted, limit: validFrom }, 422);
  }
  if (wanted >= validTo) {
    return refuse('DATASET_NOT_SHORTER', { field: 'validTo', value: wanted, limit: validTo }, 422);
  }
  return undefined;
}

/** Whether a newer set may take the place of an older one. */
export function successionFault(
  older: Pick<StoredDataset, 'kind' | 'parkId' | 'title'> | undefined,
  newer: Pick<StoredDataset, 'kind' | 'parkId'>,
): Refusal | undefined {
  if (!older || older.parkId !== newer.parkId) return refuse('DATASET_UNKNOWN', {}, 422);
  if (older.kind !== newer.kind) {
    return refuse('DATASET_OTHER_KIND', { field: 'supersedes', value: older.title }, 422);
  }
  return undefined;
}
