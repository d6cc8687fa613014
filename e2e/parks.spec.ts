import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { arriveAt, signInAs } from './desk.ts';
import { expectSound, openStage, PHONE, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

/** Chooses what a search in a list leads to. */
async function choose(page: Page, label: string, typed: string, option: string | RegExp) {
  const field = page.getByLabel(label, { exact: true });
  await field.click();
  if (typed !== '') await field.fill(typed);
  await page.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
}

it('a park is entered by the bureau: operator, building, chief; and rated by the office for industry', async () => {
  const visitor = await signInAs(stage, '审批人员');
  const { page } = visitor;
  await page.goto(`${stage.address}/desk/parks`);
  await page.getByRole('link', { name: '登记园区' }).click();
  await page.getByRole('button', { name: '登记园区' }).click();
  await page
    .getByRole('alert')
    .getByRole('link', { name: /园区名称/ })
    .waitFor();
  await expectSound(visitor);
  await page.getByLabel('园区名称').fill('演示春晓智造小微园');
  await choose(page, '类型', '', '生产制造类');
  await page.getByLabel('经度').fill('120.58');
  await page.getByLabel('纬度').fill('30.01');
  await choose(page, '运营单位选填', '演示春晓园区运营公司', '登记新单位');
  await page.getByRole('button', { name: '登记园区' }).click();
  await arriveAt(visitor, '演示春晓智造小微园');
  const path = new URL(page.url()).pathname;

  await page.getByRole('button', { name: '添加楼栋' }).click();
  await page.getByLabel('楼栋名称').fill('1号楼');
  await page.getByRole('button', { name: '添加单元' }).click();
  await page.getByRole('textbox', { name: '单元', exact: true }).fill('101');
  await page.getByLabel('单元 101 的面积').fill('800');
  await expectSound(visitor);
  await page.getByRole('button', { name: '保存楼栋' }).click();
  await page.getByText('1 个单元，合计 800 平方米').waitFor();

  await page.getByRole('button', { name: '安排岗位' }).click();
  const elsewhere = page.getByLabel(/现在负责/);
  await elsewhere.first().waitFor();
  expect(await elsewhere.first().isDisabled()).toBe(true);
  await expectSound(visitor);
  await page.getByRole('button', { name: '取消' }).click();
  await page.getByText('登记楼栋').waitFor();
  await expectSound(visitor);
  await page.context().close();

  const industry = await signInAs(stage, '经信工作人员');
  await industry.page.goto(`${stage.address}${path}`);
  await industry.page.getByRole('button', { name: '登记认定' }).click();
  await industry.page.getByLabel('星级', { exact: true }).fill('4');
  await industry.page.getByLabel('依据文件').fill('演示星级园区名单的通知');
  await industry.page.getByLabel('文号').fill('演示经信〔2026〕9号');
  await industry.page.getByLabel('发文日期').fill('2026-01-05');
  await industry.page.getByLabel('有效期自').fill('2026-01-05');
  await expectSound(industry);
  await industry.page.getByRole('button', { name: '登记', exact: true }).click();
  await industry.page.getByText('演示经信〔2026〕9号').waitFor();
  expect(await industry.page.getByRole('link', { name: '编辑' }).count()).toBe(0);
  await industry.page.context().close();
});

it('a park manager records that a tenant left, and has no say in it from then on', async () => {
  const visitor = await signInAs(stage, '园区管理员');
  const { page } = visitor;
  await page.goto(`${stage.address}/desk/enterprises?sort=-name`);
  await page.getByRole('row').nth(2).getByRole('link').first().click();
  await page.getByRole('button', { name: '登记迁出' }).click();
  await expectSound(visitor);
  await page.getByLabel('在园最后一天').fill('2017-01-01');
  await page.getByRole('button', { name: '确认迁出' }).click();
  await page.getByText('早于入驻日期').waitFor();
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
  await page.getByLabel('在园最后一天').fill(today);
  await page.getByRole('button', { name: '确认迁出' }).click();
  await page.getByText('不再归您的园区管理').waitFor();
  const status = await page.evaluate(
    async (path) => (await fetch(path)).status,
    `/api/enterprises/${page.url().split('/').at(-1)!.split('?')[0]!}`,
  );
  expect(status).toBe(404);
  await page.context().close();
});

it('two entries of one enterprise are compared and merged by the bureau, and separated again', async () => {
  const visitor = await signInAs(stage, '审批人员');
  const { page } = visitor;
  await page.goto(`${stage.address}/desk/enterprises`);
  await page.getByRole('link', { name: '查重复登记' }).click();
  const pairs = page.getByRole('list', { name: '疑似重复的企业' }).getByRole('listitem');
  // Of one name and in one unit; firms of one name in two parks are two.
  const pair = pairs.filter({ hasText: '地点相同、名称相近' }).first();
  await pair.waitFor();
  await expectSound(visitor);
  const [stays, goes] = await pair.locator('.record-link').all();
  const [name, gone] = [await stays!.innerText(), await goes!.getAttribute('href')];
  await pair.getByRole('link', { name: '比对' }).click();
  await arriveAt(visitor, '合并重复登记');
  await page.getByRole('button', { name: '确认合并' }).click();
  await page.getByText('请填写理由').waitFor();
  await expectSound(visitor);
  await page.getByLabel('理由').fill('核对营业执照，系同一企业');
  await page.getByRole('button', { name: '确认合并' }).click();
  await page.getByText('已合并').waitFor();
  await arriveAt(visitor, name);
  await page.getByText('并入另一条重复登记').waitFor();
  await expectSound(visitor);

  await page.goto(`${stage.address}${gone!}`);
  await page.getByText('已并入本档案').waitFor();
  await page.getByRole('button', { name: '撤销合并' }).click();
  await page.getByLabel('理由').fill('核对有误');
  await page.getByRole('button', { name: '撤销合并' }).click();
  await page.getByText('撤销合并', { exact: true }).waitFor();
  await page.getByText('本档案并入了').waitFor({ state: 'detached' });
  await page.context().close();
});

it('an owner fills in discharge and waste on a phone, and can change neither code nor county', async () => {
  const visitor = await signInAs(stage, '企业负责人', PHONE);
  const { page } = visitor;
  await page.getByRole('link', { name: '打开档案' }).click();
  await page.getByRole('link', { name: '登记信息' }).click();
  await page.getByRole('link', { name: '填报产排污信息' }).click();
  await arriveAt(visitor, '修改登记信息');
  expect(await page.getByLabel('统一社会信用代码').count()).toBe(0);
  expect(await page.getByLabel('区、县（市）').count()).toBe(0);
  await page.getByText('有误请联系他们更正').first().waitFor();
  await page.getByRole('button', { name: '添加危险废物' }).click();
  const codes = page.getByLabel(/种废物的代码/);
  const last = codes.nth((await codes.count()) - 1);
  await last.fill('活性炭');
  await page.locator('.ant-select-item-option').filter({ hasText: '900-405-06' }).first().click();
  await page.getByLabel('900-405-06每年的量').fill('0.35.');
  await page.getByRole('button', { name: '保存修改' }).click();
  await page.getByRole('alert').getByText('每种危险废物').waitFor();
  await expectSound(visitor);
  await page.getByLabel('900-405-06每年的量').fill('0.35');
  await page.getByRole('button', { name: '保存修改' }).click();
  await page.getByText('0.35 吨').waitFor();
  await expectSound(visitor);
  await page.context().close();
});
