import {
  EMPTY_FILING,
  type BuildKind,
  type CaseView,
  type EnterpriseDetail,
  type FilingForm,
  type Impact,
} from '@ludao/contracts';

const NATURES: Readonly<Record<string, BuildKind>> = {
  new: 'NEW',
  expansion: 'EXPAND',
  retrofit: 'RETROFIT',
};

/** An empty form with what the register and the answers already say; anything written stays. */
export function prefilled(
  form: FilingForm,
  { project }: Pick<CaseView, 'project'>,
  record: Pick<EnterpriseDetail, 'wastewater' | 'hazardousWaste' | 'pollutants'> | undefined,
  contact: string,
): FilingForm {
  if (JSON.stringify(form) !== JSON.stringify(EMPTY_FILING)) return form;
  const nature = project.facts?.['nature'];
  const impacts: readonly (readonly [Impact, boolean | undefined])[] = [
    ['AIR', record?.pollutants.some(({ pollutant }) => pollutant === 'VOCS')],
    ['WASTEWATER', record?.wastewater === 'SEWER' || record?.wastewater === 'PARK_PLANT'],
    ['SEWAGE', true],
    ['SOLID_WASTE', record?.hazardousWaste === true],
    ['NOISE', true],
  ];
  return {
    ...form,
    nature: typeof nature === 'string' ? (NATURES[nature] ?? null) : null,
    impacts: impacts
      .filter(([, isLikely]) => isLikely)
      .map(([kind]) => ({ kind, measure: '', destination: '' })),
    contact,
  };
}
