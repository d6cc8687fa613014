import { z } from 'zod';
import { KIND_NAMES } from './organisation-kinds.ts';
import { ROLE_NAMES } from './roles.ts';

/** A post that the person holds or stands in for today. */
export const HeldPost = z.object({
  id: z.uuid(),
  role: z.enum(ROLE_NAMES),
  title: z.string(),
  organisation: z.object({ id: z.uuid(), name: z.string(), kind: z.enum(KIND_NAMES) }),
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
  passwordDue: z
    .boolean()
    .meta({ description: 'The password is an initial one and has to be changed before all else.' }),
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
/** What a new password must be; the server and the form read the same. */
export const PASSWORD_RULE = { shortest: 10, longest: 200, kinds: 3 } as const;
export type PasswordFault = 'PASSWORD_SHORT' | 'PASSWORD_SIMPLE' | 'PASSWORD_OF_NAME';

/** Small letters, capitals, digits, anything else: three kinds of the four at least. */
const KINDS_OF_CHARACTER = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];

/** Why a new password is none; null for one that may be. @param name the sign-in name, '' if unknown */
export function passwordFault(password: string, name: string): PasswordFault | null {
  if (Array.from(password).length < PASSWORD_RULE.shortest) return 'PASSWORD_SHORT';
  const kinds = KINDS_OF_CHARACTER.filter((kind) => kind.test(password)).length;
  if (kinds < PASSWORD_RULE.kinds) return 'PASSWORD_SIMPLE';
  const isOfName = name !== '' && password.toLowerCase().includes(name.toLowerCase());
  return isOfName ? 'PASSWORD_OF_NAME' : null;
}

export const PasswordChange = z.object({
  password: z.string().min(1).max(PASSWORD_RULE.longest),
  next: z.string().min(1).max(PASSWORD_RULE.longest),
});

export const SecondFactorConfirm = z.object({ code: Code });

export const Done = z.object({ done: z.literal(true) });
