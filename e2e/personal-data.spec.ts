import { readFileSync } from 'node:fs';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arriveAt, chooseAccount, signInAs } from './desk.ts';
import { expectSound, openStage, PHONE, type Stage, type Visitor } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const WORDS = '约定十二月三日现场检查';

describe('personal data', () => {
  it('are told about on a public page that prints, in both languages', async () => {
    const visitor = await stage.visit('/', PHONE);
    const { page } = visitor;
    await page.getByRole('link', { name: '个人信息处理规则' }).click();
    await page.getByRole('heading', { level: 1, name: '个人信息处理规则' }).waitFor();
    await page.getByText('隐去中间几位').first().waitFor();
    await expectSound(visitor);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'How personal data are handled' }).waitFor();
    await expectSound(visitor);
    await page.context().close();
  });

  it('are masked for an officer, shown for a reason, and the person sees who looked', async () => {
    const owner = await signInAs(stage, '企业负责人');
    await noticeIsShownOnce(owner);
    const [id] = await owner.page.evaluate(async () => {
      const list = (await (await fetch('/api/enterprises')).json()) as { rows: { id: string }[] };
      return list.rows.map((row) => row.id);
    });
    const officer = await signInAs(stage, '审批人员');
    await officer.page.goto(`${stage.address}/desk/enterprises/${id}`);
    await looksAtTheWhole(officer);
    await keepsContacts(officer);

    const { page } = owner;
    await page.getByRole('link', { name: '我的个人信息' }).click();
    await arriveAt(owner, '我的个人信息');
    await page.getByText(`现场检查、帮扶联系：${WORDS}`).waitFor();
    await page.getByText('演示柯桥生态环境分局 审批人员').waitFor();
    await expectSound(owner);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载 JSON 副本' }).click(),
    ]);
    const copy = JSON.parse(readFileSync(await download.path(), 'utf8')) as {
      data: { account: { signInName: string }; reveals: object[] };
    };
    expect(copy.data).toMatchObject({
      account: { signInName: 'qiye' },
      reveals: [{ words: WORDS }],
    });
  });

  it('are asked to be erased, and the officer of personal data answers', async () => {
    const owner = await signInAs(stage, '企业负责人', PHONE);
    const { page } = owner;
    await page.goto(`${stage.address}/desk/me`);
    await arriveAt(owner, '我的个人信息');
    await page.getByText(/唯一的任职人，请先交接/).waitFor();
    await page.getByLabel('也可以先提交注销申请').fill('已离职，请协助交接后注销');
    await page.getByRole('region', { name: '注销账号' }).getByRole('button').click();
    await page.locator('[data-state="OPEN"]').waitFor();
    await expectSound(owner);

    const security = await stage.visit('/desk/sign-in');
    await enrol(security);
    await security.page.getByRole('link', { name: '个人信息保护' }).click();
    await arriveAt(security, '个人信息保护');
    const request = security.page.locator('[data-state="OPEN"]');
    expect(await request.innerText()).not.toContain('演示企业负责人');
    await expectSound(security);
    await request.getByRole('button', { name: '注销并答复' }).click();
    await request.getByText('请写明答复').waitFor();
    await request.getByLabel('答复（申请人看得到）').fill('请先交接岗位');
    await request.getByRole('button', { name: '不予办理' }).click();
    await security.page.getByText('已答复申请人').waitFor();
    for (const [view, text] of [
      ['已注销人员', '还没有人注销'],
      ['到期信息', '没有到期的信息'],
    ] as const) {
      await security.page.getByText(view, { exact: true }).click();
      await security.page.getByText(text).waitFor();
      await expectSound(security);
    }
    await page.reload();
    await page.locator('[data-state="REFUSED"]').getByText('请先交接岗位').waitFor();
  });
});

async function noticeIsShownOnce({ page }: Visitor): Promise<void> {
  const notice = page.getByRole('complementary', { name: '个人信息处理规则' });
  await notice.getByRole('button', { name: '知道了' }).click();
  await notice.waitFor({ state: 'detached' });
  await page.reload();
  await page.locator('h1').waitFor();
  expect(await notice.count()).toBe(0);
}

async function looksAtTheWhole(officer: Visitor): Promise<void> {
  const contacts = officer.page.getByRole('region', { name: '联系人' });
  await contacts.getByText('154****0013').waitFor();
  expect(await contacts.innerText()).not.toContain('演示企业负责人');
  await contacts.getByRole('button', { name: '查看全文 演******' }).first().click();
  await contacts.getByRole('button', { name: '记录并查看' }).click();
  await contacts.getByText('请选择用途').waitFor();
  await expectSound(officer);
  await contacts.getByLabel('用途').click();
  await officer.page.locator('.ant-select-item-option').filter({ hasText: '现场检查' }).click();
  await contacts.getByLabel('说明').fill(WORDS);
  await contacts.getByRole('button', { name: '记录并查看' }).click();
  await contacts.getByText('本次查看已记录').waitFor();
  await contacts.getByText('演示企业负责人').waitFor();
  await expectSound(officer);
  await contacts.getByRole('button', { name: '收起' }).click();
  expect(await contacts.innerText()).not.toContain('演示企业负责人');
}

/** Entered, changed without being seen, and ended. */
async function keepsContacts(officer: Visitor): Promise<void> {
  const contacts = officer.page.getByRole('region', { name: '联系人' });
  await contacts.getByRole('button', { name: '添加联系人' }).click();
  await contacts.getByLabel('姓名').fill('欧阳演示');
  await contacts.getByRole('textbox', { name: '电话' }).fill('85123456');
  await contacts.getByRole('button', { name: '登记', exact: true }).click();
  await contacts.getByText('请填写 11 位手机号，或带区号的座机').waitFor();
  await contacts.getByRole('textbox', { name: '电话' }).fill('0575-85123456');
  await contacts.getByRole('button', { name: '登记', exact: true }).click();
  await contacts.getByText('0575-****3456').waitFor();
  await officer.page.getByText('登记联系人').waitFor();
  await contacts.getByRole('button', { name: '编辑 欧阳**' }).click();
  await contacts.getByRole('textbox', { name: '电话' }).fill('154 0000 7777');
  await expectSound(officer);
  await contacts.getByRole('button', { name: '保存修改' }).click();
  await contacts.getByText('154****7777').waitFor();
  await contacts.getByRole('button', { name: '不再担任 欧阳**' }).click();
  await expectSound(officer);
  await contacts.getByRole('button', { name: '确认不再担任' }).click();
  await contacts.getByText('已登记为不再担任').waitFor();
  await contacts.getByText('欧阳**', { exact: true }).waitFor({ state: 'detached' });
}

/** The security officer's first sign-in: the second factor comes first. */
async function enrol({ page }: Visitor): Promise<void> {
  await chooseAccount(page, '安全管理员');
  await page.waitForURL('**/second-factor**');
  await page.getByLabel('先确认是您本人').fill('yanshi-2026');
  await page.getByRole('button', { name: '下一步' }).click();
  const secret = (await page.locator('.secret code').innerText()).replace(/\s/g, '');
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  await page.locator('.code-input').fill(code);
  await page.getByRole('button', { name: '确认并启用' }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/second-factor'));
}
