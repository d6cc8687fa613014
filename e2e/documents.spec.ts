import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arriveAt, signInAs } from './desk.ts';
import { expectSound, openStage, PHONE, type Stage, type Visitor } from './stage.ts';

let stage: Stage;
let inspector: Visitor;
let chief: Visitor;
let head: Visitor;
let clerk: Visitor;
beforeAll(async () => {
  stage = await openStage();
  inspector = await signInAs(stage, '执法人员');
  chief = await signInAs(stage, '科室负责人');
  head = await signInAs(stage, '分局负责人');
  clerk = await signInAs(stage, '文书档案人员');
});
afterAll(() => stage?.close());

const TITLE = '责令改正违法行为决定书';
const REASON = '改正要求不具体，请写明恢复处理设施运行的时间。';
const CONTENT = {
  查明的事实: '演示：印花车间废气处理设施未运行。\n证据：现场检查笔录、照片。',
  违反的规定: '《中华人民共和国大气污染防治法》第二十条第二款',
  责令改正的依据: '《中华人民共和国大气污染防治法》第九十九条',
  改正要求: '恢复废气处理设施正常运行。',
};

describe('an order to put a violation right', () => {
  it('goes from desk to desk, comes back once, takes its number, and anybody can verify it', async () => {
    await draftOrder(inspector.page);
    await expectSound(inspector);
    const address = inspector.page.url().replace(/\?.*$/, '');
    await act(inspector, '送审');
    await inspector.page.getByText('还没有人审核，您可以撤回来改。').waitFor();

    await openFromDuties(chief, '待您审核');
    await expectSound(chief);
    await chief.page.getByRole('button', { name: '退回修改' }).click();
    await chief.page.getByLabel('退回的理由').fill(REASON);
    await act(chief, '退回修改');
    await chief.page.getByText('草稿由拟稿人修改和送审。').waitFor();

    await inspector.page.goto(address);
    await inspector.page.getByText(REASON).first().waitFor();
    await expectSound(inspector);
    await act(inspector, '修改内容');
    await inspector.page.getByLabel('改正要求').fill('立即恢复废气处理设施正常运行，并做好台账。');
    await expectSound(inspector);
    await act(inspector, '保存修改');
    await act(inspector, '送审');
    await inspector.page.getByText('正在等审核。').waitFor();

    await openFromDuties(chief, '待您审核');
    await act(chief, '审核通过');
    await chief.page.getByText('已审核，正在等负责人签发。').waitFor();

    await openFromDuties(head, '待您签发');
    const promised = await head.page.getByText(/将取文号：/).innerText();
    await expectSound(head);
    await act(head, '签发并取号');
    await head.page.getByText('正在等文书档案人员用印。').waitFor();
    await expectSound(head);

    await openFromDuties(clerk, '待您用印');
    const number = await clerk.page.locator('.gongwen-number').innerText();
    expect(promised).toContain(number);
    expect(await clerk.page.getByRole('img', { name: '核验地址的二维码' }).count()).toBe(1);
    await expectSound(clerk);

    const code = await clerk.page.locator('.verification-code a').innerText();
    await verifies(code, number);
  });
});

/** Fills in the template with the paper beside it, and saves the draft. */
async function draftOrder(page: Page): Promise<void> {
  await page.goto(`${stage.address}/desk/documents`);
  await page.getByRole('link', { name: '拟写文书' }).first().click();
  await arriveAt(inspector, '拟写文书');
  await expectSound(inspector);
  await page.getByRole('link', { name: TITLE }).click();
  await arriveAt(inspector, TITLE);
  await page.getByLabel('受送达人').fill('演示');
  await page.locator('.ant-select-item-option').first().click();
  await page.getByLabel('检查日期').fill('2026-11-20');
  await page.getByLabel('改正期限').fill('2026-12-20');
  for (const [label, text] of Object.entries(CONTENT)) await page.getByLabel(label).fill(text);
  await expectSound(inspector);
  const paper = page.getByRole('article', { name: '文书内容' });
  expect(await paper.innerText()).toContain('我局于2026年11月20日对你单位进行了检查');
  await page.getByRole('button', { name: '存为草稿' }).click();
  await page.getByText('草稿已存。').waitFor();
}

/** From the list, by the way that the post's own work stands under. */
async function openFromDuties({ page }: Visitor, duty: string): Promise<void> {
  await page.goto(`${stage.address}/desk/documents`);
  await page.getByRole('link', { name: duty }).click();
  await page.locator('[aria-current]', { hasText: duty }).waitFor();
  await page.getByRole('link', { name: TITLE }).first().click();
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
}

async function act({ page }: Visitor, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

/** A visitor on a phone types the code as people do, and learns three things. */
async function verifies(code: string, number: string): Promise<void> {
  const visitor = await stage.visit('/verify', PHONE);
  const { page } = visitor;
  await page.getByLabel('核验码').fill('ABC');
  await page.getByRole('button', { name: '核验' }).click();
  await page.getByText('现在是 3 位').waitFor();
  await expectSound(visitor);
  await page.getByLabel('核验码').fill(code.toLowerCase().replace(/(.{6})/g, '$1 '));
  await page.getByRole('button', { name: '核验' }).click();
  await page.getByRole('heading', { name: '有这份文书' }).waitFor();
  await expectSound(visitor);
  const told = await page.locator('.verify-result dl').innerText();
  expect(told).toContain(number);
  expect(told).toContain('已签发，尚未送达');
  expect(await page.locator('main').innerText()).not.toContain('印花车间');
  await page.getByLabel('核验另一份').fill(`0000${code.slice(4)}`);
  await page.getByRole('button', { name: '核验' }).click();
  await page.getByRole('heading', { name: '没有查到这份文书' }).waitFor();
  // The browser reports the answer 404 as an error of its own.
  expect(visitor.errors.every((error) => error.includes('404'))).toBe(true);
}
