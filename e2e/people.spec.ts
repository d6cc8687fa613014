import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arriveAt, chooseAccount, signInAs } from './desk.ts';
import { expectSound, openStage, PHONE, type Stage, type Visitor } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

/** Opens a select by its label and takes the first choice that has the words. */
async function choose(page: Page, label: string, words: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  const choices = page.locator('.ant-select-dropdown:visible .ant-select-item-option');
  await choices.filter({ hasText: words }).first().click();
}

async function postsOf({ page }: Visitor): Promise<string[]> {
  await page.reload();
  await page.locator('h1').waitFor();
  const session = await page.evaluate(
    async () =>
      (await (await fetch('/api/session')).json()) as {
        posts: { title: string; standIn: boolean }[];
      },
  );
  return session.posts.map(({ title, standIn }) => (standIn ? `${title} B` : title));
}

describe('the head of a branch', () => {
  it('makes a post, appoints, records an absence, and hands over in one act', async () => {
    const head = await signInAs(stage, '分局负责人');
    const standIn = await signInAs(stage, '执法人员');
    const { page } = head;
    await page.getByRole('link', { name: '岗位与人员' }).click();
    await arriveAt(head, '岗位');
    await page.getByRole('link', { name: '审批人员', exact: true }).waitFor();
    await expectSound(head);
    await page.getByRole('link', { name: '新设岗位' }).click();
    await arriveAt(head, '新设岗位');
    await page.getByRole('button', { name: '新设岗位' }).click();
    await page.getByRole('alert').getByText('请选择岗位类型').waitFor();
    await expectSound(head);
    await choose(page, '岗位类型', '审批人员');
    await page.getByLabel('岗位名称').fill('二科审批岗');
    await page.getByRole('button', { name: '新设岗位' }).click();
    await arriveAt(head, '二科审批岗');
    await page.locator('[data-state="VACANT"]').waitFor();

    for (const [part, person] of [
      ['A 角', '演示审批人员'],
      ['B 角', '演示执法人员'],
    ] as const) {
      await page.getByRole('button', { name: '任命', exact: true }).click();
      await page.getByRole('radio', { name: new RegExp(`^${part}`) }).check();
      await choose(page, '人员', person);
      if (part === 'A 角') await expectSound(head);
      await page.getByRole('button', { name: '确认任命' }).click();
      await page.getByText('任命已登记').waitFor();
    }
    expect(await postsOf(standIn)).toEqual(['执法人员']);

    await page.getByRole('link', { name: '演示审批人员' }).first().click();
    await arriveAt(head, '演示审批人员');
    const today = await page.getByLabel('第一天').inputValue();
    await page.getByLabel('最后一天').fill(today);
    await page.getByRole('button', { name: '登记缺勤' }).click();
    await page.getByRole('button', { name: '今天起回来' }).waitFor();
    await expectSound(head);
    expect(await postsOf(standIn)).toEqual(['执法人员', '二科审批岗 B']);
    await standIn.page.getByText('代理（B 角）').first().waitFor();
    await page.getByRole('button', { name: '今天起回来' }).click();
    await page.getByText('没有登记缺勤').waitFor();
    expect(await postsOf(standIn)).toEqual(['执法人员']);

    await page.getByRole('button', { name: '离岗移交' }).click();
    await page.getByRole('button', { name: '移交 2 个岗位' }).click();
    await page.getByRole('alert').getByText('请选择“二科审批岗”的接任人').waitFor();
    await expectSound(head);
    await choose(page, '“二科审批岗”的 A 角（任职人）交给', '演示执法人员');
    await choose(page, '“审批人员”的 A 角（任职人）交给', '暂时空缺');
    await page.getByRole('button', { name: '移交 2 个岗位' }).click();
    await page.getByText('其中 1 个暂时空缺').waitFor();
    await page.getByRole('link', { name: '二科审批岗' }).first().click();
    await page.getByText('演示审批人员移交给演示执法人员').waitFor();
    await expectSound(head);
    for (const visitor of [head, standIn]) await visitor.page.context().close();
  });
});

describe('an owner on a phone', () => {
  it('lets a steward act and ends it, and the steward’s desk says so at once', async () => {
    const owner = await signInAs(stage, '企业负责人', PHONE);
    const steward = await signInAs(stage, '环保管家');
    const { page } = owner;
    await steward.page.getByRole('link', { name: '委托代办' }).first().click();
    await arriveAt(steward, '委托代办');
    const received = steward.page.locator('[data-state="RUNNING"]');
    await received.first().waitFor();
    await expectSound(steward);
    const before = await received.count();

    await page.getByRole('link', { name: '委托代办' }).first().click();
    await arriveAt(owner, '委托代办');
    await page.getByRole('button', { name: '终止委托' }).click();
    await expectSound(owner);
    await page.getByRole('button', { name: '立即终止' }).click();
    await page.getByText('委托已终止').waitFor();
    await steward.page.reload();
    await received.first().waitFor();
    expect(await received.count()).toBe(before - 1);

    await page.getByRole('button', { name: '新的委托' }).click();
    await choose(page, '受托机构', '环保管家');
    await page.getByRole('button', { name: '确认委托' }).click();
    await page.getByText('委托已生效').waitFor();
    await expectSound(owner);
    await steward.page.reload();
    await received.nth(before - 1).waitFor();
    for (const visitor of [owner, steward]) await visitor.page.context().close();
  });
});

describe('the three officers', () => {
  it('create, put forward, confirm, disable at once, and read in the log what was done', async () => {
    const system = await enrolled('系统管理员');
    const { page } = system;
    await expectSound(system);
    await page.getByRole('link', { name: '账号' }).first().click();
    await arriveAt(system, '账号');
    await page.getByRole('button', { name: '开设账号' }).click();
    await page.getByRole('combobox', { name: '单位', exact: true }).fill('街道');
    await page.locator('.ant-select-item-option').filter({ hasText: '街道' }).first().click();
    await page.getByLabel('姓名', { exact: true }).fill('演示新人');
    await page.getByLabel('用户名', { exact: true }).fill('yanshi-xinren');
    await page.getByRole('button', { name: '开设账号' }).click();
    await page.getByText('初始密码只显示这一次').waitFor();
    await expectSound(system);
    const initial = await page.locator('.initial-password').innerText();
    await page.getByRole('button', { name: '我已记下' }).click();

    const newcomer = await stage.visit('/desk/sign-in');
    await newcomer.page.getByLabel('用户名或手机号').fill('yanshi-xinren');
    await newcomer.page.getByLabel('密码').fill(initial);
    await newcomer.page.getByRole('button', { name: '登录', exact: true }).click();
    await arriveAt(newcomer, '修改密码');
    await newcomer.page.getByLabel('初始密码').fill(initial);
    await newcomer.page.getByLabel('新密码', { exact: true }).fill('Lanting-2026');
    await newcomer.page.getByLabel('再输一次新密码').fill('Lanting-2026');
    await expectSound(newcomer);
    await newcomer.page.getByRole('button', { name: '确认修改' }).click();
    await newcomer.page.getByText('您今天没有岗位').waitFor();

    await page.getByRole('link', { name: '机构' }).first().click();
    await arriveAt(system, '机构');
    await page.getByRole('searchbox').fill('街道');
    const house = page.getByRole('row').filter({ hasText: '街道' });
    await house.getByRole('link', { name: '岗位' }).click();
    await page.getByRole('link', { name: '园区（片区）长', exact: true }).click();
    await page.getByRole('button', { name: '任命', exact: true }).click();
    await page.getByRole('radio', { name: /^B 角/ }).check();
    await choose(page, '人员', '演示新人');
    await page.getByRole('button', { name: '提交复核' }).click();
    await page.getByText('等待安全管理员复核。').first().waitFor();
    await expectSound(system);

    const security = await enrolled('安全管理员');
    await security.page.getByRole('link', { name: '任命复核' }).first().click();
    await arriveAt(security, '任命复核');
    await expectSound(security);
    await security.page.getByRole('button', { name: '复核通过' }).click();
    await security.page.locator('[data-state="CONFIRMED"]').waitFor();

    await page.getByRole('link', { name: '账号' }).first().click();
    await page.getByRole('searchbox').fill('yanshi-xinren');
    // The list of all has the row too; a choice made there is lost when the found one comes.
    await page.getByRole('row').nth(2).waitFor({ state: 'detached' });
    await choose(page, '对演示新人的账号', '停用账号');
    await page.getByLabel('理由（记入安全日志）').fill('演示停用');
    await page.getByRole('button', { name: '停用账号' }).click();
    await page.locator('[data-state="DISABLED"]').waitFor();
    await expectSound(system);
    await newcomer.page.getByRole('link', { name: '我的岗位与缺勤' }).click();
    await newcomer.page.waitForURL('**/sign-in**');

    await security.page.getByRole('link', { name: '安全日志' }).first().click();
    await arriveAt(security, '安全日志');
    const told = security.page.getByRole('row').filter({ hasText: '演示停用' });
    expect(await told.innerText()).toContain('演示系统管理员');
    await expectSound(security);
  });
});

/** Signed in as an officer whose second factor is set up in this very browser. */
async function enrolled(account: string): Promise<Visitor> {
  const visitor = await stage.visit('/desk/sign-in');
  const { page } = visitor;
  await chooseAccount(page, account);
  await page.getByLabel('先确认是您本人').fill('yanshi-2026');
  await page.getByRole('button', { name: '下一步' }).click();
  const secret = (await page.locator('.secret code').innerText()).replaceAll(' ', '');
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  await page.getByLabel('输入验证器显示的 6 位数字').fill(app.generate());
  await page.getByRole('button', { name: '确认并启用' }).click();
  await page.getByRole('heading', { name: '要做的事' }).waitFor();
  return visitor;
}
