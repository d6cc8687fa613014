import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arriveAt, signInAs } from './desk.ts';
import {
  expectSound,
  openSharedStage,
  openVisitorStage,
  PHONE,
  type Stage,
  type Visitor,
} from './stage.ts';
import { answerAll, chooseIndustry, linkTo, reliefOf, verdictOf } from './wizard.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openVisitorStage();
});
afterAll(() => stage?.close());

const SHARED = 'shared_facility_left_out';

describe('measure 5: shared facilities and no-new-land retrofits', () => {
  it('moving dyeing to the shared facility changes the level, and the answer says so', async () => {
    const visitor = await stage.visit('/?demo=true');
    await chooseIndustry(visitor, '1752', '1752');
    await answerAll(visitor, {
      park: '演示柯桥轻纺小微园',
      choose: ['染色', /^演示轻纺园集中染整中心/, /^已和共享设施的运营单位签订协议/],
      amounts: [[/^年生产（加工）能力/, '900']],
    });
    const { level } = await verdictOf(visitor);
    expect(level).not.toBe('REPORT');
    const relief = await reliefOf(visitor, SHARED);
    expect(relief.state).toBe('applies');
    expect(relief.text).toContain('判别类别时没有计入的工序：染色');
    expect(relief.text).toContain('类别判别无需考虑依托设施内容');
    const text = await visitor.page.locator('article.answer').innerText();
    expect(text).toContain('名录规定的类别是环境影响报告书');
  });

  it('the same project without the shared facility keeps the report', async () => {
    const project = {
      industries: ['1752'],
      unstated: 'no',
      place: { park: 'demo-park-textile', facilities: [] },
      facts: {
        nature: 'new',
        building: 'industrial',
        'process.dyeing': true,
        'reform.within_park_eia': false,
        'reform.meets_standards': false,
      },
    };
    const link = linkTo({ project, jurisdiction: '330603', demo: true });
    const visitor = await stage.visit(`/answer${link}`);
    expect((await verdictOf(visitor)).level).toBe('REPORT');
    expect(await visitor.page.locator(`[data-relief="${SHARED}"]`).count()).toBe(0);
  });

  it('a facility that is not in use yet counts for nothing', async () => {
    const project = {
      industries: ['3360'],
      unstated: 'no',
      place: { park: 'demo-park-plain', facilities: ['demo-plating-centre'] },
      facts: {
        nature: 'new',
        building: 'industrial',
        'process.anodising': true,
        'shared.agreement': true,
      },
    };
    const link = linkTo({ project, jurisdiction: '330603', demo: true });
    const visitor = await stage.visit(`/answer${link}`);
    expect((await verdictOf(visitor)).level).toBe('REPORT');
    expect((await reliefOf(visitor, SHARED)).text).toContain('还在建设');
  });

  it('a park’s retrofit of its waste-gas works that adds nothing is exempt, with the record it leaves', async () => {
    const visitor = await stage.visit('/?demo=true');
    await chooseIndustry(visitor, '废气治理', '');
    await answerAll(visitor, {
      park: '演示普通小微园（没有改革区域）',
      choose: [
        /^改建/,
        /^改造的是园区公共的/,
        /^不新增建设用地/,
        /^每一种主要污染物的排放量都不增加/,
        /^是$/,
      ],
    });
    expect(await verdictOf(visitor)).toEqual({ level: 'EXEMPT', status: 'decided' });
    const relief = await reliefOf(visitor, 'zero_land_public_infra');
    expect(relief.state).toBe('applies');
    expect(relief.text).toContain('备案管理记录');
    await expectSound(visitor);
  });
});

describe('a retrofit without new land', () => {
  let desk: Stage;
  beforeAll(async () => {
    desk = await openSharedStage();
  });
  afterAll(() => desk?.close());

  it('is declared by the park, which holds its record; with one pollutant up it is told by how much', async () => {
    const manager = await signInAs(desk, '园区管理员', PHONE);
    const { page } = manager;
    await begin(manager, '演示：喷涂中心废气三期技改');
    await declare(manager, { before: '1.25', after: '1.250001' });
    const told = page.locator('.retrofit-findings');
    await told.getByText('核对结果：不能免于环评手续').waitFor();
    expect(await told.innerText()).toContain(
      '挥发性有机物：改造前 1.25 吨/年，改造后 1.250001 吨/年，增加 0.000001 吨/年。',
    );
    expect(await page.getByRole('button', { name: '申报，领备案凭证' }).count()).toBe(0);
    await expectSound(manager);
    await page.getByLabel('挥发性有机物改造后').fill('1.25');
    await page.getByRole('button', { name: '保存并核对' }).click();
    await page.getByText('核对结果：不新增用地、不新增主要污染物').waitFor();
    await page.getByRole('button', { name: '申报，领备案凭证' }).click();
    await page.getByText(/^已备案，编号 零改330603-/).waitFor();
    await expectSound(manager);
    await page.getByRole('link', { name: '看备案凭证、打印' }).click();
    await arriveAt(manager, /零土地/);
  });
});

const LAND = { name: '土地证.pdf', mimeType: 'application/pdf' };

async function begin(manager: Visitor, name: string): Promise<void> {
  const { page } = manager;
  await page.goto(new URL('/desk/retrofits/new', page.url()).href);
  await page.getByLabel('项目名称').fill(name);
  await page.getByLabel('实施地点').fill('演示柯桥工业大道100号');
  await page.getByLabel('废气处理设施').check();
  for (const said of [/^是在现有设施上的/, /^改造的是园区公共的/, /^不新增建设用地/, /^每一种/]) {
    await page.getByLabel(said).check();
  }
  await expectSound(manager);
  await page.getByRole('button', { name: '下一步：填写申报' }).click();
  await arriveAt(manager, name);
}

async function declare(
  manager: Visitor,
  { before, after }: { readonly before: string; readonly after: string },
): Promise<void> {
  const { page } = manager;
  // What was said when it was begun is not asked again.
  await page.getByTitle('废气处理设施').waitFor();
  await page.getByLabel('设施名称').fill('演示喷涂中心废气处理设施');
  await page.getByLabel('改造内容').fill('光催化改为沸石转轮加催化燃烧');
  await page.getByLabel('新增建设用地').fill('0');
  const buffer = Buffer.from('%PDF-1.7\n% land\n%%EOF\n');
  await page.locator('#landFile').setInputFiles({ ...LAND, buffer });
  await page.locator('.file-list').waitFor();
  await page.getByLabel('化学需氧量改造后').fill('12.5');
  await page.getByLabel('氨氮改造后').fill('1.25');
  await page.getByLabel('挥发性有机物改造前').fill(before);
  await page.getByLabel('挥发性有机物改造后').fill(after);
  await page.getByRole('button', { name: '其余的前后都不排放' }).click();
  for (const change of await page.locator('.yes-no').all()) await change.getByLabel('否').check();
  await expectSound(manager);
  await page.getByRole('button', { name: '保存并核对' }).click();
}
