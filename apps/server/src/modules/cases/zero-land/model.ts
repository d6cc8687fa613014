import type { Pollutant, RetrofitForm } from '@ludao/contracts';
import type { StoredCase } from '../model.ts';

/** What the frozen project says, as far as the exemption asks; null where nobody has said it. */
export interface RetrofitFacts {
  readonly inPark: boolean | null;
  readonly publicInfra: boolean | null;
  readonly isRetrofit: boolean | null;
}

/** One after-check; the applicant sees it only with its result. */
export interface StoredCheck {
  readonly caseId: string;
  readonly drawnOn: string;
  readonly checkedOn: string | null;
  readonly result: 'AS_DECLARED' | 'NOT_AS_DECLARED' | null;
  readonly words: string;
  readonly checkedBy: string | null;
}

/** What a retrofit keeps in the details of its case. */
export interface RetrofitDetails {
  readonly form?: RetrofitForm;
  readonly certificate?: string;
  readonly permitChange?: boolean;
  readonly permitChanged?: { readonly number: string; readonly on: string };
  readonly voided?: { readonly reason: string; readonly on: string };
}

/** The permit in force of a park or an enterprise, where the platform knows one. */
export interface KnownPermit {
  readonly number: string;
  readonly amounts: readonly { readonly pollutant: Pollutant; readonly gramsPerYear: number }[];
}

/** The answer that the case rests on has established what the relief asks; else the facts say it. */
export function factsOf({
  answer,
  project,
  parkId,
}: Pick<StoredCase, 'answer' | 'project' | 'parkId'>): RetrofitFacts {
  const relief = answer.reliefs.find((one) => one.relief === ZERO_LAND_RELIEF);
  if (relief?.state === 'applies') return { inPark: true, publicInfra: true, isRetrofit: true };
  const { facts = {}, place } = project;
  const nature = facts['nature'];
  const publicInfra = facts['retrofit.public_env_infra'];
  const inPark = parkId !== null || (place?.park === undefined ? null : place.park !== 'none');
  return {
    inPark,
    publicInfra: typeof publicInfra === 'boolean' ? publicInfra : null,
    isRetrofit: typeof nature === 'string' ? nature === 'retrofit' : null,
  };
}

/** The relief of measure 5, as the rule packs name it. */
export const ZERO_LAND_RELIEF = 'zero_land_public_infra';

export function detailsOf({ details }: Pick<StoredCase, 'details'>): RetrofitDetails {
  return details['retrofit'] ?? {};
}

const KINDS: Readonly<Record<string, RetrofitForm['kind']>> = {
  waste_gas: 'WASTE_GAS',
  wastewater: 'WASTEWATER',
};

/** What is retrofitted, as the frozen project has it; null where it names no such works. */
export function kindOf({ project }: Pick<StoredCase, 'project'>): RetrofitForm['kind'] {
  const named = (project.works ?? []).map((one) => (typeof one === 'string' ? one : one.work));
  return named.map((work) => KINDS[work] ?? null).find((kind) => kind !== null) ?? null;
}
