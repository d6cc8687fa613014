import { describe, expect, it } from 'vitest';
import { loadVocabulary, Source } from '../load/index.ts';
import { applyProposals } from './apply.ts';
import { buildLexicon } from './lexicon.ts';
import { excludes, type Proposal } from './proposal.ts';
import { MAX_DESCRIPTION, recognise } from './recognise.ts';

/** A small invented workshop, so that no test of the reading depends on the words of the law. */
const FACTS = `
units:
  t/a: {label: {zh: 吨/年, en: t/year}, max: 100000, steps: {t/a: 1000000, 吨: 1000000, t: 1000000, kg: 1000}}
  t/h: {label: {zh: 蒸吨, en: t/h}, max: 100, steps: {t/h: 700000, 蒸吨: 700000, MW: 1000000}}
  m2: {label: {zh: 平方米, en: m²}, max: 100000, steps: {m2: 1, 平方米: 1, 亩: 667}}
  piece/a: {label: {zh: 件/年, en: pieces/year}, max: 10000000000, steps: {piece/a: 1, 件: 1, 只: 1}}
groups:
  process: {ask: {zh: 工艺, en: Processes}}
  material: {ask: {zh: 用量, en: Amounts}}
  scale: {ask: {zh: 规模, en: Scale}}
facts:
  nature: {type: choice, group: process, label: {zh: 性质, en: Nature}, options: {new: {zh: 新建, en: New}, more: {zh: 扩建, en: More}}}
  laboratory: {type: choice, group: process, neutral: none, label: {zh: 实验室, en: Lab}, options: {none: {zh: 没有, en: None}, clean: {zh: 干净, en: Clean, words: [化验室]}, dirty: {zh: 有废气, en: Dirty, words: [化验室]}}}
  process.plating: {type: boolean, group: process, label: {zh: 电镀（各种）, en: Plating}}
  process.moulding: {type: boolean, group: process, label: {zh: 塑料注塑, en: Moulding}, words: [注塑]}
  process.dyeing: {type: boolean, group: process, label: {zh: 染色, en: Dyeing}}
  feature.recycled: {type: boolean, group: process, label: {zh: 用再生塑料, en: Recycled plastic}}
  feature.wastewater: {type: boolean, group: process, label: {zh: 产生生产废水, en: Wastewater}}
  paint.solvent_t_a: {type: quantity, unit: t/a, group: material, none_if_unstated: true, label: {zh: 油漆, en: Paint}, words: [喷漆]}
  paint.water_t_a: {type: quantity, unit: t/a, group: material, none_if_unstated: true, label: {zh: 水性漆, en: Water paint}, words: [喷漆]}
  boiler.gas_t_h: {type: quantity, unit: t/h, group: material, none_if_unstated: true, label: {zh: 燃气锅炉, en: Gas boiler}, words: [锅炉]}
  boiler.coal_t_h: {type: quantity, unit: t/h, group: material, none_if_unstated: true, label: {zh: 燃煤锅炉, en: Coal boiler}, words: [锅炉]}
  capacity.t_a: {type: quantity, unit: t/a, group: scale, scope: activity, label: {zh: 年产量, en: Output}, words: [年产]}
  capacity.piece_a: {type: quantity, unit: piece/a, group: scale, scope: activity, label: {zh: 年产量, en: Output}, words: [年产]}
works:
  school: {zh: 学校, en: School}
`;
const INDUSTRIES = [
  { code: '2926', name: '塑料包装箱及容器制造' },
  { code: '2927', name: '日用塑料制品制造' },
  { code: '2929', name: '塑料零件制造' },
  { code: '2641', name: '涂料制造' },
  { code: '1512', name: '白酒制造' },
  { code: '3523', name: '塑料加工专用设备制造' },
];
const lexicon = buildLexicon(loadVocabulary(new Source('facts.yaml', FACTS))!, INDUSTRIES, {
  aliases: {
    2926: ['塑料瓶'],
    2927: ['餐盒'],
    2929: ['注塑件'],
    2641: ['水性漆'],
    3523: ['注塑机'],
    1512: ['米酒'],
  },
  words: { 注塑: ['2929', '2926'], 塑料制品: ['2927', '2929'] },
  steps: ['注塑'],
  fillers: ['使用', '项目', '年用', '配套', '和', '年产'],
});

function read(text: string) {
  const found = recognise(text, lexicon);
  if ('problems' in found) throw new Error(found.problems[0]!.code);
  return found;
}

function short(proposal: Proposal): string {
  const mark = proposal.ambiguous ? '?' : '';
  switch (proposal.kind) {
    case 'industry':
      return `${proposal.code}${mark}`;
    case 'work':
      return `${proposal.work}${mark}`;
    case 'mention':
      return `mention ${proposal.facts.join(' ')}`;
    case 'fact':
      return `${proposal.fact}=${proposal.value}${mark}`;
  }
}

const said = (text: string) => read(text).proposals.map(short);
const left = (text: string) => read(text).unrecognised.map((span) => span.text);

describe('a denial in a description', () => {
  it.each([
    ['无电镀', ['process.plating=false']],
    ['不涉及电镀、染色工艺', ['process.plating=false', 'process.dyeing=false']],
    ['没有电镀和染色', ['process.plating=false', 'process.dyeing=false']],
    ['（不含电镀，染色）', ['process.plating=false', 'process.dyeing=false']],
    ['不使用再生塑料', ['feature.recycled=false']],
    ['未设置电镀', ['process.plating=false']],
    ['不电镀', ['process.plating=false']],
    ['电镀：无', ['process.plating=false']],
    ['无喷漆', ['paint.solvent_t_a=0', 'paint.water_t_a=0']],
    ['不设锅炉', ['boiler.gas_t_h=0', 'boiler.coal_t_h=0']],
    ['无化验室', ['laboratory=none']],
    ['电镀委托外单位加工', ['process.plating=false']],
  ])('“%s” proposes "no"', (text, wanted) => expect(said(text)).toEqual(wanted));

  it.each([
    ['不锈钢件电镀', ['process.plating=true']],
    ['无纺布染色', ['process.dyeing=true']],
    ['无缝管电镀', ['process.plating=true']],
    ['无电镀，染色', ['process.plating=false', 'process.dyeing=true']],
    ['不设电镀但有染色', ['process.plating=false', 'process.dyeing=true']],
    ['不使用油漆只用水性漆3吨', ['paint.solvent_t_a=0', 'paint.water_t_a=3吨']],
  ])('is not seen where there is none: “%s”', (text, wanted) => {
    expect(said(text)).toEqual(wanted);
  });

  it('of a discharge does not deny the wastewater', () => {
    expect(said('无生产废水外排')).toEqual([]);
    expect(said('无生产废水产生')).toEqual(['feature.wastewater=false']);
    expect(said('生产废水不外排')).toEqual(['feature.wastewater=true']);
  });
});

describe('an amount in a description', () => {
  it.each([
    ['油漆3吨/年', '3吨'],
    ['油漆３．５吨', '3.5吨'],
    ['年用油漆约800kg', '800kg'],
    ['油漆用量为1.2万吨/a', '1.2万吨'],
    ['油漆5-8吨', '5吨-8吨'],
    ['油漆500kg~2t/a', '500kg-2t'],
    ['油漆不到10吨', '<10吨'],
    ['油漆10吨以下', '<=10吨'],
    ['油漆超过1,500吨', '>1500吨'],
    ['3吨油漆', '3吨'],
    ['油漆（含稀料）3 t', '3t'],
  ])('“%s” is read with its unit', (text, value) => {
    expect(said(text).map((line) => line.replace(/\/[年a]$/, ''))).toEqual([
      `paint.solvent_t_a=${value}`,
    ]);
  });

  it.each([
    ['2台4t/h燃气锅炉', 'boiler.gas_t_h=8t/h'],
    ['两台0.7MW燃气锅炉', 'boiler.gas_t_h=1.4MW'],
    ['1台1.5吨燃气锅炉', 'boiler.gas_t_h=1.5蒸吨'],
    ['燃气锅炉（1台，2t/h）', 'boiler.gas_t_h=2t/h'],
  ])('“%s” is the capacity of all boilers together', (text, wanted) => {
    expect(said(text)).toEqual([wanted]);
  });

  it.each([
    ['厂房1200平方米', '厂房1200平方米'],
    ['淀粉胶20吨', '淀粉胶20吨'],
    ['油漆3平方米', '3平方米'],
    ['油漆最大储存0.5吨', '最大储存0.5吨'],
    ['油漆3吨/月', '3吨/月'],
    ['胶水、油漆共5吨', '共5吨'],
    ['油漆99999999吨', '99999999吨'],
  ])('of “%s” stays unrecognised, because its subject is not clear', (text, piece) => {
    expect(read(text).proposals.filter(({ kind }) => kind === 'fact')).toEqual([]);
    expect(left(text)).toContain(piece);
  });

  it('of a boiler’s fuel is not the boiler’s capacity', () => {
    expect(said('燃气锅炉年用天然气50吨')).toEqual(['mention boiler.gas_t_h']);
  });

  it('behind 年产 is the output of the product it stands with', () => {
    const [industry, capacity] = read('年产餐盒800万只').proposals;
    expect(industry).toMatchObject({ kind: 'industry', code: '2927', ambiguous: false });
    expect(capacity).toMatchObject({ fact: 'capacity.piece_a', activities: ['2927'] });
    expect(said('年产餐盒800万只、塑料瓶50吨')).toContain('capacity.t_a=50吨');
  });

  it('that is not written makes a word a hint that it will be asked', () => {
    expect(said('设喷漆房')).toEqual(['mention paint.solvent_t_a paint.water_t_a']);
  });

  it('written twice is proposed once, and two different ones are left to choose', () => {
    expect(said('油漆3吨，其中油漆3吨')).toEqual(['paint.solvent_t_a=3吨']);
    expect(said('油漆3吨，油漆4吨')).toEqual(['paint.solvent_t_a=3吨?', 'paint.solvent_t_a=4吨?']);
  });
});

describe('an industry in a description', () => {
  it.each([
    ['C2926', ['2926']],
    ['行业代码：2926', ['2926']],
    ['2926塑料包装箱及容器制造', ['2926']],
    ['塑料包装箱及容器制造', ['2926']],
    ['生产塑料制品', ['2927?', '2929?']],
    ['年产注塑件50吨', ['2929', 'process.moulding=true', 'capacity.t_a=50吨']],
    ['注塑加工', ['2929?', '2926?', 'process.moulding=true']],
  ])('“%s” is found by code, name or everyday word', (text, wanted) => {
    expect(said(text)).toEqual(wanted);
  });

  it('is not taken from machines that are bought or materials that are used', () => {
    expect(said('购置注塑机16台')).toEqual(['process.moulding=true']);
    expect(said('年产餐盒，使用水性漆2吨')).toEqual(['2927', 'paint.water_t_a=2吨']);
    expect(said('年产水性漆500吨')).toEqual(['2641', 'capacity.t_a=500吨']);
    expect(said('年产注塑机500吨')).toEqual(['3523', 'capacity.t_a=500吨']);
  });

  it('is not taken from a process where a product is named', () => {
    expect(said('年产餐盒，注塑成型')).toEqual(['2927', 'process.moulding=true']);
  });
});

describe('a description', () => {
  it('says nothing about what stands already or goes', () => {
    expect(said('淘汰现有燃煤锅炉')).toEqual([]);
    expect(said('拆除电镀，新建学校')).toEqual(['nature=new', 'school']);
  });

  it('that fits several options offers each, and says so', () => {
    expect(said('化验室')).toEqual(['laboratory=clean?', 'laboratory=dirty?']);
  });

  it('comes back with the exact words and their place', () => {
    const text = '本项目　无电镀、水性漆３吨／年';
    for (const { span } of read(text).proposals) {
      expect(text.slice(span.start, span.end)).toBe(span.text);
    }
    expect(read(text).proposals.map(({ span }) => span.text)).toEqual(['电镀', '水性漆３吨／年']);
  });

  it('names what nothing was made of', () => {
    expect(left('年产餐盒，hello 紫外消毒')).toEqual(['hello', '紫外消毒']);
  });

  it.each(['', ' \n　'])('without a word (“%s”) is refused', (text) => {
    expect(recognise(text, lexicon)).toMatchObject({ problems: [{ code: 'description.empty' }] });
  });

  it('finds no word that begins inside a unit', () => {
    const { proposals } = read('年产餐盒30万只塑料瓶');
    expect(proposals.map(({ span }) => span.text)).toContain('塑料瓶');
    expect(read('餐盒30平方米酒坊').proposals.map(({ span }) => span.text)).not.toContain('米酒');
  });

  it('has one place for a word that may name an industry or belong to an amount', () => {
    const { proposals } = read('水性漆8吨/年，');
    expect(new Set(proposals.map(({ kind, span }) => `${kind} ${span.text}`))).toEqual(
      new Set(['industry 水性漆8吨/年', 'fact 水性漆8吨/年']),
    );
  });

  it('above the limit is refused, naming the limit', () => {
    expect(recognise('电'.repeat(MAX_DESCRIPTION + 1), lexicon)).toMatchObject({
      problems: [{ code: 'description.too_long', params: { length: 5001, limit: 5000 } }],
    });
  });

  it('of 5,000 characters is read in under half a second', () => {
    for (const unit of ['年产餐盒800万只、', '无电镀，油漆3吨，', '1台2t/h锅炉(', '不']) {
      const begin = performance.now();
      read(unit.repeat(5000).slice(0, MAX_DESCRIPTION));
      expect(performance.now() - begin).toBeLessThan(500);
    }
  });
});

describe('confirmed proposals', () => {
  it('become a project', () => {
    const { proposals } = read('年产餐盒800万只，无电镀，水性漆3吨/年');
    expect(applyProposals(proposals)).toEqual({
      industries: ['2927'],
      works: [],
      facts: { 'process.plating': false, 'paint.water_t_a': '3吨', 'capacity.piece_a': '800万只' },
    });
  });

  it('give each of several activities its own output', () => {
    const { proposals } = read('年产餐盒800万只、塑料瓶50吨');
    expect(applyProposals(proposals).industries).toEqual([
      { code: '2927', facts: { 'capacity.piece_a': '800万只' } },
      { code: '2926', facts: { 'capacity.t_a': '50吨' } },
    ]);
  });

  it('that exclude each other leave the fact to be asked', () => {
    const { proposals } = read('新建项目，扩建，油漆3吨，油漆4吨');
    expect(proposals.some((one) => proposals.some((other) => excludes(one, other)))).toBe(true);
    expect(applyProposals(proposals).facts).toEqual({});
  });
});
