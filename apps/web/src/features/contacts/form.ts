import { readPhone, type Contact, type ContactKind } from '@ludao/contracts';

/** The form while it is filled in; of a contact that is changed, empty means unchanged. */
export interface Draft {
  readonly kind: ContactKind;
  readonly name: string;
  readonly phone: string;
  readonly jobTitle: string;
  /** Takes the number away; an empty field would leave it. */
  readonly withoutPhone: boolean;
}

export const EMPTY: Draft = {
  kind: 'ENVIRONMENT_LEAD',
  name: '',
  phone: '',
  jobTitle: '',
  withoutPhone: false,
};

export function draftOf({ kind, jobTitle }: Contact): Draft {
  return { ...EMPTY, kind, jobTitle };
}

/** The fields that have to be put right before anything is sent. */
export function wrongIn(draft: Draft, isNew: boolean): ('name' | 'phone')[] {
  const phone = draft.phone.trim();
  return [
    ...(isNew && draft.name.trim() === '' ? (['name'] as const) : []),
    ...(phone !== '' && readPhone(phone) === null ? (['phone'] as const) : []),
  ];
}

/** What is sent of a change: only what was typed. */
export function changeOf({ kind, name, phone, jobTitle, withoutPhone }: Draft) {
  return {
    kind,
    jobTitle: jobTitle.trim(),
    ...(name.trim() !== '' && { name: name.trim() }),
    ...(withoutPhone ? { phone: '' } : phone.trim() !== '' && { phone: phone.trim() }),
  };
}
