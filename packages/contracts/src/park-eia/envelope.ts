import { z } from 'zod';
import type { Bilingual } from '../people/bilingual.ts';
import { POLLUTANTS, PollutantAmount } from '../profile.ts';

/** Who answers for what is discharged (tension T2 of the dossier). */
export const LIABILITIES = {
  PARK_ENTITY: { zh: '园区法人为责任主体', en: 'The park’s legal entity answers' },
  EACH_PROPONENT: { zh: '各入驻企业各自负责', en: 'Each tenant answers for its own project' },
} as const satisfies Record<string, Bilingual>;
export type Liability = keyof typeof LIABILITIES;

interface Duty extends Bilingual {
  readonly cite: string;
  readonly confidence: 'verified' | 'secondary' | 'practitioner';
}

/**
 * Both chains of duty, whichever model an EIA has chosen: the draft makes the park answer, superior
 * law the one who discharges. Neither is settled silently.
 */
export const DUTY_CHAINS: Readonly<Record<'draft' | 'superior', readonly Duty[]>> = {
  draft: [
    {
      zh: '以园区法人为主体，园区产生的污染物排放量纳入排污许可证管理，入驻企业可以直接入驻。',
      en: 'The park’s legal entity answers; the park’s emissions stand in one permit and a tenant enters directly.',
      cite: '征求意见稿第2条',
      confidence: 'verified',
    },
  ],
  superior: [
    {
      zh: '由实际排放污染物的单位申请取得排污许可证，有两个以上生产经营场所的按场所分别申请。',
      en: 'Whoever discharges applies for the permit, for each place of production.',
      cite: '排污许可管理条例第二条、第六条',
      confidence: 'verified',
    },
    {
      zh: '打捆环评的，各建设单位对各自项目的环境保护负责。',
      en: 'Where projects share one EIA, each proponent answers for its own.',
      cite: '环评打捆审批的外地做法（转述）',
      confidence: 'secondary',
    },
  ],
};

/** Whether the permit of the park rests on the pilot alone. */
export function permitBasisOf(liability: Liability): 'PILOT' | 'ORDINARY' {
  return liability === 'PARK_ENTITY' ? 'PILOT' : 'ORDINARY';
}

/** What a share is counted in: grams a year of each pollutant, litres a day of wastewater. */
export const ALLOWANCE_ITEMS = {
  ...POLLUTANTS,
  WASTEWATER: { zh: '废水排放量', en: 'Wastewater' },
} as const satisfies Record<string, Bilingual>;
export type AllowanceItem = keyof typeof ALLOWANCE_ITEMS;
export const ALLOWANCE_ITEM_NAMES = Object.keys(ALLOWANCE_ITEMS) as [
  AllowanceItem,
  ...AllowanceItem[],
];
export const AllowanceItems = z.enum(ALLOWANCE_ITEM_NAMES);

export const ENVELOPE_LIMITS = {
  industries: 20,
  processes: 60,
  conditions: 50,
  distances: 20,
  conclusions: 30,
} as const;

/** A hundred thousand cubic metres a day. */
const MOST_LITRES_PER_DAY = 100_000_000;
const words = (most: number) => z.string().trim().min(1).max(most);

/** What a park-wide EIA allows 准入范围. */
export const Envelope = z.object({
  industries: z
    .array(z.string().regex(/^\d{3,4}$/))
    .min(1)
    .max(ENVELOPE_LIMITS.industries)
    .meta({ description: 'GB/T 4754 codes of the one specific industry.' }),
  digits: z.int().min(3).max(4).nullable().default(null).meta({
    description: 'How many digits of the code count; null as the parameter of the place says.',
  }),
  processes: z
    .array(z.string().regex(/^process\.[a-z0-9_]+$/))
    .max(ENVELOPE_LIMITS.processes)
    .default([])
    .meta({ description: 'Facts of the vocabulary; empty where the EIA limits no process.' }),
  conditions: z
    .array(
      z.object({
        no: words(40),
        text: words(500),
        when: z.string().trim().max(500).default('').meta({
          description: 'FEEL over facts of the vocabulary; empty where a person judges the words.',
        }),
      }),
    )
    .max(ENVELOPE_LIMITS.conditions)
    .default([]),
  totals: z.array(PollutantAmount).max(Object.keys(POLLUTANTS).length).default([]),
  wastewaterLitresPerDay: z.int().min(0).max(MOST_LITRES_PER_DAY).nullable().default(null),
  distances: z
    .array(z.object({ metres: z.int().min(1).max(10_000), to: words(100), text: words(500) }))
    .max(ENVELOPE_LIMITS.distances)
    .default([]),
  conclusions: z.array(words(300)).max(ENVELOPE_LIMITS.conclusions).default([]),
});
export type Envelope = z.infer<typeof Envelope>;

/** What an envelope allows in all, by item; amounts in the smallest unit. */
export function totalsOf(envelope: Envelope): Map<AllowanceItem, number> {
  const totals = new Map<AllowanceItem, number>(
    envelope.totals.map(({ pollutant, gramsPerYear }) => [pollutant, gramsPerYear]),
  );
  const { wastewaterLitresPerDay: litres } = envelope;
  return litres === null ? totals : totals.set('WASTEWATER', litres);
}
