import type { Bilingual } from './bilingual.ts';
import type { OrganisationKind } from './organisation-kinds.ts';

/**
 * How far a post sees, by its role:
 * - `own`: what belongs to its organisation, or to one that delegated to it;
 * - `territory`: what lies in the counties of its office;
 * - `park`: what lies in the parks of its organisation, or in the post's own park.
 */
export type Reach = 'own' | 'territory' | 'park';

interface RoleRow extends Bilingual {
  /** Kinds of organisation that may have a post with this role. */
  readonly kinds: readonly OrganisationKind[];
  readonly reach: readonly Reach[];
  /** Signs in with a second factor, always. */
  readonly secondFactor: boolean;
  /** What the post is for, in one sentence: the first line of its desk. */
  readonly duty: Bilingual;
}

/** Every role. A post 岗位 has exactly one; a person has the roles of the posts held today. */
export const ROLES = {
  CITY_OFFICER: {
    zh: '市局管理员',
    en: 'City officer',
    kinds: ['MUNICIPAL_EEB'],
    reach: ['own', 'territory'],
    secondFactor: false,
    duty: { zh: '统筹全市园区与企业', en: 'Keeps the parks and enterprises of the whole city' },
  },
  APPROVAL_OFFICER: {
    zh: '审批人员',
    en: 'Approval officer',
    kinds: ['COUNTY_EEB', 'MUNICIPAL_EEB'],
    reach: ['own', 'territory'],
    secondFactor: false,
    duty: {
      zh: '办理环评文件与排污许可',
      en: 'Handles EIA documents and discharge permits',
    },
  },
  INSPECTOR: {
    zh: '执法人员',
    en: 'Inspector',
    kinds: ['COUNTY_EEB', 'MUNICIPAL_EEB'],
    reach: ['own', 'territory'],
    secondFactor: false,
    duty: { zh: '现场检查与帮扶', en: 'Inspects on site and helps' },
  },
  BUREAU_HEAD: {
    zh: '分局负责人',
    en: 'Head of the branch',
    kinds: ['COUNTY_EEB', 'MUNICIPAL_EEB'],
    reach: ['own', 'territory'],
    secondFactor: false,
    duty: { zh: '审核、签发与岗位安排', en: 'Reviews, signs off and assigns posts' },
  },
  SECTION_CHIEF: {
    zh: '科室负责人',
    en: 'Chief of a section',
    kinds: ['COUNTY_EEB', 'MUNICIPAL_EEB'],
    reach: ['own', 'territory'],
    secondFactor: false,
    duty: { zh: '审核本科室拟的文书', en: 'Reviews what the section has drafted' },
  },
  RECORDS_CLERK: {
    zh: '文书档案人员',
    en: 'Records clerk',
    kinds: ['COUNTY_EEB', 'MUNICIPAL_EEB'],
    reach: ['own', 'territory'],
    secondFactor: false,
    duty: { zh: '文书用印、送达与归档', en: 'Seals, serves and archives documents' },
  },
  GOV_OFFICER: {
    zh: '政府工作人员',
    en: 'Government officer',
    kinds: ['COUNTY_GOV'],
    reach: ['own', 'territory'],
    secondFactor: false,
    duty: { zh: '出具政府意见', en: 'Gives the consent of the county government' },
  },
  ECON_OFFICER: {
    zh: '经信工作人员',
    en: 'Officer for industry',
    kinds: ['ECON_INFO_DEPT'],
    reach: ['own', 'territory'],
    secondFactor: false,
    duty: { zh: '园区认定与星级管理', en: 'Recognises and rates parks' },
  },
  PARK_CHIEF: {
    zh: '园区（片区）长',
    en: 'Park chief',
    kinds: ['TOWN', 'COUNTY_GOV'],
    reach: ['own', 'park'],
    secondFactor: false,
    duty: { zh: '对所联系的园区负责', en: 'Answers for the park in his care' },
  },
  SQUAD_MEMBER: {
    zh: '环保监督小分队',
    en: 'Supervision squad',
    kinds: ['TOWN', 'COUNTY_EEB'],
    reach: ['own', 'park'],
    secondFactor: false,
    duty: { zh: '园区日常巡查与指导', en: 'Walks through the park and advises' },
  },
  PARK_MANAGER: {
    zh: '园区管理员',
    en: 'Park manager',
    kinds: ['PARK_OWNER', 'PARK_LEGAL_ENTITY'],
    reach: ['own', 'park'],
    secondFactor: false,
    duty: { zh: '园区准入与日常环保管理', en: 'Admits tenants and manages the park day by day' },
  },
  LANDLORD: {
    zh: '出租人',
    en: 'Landlord',
    kinds: ['LANDLORD'],
    reach: ['own'],
    secondFactor: false,
    duty: { zh: '出租前查询与告知', en: 'Checks a tenant before the lease is signed' },
  },
  ENTERPRISE_OWNER: {
    zh: '企业负责人',
    en: 'Owner of the enterprise',
    kinds: ['ENTERPRISE'],
    reach: ['own'],
    secondFactor: false,
    duty: { zh: '看自己的档案、办自己的事', en: 'Sees the own file and does the own business' },
  },
  STEWARD: {
    zh: '环保管家',
    en: 'Steward',
    kinds: ['THIRD_PARTY_ORG'],
    reach: ['own'],
    secondFactor: false,
    duty: { zh: '受企业委托代办', en: 'Acts for the enterprises that delegated to the agency' },
  },
  REVIEWER: {
    zh: '技术评估人员',
    en: 'Technical reviewer',
    kinds: ['TECH_REVIEW_BODY'],
    reach: ['own'],
    secondFactor: false,
    duty: { zh: '环评文件技术评估', en: 'Reviews EIA documents' },
  },
  COLLECTOR: {
    zh: '收运人员',
    en: 'Waste collector',
    kinds: ['HW_COLLECTOR', 'HW_CARRIER', 'HW_RECEIVER'],
    reach: ['own'],
    secondFactor: false,
    duty: { zh: '小微危废收运与交接', en: 'Collects small amounts of hazardous waste' },
  },
  HOUSE_HEAD: {
    zh: '单位岗位管理员',
    en: 'Head of the house',
    // Houses whose other roles do not assign posts.
    kinds: [
      'TOWN',
      'COUNTY_GOV',
      'ECON_INFO_DEPT',
      'TECH_REVIEW_BODY',
      'THIRD_PARTY_ORG',
      'HW_COLLECTOR',
      'HW_CARRIER',
      'HW_RECEIVER',
    ],
    reach: ['own'],
    secondFactor: false,
    duty: { zh: '安排本单位的岗位与人员', en: 'Assigns the posts of the own house' },
  },
  SYSTEM_OFFICER: {
    zh: '系统管理员',
    en: 'System officer',
    kinds: ['PLATFORM'],
    reach: ['own'],
    secondFactor: true,
    duty: { zh: '机构与账号，不看业务', en: 'Organisations and accounts; sees no business' },
  },
  SECURITY_OFFICER: {
    zh: '安全管理员',
    en: 'Security officer',
    kinds: ['PLATFORM'],
    reach: ['own'],
    secondFactor: true,
    duty: { zh: '授权复核与账号锁定', en: 'Confirms rights, locks accounts' },
  },
  AUDIT_OFFICER: {
    zh: '审计管理员',
    en: 'Audit officer',
    kinds: ['PLATFORM'],
    reach: ['own'],
    secondFactor: true,
    duty: { zh: '查看日志，不改任何东西', en: 'Reads the logs, changes nothing' },
  },
} as const satisfies Record<string, RoleRow>;

export type Role = keyof typeof ROLES;
export const ROLE_NAMES = Object.keys(ROLES) as [Role, ...Role[]];

/** Roles that an organisation of this kind may have posts of. */
export function rolesAt(kind: OrganisationKind): Role[] {
  return ROLE_NAMES.filter((role) =>
    (ROLES[role].kinds as readonly OrganisationKind[]).includes(kind),
  );
}

/** The three officers 三员: whoever is one is neither of the others. */
export const THREE_OFFICERS = ['SYSTEM_OFFICER', 'SECURITY_OFFICER', 'AUDIT_OFFICER'] as const;

/** Roles whose post is for one park, which the post names. */
export const PARK_POSTS: readonly Role[] = ['PARK_CHIEF', 'SQUAD_MEMBER'];
