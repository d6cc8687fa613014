import type { Role } from '@ludao/contracts';

/** The six counties of Shaoxing, by GB/T 2260. */
export const COUNTIES = [
  { code: '330603', name: '柯桥' },
  { code: '330602', name: '越城' },
  { code: '330604', name: '上虞' },
  { code: '330681', name: '诸暨' },
  { code: '330683', name: '嵊州' },
  { code: '330624', name: '新昌' },
] as const;
export type County = (typeof COUNTIES)[number];

export const CITY_CODE = '330600';

/** Trades that small parks of the region house, with words for invented names. */
export const TRADES = [
  { code: '1752', words: ['印染', '染整'], wastewater: 'PARK_PLANT', waste: true },
  { code: '1751', words: ['纺织', '织造'], wastewater: 'SEWER', waste: false },
  { code: '1761', words: ['针织'], wastewater: 'NONE', waste: false },
  { code: '1819', words: ['服饰', '制衣'], wastewater: 'NONE', waste: false },
  { code: '2926', words: ['包装', '塑业'], wastewater: 'NONE', waste: true },
  { code: '2927', words: ['塑料制品'], wastewater: 'NONE', waste: false },
  { code: '3311', words: ['金属结构', '门窗'], wastewater: 'NONE', waste: false },
  { code: '3360', words: ['表面处理', '电镀'], wastewater: 'PARK_PLANT', waste: true },
  { code: '3484', words: ['机械配件', '精密机械'], wastewater: 'SEWER', waste: true },
  { code: '3525', words: ['模具'], wastewater: 'NONE', waste: true },
  { code: '3670', words: ['汽配'], wastewater: 'SEWER', waste: true },
  { code: '2110', words: ['家具', '木业'], wastewater: 'NONE', waste: true },
  { code: '2231', words: ['纸品', '纸箱'], wastewater: 'NONE', waste: false },
  { code: '2319', words: ['印刷', '彩印'], wastewater: 'NONE', waste: true },
  { code: '1353', words: ['食品'], wastewater: 'SEWER', waste: false },
  { code: '3872', words: ['照明', '灯具'], wastewater: 'NONE', waste: false },
] as const;

/** Pairs of these make names that no firm has, before the word 演示. */
export const SYLLABLES = Array.from('云澄岚栖屿汀麓槿筑砚蘅榆桐陌芷沅湛霁穗垚');

/** Another character of the same sound, as somebody writes who heard a name on the phone. */
export const HOMOPHONES: Readonly<Record<string, string>> = Object.fromEntries(
  SYLLABLES.map((syllable, at) => [
    syllable,
    Array.from('芸程兰期雨厅路锦祝燕恒于同末止元站季岁尧')[at]!,
  ]),
);

export const PARK_WORDS = [
  '织造',
  '轻纺',
  '智造',
  '五金',
  '时尚',
  '新材',
  '机电',
  '模具',
  '印染',
  '包装',
  '创业',
  '科创',
];

/** Surnames and given names of invented contacts, before the word 演示. */
export const SURNAMES = Array.from('赵钱孙李周吴郑王冯陈');
export const GIVEN_NAMES = ['知夏', '云舒', '景行', '若谷', '清和', '望舒', '既明', '思齐'];

/** The account of each role that the sign-in page of a demonstration offers. */
export const ACCOUNT_NAMES: Readonly<Record<Role, string>> = {
  CITY_OFFICER: 'shiju',
  APPROVAL_OFFICER: 'shenpi',
  INSPECTOR: 'zhifa',
  BUREAU_HEAD: 'fenju',
  SECTION_CHIEF: 'kezhang',
  RECORDS_CLERK: 'wenshu',
  GOV_OFFICER: 'zhengfu',
  ECON_OFFICER: 'jingxin',
  PARK_CHIEF: 'yuanzhang',
  SQUAD_MEMBER: 'xiaofendui',
  PARK_MANAGER: 'yuanqu',
  LANDLORD: 'chuzu',
  ENTERPRISE_OWNER: 'qiye',
  STEWARD: 'guanjia',
  HOUSE_HEAD: 'jiedao',
  REVIEWER: 'pinggu',
  COLLECTOR: 'shouyun',
  SYSTEM_OFFICER: 'xitong',
  SECURITY_OFFICER: 'anquan',
  AUDIT_OFFICER: 'shenji',
};

/** Only in a demonstration, where it stands on the sign-in page. */
export const DEMO_PASSWORD = 'yanshi-2026';
