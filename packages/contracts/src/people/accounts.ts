import { z } from 'zod';
import { ListQuery } from '../register.ts';
import { KIND_NAMES } from './organisation-kinds.ts';
import { Part, plainText } from './posts.ts';
import { ROLE_NAMES } from './roles.ts';

const District = z.string().regex(/^\d{6}$/);

export const OrganisationQuery = ListQuery.extend({
  kind: z.enum(KIND_NAMES).optional(),
  district: District.optional(),
  sort: z.enum(['name', '-name', 'kind', '-kind', 'people', '-people']).default('name'),
});
export type OrganisationQuery = z.infer<typeof OrganisationQuery>;

export const OrganisationRow = z.object({
  id: z.uuid(),
  kind: z.enum(KIND_NAMES),
  name: z.string(),
  creditCode: z.string().nullable(),
  districtCode: z.string(),
  territory: z.array(z.string()),
  people: z.int(),
  version: z.int(),
});
export type OrganisationRow = z.infer<typeof OrganisationRow>;
export const OrganisationList = z.object({ rows: z.array(OrganisationRow), total: z.int() });
export type OrganisationList = z.infer<typeof OrganisationList>;

export const OrganisationForm = z.object({
  kind: z.enum(KIND_NAMES),
  name: plainText(2, 100),
  creditCode: z.string().trim().max(40).nullable().default(null),
  districtCode: District,
  territory: z
    .array(District)
    .max(20)
    .default([])
    .meta({ description: 'Counties an office is responsible for; empty for all others.' }),
});
export type OrganisationForm = z.infer<typeof OrganisationForm>;

/** The kind stays: roles and rights hang on it. */
export const OrganisationChange = OrganisationForm.omit({ kind: true }).extend({
  version: z.int().min(1),
});
export type OrganisationChange = z.infer<typeof OrganisationChange>;

/** How an account stands. */
export const ACCOUNT_STATES = {
  ACTIVE: { zh: '正常', en: 'Active' },
  INITIAL: { zh: '待首次改密', en: 'Initial password' },
  LOCKED: { zh: '已锁定', en: 'Locked' },
  DISABLED: { zh: '已停用', en: 'Disabled' },
} as const;
export type AccountState = keyof typeof ACCOUNT_STATES;
const AccountStates = z.enum(Object.keys(ACCOUNT_STATES) as [AccountState, ...AccountState[]]);

export const AccountQuery = ListQuery.extend({
  org: z.uuid().optional(),
  state: AccountStates.optional(),
  sort: z
    .enum(['name', '-name', 'signInName', '-signInName', 'lastSignIn', '-lastSignIn'])
    .default('name'),
});
export type AccountQuery = z.infer<typeof AccountQuery>;

export const AccountRow = z.object({
  id: z.uuid().meta({ description: 'The person’s id.' }),
  name: z.string(),
  signInName: z.string(),
  organisation: z.object({ id: z.uuid(), name: z.string() }),
  posts: z.array(z.string()),
  state: AccountStates,
  secondFactor: z.boolean(),
  lastSignIn: z.iso.datetime().nullable(),
  may: z.object({
    update: z.boolean(),
    lock: z.boolean().meta({ description: 'Never one’s own, nor one of the other two officers’.' }),
  }),
});
export type AccountRow = z.infer<typeof AccountRow>;
export const AccountList = z.object({ rows: z.array(AccountRow), total: z.int() });
export type AccountList = z.infer<typeof AccountList>;

export const SIGN_IN_NAME = /^[a-z][a-z0-9._-]{2,39}$/;

export const AccountForm = z.object({
  organisationId: z.uuid(),
  name: plainText(1, 60),
  phone: z
    .string()
    .regex(/^1[3-9]\d{9}$/)
    .nullable()
    .default(null),
  signInName: z.string().trim().toLowerCase().regex(SIGN_IN_NAME),
});
export type AccountForm = z.infer<typeof AccountForm>;

/** Shown once, to whoever made it; the server keeps only its hash. */
export const InitialPassword = z.object({
  id: z.uuid(),
  signInName: z.string(),
  password: z.string(),
});
export type InitialPassword = z.infer<typeof InitialPassword>;

const Reason = z.string().trim().min(2).max(300);
export const ACCOUNT_CHANGES = ['enable', 'reset_password', 'reset_second_factor'] as const;
export const AccountChange = z.object({ act: z.enum(ACCOUNT_CHANGES), reason: Reason });
export type AccountChange = z.infer<typeof AccountChange>;
/** A new initial password where one was made. */
export const AccountChanged = z.object({ password: z.string().nullable() });

export const ACCOUNT_LOCKS = ['disable', 'unlock'] as const;
export const AccountLock = z.object({ act: z.enum(ACCOUNT_LOCKS), reason: Reason });
export type AccountLock = z.infer<typeof AccountLock>;

/** What the system officer put forward, and the security officer made of it. */
export const APPOINTMENT_STATES = {
  WAITING: { zh: '待复核', en: 'To be confirmed' },
  CONFIRMED: { zh: '已复核生效', en: 'Confirmed' },
  REFUSED: { zh: '已退回', en: 'Sent back' },
} as const;
export type AppointmentState = keyof typeof APPOINTMENT_STATES;
const AppointmentStates = z.enum(
  Object.keys(APPOINTMENT_STATES) as [AppointmentState, ...AppointmentState[]],
);

export const AppointmentQuery = z.object({
  state: AppointmentStates.optional(),
  page: ListQuery.shape.page,
  size: ListQuery.shape.size,
});
export type AppointmentQuery = z.infer<typeof AppointmentQuery>;

export const Appointment = z.object({
  id: z.uuid(),
  organisation: z.string(),
  postId: z.uuid(),
  post: z.string(),
  role: z.enum(ROLE_NAMES),
  part: Part,
  person: z.string(),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  state: AppointmentStates,
  proposedBy: z.string(),
  proposedAt: z.iso.datetime(),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
  may: z.object({ decide: z.boolean() }),
});
export type Appointment = z.infer<typeof Appointment>;
export const AppointmentList = z.object({ rows: z.array(Appointment), total: z.int() });
export type AppointmentList = z.infer<typeof AppointmentList>;

export const AppointmentDecision = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('confirm') }),
  z.object({ decision: z.literal('refuse'), reason: Reason }),
]);
export type AppointmentDecision = z.infer<typeof AppointmentDecision>;
