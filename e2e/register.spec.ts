import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCreditCode, chooseAccount, signInAs } from './desk.ts';
import { expectSound, openStage, PHONE, type Stage, type Visitor } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

/** What the navigation of each role offers, besides its home and the public pages. */
const WORK: readonly [account: string, links: readonly string[]][] = [
  ['市局管理员', ['园区', '企业']],
  ['审批人员', ['园区', '企业']],
  ['执法人员', ['园区', '企业']],
  ['分局负责人', ['园区', '企业']],
  ['政府工作人员', ['园区', '企业']],
  ['经信工作人员', ['园区', '企业']],
  ['园区（片区）长', ['园区', '企业']],
  ['环保监督小分队', ['园区', '企业']],
  ['园区管理员', ['园区', '企业']],
  ['出租人', []],
  ['企业负责人', ['企业']],
  ['环保管家', ['企业']],
  ['技术评估人员', []],
  ['收运人员', []],
];

async function linksOf({ page }: Visitor): Promise<string[]> {
  const links = await page.getByRole('navigation').first().getByRole('link').allInnerTexts();
  return links.map((text) => text.trim());
}

describe('signing in', () => {
  it.each(WORK)('as %s leads to a desk with its own work', async (account, links) => {
    const visitor = await signInAs(stage, account.replace(/[（）]/g, '.'));
    await visitor.page.locator('.tasks-none, .task-cards').first().waitFor();
    await expectSound(visitor);
    const shown = await linksOf(visitor);
    expect(shown.filter((link) => ['园区', '企业'].includes(link))).toEqual(links);
    await visitor.page.context().close();
  });

  it.each(['系统管理员', '安全管理员', '审计管理员'])(
    'as %s begins with setting up the second factor, and nothing else is offered',
    async (account) => {
      const visitor = await stage.visit('/desk/sign-in');
      await chooseAccount(visitor.page, account);
      await visitor.page.waitForURL('**/second-factor**');
      await visitor.page.locator('h1').waitFor();
      await expectSound(visitor);
      await visitor.page.goto(`${stage.address}/desk/enterprises`);
      await visitor.page.waitForURL('**/second-factor**');
      await visitor.page.context().close();
    },
  );

  it('with a wrong password says so, and not what was wrong', async () => {
    const visitor = await stage.visit('/desk/sign-in');
    await visitor.page.getByLabel('用户名或手机号').fill('shenpi');
    await visitor.page.getByLabel('密码').fill('not it');
    await visitor.page.getByRole('button', { name: '登录', exact: true }).click();
    const alert = visitor.page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(/用户名|密码/);
    await visitor.page.context().close();
  });

  it('is asked for where nobody is signed in, and leads back to the same page', async () => {
    const visitor = await stage.visit('/desk/parks?sort=-stars');
    await visitor.page.waitForURL('**/sign-in**');
    for (const [account] of WORK) {
      await visitor.page.getByRole('button', { name: account }).first().waitFor();
    }
    await chooseAccount(visitor.page, '执法人员');
    await visitor.page.waitForURL('**/desk/parks?sort=-stars');
    await visitor.page.context().close();
  });
});

describe('an officer', () => {
  it('registers an enterprise, is told which digit is wrong, and finds it by its pinyin', async () => {
    const visitor = await signInAs(stage, '审批人员');
    const { page } = visitor;
    await page.getByRole('link', { name: '登记企业' }).first().click();
    await page.getByLabel('企业名称').fill('演示新登记蘑菇机械有限公司');
    const right = aCreditCode(1);
    const wrong = right.slice(0, 17) + (right[17] === '0' ? '1' : '0');
    await page.getByLabel('统一社会信用代码').fill(wrong);
    await page.getByLabel('统一社会信用代码').blur();
    await page.getByText('18').first().waitFor();
    await expectSound(visitor);
    await page.getByLabel('统一社会信用代码').fill(right);
    await page.getByText('校验通过').waitFor();
    const industry = page.getByLabel('行业', { exact: false }).first();
    await industry.click();
    await industry.fill('3484');
    await page.locator('.ant-select-item-option').filter({ hasText: '3484' }).first().click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('heading', { name: '演示新登记蘑菇机械有限公司' }).waitFor();
    await page.getByText('登记入册').waitFor();
    await expectSound(visitor);

    await page.goto(`${stage.address}/desk/enterprises?q=mogujixie`);
    await page.getByRole('link', { name: '演示新登记蘑菇机械有限公司' }).waitFor();
    await expectSound(visitor);
    await page.context().close();
  });

  it('gets the list that is shown as an Excel file', async () => {
    const visitor = await signInAs(stage, '执法人员');
    const { page } = visitor;
    await page.goto(`${stage.address}/desk/enterprises?q=fz`);
    await page.getByRole('table').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByText('导出 Excel').click(),
    ]);
    const bytes = readFileSync(await download.path());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    await page.context().close();
  });

  it('is shown what another officer changed meanwhile, and loses nothing', async () => {
    const first = await signInAs(stage, '审批人员');
    const second = await signInAs(stage, '分局负责人');
    const list = await first.page.evaluate(
      async () =>
        (await (await fetch('/api/enterprises?size=1')).json()) as { rows: { id: string }[] },
    );
    const path = `/desk/enterprises/${list.rows[0]!.id}/edit`;
    for (const { page } of [first, second]) {
      await page.goto(`${stage.address}${path}`);
      await page.getByLabel('地址').waitFor();
    }
    await first.page.getByLabel('地址').fill('演示一路1号');
    await first.page.getByRole('button', { name: '保存修改' }).click();
    await first.page.getByText('演示一路1号').first().waitFor();
    await second.page.getByLabel('地址').fill('演示二路2号');
    await second.page.getByRole('button', { name: '保存修改' }).click();
    await second.page.getByText('演示审批人员').first().waitFor();
    await second.page.getByText('演示一路1号').first().waitFor();
    expect(await second.page.getByLabel('地址').inputValue()).toBe('演示二路2号');
    for (const { page } of [first, second]) await page.context().close();
  });
});

describe('a park manager on a phone', () => {
  it('sees the own tenants only', async () => {
    const visitor = await signInAs(stage, '园区管理员', PHONE);
    await visitor.page.goto(`${stage.address}/desk/enterprises`);
    await visitor.page
      .getByRole('link', { name: /有限公司/ })
      .first()
      .waitFor();
    await expectSound(visitor);
    const parks = await visitor.page.evaluate(
      async () =>
        (await (await fetch('/api/enterprises?size=200')).json()) as {
          rows: { park: { name: string } | null }[];
        },
    );
    expect(new Set(parks.rows.map(({ park }) => park?.name)).size).toBe(1);
    await visitor.page.context().close();
  });
});
