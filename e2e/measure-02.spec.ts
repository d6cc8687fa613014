import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arriveAt, signInAs } from './desk.ts';
import {
  expectSound,
  openSharedStage,
  openVisitorStage,
  PHONE,
  type Stage,
  type Visitor,
} from './stage.ts';
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

describe('direct entry under a park-wide EIA', () => {
  let desk: Stage;
  beforeAll(async () => {
    desk = await openSharedStage();
  });
  afterAll(() => desk?.close());

  it('is refused to a tenant outside the envelope, who is told the value and the limit', async () => {
    const owner = await signInAs(desk, '企业负责人', PHONE);
    await applyFor(owner, '7000');
    const { page } = owner;
    await page.getByText('不能直接入驻').first().waitFor();
    expect(await page.locator('main').innerText()).toMatch(
      /化学需氧量\s+7000 千克\/年\s+6450 千克\/年（12000 千克\/年）/,
    );
    await expectSound(owner);
    await owner.page.context().close();
  });

  it('is given at once to a tenant that fits: its share is drawn, and the certificate proves it', async () => {
    const owner = await signInAs(desk, '企业负责人', PHONE);
    await applyFor(owner, '1000');
    const { page } = owner;
    await page.getByText('已准入').first().waitFor();
    await expectSound(owner);
    await page.getByRole('link', { name: '入驻凭证' }).click();
    await arriveAt(owner, '入驻凭证');
    expect(await page.locator('main').innerText()).toContain('化学需氧量 1000 千克/年');
    const address = await page.locator('a[href*="/verify/"]').first().getAttribute('href');
    const { page: theirs } = await desk.visit(new URL(address!, desk.address).pathname, PHONE);
    expect(await theirs.locator('.verify-result dl').innerText()).toContain('入驻330603-');
    const manager = await signInAs(desk, '园区管理员');
    await openAccount(manager);
    expect(await accountOf(manager)).toContain('剩余 5450 千克/年');
    await expectSound(manager);
    await manager.page.context().close();
  });

  it('gives the share back to the park when the tenant leaves', async () => {
    const owner = await signInAs(desk, '企业负责人');
    const { page } = owner;
    await page.goto(`${desk.address}/desk/admissions?state=ADMITTED`);
    await page.locator('main table a').first().click();
    await page.getByRole('button', { name: '登记退出' }).click();
    await page.getByRole('radio', { name: '退租离园' }).check();
    await expectSound(owner);
    await page.getByRole('button', { name: '确认退出并归还份额' }).click();
    await page.getByText('已登记退出，份额已归还园区').waitFor();
    const manager = await signInAs(desk, '园区管理员');
    await openAccount(manager);
    expect(await accountOf(manager)).toContain('剩余 6450 千克/年');
  });
});

/** From the park to the declaration, with a project that the EIA of the demonstration covers. */
async function applyFor(owner: Visitor, kilograms: string): Promise<void> {
  const { page } = owner;
  await page.goto(new URL('/desk/admissions/new', page.url()).href);
  await arriveAt(owner, '申请直接入驻');
  await expectSound(owner);
  await page.getByRole('button', { name: '下一步：说说项目' }).click();
  await page.getByRole('radio', { name: '新建' }).check();
  await page.getByRole('button', { name: '下一步', exact: true }).click();
  await page.getByRole('radiogroup', { name: '电镀' }).getByRole('radio', { name: '是' }).check();
  await page.getByRole('button', { name: /^没回答的 3 项都没有/ }).click();
  await page.getByRole('button', { name: '下一步', exact: true }).click();
  await page.getByRole('radio', { name: '没有（0）' }).check();
  await page.getByRole('button', { name: '下一步', exact: true }).click();
  await page.getByRole('button', { name: '下一步：填排放量' }).click();
  await page.getByLabel('化学需氧量').fill(kilograms);
  await page.getByLabel(/法定代表人/).fill('演示代表人');
  await page.locator('#committed').check();
  await expectSound(owner);
  await page.getByRole('button', { name: '提交申请' }).click();
}

async function openAccount(manager: Visitor): Promise<void> {
  await manager.page.getByRole('link', { name: '园区整体环评' }).first().click();
  await arriveAt(manager, '园区整体环评');
  await manager.page.locator('main table a').first().click();
  await manager.page.getByRole('heading', { name: '份额台账' }).waitFor();
}

/** What the account of the park says of its first pollutant. */
async function accountOf({ page }: Visitor): Promise<string> {
  const text = await page.getByText('化学需氧量').first().locator('xpath=..').innerText();
  return text.replace(/\s+/g, ' ');
}
