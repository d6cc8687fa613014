import { z } from 'zod';
import { FileView } from '../files.ts';
import { AllowanceItems, Envelope, LIABILITIES, type Liability } from './envelope.ts';
import { PARK_EIA_STATES, PARK_EIA_STEP_NAMES, type ParkEiaState } from './states.ts';

const States = z.enum(Object.keys(PARK_EIA_STATES) as [ParkEiaState, ...ParkEiaState[]]);
const Liabilities = z.enum(Object.keys(LIABILITIES) as [Liability, ...Liability[]]);
const version = z.int().min(1);
const line = (least: number, most: number) => z.string().trim().min(least).max(most);

/** What the operator prepares. */
export const ParkEiaForm = z.object({
  parkId: z.uuid(),
  title: line(4, 100),
  historical: z.boolean().default(false).meta({
    description: 'Approved in the past and entered from paper.',
  }),
  liability: Liabilities,
  envelope: Envelope,
  preparer: line(0, 100).default('').meta({ description: 'The institution that wrote it.' }),
  summary: line(0, 2000).default(''),
  reportFile: z.uuid().nullable().default(null).meta({
    description: 'A file sent beforehand, or the one it has already.',
  }),
});
export type ParkEiaForm = z.infer<typeof ParkEiaForm>;
export const ParkEiaChange = ParkEiaForm.omit({ parkId: true, historical: true }).extend({
  version,
});
export type ParkEiaChange = z.infer<typeof ParkEiaChange>;

export const ParkEiaAct = z.object({ version });
/** How a park's account begins: at nought, with what was imported, or with what was held before. */
export const ParkEiaReconciliation = ParkEiaAct.extend({
  manner: z.enum(['OPENED', 'IMPORTED', 'CARRIED']).default('OPENED'),
});
export type ParkEiaReconciliation = z.infer<typeof ParkEiaReconciliation>;
export const ParkEiaReturn = z.object({ version, reason: line(2, 1000) });
export type ParkEiaReturn = z.infer<typeof ParkEiaReturn>;

const decided = {
  version,
  office: line(2, 100).meta({ description: 'The office that decided.' }),
  words: line(0, 2000).default('').meta({ description: 'Conditions, or why it is refused.' }),
};
/** The decision as the officer enters it; it counts only once the head has confirmed it. */
export const ParkEiaDecision = z.discriminatedUnion('decision', [
  z.object({
    ...decided,
    decision: z.literal('APPROVE'),
    approvalNo: line(2, 60),
    approvedOn: z.iso.date(),
    approvalFile: z.uuid(),
    inForceFrom: z.iso.date(),
    validTo: z.iso.date(),
    permitNo: line(1, 60).nullable().default(null).meta({
      description: 'Of the park’s discharge permit; null where it is not held yet.',
    }),
  }),
  z.object({ ...decided, decision: z.literal('REFUSE'), words: line(2, 2000) }),
]);
export type ParkEiaDecision = z.infer<typeof ParkEiaDecision>;

/** One line of the account: what may be drawn, what is, and who drew it. */
export const AllowanceLine = z.object({
  item: AllowanceItems,
  total: z.int().meta({ description: 'Of the EIA: grams a year, or litres a day.' }),
  permitted: z.int().nullable().meta({
    description: 'Of the park’s permit today; null for wastewater, which it does not count.',
  }),
  drawn: z.int(),
  left: z.int().meta({ description: 'The smaller of both, less what is drawn; never below 0.' }),
  shares: z.array(
    z.object({
      admissionId: z.uuid(),
      enterpriseId: z.uuid(),
      enterprise: z.string(),
      amount: z.int(),
    }),
  ),
});
export type AllowanceLine = z.infer<typeof AllowanceLine>;

export const ParkEiaRow = z.object({
  id: z.uuid(),
  parkId: z.uuid(),
  park: z.string(),
  districtCode: z.string(),
  title: z.string(),
  state: States,
  approvalNo: z.string().nullable(),
  inForceFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
  admitted: z.int().meta({ description: 'Tenants that hold a share now.' }),
});
export type ParkEiaRow = z.infer<typeof ParkEiaRow>;

export const ParkEiaQuery = z.object({
  q: z.string().trim().max(60).default(''),
  state: States.optional(),
  park: z.uuid().optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
});
export type ParkEiaQuery = z.infer<typeof ParkEiaQuery>;
export const ParkEiaList = z.object({ rows: z.array(ParkEiaRow), total: z.int() });
export type ParkEiaList = z.infer<typeof ParkEiaList>;

export const ParkEia = ParkEiaRow.extend({
  historical: z.boolean(),
  liability: Liabilities,
  envelope: Envelope,
  preparer: z.string(),
  summary: z.string(),
  reportFile: FileView.nullable(),
  returnedFor: z.string().nullable(),
  decision: z.enum(['APPROVE', 'REFUSE']).nullable(),
  approvedOn: z.iso.date().nullable(),
  office: z.string().nullable(),
  decisionWords: z.string().nullable(),
  approvalFile: FileView.nullable(),
  permitNo: z.string().nullable(),
  enteredBy: z.string().nullable(),
  confirmedBy: z.string().nullable(),
  stoppedOn: z.iso.date().nullable(),
  reconciledOn: z.iso.date().nullable(),
  permit: z
    .object({ number: z.string(), validTo: z.iso.date() })
    .nullable()
    .meta({ description: 'The discharge permit of the park in force today.' }),
  allowance: z.array(AllowanceLine),
  version: z.int(),
  may: z.array(z.enum(PARK_EIA_STEP_NAMES)).meta({
    description: 'Steps that the asker may take now.',
  }),
});
export type ParkEia = z.infer<typeof ParkEia>;

/** Parks for which the asker may begin one. */
export const ParkEiaPlaces = z.object({
  parks: z.array(z.object({ id: z.uuid(), name: z.string(), districtCode: z.string() })),
});
export type ParkEiaPlaces = z.infer<typeof ParkEiaPlaces>;
