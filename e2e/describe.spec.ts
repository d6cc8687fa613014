import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectSound, openVisitorStage, PHONE, type Stage, type Visitor } from './stage.ts';

const TEXT =
  '租用厂房1200平方米，年产塑料餐盒800万套，注塑成型，印刷用水性油墨3吨/年，不使用再生塑料，无电镀，配套1台1.5t/h天然气锅炉和一套VOCs治理设施';

let stage: Stage;
beforeAll(async () => {
  stage = await openVisitorStage();
});
afterAll(() => stage?.close());

async function describeIt({ page }: Visitor, text: string): Promise<void> {
  await page.getByLabel('项目介绍').fill(text);
  await page.getByRole('button', { name: '找一找' }).click();
}

interface Kept {
  readonly project: { readonly industries: unknown; readonly facts: Record<string, unknown> };
}

async function projectIn({ page }: Visitor): Promise<Kept['project']> {
  await page.waitForURL(/\/screening#/);
  const fragment = new URL(page.url()).hash.slice(1);
  return (JSON.parse(Buffer.from(fragment, 'base64url').toString()) as Kept).project;
}

describe('an owner who describes the project in own words', () => {
  it('confirms what was found, and is not asked again', async () => {
    const visitor = await stage.visit('/');
    const { page } = visitor;
    await page.getByRole('link', { name: '用自己的话说一说（可不填）' }).click();
    await page.getByRole('heading', { name: '用自己的话说一说' }).waitFor();
    await expectSound(visitor);
    await describeIt(visitor, `新建项目，${TEXT}`);
    await page.getByRole('heading', { name: '找到这些，请核对' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await expectSound(visitor);
    const industry = page.getByRole('group', { name: /2927/ });
    expect(await industry.getByRole('radio', { name: '对', exact: true }).isChecked()).toBe(true);
    expect(await industry.innerText()).toContain('塑料餐盒');
    expect(await industry.innerText()).toContain('建议，请核对');
    const plating = page.getByRole('group', { name: /^电镀/ });
    expect(await plating.getByRole('radio', { checked: true }).count()).toBe(0);
    expect(await page.locator('.unused').innerText()).toContain('1200平方米');
    await page.getByRole('button', { name: '没有疑问的都选“对”' }).click();
    await page.getByRole('button', { name: '按这些继续' }).click();
    const { industries, facts } = await projectIn(visitor);
    expect(industries).toEqual(['2927']);
    expect(facts).toMatchObject({
      nature: 'new',
      'process.electroplating': false,
      'ink.low_voc_t_a': '3吨/年',
      'boiler.gas_t_h': '1.5t/h',
    });
    await page.waitForSelector('form h1');
    const asked = await page.locator('form').innerText();
    for (const known of ['建设性质', '电镀', '再生塑料']) expect(asked).not.toContain(known);
  });

  it('takes over nothing that is not confirmed', async () => {
    const visitor = await stage.visit('/describe');
    const { page } = visitor;
    await describeIt(visitor, TEXT);
    await page
      .getByRole('group', { name: /^天然气锅炉/ })
      .getByRole('radio', { name: '不对' })
      .check();
    await page.getByRole('button', { name: '按这些继续' }).click();
    expect(await projectIn(visitor)).toMatchObject({ industries: ['2927'], facts: {} });
  });

  it('chooses where the words can be read in several ways', async () => {
    const visitor = await stage.visit('/describe');
    const { page } = visitor;
    await describeIt(visitor, '年产木质家具10万套，水性漆5吨/年');
    const other = page.getByRole('group', { name: /^其他涂料/ });
    const low = page.getByRole('group', { name: /^低VOCs含量涂料/ });
    expect(await other.innerText()).toContain('还有别的理解');
    await other.getByRole('radio', { name: '对', exact: true }).check();
    await low.getByRole('radio', { name: '对', exact: true }).check();
    expect(await other.getByRole('radio', { name: '不对' }).isChecked()).toBe(true);
    await page.getByRole('button', { name: '按这些继续' }).click();
    expect((await projectIn(visitor)).facts).toEqual({ 'paint.low_voc_t_a': '5吨/年' });
  });

  it.each([
    ['', '还没有写内容'],
    ['电'.repeat(5001), '最多 5000 个'],
    ['hello', '没有从这段话里看出'],
  ])('is told when nothing can be made of the text (%#)', async (text, message) => {
    const visitor = await stage.visit('/describe', PHONE);
    await describeIt(visitor, text);
    expect(await visitor.page.getByRole('alert').innerText()).toContain(message);
    expect(await visitor.page.evaluate(() => document.activeElement?.id)).toBe('description');
    await expectSound(visitor);
  });

  it('adds an industry that the text does not name before going on', async () => {
    const visitor = await stage.visit('/describe', PHONE);
    const { page } = visitor;
    await describeIt(visitor, '无电镀，注塑机配套废气处理');
    await page.getByRole('heading', { name: '找到这些，请核对' }).waitFor();
    await expectSound(visitor);
    await page.getByRole('button', { name: '按这些继续' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('请先选一个行业');
    await page.locator('#activity-search').fill('2929');
    await page.locator('.offers').getByRole('option').first().click();
    await page.getByRole('button', { name: '按这些继续' }).click();
    expect((await projectIn(visitor)).industries).toEqual(['2929']);
  });

  it('finds the text again on the way back', async () => {
    const { page } = await stage.visit('/describe');
    await page.getByLabel('项目介绍').fill(TEXT);
    await page.getByRole('button', { name: '找一找' }).click();
    await page.getByRole('button', { name: '改一改文字' }).click();
    expect(await page.getByLabel('项目介绍').inputValue()).toBe(TEXT);
  });

  it('works by keyboard alone, at 360 px, in English', async () => {
    const visitor = await stage.visit('/describe', PHONE);
    const { page } = visitor;
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Describe it in your own words' }).waitFor();
    await page.getByLabel('About the project').focus();
    await page.keyboard.insertText(TEXT);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Found: please confirm' }).waitFor();
    await expectSound(visitor);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('radio', { checked: true }).count()).toBeGreaterThan(5);
  });
});

describe('the description', () => {
  it('never leaves the device and is not kept on it', async () => {
    const visitor = await stage.visit('/describe');
    const { page } = visitor;
    await describeIt(visitor, TEXT);
    await page.getByRole('button', { name: '按这些继续' }).click();
    await projectIn(visitor);
    const asked = visitor.requests.filter((line) => line.includes('/api/'));
    expect(new Set(asked)).toEqual(new Set(['GET /api/rules', 'GET /api/words']));
    expect(page.url()).not.toContain(encodeURIComponent('租用'));
    expect(await page.evaluate(() => [localStorage.length, document.cookie.length])).toEqual([
      0, 0,
    ]);
  });

  it('costs a visitor who does not open its page nothing, and at most 15 kB of script otherwise', async () => {
    const visitor = await stage.visit('/');
    await visitor.page.getByRole('combobox').waitFor();
    expect(visitor.requests.filter((line) => line.includes('describe'))).toEqual([]);
    const folder = fileURLToPath(new URL('../apps/web/dist/assets/', import.meta.url));
    const page = readdirSync(folder).find((name) => /^describe-page.*\.js$/.test(name))!;
    const script = readFileSync(folder + page, 'utf8');
    expect(gzipSync(script, { level: 9 }).length).toBeLessThan(15_000);
    const newer =
      /\.(toSorted|toReversed|toSpliced|findLast|findLastIndex|at|groupBy)\(|Object\.(hasOwn|groupBy)|structuredClone|\(\?<[=!]/;
    expect(newer.exec(script)?.[0] ?? null).toBeNull();
  });
});
