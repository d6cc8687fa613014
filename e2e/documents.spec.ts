import { createHash } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arriveAt, signInAs } from './desk.ts';
import { DESKTOP, expectSound, openStage, PHONE, type Stage, type Visitor } from './stage.ts';

let stage: Stage;
let inspector: Visitor;
let chief: Visitor;
let head: Visitor;
let clerk: Visitor;
let owner: Visitor;
/** The enterprise of the demonstration's account that documents are served on. */
let firm: { readonly id: string; readonly name: string };
/** The order of the first walk, as the second finds it. */
let order: { readonly id: string; readonly number: string; readonly code: string };
beforeAll(async () => {
  stage = await openStage();
  inspector = await signInAs(stage, '执法人员');
  chief = await signInAs(stage, '科室负责人');
  head = await signInAs(stage, '分局负责人');
  clerk = await signInAs(stage, '文书档案人员');
  owner = await signInAs(stage, '企业负责人');
  const own = await api<{ rows: { id: string; name: string }[] }>(owner, '/api/enterprises');
  firm = own.rows[0]!;
});
afterAll(() => stage?.close());

const TITLE = '责令改正违法行为决定书';
const REASON = '改正要求不具体，请写明恢复处理设施运行的时间。';
const SECRET = '虚构人';
const CONTENT = {
  '法定代表人（负责人）': SECRET,
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

    await openFromHome(chief, '文书审核');
    await expectSound(chief);
    await chief.page.getByRole('button', { name: '退回修改' }).click();
    await chief.page.getByLabel('退回的理由').fill(REASON);
    await act(chief, '退回修改');
    await chief.page.getByText('草稿由拟稿人修改和送审。').waitFor();

    await openFromHome(inspector, '退回文书的修改');
    expect(inspector.page.url()).toBe(address);
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

    await openFromHome(head, '文书签发');
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
    order = { id: idOf(clerk.page), number, code };
    expect((await documentOf(clerk, order.id)).subject.id).toBe(firm.id);
  });

  it('is sealed, entered in the official system, served, and read by whom it addresses', async () => {
    const { page } = clerk;
    await page.goto(`${stage.address}/desk/inbox`);
    await arriveAt(clerk, '待办');
    const waits = page.locator('.item-link', { hasText: firm.name });
    await waits.filter({ hasText: '文书用印' }).waitFor();
    await waits.filter({ hasText: '官方系统待录入' }).getByRole('link').click();
    await arriveAt(clerk, TITLE);
    const scan = aScan('order');
    await page.locator('#fileId').setInputFiles({ name: '用印.pdf', ...PDF, buffer: scan });
    await page.getByText(hashOf(scan)).waitFor();
    await expectSound(clerk);
    await act(clerk, '登记用印');

    await page.getByLabel('签收人').fill('演示收件人');
    const receipt = await page.request.get(
      await hrefOf(page.getByRole('link', { name: '打印送达回证' })),
    );
    expect(receipt.headers()['content-type']).toContain('application/pdf');
    await act(clerk, '登记送达');
    await page.getByText('已送达，等待归档。').waitFor();

    await page.getByText('预填/内部编号，非法定备案回执').first().waitFor();
    await act(clerk, '复制“查明的事实”');
    await page.getByRole('button', { name: '已复制“查明的事实”' }).waitFor();
    const sheet = await page.request.get(
      await hrefOf(page.getByRole('link', { name: '打印交接单' })),
    );
    expect(sheet.headers()['content-type']).toContain('application/pdf');
    await act(clerk, '登记编号');
    await page.getByText('请填写编号').waitFor();
    await page.getByLabel('官方系统编号').fill('演示330603-2026-0001');
    await act(clerk, '登记编号');
    await page.getByText('已在“').waitFor();
    await expectSound(clerk);
    await page.goto(`${stage.address}/desk/documents?outside=waiting`);
    await page.getByText('这一步没有等着办的文书。').waitFor();

    await owner.page.goto(`${stage.address}/desk/`);
    await owner.page.getByRole('link', { name: /消息，\d+ 条未读/ }).click();
    await owner.page.getByRole('link', { name: new RegExp(order.number) }).click();
    await arriveAt(owner, '收到的文书');
    const served = owner.page.getByRole('link', { name: TITLE });
    await served.waitFor();
    await expectSound(owner);
    const read = await owner.page.request.get(await hrefOf(served));
    expect(hashOf(await read.body())).toBe(hashOf(scan));
  });

  it('is corrected by another document, and both are archived in one volume', async () => {
    const { page } = inspector;
    await page.goto(`${stage.address}/desk/documents/${order.id}`);
    await page.getByText('这份文书有问题？').click();
    await act(inspector, '起草更正');
    await page.getByLabel('理由').fill('日期有笔误。');
    await page.getByLabel('原文').fill('2026年12月20日');
    await page.getByLabel('更正为').fill('2026年12月21日');
    await act(inspector, '保存修改');
    await act(inspector, '送审');
    await page.getByText('还没有人审核，您可以撤回来改。').waitFor();
    await expectSound(inspector);
    await sendOut(idOf(page));

    await clerk.page.goto(`${stage.address}/desk/documents/${order.id}`);
    await clerk.page.locator('.lead', { hasText: '已更正' }).waitFor();
    await clerk.page.getByRole('link', { name: '到案卷归档' }).click();
    await clerk.page.getByRole('heading', { name: '卷内文书' }).waitFor();
    expect(await clerk.page.getByText('齐全').count()).toBe(2);
    await expectSound(clerk);
    await act(clerk, '归档案卷');
    await clerk.page.getByText('归档不能撤销。').waitFor();
    await expectSound(clerk);
    await act(clerk, '确认归档');
    const told = await clerk.page.locator('.archive-sha256').innerText();
    await clerk.page.getByText('包里的').click();
    await clerk.page.setViewportSize(PHONE);
    await expectSound(clerk);
    await clerk.page.setViewportSize(DESKTOP);
    const zip = await clerk.page.request.get(
      await hrefOf(clerk.page.getByRole('link', { name: '下载归档包' })),
    );
    const packed = await zip.body();
    expect(packed.subarray(0, 2).toString('latin1')).toBe('PK');
    expect(hashOf(packed)).toBe(told);
    await clerk.page.goto(`${stage.address}/desk/volumes?state=closed`);
    await clerk.page.getByRole('link', { name: new RegExp(firm.name) }).waitFor();
    await expectSound(clerk);

    const { page: phone } = await stage.visit(`/verify/${order.code}`, PHONE);
    const result = await phone.locator('.verify-result dl').innerText();
    expect(result).toContain(order.number);
    expect(result).toContain('已更正');
    const shown = await phone.locator('main').innerText();
    for (const secret of [SECRET, firm.name, '印花车间']) expect(shown).not.toContain(secret);
  });

  it('is read by everybody without what was blacked out', async () => {
    const { page } = inspector;
    await page.goto(`${stage.address}/desk/documents/${order.id}`);
    await page.getByRole('link', { name: '制作公开本' }).click();
    const bars = page.locator('.black-bar');
    await bars.filter({ hasText: SECRET }).waitFor();
    await page.getByRole('textbox', { name: '要遮住的文字' }).fill('印花车间');
    await act(inspector, '遮住');
    await bars.filter({ hasText: '印花车间' }).waitFor();
    await selectWords(page, '恢复废气');
    await act(inspector, '遮住');
    await act(inspector, '去掉黑条：恢复废气');
    expect(await bars.count()).toBe(2);
    await expectSound(inspector);
    await act(inspector, '保存公开本');
    await page.getByText('等待另一人审核，还没有公开。').waitFor();

    await openFromHome(chief, '公开本审核');
    await chief.page.locator('.black-bar', { hasText: '印花车间' }).waitFor();
    await expectSound(chief);
    await act(chief, '审核通过，可以公开');
    await chief.page.getByText('已审核，已公开。').waitFor();

    const visitor = await stage.visit('/publicity', PHONE);
    const published = visitor.page.getByRole('link', { name: TITLE });
    await published.waitFor();
    await expectSound(visitor);
    const shown = await visitor.page.locator('main').innerText();
    expect(shown).toContain(order.number);
    const paper = await visitor.page.request.get(await hrefOf(published));
    expect(paper.headers()['content-type']).toContain('application/pdf');
    await visitor.page.goto(`${stage.address}/publicity?q=${encodeURIComponent('印花车间')}`);
    await visitor.page.locator('.publicity-none').waitFor();
  });
});

interface Shown {
  readonly version: number;
  readonly subject: { readonly id: string };
}

/** The correction goes the way that the order was clicked through, and takes effect. */
async function sendOut(id: string): Promise<void> {
  const step = async (who: Visitor, way: string, body: object) => {
    const { version } = await documentOf(who, id);
    await api(who, `/api/documents/${id}/${way}`, { version, ...body });
  };
  await step(chief, 'review', { decision: 'approve' });
  await step(head, 'signature', { decision: 'approve' });
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
  const kept = await clerk.page.request.post(
    `${stage.address}/api/files?name=scan.pdf&purpose=document-seal`,
    { data: aScan('correction'), headers: { 'content-type': 'application/octet-stream' } },
  );
  const { id: fileId } = (await kept.json()) as { id: string };
  await step(clerk, 'seal', { way: 'SCAN', fileId, sealedOn: day });
  const served = { outcome: 'SERVED', way: 'DIRECT', on: day, receiver: '演示收件人' };
  await step(clerk, 'service', served);
}

const PDF = { mimeType: 'application/pdf' };

/** The smallest paper that a scanner could have made; no two words give the same. */
function aScan(word: string): Buffer {
  return Buffer.from(
    `%PDF-1.4\n%${word}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n` +
      '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n' +
      'trailer<</Root 1 0 R>>\n%%EOF\n',
  );
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function idOf(page: Page): string {
  return new URL(page.url()).pathname.split('/').pop()!;
}

async function hrefOf(link: Locator): Promise<string> {
  return new URL((await link.getAttribute('href'))!, stage.address).href;
}

function documentOf(who: Visitor, id: string): Promise<Shown> {
  return api(who, `/api/documents/${id}`);
}

/** Asks as whoever is signed in on the page. */
async function api<T>({ page }: Visitor, path: string, data?: object): Promise<T> {
  const url = `${stage.address}${path}`;
  const answer = await (data ? page.request.post(url, { data }) : page.request.get(url));
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as T;
}

/** As a mouse does it. */
async function selectWords(page: Page, words: string): Promise<void> {
  await page.evaluate((sought) => {
    for (const part of document.querySelectorAll('[data-part]')) {
      for (const node of part.childNodes) {
        const at = node.textContent?.indexOf(sought) ?? -1;
        if (node.nodeType !== Node.TEXT_NODE || at < 0) continue;
        getSelection()?.setBaseAndExtent(node, at, node, at + sought.length);
        return;
      }
    }
  }, words);
  await page
    .locator('#cover-words')
    .and(page.locator(`[value="${words}"]`))
    .waitFor();
}

/** Fills in the template with the paper beside it, and saves the draft. */
async function draftOrder(page: Page): Promise<void> {
  await page.goto(`${stage.address}/desk/documents`);
  await page.getByRole('link', { name: '拟写文书' }).first().click();
  await arriveAt(inspector, '拟写文书');
  await expectSound(inspector);
  await page.getByRole('link', { name: TITLE }).click();
  await arriveAt(inspector, TITLE);
  await page.getByLabel('受送达人').fill(firm.name);
  await page.locator('.ant-select-item-option', { hasText: firm.name }).first().click();
  await page.getByLabel('检查日期').fill('2026-11-20');
  await page.getByLabel('改正期限').fill('2026-12-20');
  for (const [label, text] of Object.entries(CONTENT)) await page.getByLabel(label).fill(text);
  await expectSound(inspector);
  const paper = page.getByRole('article', { name: '文书内容' });
  expect(await paper.innerText()).toContain('我局于2026年11月20日对你单位进行了检查');
  await page.getByRole('button', { name: '存为草稿' }).click();
  await page.getByText('草稿已存。').waitFor();
}

/** By what waits at the desk, as the day begins. */
async function openFromHome({ page }: Visitor, kind: string): Promise<void> {
  await page.goto(`${stage.address}/desk/`);
  const waits = page.locator('.first-items .item-link', { hasText: kind });
  await waits.getByRole('link').first().click();
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
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
