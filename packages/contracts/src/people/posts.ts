import { z } from 'zod';
import { ListQuery } from '../register.ts';
import { KIND_NAMES } from './organisation-kinds.ts';
import { ROLE_NAMES } from './roles.ts';

/** How a post stands today. */
export const POST_STATES = {
  PRESENT: { zh: '在岗', en: 'Present' },
  STOOD_IN: { zh: 'B 角代理中', en: 'Stand-in active' },
  ABSENT: { zh: '缺勤无人代理', en: 'Absent, nobody stands in' },
  VACANT: { zh: '空缺', en: 'Vacant' },
  ENDED: { zh: '已撤销', en: 'Ended' },
} as const;
export type PostState = keyof typeof POST_STATES;
const States = z.enum(Object.keys(POST_STATES) as [PostState, ...PostState[]]);

/** A: holds the post. B: stands in while the holder is absent. */
export const Part = z.enum(['A', 'B']);
export type Part = z.infer<typeof Part>;

export const PostQuery = ListQuery.extend({
  org: z.uuid().optional(),
  role: z.enum(ROLE_NAMES).optional(),
  state: States.optional().meta({ description: 'Without it, all posts that have not ended.' }),
  sort: z
    .enum(['title', '-title', 'role', '-role', 'holder', '-holder', 'state', '-state'])
    .default('title'),
});
export type PostQuery = z.infer<typeof PostQuery>;

const Named = z.object({ id: z.uuid(), name: z.string() });
/** Somebody in a part of a post today. */
const InPart = Named.extend({
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  absentUntil: z.iso.date().nullable(),
});

export const PostRow = z.object({
  id: z.uuid(),
  organisation: Named.extend({ kind: z.enum(KIND_NAMES) }),
  role: z.enum(ROLE_NAMES),
  title: z.string(),
  park: z.string().nullable(),
  holder: InPart.nullable(),
  standIn: InPart.nullable(),
  state: States,
  createdOn: z.iso.date(),
  endedOn: z.iso.date().nullable(),
});
export type PostRow = z.infer<typeof PostRow>;
export const PostList = z.object({ rows: z.array(PostRow), total: z.int() });
export type PostList = z.infer<typeof PostList>;

export const Holding = z.object({
  id: z.uuid(),
  part: Part,
  person: Named,
  from: z.iso.date(),
  to: z.iso.date().nullable(),
});
export type Holding = z.infer<typeof Holding>;

export const PostDetail = PostRow.extend({
  version: z.int(),
  holdings: z.array(Holding).meta({ description: 'Newest first; those called off are left out.' }),
  waiting: z.array(z.object({ id: z.uuid(), part: Part, person: Named, from: z.iso.date() })).meta({
    description: 'Appointments that the security officer has not confirmed yet.',
  }),
  may: z.object({
    update: z.boolean(),
    confirmed: z.boolean().meta({ description: 'Whether a second officer confirms what is done.' }),
  }),
});
export type PostDetail = z.infer<typeof PostDetail>;

/** A name for a post, an organisation or a person: no markup, no control characters. */
export const plainText = (shortest: number, longest: number) =>
  z
    .string()
    .trim()
    .min(shortest)
    .max(longest)
    .regex(/^[^<>\p{Cc}\u2028\u2029]*$/u);

export const PostForm = z.object({
  organisationId: z.uuid(),
  role: z.enum(ROLE_NAMES),
  title: plainText(2, 40),
  parkId: z.uuid().nullable().default(null),
});
export type PostForm = z.infer<typeof PostForm>;

export const PostEnd = z.object({
  version: z.int().min(1),
  on: z.iso.date().meta({ description: 'Its last day.' }),
});

export const Appointing = z.object({
  version: z.int().min(1),
  part: Part,
  personId: z.uuid(),
  from: z.iso.date(),
  to: z.iso.date().nullable().default(null),
});
export type Appointing = z.infer<typeof Appointing>;

/** What an appointment came to: in force, or waiting for the security officer. */
export const Appointed = z.object({ outcome: z.enum(['in_force', 'waiting']) });

export const HoldingEnd = z.object({
  version: z.int().min(1),
  holdingId: z.uuid(),
  on: z.iso.date().meta({ description: 'The last day; one before the first calls it off.' }),
});
export type HoldingEnd = z.infer<typeof HoldingEnd>;

/** Parks that a post may be for, and what an organisation is. */
export const PostChoices = z.object({
  organisations: z.array(Named.extend({ kind: z.enum(KIND_NAMES) })),
  parks: z.array(Named),
});
export type PostChoices = z.infer<typeof PostChoices>;
export const ByOrganisation = z.object({ org: z.uuid().optional() });

/** Where the holdings of a person go on the day after the last one. */
export const HandOver = z.object({
  lastDay: z.iso.date(),
  lines: z
    .array(
      z.object({
        holdingId: z.uuid(),
        to: z.uuid().nullable().meta({ description: 'null leaves the post without, on purpose.' }),
      }),
    )
    .min(1)
    .max(100),
});
export type HandOver = z.infer<typeof HandOver>;
export const HandedOver = z.object({ posts: z.int(), left: z.int() });

/** Headings of the list of posts in Excel. */
export const POST_COLUMNS = {
  title: { zh: '岗位名称', en: 'Post' },
  role: { zh: '岗位类型', en: 'Role' },
  organisation: { zh: '单位', en: 'Organisation' },
  park: { zh: '所联系园区', en: 'Park' },
  holder: { zh: '任职人（A 角）', en: 'Holder (A)' },
  standIn: { zh: '代理人（B 角）', en: 'Stand-in (B)' },
  state: { zh: '今日状态', en: 'Today' },
} as const;
