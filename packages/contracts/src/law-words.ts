import type { Bilingual } from './people/bilingual.ts';

/** What a text of the rulebook is. */
export const TEXT_KINDS = {
  catalogue: { zh: '分类管理名录', en: 'Catalogues' },
  procedure: { zh: '程序与时限', en: 'Procedure and periods' },
  clocks: { zh: '时限', en: 'Clocks' },
  relief: { zh: '减免与便利', en: 'Reliefs' },
  list: { zh: '名单与参数', en: 'Lists and parameters' },
} as const satisfies Record<string, Bilingual>;
export type TextKind = keyof typeof TEXT_KINDS;

/** Where a text stands; a lower layer never overrules a higher one. */
export const LAYER_NAMES: Readonly<Record<string, Bilingual>> = {
  LAW: { zh: '法律', en: 'Law' },
  ADMIN_REGULATION: { zh: '行政法规', en: 'Administrative regulation' },
  MINISTRY_RULE: { zh: '部门规章', en: 'Ministry rule' },
  MINISTRY_NORMATIVE: { zh: '国家规范性文件', en: 'National normative document' },
  PROVINCIAL_NORMATIVE: { zh: '省级规范性文件', en: 'Provincial normative document' },
  MUNICIPAL_NORMATIVE: { zh: '市、县规范性文件', en: 'City or county document' },
  DRAFT_MEASURE: { zh: '征求意见稿', en: 'Draft for comment' },
};

/** Where a text holds, by GB/T 2260: the places that the rulebook knows. */
export const PLACE_NAMES: Readonly<Record<string, Bilingual>> = {
  CN: { zh: '全国', en: 'The whole country' },
  '33': { zh: '浙江省', en: 'Zhejiang' },
  '3306': { zh: '绍兴市', en: 'Shaoxing' },
  '330600': { zh: '绍兴市', en: 'Shaoxing' },
  '330602': { zh: '绍兴市越城区', en: 'Yuecheng, Shaoxing' },
  '330603': { zh: '绍兴市柯桥区', en: 'Keqiao, Shaoxing' },
  '330604': { zh: '绍兴市上虞区', en: 'Shangyu, Shaoxing' },
  '330624': { zh: '绍兴市新昌县', en: 'Xinchang, Shaoxing' },
  '330681': { zh: '绍兴市诸暨市', en: 'Zhuji, Shaoxing' },
  '330683': { zh: '绍兴市嵊州市', en: 'Shengzhou, Shaoxing' },
};

/** Whether the original was seen. */
export const CONFIDENCE_NAMES: Readonly<Record<string, Bilingual>> = {
  verified: { zh: '已核对原文', en: 'Seen in the original' },
  secondary: { zh: '据转述', en: 'Reported by others' },
  practitioner: { zh: '实务口径', en: 'As practised' },
};
