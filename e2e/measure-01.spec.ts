import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arriveAt, chooseAccount, signInAs } from './desk.ts';
import { fillIn } from './filing.ts';
import { expectSound, openSharedStage, openVisitorStage, PHONE, type Stage } from './stage.ts';
import { answerAll, chooseIndustry, linkTo, reliefOf, verdictOf } from './wizard.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openVisitorStage();
});
afterAll(() => stage?.close());

/** The plastics workshop of every walk below; only its park differs. */
const WORKSHOP = {
  industries: ['2926'],
  unstated: 'no',
  facts: { nature: 'new', building: 'industrial', 'reform.meets_standards': true },
};

async function open(park: string, jurisdiction: string, facts: Record<string, unknown> = {}) {
  const project = { ...WORKSHOP, place: { park }, facts: { ...WORKSHOP.facts, ...facts } };
  const visitor = await stage.visit(`/answer${linkTo({ project, jurisdiction, demo: true })}`);
  await verdictOf(visitor);
  await expectSound(visitor);
  return visitor;
}

const AREA = 'area_downgrade_below_province';

describe('measure 1: regional EIA plus standards', () => {
  it('an owner in a reform area in force walks to the lower level, with area, clause and adoption', async () => {
    const visitor = await stage.visit('/?demo=true', PHONE);
    await expectSound(visitor);
    await chooseIndustry(visitor, '塑料盒', '2926');
    await answerAll(visitor, {
      park: '演示柯桥塑料小微园',
      choose: [/^符合这个改革区域/],
    });
    expect(await verdictOf(visitor)).toEqual({ level: 'REGISTRATION', status: 'decided' });
    const text = await visitor.page.locator('article.answer').innerText();
    expect(text).toContain('演示数据');
    expect(text).toContain('名录规定的类别是环境影响报告表');
    const relief = await reliefOf(visitor, AREA);
    expect(relief.state).toBe('applies');
    expect(relief.text).toContain('演示柯桥小微片区');
    expect(relief.text).toContain('第1条');
    expect(relief.text).toContain('演示政办发〔2025〕1号');
    expect(relief.text).toContain('省级统一部署文号');
    expect(relief.text).toContain('从环境影响报告表降为环境影响登记表');
  });

  it('the same project outside the area keeps the full level', async () => {
    const visitor = await open('demo-park-plain', '330603');
    expect((await verdictOf(visitor)).level).toBe('FORM');
    const relief = await reliefOf(visitor, AREA);
    expect(relief).toMatchObject({
      state: 'refused',
      text: expect.stringContaining('不在任何一个'),
    });
  });

  it('on the negative list it keeps the full level, with the entry that decided', async () => {
    const visitor = await open('demo-park-plastics', '330603', {
      'feature.recycled_plastic': true,
    });
    expect((await verdictOf(visitor)).level).toBe('REPORT');
    const relief = await reliefOf(visitor, AREA);
    expect(relief.text).toContain('负面清单2');
    expect(relief.text).toContain('以再生塑料为原料的项目');
  });

  it('after the reform of the area ended it keeps the full level, with the day', async () => {
    const visitor = await open('demo-park-old', '330603');
    expect((await verdictOf(visitor)).level).toBe('FORM');
    expect((await reliefOf(visitor, AREA)).text).toContain('已于 2024-12-31 到期');
  });

  it('without an adoption the relief is shown apart and counts for nothing', async () => {
    const visitor = await open('demo-park-shangyu', '330604');
    expect((await verdictOf(visitor)).level).toBe('FORM');
    const relief = await reliefOf(visitor, AREA);
    expect(relief.state).toBe('if_adopted');
    expect(relief.text).toContain('如果当地采纳就适用，现在没有算上');
  });

  it('with the real law, where nothing is entered, nothing is lowered and the page says why', async () => {
    const visitor = await stage.visit(`/answer${linkTo({ project: WORKSHOP })}`);
    expect((await verdictOf(visitor)).level).toBe('FORM');
    const text = await visitor.page.locator('article.answer').innerText();
    expect(text).not.toContain('演示');
    expect(text).toContain('名单没有录入，没有据此免除');
  });
});

describe('a commitment filing', () => {
  let desk: Stage;
  beforeAll(async () => {
    desk = await openSharedStage();
  });
  afterAll(() => desk?.close());
  const NAME = '演示：改革区域内的注塑车间';

  it('is filed by the owner in one sitting; the receipt names area, clause and adoption', async () => {
    const project = {
      ...WORKSHOP,
      place: { park: 'demo-park-plastics' },
      facts: { ...WORKSHOP.facts, 'capacity.t_a': 800 },
    };
    const link = linkTo({ project, jurisdiction: '330603', demo: true });
    const visitor = await desk.visit(`/answer${link}`, PHONE);
    const { page } = visitor;
    expect(await verdictOf(visitor)).toEqual({ level: 'REGISTRATION', status: 'decided' });
    await page.getByRole('link', { name: '去办理' }).click();
    await chooseAccount(page, '企业负责人');
    await arriveAt(visitor, '办理环评手续');
    (visitor.errors as string[]).length = 0;
    await page.getByLabel('项目名称').fill(NAME);
    await page.getByRole('button', { name: '开始办理' }).click();
    await arriveAt(visitor, NAME);
    await fillIn(visitor);
    for (const tick of await page.locator('.declarations').getByRole('checkbox').all()) {
      await tick.check();
    }
    await page.getByRole('button', { name: '提交备案' }).click();
    await page.getByText(/^已备案，编号 登备330603-/).waitFor();
    await expectSound(visitor);
    await page.getByRole('link', { name: '看回执、打印' }).click();
    await arriveAt(visitor, '环境影响登记表备案回执');
    const receipt = await page.locator('main').innerText();
    expect(receipt).toContain('演示柯桥小微片区（省级以下）');
    expect(receipt).toContain('第1条，采纳文件：演示政办发〔2025〕1号');
  });

  it('counts among the effects of the reform, with the case behind the figure', async () => {
    const officer = await signInAs(desk, '审批人员');
    const { page } = officer;
    await page.goto(`${desk.address}/desk/effects`);
    await arriveAt(officer, '改革成效');
    const row = page.getByRole('row').filter({ hasText: '演示柯桥小微片区' });
    expect(await row.first().innerText()).toContain('报告表 → 登记表');
    await expectSound(officer);
    await row.first().getByRole('button').click();
    await page.getByText(NAME).first().waitFor();
  });
});
