import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWholeSheet, writeSheet } from '../apps/server/src/platform/excel/index.ts';
import { arriveAt, signInAs } from './desk.ts';
import { expectSound, openStage, type Stage, type Visitor } from './stage.ts';
import { linkTo, reliefOf, verdictOf } from './wizard.ts';

let stage: Stage;
let officer: Visitor;
let head: Visitor;
beforeAll(async () => {
  stage = await openStage();
  officer = await signInAs(stage, '审批人员');
  head = await signInAs(stage, '分局负责人');
});
afterAll(() => stage?.close());

const TITLE = '演示：柯桥区支持小微企业园区环保服务举措';
const NUMBER = '演示政办发〔2031〕8号';
const FROM = '2031-12-01';
const BEFORE = '2031-11-30';
const RELIEF = 'zero_land_public_infra';

/** A park's retrofit of its shared waste-gas works that adds no main pollutant (measure 5). */
const RETROFIT = {
  works: ['waste_gas'],
  unstated: 'no',
  facts: {
    nature: 'retrofit',
    'site.in_park': true,
    'retrofit.public_env_infra': true,
    'retrofit.no_new_land': true,
    'retrofit.no_added_pollutant': true,
  },
};

describe('an adoption entered at the desk', () => {
  it('is law for every visitor from its day on, once a second person approved it', async () => {
    await enterAdoption();
    expect(await officer.page.getByText('等待分局负责人或市局审核').count()).toBe(1);
    expect(await officer.page.getByRole('button', { name: '审核通过' }).count()).toBe(0);
    await expectSound(officer);
    expect((await answerOn(FROM)).level).not.toBe('EXEMPT');

    await openEntry(TITLE);
    expect(await head.page.locator('.decision').innerText()).toContain(
      '自2031年12月1日起，在柯桥区',
    );
    await approve();
    await head.page.getByRole('link', { name: '发布新版本' }).waitFor();
    await expectSound(head);

    expect((await answerOn(BEFORE)).level).not.toBe('EXEMPT');
    const { level, relief } = await answerOn(FROM);
    expect(level).toBe('EXEMPT');
    expect(relief.state).toBe('applies');
    expect(relief.text).toContain(NUMBER);
    await readsOfTheDecision();
  });
});

describe('a list imported from Excel', () => {
  it('is corrected in the file, previewed and approved, and lowers levels from its day on', async () => {
    const { page } = officer;
    await page.goto(`${stage.address}/desk/rulebook`);
    await page.getByRole('link', { name: '从 Excel 导入' }).click();
    await arriveAt(officer, '从 Excel 导入');
    await page.goto(`${stage.address}/desk/rulebook/import?topic=reform-areas`);
    await page.getByText('改革区域').first().waitFor();
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载模板' }).click();
    const template = await (await waiting).path();
    const read = await readWholeSheet(template, { columns: [{ key: 'name', zh: '名称' }] });
    const headings = read.ok ? read.unknownColumns.map(({ heading }) => heading) : [];
    expect(headings).toContain('规划环评·审查意见文号*');

    await upload(await areas('二〇二五年'));
    const faults = page.getByRole('table');
    expect(await faults.innerText()).toContain('不是日期');
    await expectSound(officer);
    await upload(await areas('2025-01-01'));
    await page.getByText('检查通过：2 行，1 条').waitFor();
    await fillDocument({ title: '演示：柯桥区改革区域名单', number: '演示柯环发〔2031〕3号' });
    await page.getByLabel('施行日期').fill(FROM);
    await page.getByRole('button', { name: '提交审核' }).click();
    await page.getByText('已提交，等待另一位负责人审核').waitFor();
    await expectSound(officer);

    await openEntry('演示：柯桥区改革区域名单');
    await head.page.getByRole('button', { name: '预演' }).click();
    const preview = head.page.locator('.preview');
    await preview.getByText('环境影响报告表 → 环境影响登记表').first().waitFor();
    expect(await preview.innerText()).toContain('规则库留存的公开项目 55 个');
    await expectSound(head);
    await approve();
    expect((await formOn(BEFORE)).level).toBe('FORM');
    expect((await formOn(FROM)).level).toBe('REGISTRATION');

    const visitor = await stage.visit(`/law?on=${FROM}`);
    await visitor.page.getByText('演示：柯桥区改革区域名单').waitFor();
    await expectSound(visitor);
    await visitor.page.close();
  });
});

describe('the holidays of a year', () => {
  it('are missing until somebody enters them, and move deadlines once they are approved', async () => {
    const { page } = officer;
    await page.goto(`${stage.address}/desk/rulebook/calendar?year=2027`);
    await page.getByText('2027年还没有日历').first().waitFor();
    await page.getByLabel('起算日').fill('2026-12-31');
    await page.getByLabel('工作日数').fill('1');
    await page.getByText('第 1 个工作日是 2027年1月1日').waitFor();
    await page.getByText('暂定：2027年还没有日历').waitFor();
    await expectSound(officer);
    await page.getByRole('link', { name: '录入2027年安排' }).click();
    await arriveAt(officer, '录入条目');
    await fillDocument({ title: '演示：2027年部分节假日安排', number: '演示国办发〔2026〕9号' });
    expect(await page.getByLabel('日期', { exact: true }).first().inputValue()).toBe('2027-01-01');
    await page.getByRole('button', { name: '提交审核' }).click();
    await page.getByText('已提交，等待另一位负责人审核').waitFor();

    await openEntry('演示：2027年部分节假日安排');
    await head.page.getByRole('button', { name: '预演' }).click();
    await head.page.getByText('2027年1月1日 休息').waitFor();
    await approve();
    await head.page.goto(`${stage.address}/desk/rulebook/calendar?year=2027`);
    const day = head.page.locator('[data-day="2027-01-01"]');
    expect(await day.innerText()).toBe('2027年1月1日，放假（元旦）');
    await head.page.getByLabel('起算日').fill('2026-12-31');
    await head.page.getByLabel('工作日数').fill('1');
    await head.page.getByText('第 1 个工作日是 2027年1月4日').waitFor();
    await expectSound(head);
  });
});

async function enterAdoption(): Promise<void> {
  const { page } = officer;
  await page.getByRole('link', { name: '规则条目' }).first().click();
  await arriveAt(officer, '规则条目');
  await page.getByRole('link', { name: '录入条目' }).first().click();
  await arriveAt(officer, '录入条目');
  await fillDocument({ title: TITLE, number: NUMBER });
  expect(await page.getByLabel('编号', { exact: true }).inputValue()).toBe('keqiao-2031-8');
  await page.getByRole('button', { name: '提交审核' }).click();
  await page.getByRole('alert').getByText('请填写施行日期').waitFor();
  await expectSound(officer);
  await page.getByLabel('施行日期').fill(FROM);
  await page.getByRole('checkbox', { name: /园区公共环保基础设施零土地技改/ }).check();
  await page.getByRole('button', { name: '提交审核' }).click();
  await page.getByText('已提交，等待另一位负责人审核').waitFor();
}

async function fillDocument(document: { title: string; number: string }): Promise<void> {
  const { page } = officer;
  await page.getByLabel('文件名称', { exact: true }).fill(document.title);
  await page.getByLabel('文号', { exact: true }).fill(document.number);
  await page.getByLabel('发文机关', { exact: true }).fill('演示柯桥区人民政府');
}

/** From the list, where what waits stands on top. */
async function openEntry(title: string): Promise<void> {
  const { page } = head;
  await page.goto(`${stage.address}/desk/rulebook`);
  await page.getByRole('link', { name: title }).click();
  await arriveAt(head, title);
}

/** The bell says that something came; opening the message leads to the entry and marks it as read. */
async function readsOfTheDecision(): Promise<void> {
  const { page } = officer;
  await page.goto(`${stage.address}/desk/notifications`);
  await page.getByRole('link', { name: '消息，1 条未读' }).waitFor();
  await expectSound(officer);
  await page.getByRole('link', { name: /已审核通过/ }).click();
  await arriveAt(officer, TITLE);
  await page.getByRole('link', { name: '消息，没有未读' }).waitFor();
}

async function approve(): Promise<void> {
  await head.page.getByRole('button', { name: '审核通过' }).click();
  await head.page.locator('[data-state="APPROVED"]').waitFor();
}

/** One area with two clauses: the second stands on a further line. */
function areas(reviewed: string): Promise<Buffer> {
  const headings = [
    '编号',
    '名称',
    '区域级别',
    '规划环评·名称',
    '规划环评·审查意见文号',
    '规划环评·审查日期',
  ];
  const clauses = ['负面清单·条款编号', '负面清单·条款原文', '负面清单·判断条件'];
  const all = [...headings, ...clauses];
  const lines = [
    [
      'area-e2e',
      '演示浏览器片区',
      '省级及以上',
      '演示规划环评',
      '演示1号',
      reviewed,
      '1',
      '有电镀',
      'process.electroplating',
    ],
    ['', '', '', '', '', '', '2', '有染整', ''],
  ];
  return writeSheet({
    title: '改革区域',
    columns: all.map((heading) => ({ key: heading, heading, type: 'text' as const })),
    rows: lines.map((line) => Object.fromEntries(all.map((name, at) => [name, line[at]]))),
  });
}

async function upload(file: Buffer): Promise<void> {
  const { page } = officer;
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.getByLabel('填好的表').setInputFiles({ name: '名单.xlsx', mimeType, buffer: file });
  await page.getByRole('button', { name: '检查', exact: true }).click();
  await page.locator('#faults, .submit-sheet').first().waitFor();
}

/** What a visitor of the public pages is told on that day. */
async function answerOn(day: string) {
  return askOn(day, RETROFIT, async (visitor) => ({
    ...(await verdictOf(visitor)),
    relief: await reliefOf(visitor, RELIEF),
  }));
}

async function formOn(day: string) {
  const facts = { 'reform.meets_standards': true, 'capacity.piece_a': 8_000_000 };
  const project = { industries: ['2926'], unstated: 'no', facts, place: { area: 'area-e2e' } };
  return askOn(day, project, verdictOf);
}

async function askOn<T>(day: string, project: object, read: (visitor: Visitor) => Promise<T>) {
  const visitor = await stage.visit('/');
  await visitor.page.clock.setFixedTime(new Date(`${day}T10:00:00+08:00`));
  const link = linkTo({ project, on: day, jurisdiction: '330603' });
  await visitor.page.goto(`${stage.address}/answer${link}`);
  const found = await read(visitor);
  await visitor.page.close();
  return found;
}
