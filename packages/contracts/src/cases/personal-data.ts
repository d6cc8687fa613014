import type { PersonalField } from '../personal-data.ts';

/** Persons whom a filing or an application names. */
export const CASE_PERSONS: readonly PersonalField[] = [
  {
    columns: ['eia_case_person.name'],
    name: {
      zh: '环评申报材料上的法定代表人、联系人、编制主持人姓名',
      en: 'Names of legal representative, contact and lead preparer in a filing or application',
    },
    of: 'document',
    purpose: {
      zh: '由法定代表人作出承诺，办理时找到联系人；不对外公开',
      en: 'The representative declares, the contact is reached; never published',
    },
    basis: 'DUTY',
    term: 'WITH_VOLUME',
    mask: 'name',
    revealedBy: null,
  },
  {
    columns: ['eia_case_person.phone'],
    name: { zh: '环评申报材料上的联系电话', en: 'Phone number in a filing or application' },
    of: 'document',
    purpose: { zh: '办理时联系', en: 'Calling about the case' },
    basis: 'DUTY',
    term: 'WITH_VOLUME',
    mask: 'phone',
    revealedBy: null,
  },
];
