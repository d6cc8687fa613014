import { z } from 'zod';
import { ORGANISATION_KINDS, type OrganisationKind } from './organisation-kinds.ts';
import { ROLE_NAMES } from './roles.ts';

const KINDS = Object.keys(ORGANISATION_KINDS) as [OrganisationKind, ...OrganisationKind[]];

/** A post that the person holds or stands in for today. */
export const HeldPost = z.object({
  id: z.uuid(),
  role: z.enum(ROLE_NAMES),
  title: z.string(),
  organisation: z.object({ id: z.uuid(), name: z.string(), kind: z.enum(KINDS) }),
  standIn: z.boolean().meta({ description: 'Held as stand-in (B角) while the holder is absent.' }),
});
export type HeldPost = z.infer<typeof HeldPost>;

/** Who is signed in, and as what. */
export const SessionView = z.object({
  user: z.object({ id: z.uuid(), name: z.string() }),
  posts: z.array(HeldPost),
  districts: z.array(z.string()).meta({ description: 'GB/T 2260 codes of the counties in reach.' }),
  secondFactor: z.enum(['done', 'to_enrol', 'not_required']),
  signOn: z.enum(['none', 'offered', 'used']).meta({
    description: "Whether the office's own sign-on is set up, and whether it opened this session.",
  }),
  demo: z.boolean(),
  idleMinutes: z.int(),
});
export type SessionView = z.infer<typeof SessionView>;

/** Six digits of an authenticator app. */
export const Code = z.string().regex(/^\d{6}$/);

export const SignIn = z.object({
  name: z.string().trim().min(1).max(40).meta({ description: 'User name or phone number.' }),
  password: z.string().min(1).max(200),
  code: Code.optional().meta({
    description: 'Six digits of the second factor, where one is set up.',
  }),
});
export type SignIn = z.infer<typeof SignIn>;

/** Accounts that a demonstration shows on its sign-in page; empty anywhere else. */
export const DemoAccounts = z.object({
  password: z.string().nullable(),
  accounts: z.array(
    z.object({
      name: z.string(),
      person: z.string(),
      role: z.enum(ROLE_NAMES),
      organisation: z.string(),
    }),
  ),
});
export type DemoAccounts = z.infer<typeof DemoAccounts>;

export const SecondFactorStart = z.object({ password: z.string().min(1).max(200) });
export const SecondFactorSecret = z.object({
  secret: z.string().meta({ description: 'Base32, to be typed where no camera is at hand.' }),
  uri: z.string().meta({ description: 'otpauth:// address, shown as a QR code.' }),
});
export type SecondFactorSecret = z.infer<typeof SecondFactorSecret>;
export const SecondFactorConfirm = z.object({ code: Code });

export const Done = z.object({ done: z.literal(true) });
