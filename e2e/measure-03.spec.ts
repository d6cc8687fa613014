import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arriveAt, signInAs } from './desk.ts';
import { expectSound, openSharedStage, openVisitorStage, PHONE, type Stage } from './stage.ts';
import { linkTo, reliefOf, verdictOf } from './wizard.ts';

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
    'reform.within_park_eia': false,
    'reform.meets_standards': false,
  },
};

describe('measure 3: citing the park-wide EIA, as far as a screening goes', () => {
  it('shows what may be cited today, and refuses what is out of date with the reason', async () => {
    const link = linkTo({ project: MILL, jurisdiction: '330603', demo: true });
    const visitor = await stage.visit(`/answer${link}`);
    expect((await verdictOf(visitor)).level).toBe('REPORT');
    await expectSound(visitor);
    const relief = await reliefOf(visitor, 'cite_park_eia');
    expect(relief.state).toBe('applies');
    expect(relief.text).toContain('环境空气质量本底（2025年）');
    expect(relief.text).toContain('可以引用，有效期至 2028-05-10');
    expect(relief.text).toContain('土壤和地下水本底（2021年）的有效期已于 2024-04-02 届满');
    expect(relief.text).toContain('可以直接引用整体环评结论');
  });

  it('does not call a zoning list met that nobody has entered', async () => {
    const project = { ...MILL, industries: ['2926'], place: { park: 'demo-park-shangyu' } };
    const link = linkTo({ project, jurisdiction: '330604', demo: true });
    const visitor = await stage.visit(`/answer${link}`);
    await verdictOf(visitor);
    const relief = await reliefOf(visitor, 'cite_park_eia');
    expect(relief.state).toBe('open');
    expect(relief.text).toContain('没有录入，没有核对，不等于符合');
  });
});

describe('a bundle of what a project cites', () => {
  let desk: Stage;
  beforeAll(async () => {
    desk = await openSharedStage();
  });
  afterAll(() => desk?.close());
  const NAME = '演示：引用园区本底的项目';

  it('refuses an expired baseline by its day, and gives the rest as one package with its checksum', async () => {
    const owner = await signInAs(desk, '企业负责人', PHONE);
    const { page } = owner;
    await page.goto(`${desk.address}/desk/citing`);
    await arriveAt(owner, '可引用的数据');
    const expired = page.getByRole('checkbox', { name: /^土壤和地下水本底（2021年）/ });
    expect(await expired.isDisabled()).toBe(true);
    await page
      .getByText('不能引用：土壤和地下水本底（2021年）的有效期已于 2024-04-02 届满')
      .waitFor();
    await expectSound(owner);
    await page.getByRole('button', { name: /^生成引用包/ }).click();
    await page.getByRole('alert').first().waitFor();
    await page.getByRole('checkbox', { name: /^区域环境质量现状/ }).check();
    await page.getByRole('checkbox', { name: /^环境空气质量本底（2025年）/ }).check();
    await page.getByLabel('项目名称').fill(NAME);
    await page.getByRole('button', { name: '生成引用包（2 项）' }).click();
    await arriveAt(owner, NAME);
    await expectSound(owner);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载引用包' }).click(),
    ]);
    const hash = createHash('sha256');
    for await (const chunk of await download.createReadStream()) hash.update(chunk as Buffer);
    expect(await page.locator('main').innerText()).toContain(hash.digest('hex'));
  });

  it('is used again at the completion acceptance, and each use is counted for the park', async () => {
    const owner = await signInAs(desk, '企业负责人');
    const { page } = owner;
    await page.goto(`${desk.address}/desk/citing`);
    await page.getByRole('checkbox', { name: /^环境空气质量本底（2025年）/ }).check();
    await page.getByLabel('项目名称').fill(NAME);
    await page.getByRole('radio', { name: '竣工环境保护验收' }).check();
    await page.getByRole('button', { name: '生成引用包（1 项）' }).click();
    await arriveAt(owner, NAME);
    const manager = await signInAs(desk, '园区管理员');
    const { page: theirs } = manager;
    await theirs.getByRole('link', { name: '园区', exact: true }).first().click();
    await arriveAt(manager, /^园区$/);
    await theirs.locator('main table a').first().click();
    await theirs.getByRole('link', { name: '共享数据、跟踪评价与重大变动' }).click();
    await arriveAt(manager, '共享数据');
    const row = theirs.getByRole('row').filter({ hasText: '环境空气质量本底（2025年）' });
    expect((await row.innerText()).trim()).toMatch(/2$/);
    await expectSound(manager);
  });
});
