import { z } from 'zod';
import {
  CLOCK_COLOURS,
  CLOCK_STATES,
  CLOCK_UNIT_NAMES,
  type ClockColour,
  type ClockState,
} from './clock-words.ts';
import { ROLE_NAMES } from './people/roles.ts';
import { ListQuery, Timeline } from './register.ts';

const ClockColours = z.enum(Object.keys(CLOCK_COLOURS) as [ClockColour, ...ClockColour[]]);
const Words = z.object({ zh: z.string(), en: z.string() });
const Coded = Words.extend({ code: z.string() });
const Units = z.enum(
  Object.keys(CLOCK_UNIT_NAMES) as [
    keyof typeof CLOCK_UNIT_NAMES,
    ...(keyof typeof CLOCK_UNIT_NAMES)[],
  ],
);

export const InboxQuery = ListQuery.extend({
  colour: ClockColours.optional(),
  kind: z.string().max(60).optional().meta({ description: 'A code of the kinds of the answer.' }),
  post: z.uuid().optional().meta({ description: 'One of the posts held today.' }),
  state: z
    .enum(['open', 'done'])
    .default('open')
    .meta({ description: 'done: what was settled, instead of what waits.' }),
  of: z
    .enum(['mine', 'office'])
    .default('mine')
    .meta({ description: 'office: all that waits at the organisation, for its head.' }),
  sort: z.enum(['due', '-due', 'opened', '-opened']).default('due'),
});
export type InboxQuery = z.infer<typeof InboxQuery>;

export const InboxItem = z.object({
  id: z.uuid(),
  kind: Coded,
  title: z.string(),
  to: z.string().meta({ description: 'The address of the desk where it is done.' }),
  role: z.enum(ROLE_NAMES),
  post: z
    .object({ id: z.uuid(), title: z.string() })
    .nullable()
    .meta({ description: 'The post that took it; null while it waits for all of the role.' }),
  openedAt: z.iso.datetime(),
  settledAt: z.iso.datetime().nullable(),
  state: z.enum(['OPEN', 'DONE', 'WITHDRAWN']),
  colour: ClockColours,
  dueOn: z.iso.date().nullable(),
  dueAt: z.iso.datetime().nullable().meta({ description: 'Of a clock in hours.' }),
  left: z.int().nullable().meta({ description: 'In the unit; negative once it is over.' }),
  unit: Units.nullable(),
  clock: z.uuid().nullable(),
  clockCode: z.string().nullable(),
  openYears: z
    .array(z.int())
    .meta({ description: 'Years without a published calendar that the day rests on.' }),
  suspendedFor: Words.nullable().meta({ description: 'Why its clock is stopped.' }),
  may: z.object({ claim: z.boolean(), release: z.boolean(), assign: z.boolean() }),
});
export type InboxItem = z.infer<typeof InboxItem>;

export const Inbox = z.object({
  rows: z.array(InboxItem),
  total: z.int(),
  today: z.iso.date(),
  kinds: z.array(Coded),
  mayAssign: z.boolean().meta({ description: 'Whether the whole office may be asked for.' }),
});
export type Inbox = z.infer<typeof Inbox>;

export const WorkAssignment = z.object({ post: z.uuid() });
export const WorkPosts = z.object({
  posts: z.array(z.object({ id: z.uuid(), title: z.string() })),
});
export type WorkPosts = z.infer<typeof WorkPosts>;

/** One length of a clock, or the terms that a running one was started with. */
const length = {
  unit: Units,
  value: z.int(),
  owedBy: z.enum(['AUTHORITY', 'PARTY']),
  rolls: z
    .boolean()
    .meta({ description: 'A last day without work passes to the next working day.' }),
  warn: z.object({ amber: z.int(), red: z.int() }),
};
const definition = {
  title: Words,
  start: Coded,
  direction: z.enum(['AFTER', 'AT_LEAST', 'BEFORE']),
  excludes: z.array(Coded.extend({ cite: z.string(), confidence: z.string() })),
  missed: Coded,
  cite: z.string(),
  confidence: z.string(),
  tension: Words.nullable(),
};

/** Every clock in force at a place on a day. */
export const ClockTable = z.object({
  on: z.iso.date(),
  clocks: z.array(
    z.object({
      id: z.string(),
      edition: z.string(),
      layer: z.string(),
      note: z.string().nullable(),
      ...definition,
      lengths: z.array(
        z.object({
          code: z.string().nullable(),
          title: Words.nullable(),
          range: z.object({ min: z.int(), max: z.int() }).nullable(),
          setBy: z
            .object({ list: z.string(), basis: z.string() })
            .nullable()
            .meta({ description: 'The entry of the rulebook that set the value.' }),
          ...length,
        }),
      ),
    }),
  ),
});
export type ClockTable = z.infer<typeof ClockTable>;

export const ClockQuery = z.object({
  on: z.iso.date().optional(),
  district: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
});

export const ClockDetail = z.object({
  id: z.uuid(),
  clock: z.string(),
  length: z.string().nullable(),
  lengthTitle: Words.nullable(),
  edition: z.string(),
  setBy: z.object({ list: z.string(), basis: z.string() }).nullable(),
  ...definition,
  ...length,
  subject: z.object({ kind: z.string(), id: z.uuid() }),
  startedOn: z.iso.date(),
  startedAt: z.iso.datetime(),
  state: z.enum(Object.keys(CLOCK_STATES) as [ClockState, ...ClockState[]]),
  colour: ClockColours,
  left: z.int().nullable(),
  dueOn: z.iso.date().nullable(),
  dueAt: z.iso.datetime().nullable(),
  openYears: z.array(z.int()),
  settledOn: z.iso.date().nullable(),
  inTime: z.boolean().nullable(),
  suspensions: z.array(
    z.object({
      from: z.iso.datetime(),
      to: z.iso.datetime().nullable(),
      reason: Words,
      words: z.string(),
    }),
  ),
  events: Timeline.shape.entries,
});
export type ClockDetail = z.infer<typeof ClockDetail>;

/** A clock on the page of what it runs for: the terms, where it stands, what did not count. */
export const ClockLine = ClockDetail.pick({
  id: true,
  clock: true,
  title: true,
  lengthTitle: true,
  owedBy: true,
  direction: true,
  unit: true,
  value: true,
  cite: true,
  confidence: true,
  missed: true,
  excludes: true,
  state: true,
  colour: true,
  left: true,
  startedOn: true,
  dueOn: true,
  settledOn: true,
  inTime: true,
  openYears: true,
}).extend({
  suspensions: z.array(
    z.object({ from: z.iso.date(), to: z.iso.date().nullable(), reason: Words }),
  ),
});
export type ClockLine = z.infer<typeof ClockLine>;

/** Headings of the inbox in Excel. */
export const INBOX_COLUMNS = {
  title: { zh: '事项', en: 'Work' },
  kind: { zh: '类别', en: 'Kind' },
  due: { zh: '到期日', en: 'Due' },
  left: { zh: '剩余', en: 'Left' },
  colour: { zh: '状态', en: 'State' },
  note: { zh: '说明', en: 'Note' },
  post: { zh: '承办岗位', en: 'Post' },
  opened: { zh: '收到日期', en: 'Opened' },
} as const;
