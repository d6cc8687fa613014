import { z } from 'zod';
import { Code } from './session.ts';

/** What the sign-in page offers besides name and password. */
export const SignOnOffer = z.object({
  title: z
    .object({ zh: z.string(), en: z.string() })
    .nullable()
    .meta({ description: "Name of the office's own sign-on; null where none is set up." }),
  passwords: z
    .enum(['everyone', 'officers'])
    .meta({ description: 'Who may still sign in with a password of this platform.' }),
});
export type SignOnOffer = z.infer<typeof SignOnOffer>;

/** A page of the desks to come to afterwards. */
export const SignOnStart = z.object({
  to: z
    .string()
    .max(500)
    .regex(/^\/(?![/\\])/)
    .optional(),
});
/** What the provider sends along; checked as the protocol says, not here. */
export const SignOnReturn = z.looseObject({});

/** The code of the platform's own second factor, where the provider did not say that it asked for one. */
export const SignOnCode = z.object({ code: Code });

export const OwnSignOn = z.object({
  linkedAt: z.iso.datetime().nullable(),
});
export const SignOnLinkStart = z.object({ password: z.string().min(1).max(200) });
export const SignOnLinkAddress = z.object({
  url: z.url().meta({ description: 'Where the browser goes to be recognised.' }),
});

export const SIGN_ON_LINK_SORTS = ['name', '-name', 'linkedAt', '-linkedAt'] as const;
export const SignOnAccountsQuery = z.object({
  q: z.string().trim().max(60).optional(),
  state: z.enum(['linked', 'open']).optional(),
  sort: z.enum(SIGN_ON_LINK_SORTS).default('name'),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
});
export type SignOnAccountsQuery = z.infer<typeof SignOnAccountsQuery>;

/** An account with what links it to the office's own sign-on. */
export const SignOnAccount = z.object({
  id: z.uuid(),
  name: z.string(),
  organisation: z.string(),
  signInName: z.string(),
  staffNumber: z.string().nullable(),
  linkedAt: z.iso.datetime().nullable(),
  linkedBy: z
    .enum(['OWN', 'CLAIM'])
    .nullable()
    .meta({ description: 'By the person, or by what an administrator had entered.' }),
  usedAt: z.iso.datetime().nullable(),
  disabled: z.boolean(),
});
export type SignOnAccount = z.infer<typeof SignOnAccount>;
export const SignOnAccounts = z.object({
  rows: z.array(SignOnAccount),
  total: z.int(),
  linkBy: z
    .enum(['none', 'phone', 'number'])
    .meta({ description: 'What an administrator enters so that an account is linked by itself.' }),
});
export type SignOnAccounts = z.infer<typeof SignOnAccounts>;

export const StaffNumber = z.object({
  staffNumber: z.string().trim().min(1).max(60).nullable(),
});
