import type { Bilingual } from '../people/bilingual.ts';

interface Cited extends Bilingual {
  /** Where the text says so. */
  readonly cite: string;
}

/** 建设性质, as the head of the report form asks it. */
export const CONSTRUCTION_TYPES = {
  NEW: { zh: '新建（迁建）', en: 'New or moved' },
  REBUILT: { zh: '改建', en: 'Rebuilt' },
  EXTENDED: { zh: '扩建', en: 'Extended' },
  RETROFIT: { zh: '技术改造', en: 'Technical retrofit' },
} as const satisfies Record<string, Bilingual>;
export type ConstructionType = keyof typeof CONSTRUCTION_TYPES;

/** 建设项目申报情形, as the head of the report form asks it. */
export const OCCASIONS = {
  FIRST: { zh: '首次申报', en: 'First application' },
  AFTER_REFUSAL: { zh: '不予批准后再次申报', en: 'Again after a refusal' },
  REEXAMINATION: { zh: '超五年重新审核', en: 'Re-examination after five years' },
  MAJOR_CHANGE: { zh: '重大变动重新报批', en: 'Approval anew after a major change' },
} as const satisfies Record<string, Bilingual>;
export type Occasion = keyof typeof OCCASIONS;

/** 《建设项目环境保护管理条例》art. 11: the five grounds on which an approval is refused, and no other. */
export const REFUSAL_GROUNDS = {
  SITING: {
    zh: '建设项目类型及其选址、布局、规模等不符合环境保护法律法规和相关法定规划',
    en: 'Kind, site, layout or scale breaks environmental law or a statutory plan',
    cite: '《建设项目环境保护管理条例》第十一条第（一）项',
  },
  AREA_QUALITY: {
    zh: '所在区域环境质量未达到标准，且拟采取的措施不能满足区域环境质量改善目标管理要求',
    en: 'The area misses its quality standard and the measures do not serve its improvement',
    cite: '《建设项目环境保护管理条例》第十一条第（二）项',
  },
  DISCHARGE: {
    zh: '采取的污染防治措施无法确保污染物排放达到标准，或者未采取必要措施预防和控制生态破坏',
    en: 'The measures do not assure the discharge standard, or ecological harm is not prevented',
    cite: '《建设项目环境保护管理条例》第十一条第（三）项',
  },
  OLD_POLLUTION: {
    zh: '改建、扩建和技术改造项目，未针对项目原有环境污染和生态破坏提出有效防治措施',
    en: 'Rebuilt, extended or retrofitted without measures against the existing pollution',
    cite: '《建设项目环境保护管理条例》第十一条第（四）项',
  },
  FALSE_DATA: {
    zh: '基础资料数据明显不实，内容存在重大缺陷、遗漏，或者评价结论不明确、不合理',
    en: 'Data plainly untrue, grave defects or gaps, or an unclear or unreasonable conclusion',
    cite: '《建设项目环境保护管理条例》第十一条第（五）项',
  },
} as const satisfies Record<string, Cited>;
export type RefusalGround = keyof typeof REFUSAL_GROUNDS;

/** Why a file is not taken in at all. */
export const INTAKE_REFUSALS = {
  NOT_NEEDED: {
    zh: '依法不需要取得审批的',
    en: 'No approval is needed by law',
    cite: '《行政许可法》第三十二条第一款第（一）项',
  },
  NOT_COMPETENT: {
    zh: '不属于本机关职权范围的',
    en: 'Another authority decides',
    cite: '《行政许可法》第三十二条第一款第（二）项',
  },
  PARK_RESTRICTED: {
    zh: '所在园区实施项目限批的',
    en: 'The park is under a restriction on approvals',
    cite: '征求意见稿第10条及当地限批文件',
  },
  NOT_COMPLETED: {
    zh: '告知补正后仍不齐全或者不符合法定形式的',
    en: 'Still incomplete after the notice',
    cite: '《行政许可法》第三十二条第一款第（四）、（五）项',
  },
} as const satisfies Record<string, Cited>;
export type IntakeRefusal = keyof typeof INTAKE_REFUSALS;

/** Which step of the review stops the clocks that leave it out. */
export const REVIEW_KINDS = {
  TECHNICAL: { zh: '技术评估', en: 'Technical evaluation' },
  EXPERTS: { zh: '专家评审', en: 'Expert review' },
} as const satisfies Record<string, Bilingual>;
export type ReviewKind = keyof typeof REVIEW_KINDS;

export const OPINION_RESULTS = {
  FEASIBLE: { zh: '总体可行', en: 'Feasible' },
  AFTER_CHANGES: { zh: '修改完善后可行', en: 'Feasible after changes' },
  NOT_FEASIBLE: { zh: '不可行', en: 'Not feasible' },
} as const satisfies Record<string, Bilingual>;
export type OpinionResult = keyof typeof OPINION_RESULTS;

/** What an office intends, proposes and decides. */
export const APPROVAL_OUTCOMES = {
  APPROVE: { zh: '批准', en: 'Approve' },
  REFUSE: { zh: '不予批准', en: 'Refuse' },
} as const satisfies Record<string, Bilingual>;
export type ApprovalOutcome = keyof typeof APPROVAL_OUTCOMES;

/** The three publicities 公示公告 of an approval. */
export const NOTICE_KINDS = {
  ACCEPTANCE: { zh: '受理公示', en: 'Acceptance' },
  INTENT: { zh: '拟审批公示', en: 'Intended decision' },
  DECISION: { zh: '审批决定公告', en: 'Decision' },
} as const satisfies Record<string, Bilingual>;
export type NoticeKind = keyof typeof NOTICE_KINDS;

export const COMMENT_KINDS = {
  COMMENT: { zh: '意见和建议', en: 'Comment' },
  HEARING: { zh: '听证申请', en: 'Request for a hearing' },
} as const satisfies Record<string, Bilingual>;
export type CommentKind = keyof typeof COMMENT_KINDS;

/** Bilingual names of what the applicant hands in. */
export const APPROVAL_FILES = {
  document: { zh: '环境影响报告书（表）', en: 'The report or report form' },
  publicVersion: { zh: '公开本', en: 'Public version' },
  participation: { zh: '公众参与说明', en: 'Statement on public participation' },
} as const satisfies Record<string, Bilingual>;
export type ApprovalFileKind = keyof typeof APPROVAL_FILES;

/** The columns of the table that Shaoxing's notices have, in their order. */
export const NOTICE_COLUMNS = {
  project: { zh: '项目名称', en: 'Project' },
  address: { zh: '建设地点', en: 'Place' },
  applicant: { zh: '建设单位', en: 'Applicant' },
  overview: { zh: '建设项目概况', en: 'The project' },
  participation: { zh: '公众参与情况', en: 'Public participation' },
  commitments: { zh: '相关环保措施承诺', en: 'Commitments' },
  impacts: {
    zh: '主要环境影响及预防或者减轻不良环境影响的对策和措施',
    en: 'Main effects and measures',
  },
} as const satisfies Record<string, Bilingual>;

/** Papers that follow a step, drafted from the case. */
export const CASE_PAPERS = {
  eia_acceptance_notice: { zh: '受理通知书', en: 'Notice of acceptance' },
  eia_incomplete_notice: { zh: '补正告知书', en: 'Notice of what is missing' },
  eia_approval: { zh: '批复', en: 'Approval' },
  eia_refusal: { zh: '不予批准决定书', en: 'Refusal' },
} as const satisfies Record<string, Bilingual>;
export type CasePaper = keyof typeof CASE_PAPERS;
