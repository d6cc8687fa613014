import type { Declaration, FilingForm, RefilingReason, VoidReason } from '@ludao/contracts';
import { EMPTY_FILING } from '@ludao/contracts';
import type { CasePerson } from '../persons/model.ts';
import type { StoredCase } from '../model.ts';

/** The form without its persons, who stand in a table of their own. */
export type KeptForm = Omit<FilingForm, 'legalRepresentative' | 'contact' | 'phone'>;

/** What a filing keeps in the details of its case. */
export interface FilingDetails {
  readonly form: KeptForm;
  readonly declared: { readonly what: readonly Declaration[]; readonly on: string } | null;
  /** The earlier filing that this one takes the place of. */
  readonly refiles: { readonly id: string; readonly reason: RefilingReason } | null;
  readonly voided: { readonly reason: VoidReason; readonly on: string } | null;
  /** As the official system gave it. */
  readonly officialNumber?: string;
}

const { legalRepresentative: _, contact: __, phone: ___, ...EMPTY_FORM } = EMPTY_FILING;

const NOTHING: FilingDetails = { form: EMPTY_FORM, declared: null, refiles: null, voided: null };

export function detailsOf({ details }: Pick<StoredCase, 'details'>): FilingDetails {
  return { ...NOTHING, ...(details as Partial<FilingDetails>) };
}

/** As the column takes them. */
export function keep(details: FilingDetails): StoredCase['details'] {
  return { ...details };
}

/** The whole form, with its persons. */
export function formOf({ form }: FilingDetails, persons: readonly CasePerson[]): FilingForm {
  const of = (role: CasePerson['role']) => persons.find((person) => person.role === role);
  return {
    ...form,
    legalRepresentative: of('LEGAL_REPRESENTATIVE')?.name ?? '',
    contact: of('CONTACT')?.name ?? '',
    phone: of('CONTACT')?.phone ?? '',
  };
}

/** A form as it is kept: what names a person apart from the rest. */
export function split({ legalRepresentative, contact, phone, ...form }: FilingForm): {
  readonly form: KeptForm;
  readonly persons: readonly CasePerson[];
} {
  return {
    form,
    persons: [
      { role: 'LEGAL_REPRESENTATIVE', name: legalRepresentative, phone: null },
      { role: 'CONTACT', name: contact, phone: phone === '' ? null : phone },
    ],
  };
}
