import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectSound, openVisitorStage, type Stage } from './stage.ts';
import { answerAll, chooseIndustry, linkTo, reliefOf, verdictOf } from './wizard.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openVisitorStage();
});
afterAll(() => stage?.close());

const MILL = {
  industries: ['1752'],
  unstated: 'no',
  place: { park: 'demo-park-textile', facilities: [] },
  facts: {
    nature: 'new',
    building: 'industrial',
    'process.dyeing': true,
    'capacity.t_a': 900,
    'reform.within_park_eia': true,
  },
};
const ENTRY = 'park_eia_direct_entry';

async function open(change: object, facts: Record<string, unknown> = {}) {
  const project = { ...MILL, ...change, facts: { ...MILL.facts, ...facts } };
  const link = linkTo({ project, jurisdiction: '330603', demo: true });
  const visitor = await stage.visit(`/answer${link}`);
  await verdictOf(visitor);
  await expectSound(visitor);
  return visitor;
}

describe('measure 2: park-wide EIA with direct entry, as far as a screening goes', () => {
  it('a tenant of the park’s industry inside its envelope is told that he may move in directly', async () => {
    const visitor = await stage.visit('/?demo=true');
    await chooseIndustry(visitor, '1752', '1752');
    await answerAll(visitor, {
      park: '演示柯桥轻纺小微园',
      choose: ['染色', /^污染物排放量和废水量在园区给/],
      amounts: [[/^年生产（加工）能力/, '900']],
    });
    expect(await verdictOf(visitor)).toEqual({ level: 'EXEMPT', status: 'decided' });
    const relief = await reliefOf(visitor, ENTRY);
    expect(relief.state).toBe('applies');
    expect(relief.text).toContain('入驻企业可以直接入驻园区');
    expect(relief.text).toContain('向园区申请入驻');
    const text = await visitor.page.locator('article.answer').innerText();
    expect(text).toContain('名录规定的类别是环境影响报告书');
  });

  it('a tenant outside the envelope is told exactly what does not fit', async () => {
    const visitor = await open({}, { 'process.solvent_coating': true });
    expect((await verdictOf(visitor)).level).toBe('REPORT');
    const relief = await reliefOf(visitor, ENTRY);
    expect(relief.state).toBe('refused');
    expect(relief.text).toContain('准入范围2');
    expect(relief.text).toContain('不使用有机溶剂涂层工艺');
  });

  it('a tenant of another industry is told which industry the park is for', async () => {
    const visitor = await open({ industries: ['1713'] });
    expect((await reliefOf(visitor, ENTRY)).text).toContain('行业 1713');
  });
});
