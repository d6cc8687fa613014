import { z } from 'zod';
import { CONTACT_KIND_NAMES } from './contacts.ts';
import { NotificationChoice, NotificationRow } from './notifications.ts';
import { ORGANISATION_KINDS, type OrganisationKind } from './people/organisation-kinds.ts';
import { REVEAL_REASON_NAMES } from './reveal.ts';

export const DATA_REQUEST_KINDS = {
  CORRECTION: { zh: '更正、补充', en: 'Correction' },
  ERASURE: { zh: '注销账号、删除', en: 'Erasure' },
} as const;
export type DataRequestKind = keyof typeof DATA_REQUEST_KINDS;
const kinds = z.enum(Object.keys(DATA_REQUEST_KINDS) as [DataRequestKind, ...DataRequestKind[]]);

export const DATA_REQUEST_STATES = {
  OPEN: { zh: '待办理', en: 'Open' },
  DONE: { zh: '已办理', en: 'Carried out' },
  REFUSED: { zh: '不予办理', en: 'Refused' },
} as const;
export type DataRequestState = keyof typeof DATA_REQUEST_STATES;
const states = z.enum(
  Object.keys(DATA_REQUEST_STATES) as [DataRequestState, ...DataRequestState[]],
);

/** GB/T 35273-2020, 8.7: a request of a person is answered within thirty days. */
export const ANSWER_DAYS = 30;

/** Why somebody cannot be erased now; `of` is the post or the enterprise. */
export const ErasureObstacle = z.object({
  code: z.enum(['POST_HELD_ALONE', 'STILL_CONTACT']),
  of: z.string(),
});
export type ErasureObstacle = z.infer<typeof ErasureObstacle>;

const own = {
  id: z.uuid(),
  kind: kinds,
  words: z.string(),
  askedAt: z.iso.datetime(),
  dueOn: z.iso.date().meta({ description: 'The last day for an answer.' }),
  state: states,
  answeredAt: z.iso.datetime().nullable(),
  answer: z.string().nullable(),
};
export const OwnRequest = z.object(own);
export type OwnRequest = z.infer<typeof OwnRequest>;

/** Everything that is kept about the person who asks (art. 44 and 45). */
export const MyData = z.object({
  person: z.object({
    id: z.uuid(),
    name: z.string(),
    phone: z.string().nullable(),
    organisation: z.string(),
    districtCode: z.string(),
  }),
  account: z.object({
    signInName: z.string(),
    phone: z.string().nullable(),
    staffNumber: z.string().nullable(),
    signOn: z
      .array(z.string())
      .meta({ description: 'Issuer and subject of each link to an office’s own sign-on.' }),
    secondFactor: z.boolean(),
  }),
  posts: z.array(
    z.object({
      title: z.string(),
      organisation: z.string(),
      part: z.enum(['A', 'B']),
      from: z.iso.date(),
      to: z.iso.date().nullable(),
    }),
  ),
  absences: z.array(z.object({ firstDay: z.iso.date(), lastDay: z.iso.date() })),
  contacts: z.array(
    z.object({
      id: z.uuid(),
      of: z.string(),
      kind: z.enum(CONTACT_KIND_NAMES),
      jobTitle: z.string(),
      phone: z.string().nullable(),
      from: z.iso.date(),
      to: z.iso.date().nullable(),
    }),
  ),
  sessions: z.array(
    z.object({
      startedAt: z.iso.datetime(),
      seenAt: z.iso.datetime(),
      address: z.string(),
      agent: z.string(),
    }),
  ),
  reveals: z.array(
    z.object({
      at: z.iso.datetime(),
      by: z.string().meta({ description: 'The office and post that looked, not the officer.' }),
      as: z.string().meta({ description: 'What the person was looked up as.' }),
      reason: z.enum(REVEAL_REASON_NAMES),
      words: z.string(),
    }),
  ),
  log: z.array(z.object({ at: z.iso.datetime(), kind: z.string(), address: z.string() })),
  requests: z.array(OwnRequest),
  messages: z.object({
    email: z.string().nullable(),
    pendingEmail: z.string().nullable(),
    choices: z.array(NotificationChoice),
    received: z.array(NotificationRow.omit({ link: true })),
  }),
  noticeShown: z.object({ version: z.string(), at: z.iso.datetime() }).nullable(),
  erasureObstacles: z.array(ErasureObstacle),
});
export type MyData = z.infer<typeof MyData>;

/** The machine-readable copy: the data, and what each field is kept for (art. 45). */
export const MyDataCopy = z.object({
  copiedAt: z.iso.datetime(),
  noticeVersion: z.string(),
  data: MyData,
  fields: z.array(
    z.object({
      name: z.string(),
      purpose: z.string(),
      basis: z.string(),
      term: z.string(),
    }),
  ),
});
export type MyDataCopy = z.infer<typeof MyDataCopy>;

const words = z.string().trim().min(2).max(500);
export const DataRequestForm = z.object({ kind: kinds, words });
export type DataRequestForm = z.infer<typeof DataRequestForm>;

export const OwnErasure = z.object({ password: z.string().min(1).max(200) });

export const NoticeState = z.object({
  version: z.string(),
  shown: z.boolean().meta({ description: 'Whether this edition was shown to the person.' }),
});
export const NoticeSeen = z.object({ version: z.string().max(20) });

/** Of which kind of organisation somebody is; its name is no business of the platform's officers. */
const organisationKind = z.enum(
  Object.keys(ORGANISATION_KINDS) as [OrganisationKind, ...OrganisationKind[]],
);

/** What the security officer works on. */
export const DataRequest = z.object({
  ...own,
  person: z.object({
    name: z.string().meta({ description: 'Masked; empty once the person was erased.' }),
    phone: z.string().nullable(),
    signInName: z.string(),
    organisationKind,
  }),
});
export type DataRequest = z.infer<typeof DataRequest>;
export const DataRequestQuery = z.object({ state: states.optional() });
export const DataRequestList = z.object({ requests: z.array(DataRequest) });
export type DataRequestList = z.infer<typeof DataRequestList>;

export const DataRequestAnswer = z.object({
  decision: z.enum(['carry_out', 'refuse']),
  answer: words.meta({ description: 'Told to the person.' }),
  name: z.string().trim().min(1).max(40).optional(),
  phone: z.string().trim().max(30).optional(),
});
export type DataRequestAnswer = z.infer<typeof DataRequestAnswer>;

/** Without a request in the software: on paper, or of somebody who cannot sign in. */
export const ErasureByOfficer = z.object({
  signInName: z.string().trim().min(1).max(40),
  reason: words,
});
export type ErasureByOfficer = z.infer<typeof ErasureByOfficer>;

export const ErasedPersons = z.object({
  persons: z.array(
    z.object({
      id: z.uuid(),
      organisationKind,
      posts: z.array(z.string()),
      erasedAt: z.iso.datetime(),
      by: z.enum(['self', 'officer']),
      reason: z.string(),
    }),
  ),
});
export type ErasedPersons = z.infer<typeof ErasedPersons>;

/** Requests are those that were answered, with the reason of an erasure. */
const EXPIRING = ['person', 'contact', 'request'] as const;
export type Expiring = (typeof EXPIRING)[number];

/** What has passed its term; the names stay masked here too. */
export const ExpiredData = z.object({
  expired: z.array(
    z.object({
      kind: z.enum(EXPIRING),
      id: z.uuid(),
      name: z.string().meta({ description: 'Masked; empty once the person was erased.' }),
      organisationKind: organisationKind.nullable().meta({ description: 'Null of a contact.' }),
      districtCode: z.string(),
      endedOn: z.iso.date(),
      dueOn: z.iso.date(),
    }),
  ),
});
export type ExpiredData = z.infer<typeof ExpiredData>;
export const ExpiredClearing = z.object({ kind: z.enum(EXPIRING), id: z.uuid() });
