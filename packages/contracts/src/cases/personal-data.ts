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
  {
    columns: ['case_comment_person.name', 'case_comment_person.phone'],
    name: {
      zh: '公示期间提出意见、申请听证的人的姓名、电话',
      en: 'Name and phone of whoever commented on a notice or asked for a hearing',
    },
    of: 'document',
    purpose: {
      zh: '核实意见、通知听证；与意见分开保存，不对外公开，也不告诉建设单位',
      en: 'Checking a comment, calling to a hearing; kept apart from it, never published nor told to the applicant',
    },
    basis: 'DUTY',
    term: 'WITH_VOLUME',
    mask: 'name',
    revealedBy: null,
  },
  {
    columns: ['admission.representative'],
    name: {
      zh: '直接入驻承诺书上的法定代表人',
      en: 'Legal representative who commits for a direct entry',
    },
    of: 'document',
    purpose: {
      zh: '证明企业作出入驻承诺',
      en: 'Proving that the enterprise made the commitment of a direct entry',
    },
    basis: 'DUTY',
    term: 'WITH_VOLUME',
    mask: 'name',
    revealedBy: null,
  },
];
