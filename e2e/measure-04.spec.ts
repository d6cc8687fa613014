import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRulebook } from '../apps/server/src/modules/rulebook/index.ts';
import { ROLES } from '@ludao/contracts';
import { arriveAt, chooseAccount, signInAs } from './desk.ts';
import { expectSound, openStage, PHONE, type Stage, type Visitor } from './stage.ts';
import { fillIn } from './filing.ts';
import { answerAll, chooseIndustry, linkTo, verdictOf } from './wizard.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const { rulebook } = openRulebook();
const announcements = Object.values(rulebook.cases)
  .flatMap(({ projects }) => projects)
  .filter(({ id }) => id.startsWith('RA-'));

describe('an owner without training', () => {
  it('finds by clicking that a plastic-container shop needs a report form, and reads why (RA-01)', async () => {
    const visitor = await stage.visit('/');
    const { page } = visitor;
    await expectSound(visitor);
    await chooseIndustry(visitor, '塑料盒', '2926');
    await expectSound(visitor);
    const headings = await answerAll(visitor);
    expect(headings.length + 1).toBeLessThanOrEqual(6);
    expect(await verdictOf(visitor)).toEqual({ level: 'FORM', status: 'decided' });
    const text = await page.locator('article').innerText();
    expect(text).toContain('第 53 项');
    expect(text).toContain('其他（年用非溶剂型低VOCs含量涂料10吨以下的除外）');
    expect(text).toContain('生态环境部令第16号');
    expect(text).toContain('自 2021-01-01 起施行');
    expect(text).toContain('会升为环境影响报告书');
  });

  it('finds on a phone that an anodising line needs a report (RA-20)', async () => {
    const visitor = await stage.visit('/', PHONE);
    await chooseIndustry(visitor, '阳极氧化', '3360');
    await answerAll(visitor, { choose: [/^扩建/, '阳极氧化', /^是$/] });
    expect(await verdictOf(visitor)).toEqual({ level: 'REPORT', status: 'decided' });
    expect(await visitor.page.locator('mark').first().innerText()).toBe('有电镀工艺的');
    const text = await visitor.page.locator('article').innerText();
    expect(text).toContain('化学镀、阳极氧化生产工艺按照本名录中电镀工艺相关规定执行');
  });

  it('may do several things in one project, and the highest item decides (RA-42)', async () => {
    const visitor = await stage.visit('/');
    await chooseIndustry(visitor, '4220', '4220');
    await chooseIndustry(visitor, '2929', '2929');
    await answerAll(visitor, { choose: [/加工废塑料/, /用再生塑料/] });
    expect(await verdictOf(visitor)).toEqual({ level: 'REPORT', status: 'decided' });
    const text = await visitor.page.locator('article').innerText();
    expect(text).toContain('第 53 项');
    expect(text).toContain('第 85 项');
    expect(text).toContain('单项等级最高的确定');
  });

  it('who does not know gets a range, what is missing, and a way to go on', async () => {
    const visitor = await stage.visit('/');
    const { page } = visitor;
    await chooseIndustry(visitor, '塑料盒', '2926');
    await answerAll(visitor, { unsure: [/溶剂型涂料/] });
    expect(await verdictOf(visitor)).toEqual({ level: '', status: 'provisional' });
    expect(await page.locator('.missing').innerText()).toContain('溶剂型涂料');
    await page.getByRole('button', { name: '继续回答' }).click();
    const paint = page.getByRole('group', { name: /^溶剂型涂料/ });
    await paint.getByRole('radio', { name: '填数字' }).check();
    await page.getByLabel(/^数量/).fill('12 吨');
    await page.getByRole('button', { name: '下一步' }).click();
    expect(await verdictOf(visitor)).toEqual({ level: 'REPORT', status: 'decided' });
    expect(await page.locator('article').innerText()).toContain('12 吨/年');
  });

  it('is told what an officer has to confirm where the law can be read lower', async () => {
    const visitor = await stage.visit('/');
    await chooseIndustry(visitor, '塑料盒', '2926');
    await answerAll(visitor, { at: [[/^低VOCs含量涂料/, /^不到 10 吨/]] });
    expect((await verdictOf(visitor)).level).toBe('FORM');
    const caution = await visitor.page.locator('.caution').innerText();
    expect(caution).toContain('另一种理解下是不纳入环评管理，在确认之前按较高的办');
  });

  it('works by keyboard alone', async () => {
    const visitor = await stage.visit('/');
    const { page } = visitor;
    const { keyboard } = page;
    await page.getByRole('combobox').waitFor();
    await keyboard.press('Tab'); // skip link
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await page.getByRole('combobox').focus();
    await keyboard.type('zhusu');
    await page.getByRole('option').first().waitFor();
    await keyboard.press('Enter');
    await page.getByRole('button', { name: '开始' }).focus();
    await keyboard.press('Enter');
    for (let guard = 0; guard < 10; guard++) {
      await page.waitForSelector('form h1, .verdict h1');
      if ((await page.locator('.verdict h1').count()) > 0) break;
      const heading = await page.locator('h1').textContent();
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
      // Walk the fields in their order: the first option of every group, then the button.
      for (let step = 0; step < 80; step++) {
        await keyboard.press('Tab');
        const at = await page.evaluate(() => {
          const field = document.activeElement;
          if (field instanceof HTMLInputElement) return field.type;
          return field?.tagName === 'BUTTON' ? (field as HTMLButtonElement).type : '';
        });
        if (at === 'radio') await keyboard.press('Space');
        if (at !== 'submit') continue;
        await keyboard.press('Enter');
        break;
      }
      await page.waitForFunction(
        (before) => document.querySelector('h1')?.textContent !== before,
        heading,
      );
    }
    expect((await verdictOf(visitor)).level).toBe('FORM');
  });
});

describe('the page', () => {
  /** One reader for all of them: what is loaded once need not be loaded again. */
  let reader: Visitor | undefined;

  it.each(announcements.map((entry) => [entry.id, entry] as const))(
    'answers announcement %s as the authority did',
    async (id, { project, expect: wanted }) => {
      reader ??= await stage.visit('/');
      const visitor = reader;
      // Another address, so that the page is opened anew and not only told of another project.
      await visitor.page.goto(`${stage.address}/answer?of=${id}${linkTo({ project })}`);
      expect(await verdictOf(visitor)).toEqual({ level: wanted.level, status: 'decided' });
      expect(await visitor.page.locator('article').innerText()).toContain(`第 ${wanted.item} 项`);
    },
  );

  it('sends nothing of the project anywhere and keeps nothing on the device', async () => {
    const visitor = await stage.visit('/');
    await chooseIndustry(visitor, '塑料盒', '2926');
    await answerAll(visitor);
    const asked = visitor.requests.filter((line) => line.includes('/api/'));
    expect(new Set(asked.map((line) => line.split('?')[0]))).toEqual(
      new Set(['GET /api/rules', 'GET /api/industries']),
    );
    const kept = await visitor.page.evaluate(() => [
      localStorage.length,
      sessionStorage.length,
      document.cookie.length,
    ]);
    // The router keeps the scroll positions of this tab; nothing else may be there.
    const names = await visitor.page.evaluate(() => Object.keys(sessionStorage));
    expect(names.filter((name) => !name.startsWith('tsr-scroll'))).toEqual([]);
    expect([kept[0], kept[2]]).toEqual([0, 0]);
  });

  it('reopened from its link later shows the answer of then and of now', async () => {
    const project = { industries: ['2926'], facts: { nature: 'new' }, unstated: 'no' };
    const answered = { digest: 'other', floor: 'REGISTRATION', ceiling: 'REGISTRATION' };
    const visitor = await stage.visit(`/answer${linkTo({ project, on: '2024-03-01', answered })}`);
    const note = await visitor.page.getByRole('note').innerText();
    expect(note).toContain('当时（2024-03-01）： 环境影响登记表');
    expect(note).toMatch(/现在（\d{4}-\d{2}-\d{2}）： 环境影响报告表/);
    expect(note).toContain('结论变了');
    expect(note).toContain('规则库在这之后更新过');
    await expectSound(visitor);
  });

  it('writes day, answer and digest of the rules into its own link', async () => {
    const project = { industries: ['2926'], facts: { nature: 'new' }, unstated: 'no' };
    const { page } = await stage.visit(`/answer${linkTo({ project })}`);
    await page.waitForFunction(() =>
      atob(location.hash.slice(1).replaceAll('-', '+').replaceAll('_', '/')).includes('digest'),
    );
    const kept = JSON.parse(
      Buffer.from(new URL(page.url()).hash.slice(1), 'base64url').toString(),
    ) as {
      answered: { digest: string; floor: string };
    };
    const law = await page.request.get(`${stage.address}/api/rules`);
    const { digest } = (await law.json()) as { digest: string };
    expect(kept.answered).toMatchObject({ digest, floor: 'FORM' });
  });

  it('never says "nothing needed" of an industry that the class alone does not settle', async () => {
    // A builder (4710): what is built decides, and that is a work, not the builder's class.
    const facts = { nature: 'new', building: 'industrial' };
    const project = { industries: ['4710'], facts, unstated: 'no' };
    const visitor = await stage.visit(`/answer${linkTo({ project })}`);
    expect(await verdictOf(visitor)).toEqual({ level: '', status: 'beyond_edition' });
    expect(await visitor.page.locator('article').innerText()).toContain('4710');
    await expectSound(visitor);
  });

  it.each(['#not-a-link', '#eyJ2IjoxfQ', ''])(
    'opened with the broken link “%s” says so and offers a start',
    async (hash) => {
      const visitor = await stage.visit(`/answer${hash}`);
      expect(await visitor.page.getByRole('heading', { level: 1 }).innerText()).toBe(
        '这个链接打不开了',
      );
      await expectSound(visitor);
    },
  );

  it('opened with a project that cannot be right says what is wrong', async () => {
    const project = { industries: ['2926'], facts: { 'paint.solvent_t_a': -5 } };
    const visitor = await stage.visit(`/answer${linkTo({ project })}`);
    expect(await visitor.page.locator('.summary').innerText()).toContain('不能小于 0');
    await expectSound(visitor);
  });

  it('asks for what was left open, goes to it, and refuses answers that contradict each other', async () => {
    const visitor = await stage.visit('/');
    const { page } = visitor;
    await page.getByRole('button', { name: '开始' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('请先选一个行业');
    await chooseIndustry(visitor, '3311', '3311');
    await page.getByRole('button', { name: '开始' }).click();
    await page.getByRole('button', { name: '下一步' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('还有一题没有选');
    await expectSound(visitor);
    await page.getByRole('link', { name: /还有一题/ }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('radio');
  });

  it('goes back to the page before with its answers still there', async () => {
    const visitor = await stage.visit('/');
    const { page } = visitor;
    await chooseIndustry(visitor, '塑料盒', '2926');
    await page.getByRole('button', { name: '开始' }).click();
    await page.getByRole('radio', { name: '新建' }).check();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('heading', { name: '这次项目里有下面这些工艺或情形吗' }).waitFor();
    await page.goBack();
    expect(await page.getByRole('radio', { name: '新建' }).isChecked()).toBe(true);
  });

  it('says that an address does not exist', async () => {
    const visitor = await stage.visit('/nowhere');
    expect(await visitor.page.getByRole('heading', { level: 1 }).innerText()).toBe('没有这个页面');
  });

  it('is complete in English, with the law in Chinese', async () => {
    const project = { industries: ['2926'], facts: { nature: 'new' }, unstated: 'no' };
    const visitor = await stage.visit(`/answer${linkTo({ project })}`);
    const { page } = visitor;
    await page.getByRole('button', { name: 'English' }).click();
    await page
      .getByRole('heading', { name: 'An environmental impact report form is needed' })
      .waitFor();
    await expectSound(visitor);
    const foreign = await page.evaluate(() =>
      [...document.querySelectorAll('main h1, main h2, main h3, main button, main dt, main .hint')]
        .filter((node) => !node.closest('[lang="zh-CN"]:not(html)'))
        .map((node) => node.textContent ?? '')
        .filter((text) => /[\u4e00-\u9fff]/.test(text)),
    );
    expect(foreign).toEqual([]);
  });

  it('prints on A4 without the furniture of the screen', async () => {
    const project = { industries: ['2926'], facts: { nature: 'new' }, unstated: 'no' };
    const { page } = await stage.visit(`/answer${linkTo({ project })}`);
    await page.locator('.verdict h1').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(3);
    const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!;
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
  });
});

describe('a registration form', () => {
  const NAME = '演示：手机上办的废气治理';

  it('goes from the public answer to the receipt in one sitting on a phone, verified and public', async () => {
    const project = { works: ['waste_gas'], facts: { nature: 'retrofit' }, unstated: 'no' };
    const visitor = await stage.visit(`/answer${linkTo({ project })}`, PHONE);
    const { page } = visitor;
    expect(await verdictOf(visitor)).toEqual({ level: 'REGISTRATION', status: 'decided' });
    await page.getByRole('link', { name: '去办理' }).click();
    await chooseAccount(page, '企业负责人');
    await arriveAt(visitor, '办理环评手续');
    // That nobody was signed in yet is told by the browser as an error, too.
    (visitor.errors as string[]).length = 0;
    await page.getByLabel('项目名称').fill(NAME);
    await expectSound(visitor);
    await page.getByRole('button', { name: '开始办理' }).click();
    await arriveAt(visitor, NAME);
    await fillIn(visitor);
    for (const tick of await page.locator('.declarations').getByRole('checkbox').all()) {
      await tick.check();
    }
    await expectSound(visitor);
    await page.getByRole('button', { name: '提交备案' }).click();
    const filed = page.getByText(/^已备案，编号 登备330603-/);
    await filed.waitFor();
    await expectSound(visitor);
    const number = (await filed.innerText()).replace('已备案，编号 ', '');
    await page.getByRole('link', { name: '看回执、打印' }).click();
    await arriveAt(visitor, '环境影响登记表备案回执');
    const address = await page.locator('a[href*="/verify/"]').first().getAttribute('href');
    const { page: theirs } = await stage.visit(new URL(address!, stage.address).pathname, PHONE);
    expect(await theirs.locator('.verify-result dl').innerText()).toContain(number);
    const anybody = await stage.visit('/filings?district=330603', PHONE);
    await anybody.page.getByRole('heading', { name: NAME }).waitFor();
    expect(await anybody.page.locator('main').innerText()).not.toContain('演示法人');
    await expectSound(anybody);
  });

  it('in front of the official system is complete when an officer enters its number', async () => {
    const visitor = await signInAs(stage, '审批人员');
    const { page } = visitor;
    await page.goto(`${stage.address}/desk/cases?state=PREPARED`);
    await page.getByRole('link', { name: '演示：喷漆废气治理设施改造' }).click();
    await page.getByText('还没有备案：要到官方系统填报').waitFor();
    await expectSound(visitor);
    await page.getByRole('link', { name: '看对照单，登记官方备案号' }).click();
    await page.getByLabel('官方系统给出的编号').fill('202633060300000099');
    await page.getByRole('button', { name: '登记编号' }).click();
    await page.getByText('202633060300000099').first().waitFor();
    await page.goto(`${stage.address}/desk/cases?filedFrom=2026-01-01&q=202633060300000099`);
    await page.getByRole('link', { name: '演示：喷漆废气治理设施改造' }).click();
    await page.getByText('已备案，编号 202633060300000099').waitFor();
  });
});

describe('the script that a phone loads', () => {
  const folder = fileURLToPath(new URL('../apps/web/dist/assets', import.meta.url));
  const scripts = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    // Fetched only when the optional page is opened; describe.spec.ts has its limit.
    .filter((name) => !name.startsWith('describe-page'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));

  it('is at most 150 kB gzipped for wizard and answer together', () => {
    const bytes = scripts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
    console.log(`script, gzipped: ${bytes} bytes`);
    expect(bytes).toBeLessThanOrEqual(150_000);
  });

  it('uses nothing that iOS 15 or Chromium 100 lack', () => {
    const newer =
      /\.(toSorted|toReversed|toSpliced|findLast|findLastIndex|at|groupBy|isWellFormed)\(|Object\.(hasOwn|groupBy)|structuredClone|Promise\.withResolvers|Array\.fromAsync|\(\?<[=!]/;
    for (const text of scripts) expect(newer.exec(text)?.[0] ?? null).toBeNull();
  });
});

describe('an approval officer', () => {
  it('puts twelve projects on one survey day and into one meeting, and tells everyone', async () => {
    const officer = await signInAs(stage, ROLES.APPROVAL_OFFICER.zh);
    const { page } = officer;
    await page.goto(`${stage.address}/desk/batches`);
    await arriveAt(officer, '踏勘与评估会');
    await page.getByRole('heading', { name: '待安排（12）' }).waitFor();
    await expectSound(officer);
    // By keyboard and menu: all twelve on one day.
    await page.getByRole('button', { name: '全选' }).press('Enter');
    const menu = page.getByRole('combobox', { name: '所选安排到…' });
    await menu.focus();
    await menu.press('Enter');
    await menu.press('ArrowDown');
    await menu.press('Enter');
    const survey = page.getByRole('region', { name: /^集中踏勘/ });
    await survey.getByText('12 个项目').first().waitFor();
    await survey.getByRole('textbox', { name: '地点' }).fill('园区东门');
    await survey.getByRole('button', { name: '通知各方' }).click();
    await page.getByText('已通知企业、园区和评估机构').waitFor();
    await expectSound(officer);
    // By dragging: all that are chosen go with the one that is dragged.
    await page.getByText('分行业评估会', { exact: true }).click();
    await page.getByRole('heading', { name: '待安排（12）' }).waitFor();
    await page.getByRole('button', { name: '全选' }).click();
    await page
      .locator('.batch-waiting .batch-card')
      .first()
      .dragTo(page.locator('.batch-day').nth(2));
    const meeting = page.getByRole('region', { name: /^分行业评估会/ });
    await meeting.getByText('12 个项目').first().waitFor();
    await meeting.getByRole('button', { name: '通知各方' }).click();
    await page.getByText('已通知企业、园区和评估机构').waitFor();
    await page.getByRole('heading', { name: '待安排（0）' }).waitFor();
  });
});
