import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arriveAt, signInAs } from './desk.ts';
import { expectSound, openStage, type Stage, type Visitor } from './stage.ts';
import { linkTo, reliefOf, verdictOf } from './wizard.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
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
    const officer = await signInAs(stage, '审批人员');
    await enterAdoption(officer);
    const waiting = officer.page.locator('[data-state="SUBMITTED"]');
    expect(await waiting.innerText()).toContain('等待分局负责人或市局审核');
    expect(await waiting.getByRole('button').count()).toBe(0);
    await expectSound(officer);
    expect((await answerOn(FROM)).level).not.toBe('EXEMPT');

    const head = await signInAs(stage, '分局负责人');
    const { page } = head;
    await page.getByRole('link', { name: '规则条目' }).first().click();
    await arriveAt(head, '规则条目');
    const entry = page.locator('[data-entry="keqiao-2031-8"]');
    expect(await entry.innerText()).toContain('自2031年12月1日起，在柯桥区的项目');
    await expectSound(head);
    await entry.getByRole('button', { name: '审核通过' }).click();
    await page.locator('[data-state="APPROVED"]').waitFor();
    await page.getByRole('link', { name: '发布新版本' }).waitFor();
    await expectSound(head);

    expect((await answerOn(BEFORE)).level).not.toBe('EXEMPT');
    const { level, relief } = await answerOn(FROM);
    expect(level).toBe('EXEMPT');
    expect(relief.state).toBe('applies');
    expect(relief.text).toContain(NUMBER);
  });
});

async function enterAdoption(officer: Visitor): Promise<void> {
  const { page } = officer;
  await page.getByRole('link', { name: '规则条目' }).first().click();
  await arriveAt(officer, '规则条目');
  await page.getByRole('link', { name: '录入采纳文件' }).first().click();
  await arriveAt(officer, '录入采纳文件');
  await page.getByLabel('文件名称', { exact: true }).fill(TITLE);
  await page.getByLabel('文号', { exact: true }).fill(NUMBER);
  expect(await page.getByLabel('条目编号').inputValue()).toBe('keqiao-2031-8');
  await page.getByLabel('采纳机关').fill('演示柯桥区人民政府');
  await page.getByRole('button', { name: '提交审核' }).click();
  await page.getByRole('alert').getByText('请填写施行日期').waitFor();
  await expectSound(officer);
  await page.getByLabel('施行日期').fill(FROM);
  await page.getByRole('checkbox', { name: /园区公共环保基础设施零土地技改/ }).check();
  await page.getByRole('button', { name: '提交审核' }).click();
  await page.getByText('已提交，等待另一位负责人审核').waitFor();
}

/** What a visitor of the public pages is told on that day. */
async function answerOn(day: string) {
  const visitor = await stage.visit('/');
  await visitor.page.clock.setFixedTime(new Date(`${day}T10:00:00+08:00`));
  const link = linkTo({ project: RETROFIT, on: day, jurisdiction: '330603' });
  await visitor.page.goto(`${stage.address}/answer${link}`);
  const { level } = await verdictOf(visitor);
  const relief = await reliefOf(visitor, RELIEF);
  await visitor.page.close();
  return { level, relief };
}
