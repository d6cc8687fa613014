import type { Bilingual } from '../people/bilingual.ts';

/** The way of a document 公文; it never skips a state and never goes back once it has a number. */
export const DOCUMENT_STATES = {
  DRAFT: { zh: '拟稿中', en: 'Draft' },
  SUBMITTED: { zh: '待审核', en: 'To be reviewed' },
  REVIEWED: { zh: '待签发', en: 'To be signed off' },
  NUMBERED: { zh: '待用印', en: 'Signed off and numbered' },
  SEALED: { zh: '待送达', en: 'Sealed' },
  SERVED: { zh: '已送达', en: 'Served' },
  ARCHIVED: { zh: '已归档', en: 'Archived' },
  DISCARDED: { zh: '已弃稿', en: 'Discarded' },
} as const satisfies Record<string, Bilingual>;
export type DocumentState = keyof typeof DOCUMENT_STATES;

/** What a later document made of an earlier one. */
export const DOCUMENT_EFFECTS = {
  CORRECT: { zh: '已更正', en: 'Corrected' },
  WITHDRAW: { zh: '已撤回', en: 'Withdrawn' },
  REVOKE: { zh: '已撤销', en: 'Revoked' },
  VOID: { zh: '已作废', en: 'Void' },
} as const satisfies Record<string, Bilingual>;
export type DocumentEffect = keyof typeof DOCUMENT_EFFECTS;

/** Where a certificate stands: a paper that the platform gave at once, signed by nobody. */
export const CERTIFICATE_STATES = {
  VALID: { zh: '有效', en: 'Valid' },
  ENDED: { zh: '已终止', en: 'Ended' },
  REVOKED: { zh: '已撤销', en: 'Revoked' },
  SUPERSEDED: { zh: '已被新证替代', en: 'Superseded' },
} as const satisfies Record<string, Bilingual>;
export type CertificateState = keyof typeof CERTIFICATE_STATES;

/** Why a certificate no longer counts. */
export const CERTIFICATE_REASONS = {
  LEFT_PARK: { zh: '已迁出园区', en: 'The holder left the park' },
  PROJECT_ENDED: { zh: '项目不再建设', en: 'The project was given up' },
  CHANGED: { zh: '内容变更，另发新证', en: 'What it says changed; a new one was issued' },
  FILED_ANEW: { zh: '已重新备案', en: 'Filed anew' },
  FALSE_STATEMENT: { zh: '申报内容不实', en: 'What was declared is not true' },
  NOT_ENTITLED: { zh: '不符合规定条件', en: 'The conditions were not met' },
  ISSUED_BY_MISTAKE: { zh: '发放有误', en: 'Issued by mistake' },
  BASIS_ENDED: { zh: '所依据的文件已失效', en: 'What it rests on is no longer in force' },
} as const satisfies Record<string, Bilingual>;
export type CertificateReason = keyof typeof CERTIFICATE_REASONS;

/** Why an office corrects the number of an official system. */
export const OFFICIAL_NUMBER_REASONS = {
  ENTERED_WRONGLY: { zh: '登记时写错', en: 'Entered wrongly' },
  FILED_ANEW: { zh: '在官方系统重新备案', en: 'Filed anew in the official system' },
  RENUMBERED: { zh: '官方系统换发了编号', en: 'The official system gave another number' },
} as const satisfies Record<string, Bilingual>;
export type OfficialNumberReason = keyof typeof OFFICIAL_NUMBER_REASONS;

/** What a visitor is told who holds the paper: whether it counts, and nothing of what it says. */
export const VERIFIED_STATES = {
  IN_FORCE: { zh: '有效', en: 'In force' },
  NOT_SERVED: { zh: '已签发，尚未送达', en: 'Signed off, not served yet' },
  ...DOCUMENT_EFFECTS,
  ...CERTIFICATE_STATES,
} as const satisfies Record<string, Bilingual>;
export type VerifiedState = keyof typeof VERIFIED_STATES;

/** Steps that a person took; the reason of a return stands with it. */
export const DOCUMENT_ACTS = {
  DRAFTED: { zh: '拟稿', en: 'Drafted' },
  CHANGED: { zh: '修改', en: 'Changed' },
  SUBMITTED: { zh: '送审', en: 'Submitted' },
  TAKEN_BACK: { zh: '撤回修改', en: 'Taken back' },
  REVIEWED: { zh: '审核通过', en: 'Reviewed' },
  RETURNED: { zh: '退回修改', en: 'Sent back' },
  SIGNED_OFF: { zh: '签发', en: 'Signed off' },
  HANDED_TO_SEAL: { zh: '交用印系统', en: 'Handed to the seal system' },
  SEALED: { zh: '用印', en: 'Sealed' },
  DELIVERY_FAILED: { zh: '送达未成', en: 'Not delivered' },
  SERVED: { zh: '送达', en: 'Served' },
  RECORDED_OUTSIDE: { zh: '登记官方系统编号', en: 'Recorded in the official system' },
  ARCHIVED: { zh: '归档', en: 'Archived' },
  DISCARDED: { zh: '弃稿', en: 'Discarded' },
} as const satisfies Record<string, Bilingual>;
export type DocumentAct = keyof typeof DOCUMENT_ACTS;

/** How a document reaches its addressee: 民事诉讼法 (2023) arts. 88–95, to which 行政处罚法 art. 61 points. */
export const SERVICE_WAYS = {
  DIRECT: { zh: '直接送达', en: 'Handed over' },
  LEFT: { zh: '留置送达', en: 'Left behind' },
  MAIL: { zh: '邮寄送达', en: 'By mail' },
  ELECTRONIC: { zh: '电子送达', en: 'Electronically' },
  ENTRUSTED: { zh: '委托送达', en: 'Through another office' },
  ANNOUNCED: { zh: '公告送达', en: 'By announcement' },
} as const satisfies Record<string, Bilingual>;
export type ServiceWay = keyof typeof SERVICE_WAYS;

/** How a paper gets its seal. None of them is a legal electronic seal, and none says that it is. */
export const SEAL_WAYS = {
  SCAN: { zh: '打印用印后扫描回传', en: 'Printed, stamped and scanned' },
  FILE: { zh: '外部用印系统文件交换', en: 'By exchanging files with a seal system' },
} as const satisfies Record<string, Bilingual>;
export type SealWay = keyof typeof SEAL_WAYS;

/** Whose record counts. In front of an official system a paper says so and closes with its number. */
export const RECORD_MODES = {
  OWN: { zh: '本机关自有文书', en: 'The office’s own paper' },
  RECORD: { zh: '以本平台为准', en: 'This platform is the record' },
  FRONT: { zh: '以官方系统为准', en: 'The official system is the record' },
} as const satisfies Record<string, Bilingual>;
export type DocumentMode = keyof typeof RECORD_MODES;
