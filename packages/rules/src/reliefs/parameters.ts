import { clockKey } from '../clocks/lengths.ts';
import type { ClockUnit } from '../clocks/model.ts';
import type { RuleSet } from '../pack.ts';
import type { Period } from '../procedure/model.ts';
import type { Text } from '../vocabulary.ts';
import type { Parameter, Provenance } from './model.ts';
import { entriesOf, holdsOn, inForce, reaches } from './registers.ts';

/** How many digits of the industry code make "the same specific industry" (measure 2). */
export const SAME_INDUSTRY_DIGITS = 'same_industry.digits';

/** For how many years monitoring data of a park may be cited (measure 3), by the kind of data. */
export const SHARED_DATA_YEARS = {
  ambient: 'shared_data.years.ambient',
  soil_groundwater: 'shared_data.years.soil_groundwater',
} as const;

const SHARED_DATA: readonly KnownParameter[] = (
  [
    ['ambient', '环境质量本底数据', 'ambient baseline data'],
    ['soil_groundwater', '土壤和地下水本底数据', 'soil and groundwater baseline data'],
  ] as const
).map(([kind, zh, en]) => ({
  key: SHARED_DATA_YEARS[kind],
  title: {
    zh: `${zh}自采样起可以引用的年限`,
    en: `Years from sampling in which ${en} may be cited`,
  },
  value: null,
  unit: 'YEAR',
  cite: '',
  min: 1,
  max: 10,
}));

/** How surveys and review meetings are put together (measure 4); no text sets numbers. */
export const BATCH_PARAMETERS = {
  size: 'batch.most_cases',
  window: 'batch.window_days',
  before: 'batch.days_before_due',
} as const;
/** What a retrofit's amounts before are taken from (measure 5): which of the baselines, from 1. */
export const ZERO_LAND_BASELINE = 'zero_land.baseline';

/** A parameter that the rules read, with the value that holds where no office has set another. */
export interface KnownParameter {
  readonly key: string;
  readonly title: Text;
  /** Null where only an entry says it. */
  readonly value: number | null;
  readonly unit: ClockUnit | 'DIGIT' | 'CASE' | 'CHOICE';
  readonly cite: string;
  readonly min: number;
  readonly max: number;
}

const BATCH_LIMITS: readonly KnownParameter[] = [
  {
    key: BATCH_PARAMETERS.size,
    title: { zh: '一次踏勘或评估会最多几个项目', en: 'Most projects of one survey or meeting' },
    value: null,
    unit: 'CASE',
    cite: '',
    min: 1,
    max: 60,
  },
  {
    key: BATCH_PARAMETERS.window,
    title: {
      zh: '踏勘、评估会最多等几个工作日',
      en: 'Working days that a batch may be waited for',
    },
    value: null,
    unit: 'WORKING_DAY',
    cite: '',
    min: 1,
    max: 30,
  },
  {
    key: BATCH_PARAMETERS.before,
    title: {
      zh: '踏勘、评估会至少早于审批期限几日',
      en: 'Days between a survey or meeting and the end of the decision’s period',
    },
    value: null,
    unit: 'CALENDAR_DAY',
    cite: '',
    min: 0,
    max: 30,
  },
];

interface At {
  readonly ruleSet: RuleSet;
  readonly on: string;
  readonly jurisdiction: string;
}

/** Longer than any period: more is a slip of the pen. */
const LONGEST = 3650;

/** Every parameter there is on a day at a place: limits, and the length of every clock. */
export function parametersOf({ ruleSet, on, jurisdiction }: At): KnownParameter[] {
  const periods = ruleSet.clocks
    .filter((pack) => inForce(pack, on, jurisdiction))
    .flatMap(({ clocks }) => clocks)
    .flatMap(({ id, title, lengths, cite }) =>
      lengths
        .filter(({ unit }) => unit !== 'IMMEDIATE')
        .map(({ code, title: kind, value, unit, range }) => ({
          key: clockKey(id, code),
          title: kind ? { zh: `${title.zh}（${kind.zh}）`, en: `${title.en} (${kind.en})` } : title,
          value,
          unit,
          cite,
          min: range?.min ?? 0,
          max: range?.max ?? LONGEST,
        })),
    );
  return [
    {
      key: SAME_INDUSTRY_DIGITS,
      title: {
        zh: '“同一具体行业”按行业代码的前几位认定',
        en: 'Digits of the industry code that make “the same specific industry”',
      },
      value: null,
      unit: 'DIGIT',
      cite: '',
      min: 3,
      max: 4,
    },
    ...SHARED_DATA,
    ...BATCH_LIMITS,
    {
      key: ZERO_LAND_BASELINE,
      title: {
        zh: '零土地技改前后对比的基准（1 许可排放量，2 环评批复量，3 上一年实际排放量）',
        en: 'What a retrofit is compared with (1 permitted, 2 approved, 3 measured amounts)',
      },
      value: null,
      unit: 'CHOICE',
      cite: '',
      min: 1,
      max: 3,
    },
    ...periods,
  ];
}

/** The entry that sets a parameter on a day; of a city and its county, the county's. */
export function findParameter(
  { ruleSet, on, jurisdiction }: At,
  key: string,
): { readonly list: Provenance; readonly entry: Parameter } | undefined {
  const fitting = entriesOf(ruleSet, 'parameters', on, jurisdiction).filter(
    ({ entry }) =>
      entry.parameter === key && reaches(entry.jurisdiction, jurisdiction) && holdsOn(entry, on),
  );
  return fitting.sort((a, b) => nearness(b.entry) - nearness(a.entry))[0];
}

/** A period as an office has set it, with its basis. */
export function periodIn(at: At, period: Period, level: Period['levels'][number]): Period {
  const found =
    findParameter(at, clockKey(period.id, level)) ?? findParameter(at, clockKey(period.id, null));
  if (!found) return period;
  const { list, entry } = found;
  return { ...period, value: entry.value, cite: entry.basis, confidence: list.confidence };
}

/** The more of its code is not zero, the nearer to the project it was decided. */
function nearness({ jurisdiction, from }: Parameter): number {
  const digits = jurisdiction === 'CN' ? 0 : jurisdiction.replace(/(00)+$/, '').length;
  return digits * 1e8 + Number(from.replaceAll('-', ''));
}
