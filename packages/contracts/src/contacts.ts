import { z } from 'zod';

/** What somebody is to an enterprise or a park. */
export const CONTACT_KINDS = {
  LEGAL_REPRESENTATIVE: { zh: '法定代表人', en: 'Legal representative' },
  ENVIRONMENT_LEAD: { zh: '环保负责人', en: 'In charge of the environment' },
  CONTACT: { zh: '联系人', en: 'Contact' },
  EMERGENCY: { zh: '应急联系人', en: 'Emergency contact' },
} as const;
export type ContactKind = keyof typeof CONTACT_KINDS;
export const CONTACT_KIND_NAMES = Object.keys(CONTACT_KINDS) as [ContactKind, ...ContactKind[]];

/** How much a form takes; what is longer is told in the page. */
export const CONTACT_LIMITS = { name: 40, phone: 30, jobTitle: 40, reason: 200 } as const;

/** As everybody sees it who may read the enterprise or park; the server masks. */
export const Contact = z.object({
  id: z.uuid(),
  kind: z.enum(CONTACT_KIND_NAMES),
  name: z.string().meta({ description: 'Masked: 张*.' }),
  phone: z.string().nullable().meta({ description: 'Masked: 138****1234.' }),
  jobTitle: z.string(),
  since: z.iso.date(),
  cameWith: z
    .object({ name: z.string().nullable() })
    .nullable()
    .meta({ description: 'The merged entry it came with; its name where the reader may see it.' }),
  version: z.int(),
});
export type Contact = z.infer<typeof Contact>;

export const ContactList = z.object({
  contacts: z.array(Contact),
  may: z.object({ update: z.boolean(), reveal: z.boolean() }),
});
export type ContactList = z.infer<typeof ContactList>;

const name = z.string().trim().min(1).max(CONTACT_LIMITS.name);
const phone = z.string().trim().max(CONTACT_LIMITS.phone);
const jobTitle = z.string().trim().max(CONTACT_LIMITS.jobTitle);

export const ContactForm = z.object({
  kind: z.enum(CONTACT_KIND_NAMES),
  name,
  phone: phone.default('').meta({ description: 'Empty where there is none.' }),
  jobTitle: jobTitle.default(''),
});
export type ContactForm = z.infer<typeof ContactForm>;

/** What is left out stays: whoever changes a phone number need not see the name. */
export const ContactChange = z.object({
  version: z.int().min(1),
  kind: z.enum(CONTACT_KIND_NAMES).optional(),
  name: name.optional(),
  phone: phone.optional(),
  jobTitle: jobTitle.optional(),
});
export type ContactChange = z.infer<typeof ContactChange>;

export const ContactEnd = z.object({ version: z.int().min(1) });

/** Blanking what is kept of a contact, because the person asked for it. */
export const ContactErasure = z.object({
  version: z.int().min(1),
  reason: z.string().trim().min(2).max(CONTACT_LIMITS.reason),
});
export type ContactErasure = z.infer<typeof ContactErasure>;
