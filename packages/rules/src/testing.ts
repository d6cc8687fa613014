import { UNKNOWN_ROOM, type State, type View } from './state.ts';
import type { RulePack, RuleSet } from './pack.ts';
import { FactTable } from './fact-table.ts';
import { type Fact, type Vocabulary } from './vocabulary.ts';
import { loadPack, loadVocabulary, PackError, Source, type Official } from './load/index.ts';

/** A small invented vocabulary: a bakery, so that no test of the engine depends on the law. */
export const BAKERY_FACTS = `
units:
  t/a: {label: {zh: 吨/年, en: t/year}, max: 1000, steps: {t/a: 1000000, kg/a: 1000, 吨: 1000000}}
  share: {label: {zh: 份额, en: share}, max: 1000, steps: {share: 1000000}}
groups:
  site: {ask: {zh: 先说说, en: First}}
  process: {ask: {zh: 工艺, en: Processes}}
  material: {ask: {zh: 用量, en: Amounts}}
facts:
  nature: {type: choice, group: site, always: true, label: {zh: 性质, en: Nature}, options: {new: {zh: 新, en: New}, change: {zh: 改, en: Change}}}
  change.touches_main_works: {type: boolean, group: site, always: true, presumed: true, ask_when: not(nature = "new"), label: {zh: 主体, en: Main works}}
  building: {type: choice, group: site, label: {zh: 房子, en: Building}, options: {industrial: {zh: 厂房, en: Industrial}, not_industrial: {zh: 商铺, en: Shop}}}
  process.baking: {type: boolean, group: process, label: {zh: 烘焙, en: Baking}}
  process.smoking: {type: boolean, group: process, label: {zh: 烟熏, en: Smoking}}
  works.oven: {type: boolean, group: process, label: {zh: 大炉, en: Big oven}}
  works.volcano: {type: boolean, rare: true, group: process, codes: {yes: [volcano]}, label: {zh: 火山, en: Volcano}}
  extent: {type: choice, group: process, scope: activity, neutral: more, label: {zh: 全部, en: All}, options: {only_packing: {zh: 只分装, en: Packing only}, only_mixing: {zh: 只混合, en: Mixing only}, more: {zh: 不止, en: More}}}
  flour.t_a: {type: quantity, unit: t/a, group: material, none_if_unstated: true, label: {zh: 面粉, en: Flour}}
  sugar.t_a: {type: quantity, unit: t/a, group: material, none_if_unstated: true, label: {zh: 糖, en: Sugar}}
  output.t_a: {type: quantity, unit: t/a, group: material, scope: activity, label: {zh: 产量, en: Output}}
  product.cake: {type: boolean, group: process, scope: activity, codes: {yes: ["1411"]}, label: {zh: 蛋糕, en: Cake}}
works:
  kiosk: {zh: 亭子, en: Kiosk}
  volcano: {zh: 火山, en: Volcano}
contradictions:
  - {when: nature = "new" and not(change.touches_main_works), text: {zh: 新建必涉及, en: New always touches}}
`;

/** A rules.yaml around the given items; every other key has a valid value. */
export function bakeryRules(items: string, more = ''): string {
  return `
pack: {topic: eia-catalogue, title: 面包名录, issuer: 测试, document_no: 第1号, edition: "1", effective_from: "2021-01-01", effective_to: null, jurisdiction: CN, layer: MINISTRY_RULE, confidence: verified}
star: not(building = "not_industrial")
main_works: change.touches_main_works
covers_divisions: ["14"]
definitions:
  hot: {when: process.baking or process.smoking}
${more}
confirm: []
next_steps:
  REPORT: [{text: {zh: 报, en: Report}, cite: 一, confidence: verified}]
  FORM: [{text: {zh: 表, en: Form}, cite: 一, confidence: verified}]
  REGISTRATION: [{text: {zh: 登, en: Register}, cite: 一, confidence: verified}]
  NOT_LISTED: [{text: {zh: 无, en: None}, cite: 一, confidence: verified}]
items:
${items}
`;
}

/** The catalogue page that the bakery's rules carry out. */
export const BAKERY_TEXT: Official = {
  articles: [
    { no: '第四条', text: '就高' },
    { no: '第五条', text: '未规定的不纳入' },
  ],
  notes: [],
  items: [
    officialItem(1, '糕点 141*', ['141'], '烟熏的；年用面粉10吨及以上的', '其他（仅分装的除外）'),
    officialItem(2, '大炉', [], null, null, '全部'),
    officialItem(3, '糖果 142', ['142'], '全部', null),
  ],
};

function officialItem(
  no: number,
  name: string,
  codes: readonly string[],
  report: string | null,
  form: string | null,
  registration: string | null = null,
): Official['items'][number] {
  return {
    no,
    section: '一',
    name,
    industry_codes: codes.map((code) => ({ code, asterisk: name.includes(`${code}*`) })),
    report_book: report,
    report_form: form,
    registration_form: registration,
    industry_codes_excluded: [],
    sensitive_area: null,
    page: 1,
  };
}

export const BAKERY_ITEMS = `
- item: 1
  report_book:
    - {any: process.smoking, quote: 烟熏的}
    - {any: flour.t_a >= 10, quote: 年用面粉10吨及以上的}
  report_form:
    - {else: true, except: extent = "only_packing", quote: 其他（仅分装的除外）}
  confirm:
    - {code: little_sugar, when: sugar.t_a > 0 and sugar.t_a < 1, at: FORM, lower: NOT_LISTED, text: {zh: 少糖, en: Little sugar}}
- item: 2
  attach: {when: works.oven or works.volcano, works: [kiosk, volcano]}
  registration_form: [{all: true, quote: 全部}]
`;

/** Builds a vocabulary from YAML. @throws PackError */
export function aVocabulary(yaml = BAKERY_FACTS): Vocabulary {
  const source = new Source('facts.yaml', yaml);
  const vocabulary = loadVocabulary(source);
  if (!vocabulary) throw new PackError(source.diagnostics);
  return vocabulary;
}

/** Builds a pack from YAML. @throws PackError */
export function aPack(items = BAKERY_ITEMS, vocabulary = aVocabulary(), more = ''): RulePack {
  const source = new Source('rules.yaml', bakeryRules(items, more));
  const pack = loadPack('test/bakery/1', source, BAKERY_TEXT, new FactTable(vocabulary));
  if (!pack) throw new PackError(source.diagnostics);
  return pack;
}

export function aRuleSet(items = BAKERY_ITEMS): RuleSet {
  const vocabulary = aVocabulary();
  return {
    digest: 'test',
    vocabulary,
    industries: ['14', '141', '1411', '1419', '142', '1421', '143', '1431', '55', '5511'].map(
      (code) => ({
        code,
        name: `行业${code}`,
      }),
    ),
    packs: [aPack(items, vocabulary)],
    reliefs: [],
    lists: [],
    procedures: [],
    clocks: [],
  };
}

/** A vocabulary of plain facts for random expressions: b0…, q0…, c0… */
export function aPlainVocabulary(count: number): Vocabulary {
  const label = { zh: '项', en: 'fact' };
  const facts: Fact[] = [];
  for (let index = 0; index < count; index++) {
    const base = { group: 'g', scope: 'project', label } as const;
    facts.push({ ...base, key: `b${index}`, type: 'boolean' });
    facts.push({ ...base, key: `q${index}`, type: 'quantity', unit: 'u', zeroWhenUnstated: false });
    const options = ['x', 'y', 'z'].map((id) => ({ id, label }));
    facts.push({ ...base, key: `c${index}`, type: 'choice', options });
  }
  return {
    units: [{ id: 'u', label, max: 1e9, multipliers: { u: 1 } }],
    groups: [{ id: 'g', ask: label }],
    facts,
    works: [],
    contradictions: [],
    cores: [],
    twins: [],
  };
}

/** A fresh state over one view, for a test that wants the unknown facts too. */
export function stateOver({ data }: View): State {
  return { data, unknown: new Int32Array(UNKNOWN_ROOM), met: 0 };
}
