import type { Bilingual } from './bilingual.ts';

/**
 * Every kind of organisation that takes part in the sixteen measures. A new kind is a row here;
 * no code asks for one by name where a role would do.
 */
export const ORGANISATION_KINDS = {
  MUNICIPAL_EEB: { zh: '市生态环境局', en: 'City ecology and environment bureau' },
  COUNTY_EEB: { zh: '区县生态环境分局', en: 'County branch of the bureau' },
  COUNTY_GOV: { zh: '县级政府', en: 'County government' },
  ECON_INFO_DEPT: { zh: '经信部门', en: 'Economy and information department' },
  TOWN: { zh: '乡镇街道', en: 'Town or street' },
  TECH_REVIEW_BODY: { zh: '技术评估机构', en: 'Technical review body' },
  PARK_OWNER: { zh: '园区业主', en: 'Park owner or operator' },
  PARK_LEGAL_ENTITY: { zh: '园区法人', en: 'Park legal entity' },
  LANDLORD: { zh: '厂房出租者', en: 'Landlord' },
  ENTERPRISE: { zh: '小微企业', en: 'Enterprise' },
  THIRD_PARTY_ORG: { zh: '第三方机构', en: 'Service agency' },
  HW_COLLECTOR: { zh: '危废收运单位', en: 'Hazardous waste collector' },
  HW_CARRIER: { zh: '危废承运人', en: 'Hazardous waste carrier' },
  HW_RECEIVER: { zh: '危废利用处置单位', en: 'Hazardous waste disposal facility' },
  PLATFORM: { zh: '平台运行单位', en: 'Operator of the platform' },
} as const satisfies Record<string, Bilingual>;

export type OrganisationKind = keyof typeof ORGANISATION_KINDS;
export const KIND_NAMES = Object.keys(ORGANISATION_KINDS) as [
  OrganisationKind,
  ...OrganisationKind[],
];
