import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectSound, openVisitorStage, type Stage } from './stage.ts';
import { answerAll, chooseIndustry, linkTo, reliefOf, verdictOf } from './wizard.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openVisitorStage();
});
afterAll(() => stage?.close());

const SHARED = 'shared_facility_left_out';

describe('measure 5: shared facilities and no-new-land retrofits', () => {
  it('moving dyeing to the shared facility changes the level, and the answer says so', async () => {
    const visitor = await stage.visit('/?demo=true');
    await chooseIndustry(visitor, '1752', '1752');
    await answerAll(visitor, {
      park: '演示柯桥轻纺小微园',
      choose: ['染色', /^演示轻纺园集中染整中心/, /^已和共享设施的运营单位签订协议/],
      amounts: [[/^年生产（加工）能力/, '900']],
    });
    const { level } = await verdictOf(visitor);
    expect(level).not.toBe('REPORT');
    const relief = await reliefOf(visitor, SHARED);
    expect(relief.state).toBe('applies');
    expect(relief.text).toContain('判别类别时没有计入的工序：染色');
    expect(relief.text).toContain('类别判别无需考虑依托设施内容');
    const text = await visitor.page.locator('article.answer').innerText();
    expect(text).toContain('名录规定的类别是环境影响报告书');
  });

  it('the same project without the shared facility keeps the report', async () => {
    const project = {
      industries: ['1752'],
      unstated: 'no',
      place: { park: 'demo-park-textile', facilities: [] },
      facts: {
        nature: 'new',
        building: 'industrial',
        'process.dyeing': true,
        'reform.within_park_eia': false,
        'reform.meets_standards': false,
      },
    };
    const link = linkTo({ project, jurisdiction: '330603', demo: true });
    const visitor = await stage.visit(`/answer${link}`);
    expect((await verdictOf(visitor)).level).toBe('REPORT');
    expect(await visitor.page.locator(`[data-relief="${SHARED}"]`).count()).toBe(0);
  });

  it('a facility that is not in use yet counts for nothing', async () => {
    const project = {
      industries: ['3360'],
      unstated: 'no',
      place: { park: 'demo-park-plain', facilities: ['demo-plating-centre'] },
      facts: {
        nature: 'new',
        building: 'industrial',
        'process.anodising': true,
        'shared.agreement': true,
      },
    };
    const link = linkTo({ project, jurisdiction: '330603', demo: true });
    const visitor = await stage.visit(`/answer${link}`);
    expect((await verdictOf(visitor)).level).toBe('REPORT');
    expect((await reliefOf(visitor, SHARED)).text).toContain('还在建设');
  });

  it('a park’s retrofit of its waste-gas works that adds nothing is exempt, with the record it leaves', async () => {
    const visitor = await stage.visit('/?demo=true');
    await chooseIndustry(visitor, '废气治理', '');
    await answerAll(visitor, {
      park: '演示普通小微园（没有改革区域）',
      choose: [
        /^改建/,
        /^改造的是园区公共的/,
        /^不新增建设用地/,
        /^每一种主要污染物的排放量都不增加/,
        /^是$/,
      ],
    });
    expect(await verdictOf(visitor)).toEqual({ level: 'EXEMPT', status: 'decided' });
    const relief = await reliefOf(visitor, 'zero_land_public_infra');
    expect(relief.state).toBe('applies');
    expect(relief.text).toContain('备案管理记录');
    await expectSound(visitor);
  });
});
