import { readPhone, type ContactChange, type ContactKind } from '@ludao/contracts';
import { refuse, type Refusal } from '../../platform/refusal.ts';
import type { StoredContact } from './model.ts';

export interface Details {
  readonly kind: ContactKind;
  readonly name: string;
  readonly phone: string | null;
  readonly jobTitle: string;
}

/** No name and no position has them; where one does, somebody tries something out. */
const MARKUP = /[<>\p{Cc}\u2028\u2029]/u;
/** Stars are what a mask leaves: somebody copied what is shown back into the form. */
const MASKED = /\*/;

/**
 * What a form says of a contact, with the number as it is kept.
 * @returns a refusal that names the field, never what was typed in it: problems are logged
 */
export function decideDetails(form: {
  readonly kind: ContactKind;
  readonly name: string;
  readonly phone: string;
  readonly jobTitle: string;
}): Details | Refusal {
  const { kind, name, jobTitle } = form;
  if (MASKED.test(name) || MASKED.test(form.phone)) return refuse('CONTACT_MASKED', {}, 422);
  if (MARKUP.test(name)) return refuse('CONTACT_NAME_MARKUP', {}, 422);
  if (MARKUP.test(jobTitle)) return refuse('CONTACT_TITLE_MARKUP', {}, 422);
  const phone = form.phone === '' ? null : readPhone(form.phone);
  if (phone === null && form.phone !== '') return refuse('PHONE_FORM', {}, 422);
  return { kind, name, phone, jobTitle };
}

/** The contact as it will be, and which fields that changes. */
export function decideChange(
  before: StoredContact,
  change: Omit<ContactChange, 'version'>,
): { readonly after: Details; readonly fields: readonly (keyof Details)[] } | Refusal {
  const { kind, name, jobTitle } = before;
  const form = { kind, name, jobTitle, phone: before.phone ?? '', ...given(change) };
  const after = decideDetails(form);
  if ('refused' in after) return after;
  const keys = ['kind', 'name', 'phone', 'jobTitle'] as const;
  return { after, fields: keys.filter((key) => after[key] !== before[key]) };
}

function given<T extends object>(change: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const said = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as { [K in keyof T]: Exclude<T[K], undefined> };
}
