import { readFileSync } from 'node:fs';
import { encode } from 'uqr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arriveAt, chooseAccount, signInAs } from './desk.ts';
import { expectSound, openStage, PHONE, type Stage, type Visitor } from './stage.ts';

let stage: Stage;
let officer: Visitor;
let manager: Visitor;
let firm: { readonly id: string; readonly name: string; readonly creditCode: string };
beforeAll(async () => {
  stage = await openStage();
  officer = await signInAs(stage, '审批人员');
  manager = await signInAs(stage, '园区管理员');
});
afterAll(() => stage?.close());

/** How a code that holds the text is drawn. */
function squaresOf(text: string): string {
  const squares = encode(text, { ecc: 'M', border: 4 }).data.flatMap((row, y) =>
    row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return squares.join('');
}

/** What the API tells the visitor's session. */
async function listed(visitor: Visitor, path: string) {
  const rows = await visitor.page.evaluate(
    async (url) => ((await (await fetch(url)).json()) as { rows: object[] }).rows,
    path,
  );
  return rows as (typeof firm)[];
}

describe('the file of an enterprise', () => {
  it('is opened by an officer from the register, for today and for another day, and printed', async () => {
    const { page } = officer;
    [firm] = (await listed(officer, '/api/enterprises?size=1')) as [typeof firm];
    await page.goto(`${stage.address}/desk/enterprises/${firm.id}`);
    await page.getByRole('link', { name: '一企一档' }).click();
    await arriveAt(officer, firm.name);
    for (const section of ['身份与代码', '入驻沿革', '排污与危废', '租前查询', '责任岗位']) {
      await page.getByRole('heading', { level: 2, name: section }).waitFor();
    }
    await page.getByText('登记入册').waitFor();
    await expectSound(officer);

    const digest = await page.locator('.digest').innerText();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载 PDF' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(
      new RegExp(`^一企一档-${firm.name}-\\d{4}-\\d\\d-\\d\\d\\.pdf$`),
    );
    const pdf = readFileSync(await download.path());
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(digest).toMatch(/^[0-9a-f]{64}$/);

    await page.emulateMedia({ media: 'print' });
    const onPaper = await page.locator('main').innerText();
    for (const text of [firm.creditCode, '打印人', '演示审批人员', digest, '责任岗位']) {
      expect(onPaper).toContain(text);
    }
    expect(onPaper).not.toContain('下载 PDF');
    await page.emulateMedia({ media: 'screen' });

    await page.locator('.day-picker').fill('2020-01-01');
    await page.getByText('这是 2020年1月1日的档案').waitFor();
    await page.getByText('在档案日期，这家企业还没有登记。').first().waitFor();
    expect(new URL(page.url()).search).toBe('?asOf=2020-01-01');
    await expectSound(officer);
  });

  it('is reached through the code at its door, after signing in, also on a phone', async () => {
    const owner = await signInAs(stage, '企业负责人', PHONE);
    const [own] = (await listed(owner, '/api/enterprises')) as [typeof firm];
    await owner.page.goto(`${stage.address}/desk/enterprises/${own.id}/file`);
    await arriveAt(owner, own.name);
    await expectSound(owner);
    expect(await owner.page.getByRole('heading', { name: '租前查询' }).count()).toBe(0);
    await owner.page.getByRole('link', { name: '企业码' }).click();
    await arriveAt(owner, '企业码');
    await expectSound(owner);
    const drawn = await owner.page.locator('.door-sign .qr path').getAttribute('d');
    const address = `${stage.address}/desk/enterprises/${own.id}/file`;
    expect(drawn).toBe(squaresOf(address));
    await owner.page.context().close();

    const scanned = await stage.visit(new URL(address).pathname, PHONE);
    await scanned.page.waitForURL('**/sign-in**');
    await chooseAccount(scanned.page, '执法人员');
    await scanned.page.waitForURL(`**/desk/enterprises/${own.id}/file`);
    await arriveAt(scanned, own.name);
    await scanned.page.context().close();
  });
});

describe('the file of a park', () => {
  it('shows its manager designations, buildings and tenants, and leads to theirs', async () => {
    const { page } = manager;
    const [park] = (await listed(manager, '/api/parks')) as [typeof firm];
    await page.goto(`${stage.address}/desk/parks/${park.id}`);
    await page.getByRole('link', { name: '一园一档' }).click();
    await arriveAt(manager, park.name);
    for (const section of ['基本情况', '认定与评星', '楼栋与厂房', '入驻企业']) {
      await page.getByRole('heading', { level: 2, name: section }).waitFor();
    }
    await expectSound(manager);
    const tenant = page.locator('#tenants a').first();
    const name = await tenant.innerText();
    await tenant.click();
    await arriveAt(manager, name);
  });
});

describe('the table by county', () => {
  it('is sorted by its headings, and each figure leads to the list with as many rows', async () => {
    const { page } = officer;
    await page.goto(`${stage.address}/desk/`);
    const table = page.getByRole('group', { name: '区、县（市）一览' });
    await table.getByRole('button', { name: '企业' }).click();
    await page.waitForURL('**/desk/?sort=-enterprises');
    const figure = table.locator('tbody a[href*="profile=full"]');
    const shown = await figure.innerText();
    await figure.click();
    await arriveAt(officer, '企业');
    await page.getByText(`共 ${shown} 条`).waitFor();
    await expectSound(officer);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.goBack().then(() => page.getByText('导出 Excel').click()),
    ]);
    expect(
      readFileSync(await download.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });
});

// Last: what fails is an error in the browser's console too.
describe('a file that cannot be shown', () => {
  it('is refused to whoever may not see it, as if there were none', async () => {
    const owned = new Set((await listed(manager, '/api/enterprises?size=200')).map(({ id }) => id));
    const foreign = (await listed(officer, '/api/enterprises?size=200')).find(
      ({ id }) => !owned.has(id),
    )!;
    const told: string[] = [];
    for (const id of [foreign.id, '00000000-0000-4000-8000-000000000000']) {
      await manager.page.goto(`${stage.address}/desk/enterprises/${id}/file`);
      await arriveAt(manager, '看不到这个页面的内容');
      told.push(await manager.page.locator('main').innerText());
    }
    expect(told[0]).toBe(told[1]);
    expect(told[0]).not.toContain(foreign.name);

    const landlord = await signInAs(stage, '出租人');
    await landlord.page.goto(`${stage.address}/desk/enterprises/${foreign.id}/file`);
    await arriveAt(landlord, '看不到这个页面的内容');
    await landlord.page.context().close();
  });

  it('stays readable where one section or the server fails', async () => {
    const { page } = officer;
    await page.route('**/api/**/file', async (route) => {
      const answer = await route.fetch();
      const file = (await answer.json()) as { sections: object[] };
      const [first, ...others] = file.sections;
      const broken = { ...first, blocks: [], fault: 'INTERNAL_ERROR' };
      await route.fulfill({ response: answer, json: { ...file, sections: [broken, ...others] } });
    });
    await page.goto(`${stage.address}/desk/enterprises/${firm.id}/file`);
    await page.getByText('这一栏没有取到，其他栏目不受影响。').first().waitFor();
    await page.getByText('登记入册').waitFor();
    await expectSound(officer);
    await page.unrouteAll();
    await page.route('**/api/**/file', (route) => route.fulfill({ status: 500, body: 'x' }));
    await page.reload();
    await arriveAt(officer, '服务器出错了');
    await page.unrouteAll();
    await page.getByRole('button', { name: '再试一次' }).click();
    await arriveAt(officer, firm.name);
  });
});
