import type { Bilingual } from '../people/bilingual.ts';

/** Where a completion acceptance 竣工环境保护验收 stands. */
export const COMPLETION_STATES = {
  COMPLETED: { zh: '已竣工，待验收', en: 'Works completed' },
  COMMISSIONING: { zh: '调试中', en: 'Being commissioned' },
  RECTIFYING: { zh: '验收不合格，整改中', en: 'Not qualified, being put right' },
  QUALIFIED: { zh: '验收合格，待公开', en: 'Qualified, to be made public' },
  PUBLISHED: { zh: '验收报告公示中', en: 'Report made public' },
  FILED: { zh: '已在平台填报', en: 'Filed on the platform' },
  ABANDONED: { zh: '已终止', en: 'Given up' },
} as const satisfies Record<string, Bilingual>;
export type CompletionState = keyof typeof COMPLETION_STATES;

interface CompletionStepRow extends Bilingual {
  readonly from: readonly CompletionState[];
  /** Several: what the step finds decides. */
  readonly to: readonly CompletionState[];
}

/** Every step of the proponent, by 国环规环评〔2017〕4号: the only table of them. */
export const COMPLETION_STEPS = {
  publishCommissioning: {
    zh: '公开调试起止日期',
    en: 'Publish the days of commissioning',
    from: ['COMPLETED', 'RECTIFYING'],
    to: ['COMMISSIONING'],
  },
  report: {
    zh: '提交验收报告和结论',
    en: 'Enter report and conclusion',
    from: ['COMPLETED', 'COMMISSIONING', 'RECTIFYING'],
    to: ['QUALIFIED', 'RECTIFYING'],
  },
  publish: {
    zh: '公开验收报告',
    en: 'Make the report public',
    from: ['QUALIFIED'],
    to: ['PUBLISHED'],
  },
  file: {
    zh: '登记平台填报',
    en: 'Enter the filing on the platform',
    from: ['PUBLISHED'],
    to: ['FILED'],
  },
  reopen: {
    zh: '撤回结论，重新整改验收',
    en: 'Take the conclusion back and put right',
    from: ['QUALIFIED', 'PUBLISHED'],
    to: ['RECTIFYING'],
  },
  abandon: {
    zh: '终止验收',
    en: 'Give up',
    from: ['COMPLETED', 'COMMISSIONING', 'RECTIFYING', 'QUALIFIED'],
    to: ['ABANDONED'],
  },
} as const satisfies Record<string, CompletionStepRow>;
export type CompletionStepName = keyof typeof COMPLETION_STEPS;

/** Steps that the table has in that state. */
export function completionStepsFrom(state: CompletionState): CompletionStepName[] {
  return (Object.keys(COMPLETION_STEPS) as CompletionStepName[]).filter((step) =>
    (COMPLETION_STEPS[step].from as readonly CompletionState[]).includes(state),
  );
}

/** States in which everybody reads the report. */
export const PUBLIC_COMPLETION_STATES: readonly CompletionState[] = ['PUBLISHED', 'FILED'];

/** Art. 8: with any of these nobody may conclude that it is qualified. */
export const COMPLETION_BARS = {
  FACILITIES: {
    zh: '环境保护设施未按报告书（表）及其审批决定建成，或不能与主体工程同时投产、使用',
    en: 'Facilities not built as the EIA and its approval ask, or not in use together with the works',
    item: '（一）',
  },
  STANDARDS: {
    zh: '污染物排放不符合标准、报告书（表）及其审批决定或总量控制指标',
    en: 'Discharges beyond a standard, the EIA, its approval or the total amounts',
    item: '（二）',
  },
  MAJOR_CHANGE: {
    zh: '批准后发生重大变动而未重新报批，或报告书（表）未经批准',
    en: 'A major change that was not approved anew, or no approval at all',
    item: '（三）',
  },
  DAMAGE: {
    zh: '建设过程中造成的重大环境污染未治理完成，或重大生态破坏未恢复',
    en: 'Grave pollution or ecological damage of the works not put right',
    item: '（四）',
  },
  PERMIT: {
    zh: '纳入排污许可管理的项目无证排污或不按证排污',
    en: 'Discharging without the permit that it needs, or against it',
    item: '（五）',
  },
  STAGES: {
    zh: '分期验收的，该期环保设施能力不能满足相应主体工程需要',
    en: 'In stages: the facilities of this stage do not suffice for its works',
    item: '（六）',
  },
  ORDER: {
    zh: '因该项目违法受到处罚、被责令改正，尚未改正完成',
    en: 'An order to put right a violation of this project is not carried out',
    item: '（七）',
  },
  REPORT: {
    zh: '验收报告基础资料明显不实，内容重大缺项、遗漏，或结论不明确、不合理',
    en: 'The report rests on false data, has grave gaps, or its conclusion is unclear',
    item: '（八）',
  },
  OTHER: {
    zh: '其他法律法规规章规定不得通过验收的情形',
    en: 'Another law or rule forbids it to pass',
    item: '（九）',
  },
} as const satisfies Record<string, Bilingual & { readonly item: string }>;
export type CompletionBar = keyof typeof COMPLETION_BARS;
export const COMPLETION_BAR_NAMES = Object.keys(COMPLETION_BARS) as [
  CompletionBar,
  ...CompletionBar[],
];

export const COMPLETION_CONCLUSIONS = {
  QUALIFIED: { zh: '验收合格', en: 'Qualified' },
  NOT_QUALIFIED: { zh: '验收不合格', en: 'Not qualified' },
} as const satisfies Record<string, Bilingual>;
export type CompletionConclusion = keyof typeof COMPLETION_CONCLUSIONS;

/** The three papers of the acceptance report 验收报告. */
export const COMPLETION_PAPERS = {
  monitoring: { zh: '验收监测（调查）报告', en: 'Monitoring report' },
  opinion: { zh: '验收意见', en: 'Acceptance opinion' },
  matters: { zh: '其他需要说明的事项', en: 'Other matters' },
} as const satisfies Record<string, Bilingual>;
export type CompletionPaper = keyof typeof COMPLETION_PAPERS;

/** What each clock of an acceptance waits for, in the words of whoever has to do it. */
export const COMPLETION_CLOCKS = {
  C12: { zh: '公开验收报告', en: 'making the report public' },
  C13: { zh: '验收报告公示', en: 'keeping the report public' },
  C14: { zh: '在验收平台填报', en: 'filing on the platform' },
  C15: { zh: '完成验收', en: 'completing the acceptance' },
} as const satisfies Record<string, Bilingual>;
export type CompletionClock = keyof typeof COMPLETION_CLOCKS;
