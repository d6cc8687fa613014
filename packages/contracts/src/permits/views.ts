import { z } from 'zod';
import { CLOCK_COLOURS, CLOCK_UNIT_NAMES } from '../clock-words.ts';
import { RECORD_MODES, type DocumentMode } from '../documents/states.ts';
import { PermitContent } from './content.ts';
import { Categories, Kinds, Outcomes, PermitHolder, PermitStates } from './forms.ts';
import {
  APPLICATION_STATES,
  APPLICATION_STEP_NAMES,
  type ApplicationState,
  type ApplicationStep,
} from './states.ts';

const keysOf = <T extends object>(table: T) =>
  Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];
const Words = z.object({ zh: z.string(), en: z.string() });
const States = z.enum(Object.keys(APPLICATION_STATES) as [ApplicationState, ...ApplicationState[]]);
const Steps = z.enum(
  Object.keys(APPLICATION_STEP_NAMES) as [ApplicationStep, ...ApplicationStep[]],
);
const Modes = z.enum(Object.keys(RECORD_MODES) as [DocumentMode, ...DocumentMode[]]);

export const PermitRow = z.object({
  id: z.uuid(),
  holder: PermitHolder.extend({ name: z.string(), creditCode: z.string().nullable() }),
  site: z.string().meta({ description: 'Empty: the address of the holder itself.' }),
  districtCode: z.string(),
  park: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  state: PermitStates,
  category: Categories.nullable(),
  number: z.string().nullable(),
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
  pilotBasis: z
    .boolean()
    .meta({ description: 'Held by a park’s legal entity: a pilot of the draft measures.' }),
  historical: z
    .boolean()
    .meta({ description: 'Taken over from earlier records; no rule was re-run.' }),
  application: z
    .object({ id: z.uuid(), kind: Kinds, state: States, dueOn: z.iso.date().nullable() })
    .nullable(),
});
export type PermitRow = z.infer<typeof PermitRow>;
export const PermitList = z.object({ rows: z.array(PermitRow), total: z.int() });
export type PermitList = z.infer<typeof PermitList>;

export const PermitClock = z.object({
  id: z.uuid(),
  clock: z.string(),
  name: Words,
  length: Words.nullable(),
  cite: z.string(),
  tension: Words.nullable(),
  startedOn: z.iso.date(),
  dueOn: z.iso.date().nullable(),
  colour: z.enum(keysOf(CLOCK_COLOURS)),
  left: z.int().nullable(),
  unit: z.enum(keysOf(CLOCK_UNIT_NAMES)),
  inTime: z.boolean().nullable(),
  cancelled: z.boolean(),
});
export type PermitClock = z.infer<typeof PermitClock>;

export const PermitApplication = z.object({
  id: z.uuid(),
  kind: Kinds,
  state: States,
  version: z.int(),
  category: Categories,
  content: PermitContent,
  changedOn: z.iso.date().nullable(),
  reasons: z.array(z.string()),
  proposal: z
    .object({
      level: z.string().nullable(),
      floor: z.string(),
      ceiling: z.string(),
      law: z.string(),
      items: z.array(z.string()),
    })
    .nullable()
    .meta({
      description: 'What the permit catalogue said on the day; frozen with the submission.',
    }),
  submittedOn: z.iso.date().nullable(),
  late: z
    .object({ dueOn: z.iso.date().nullable(), cite: z.string() })
    .nullable()
    .meta({ description: 'It came after its last day, and was taken all the same.' }),
  asked: z.object({ on: z.iso.date(), items: z.array(z.string()) }).nullable(),
  supplementedOn: z.iso.date().nullable(),
  acceptedOn: z.iso.date().nullable(),
  deemed: z.boolean().meta({
    description: 'Accepted by law: nobody said in time what was missing (第九条第（四）项).',
  }),
  siteCheck: z.object({ on: z.iso.date(), words: z.string() }).nullable(),
  declined: z.object({ reason: z.string(), words: z.string() }).nullable(),
  proposed: z
    .object({ outcome: Outcomes, reasons: z.string(), law: z.string() })
    .nullable()
    .meta({ description: 'For the office alone, until it is decided.' }),
  returned: z.string().nullable(),
  decided: z
    .object({ outcome: Outcomes, reasons: z.string(), law: z.string(), on: z.iso.date() })
    .nullable(),
  record: z
    .object({
      mode: Modes,
      system: z.string(),
      address: z.string(),
      number: z.string().nullable(),
      on: z.iso.date().nullable(),
    })
    .nullable(),
  clocks: z.array(PermitClock),
  may: z.object({ steps: z.array(Steps), draftPapers: z.array(z.string()) }),
});
export type PermitApplication = z.infer<typeof PermitApplication>;

export const PermitVersion = z.object({
  no: z.int(),
  kind: Kinds.nullable().meta({ description: 'What it came from; null: taken over.' }),
  category: Categories,
  number: z.string(),
  inForceFrom: z.iso.date(),
  validFrom: z.iso.date(),
  validTo: z.iso.date(),
  digest: z.string(),
});
export type PermitVersion = z.infer<typeof PermitVersion>;

export const PermitView = PermitRow.extend({
  office: z.string().meta({ description: 'The office that handles it.' }),
  on: z.iso.date().meta({ description: 'The day that state and content are of.' }),
  content: PermitContent.nullable().meta({ description: 'In force on that day; null: none.' }),
  versionNo: z.int().nullable(),
  versions: z.array(PermitVersion),
  renewal: z
    .object({ dueOn: z.iso.date(), clock: PermitClock.nullable() })
    .nullable()
    .meta({ description: 'By when the renewal is to be applied for.' }),
  applications: z.array(PermitApplication).meta({ description: 'The latest first.' }),
  may: z.object({ apply: z.array(Kinds) }),
});
export type PermitView = z.infer<typeof PermitView>;

export const PermitOpened = z.object({ id: z.uuid(), application: z.uuid() });

/** One page, of a day: what was in force then. */
export const PermitDay = z.object({ on: z.iso.date().optional() });
