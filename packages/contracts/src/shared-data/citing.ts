import { z } from 'zod';
import type { Bilingual } from '../people/bilingual.ts';
import { Reason } from '../relief.ts';
import { ListQuery } from '../register.ts';
import { DATASET_KINDS } from './datasets.ts';

export const CITATION_STAGES = {
  EIA: { zh: '环评', en: 'EIA' },
  COMPLETION: { zh: '竣工环境保护验收', en: 'Completion acceptance' },
} as const satisfies Record<string, Bilingual>;
export type CitationStage = keyof typeof CITATION_STAGES;
const Stages = z.enum(Object.keys(CITATION_STAGES) as [CitationStage, ...CitationStage[]]);

export const CITED_KINDS = {
  conclusions: { zh: '整体环评章节、结论', en: 'Chapters and conclusions of the park-wide EIA' },
  ...DATASET_KINDS,
} as const satisfies Record<string, Bilingual>;
export type CitedKind = keyof typeof CITED_KINDS;
const CitedKinds = z.enum(Object.keys(CITED_KINDS) as [CitedKind, ...CitedKind[]]);

const day = z.iso.date();

/** Something that may be cited on the day, or the reason why not. */
export const Citable = z.object({
  key: z.string().meta({ description: 'What a bundle names it by.' }),
  kind: CitedKinds,
  title: z.string(),
  source: z.string().meta({ description: 'Title and approval number, or the owner of the data.' }),
  sampledOn: day.nullable(),
  laboratory: z.string(),
  cmaNo: z.string(),
  validFrom: day,
  validTo: day.nullable(),
  sha256: z.string().nullable().meta({ description: 'Of its file; null where there is none.' }),
  refusal: Reason.nullable(),
});
export type Citable = z.infer<typeof Citable>;

/** Of the zoning unit's access list 生态环境准入清单: what was not entered was not checked. */
export const ZONING_CHECKS = ['entered', 'not_entered'] as const;

export const CitableList = z.object({
  on: day,
  enterprise: z.object({ id: z.uuid(), name: z.string() }),
  park: z.object({ id: z.uuid(), name: z.string() }),
  parkEia: z
    .object({ title: z.string(), approvalNo: z.string(), validTo: day.nullable() })
    .nullable(),
  stop: Reason.nullable().meta({ description: 'Why nothing at all may be cited here today.' }),
  zoning: z.enum(ZONING_CHECKS),
  items: z.array(Citable),
});
export type CitableList = z.infer<typeof CitableList>;

/** The enterprises that the asker may make bundles for. */
export const CitingEnterprises = z.object({
  rows: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      park: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    }),
  ),
});
export type CitingEnterprises = z.infer<typeof CitingEnterprises>;

export const MOST_CITED = 60;
export const CitationForm = z.object({
  enterprise: z.uuid(),
  project: z.string().trim().min(2).max(100),
  stage: Stages,
  caseRef: z.string().trim().max(60).default('').meta({
    description: 'The number of a case or of the project, as text.',
  }),
  keys: z.array(z.string().max(80)).min(1).max(MOST_CITED),
});
export type CitationForm = z.infer<typeof CitationForm>;

export const CitedItem = Citable.omit({ refusal: true }).extend({
  path: z.string().nullable().meta({ description: 'Of its file in the bundle.' }),
});
export type CitedItem = z.infer<typeof CitedItem>;

export const CitationRow = z.object({
  id: z.uuid(),
  number: z.string(),
  project: z.string(),
  stage: Stages,
  enterprise: z.string(),
  park: z.object({ id: z.uuid(), name: z.string() }),
  madeOn: day,
  items: z.int(),
  lapsed: z.int().meta({ description: 'Items that may not be cited any more.' }),
});
export type CitationRow = z.infer<typeof CitationRow>;

export const CitationView = CitationRow.omit({ items: true }).extend({
  caseRef: z.string(),
  zoning: z.enum(ZONING_CHECKS),
  sha256: z.string().meta({ description: 'Of the bundle.' }),
  bytes: z.int(),
  items: z.array(
    CitedItem.extend({
      since: Reason.nullable().meta({ description: 'What has become of it since.' }),
    }),
  ),
});
export type CitationView = z.infer<typeof CitationView>;

export const CitationQuery = ListQuery.extend({
  stage: Stages.optional(),
  park: z.uuid().optional(),
  sort: z.enum(['madeOn', '-madeOn', 'number', '-number']).default('-madeOn'),
});
export type CitationQuery = z.infer<typeof CitationQuery>;
export const CitationList = z.object({ rows: z.array(CitationRow), total: z.int() });
export type CitationList = z.infer<typeof CitationList>;
