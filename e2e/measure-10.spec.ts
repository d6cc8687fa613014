import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arriveAt, signInAs } from './desk.ts';
import { expectSound, openSharedStage, PHONE, type Stage, type Visitor } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openSharedStage();
});
afterAll(() => stage?.close());

describe('measure 10: owners answer for whom they admit', () => {
  it('a park manager checks a tenant before the lease and prints the opinion', async () => {
    const visitor = await signInAs(stage, '园区管理员');
    const { page } = visitor;
    await page.getByRole('link', { name: '租前查询' }).first().click();
    await arriveAt(visitor, '租前查询');
    await page.getByText('还没有查询过').waitFor();
    await expectSound(visitor);
    await page.getByRole('link', { name: '新的查询' }).first().click();
    await arriveAt(visitor, '新的租前查询');

    await page.getByRole('button', { name: '下一步：说说项目' }).click();
    await page.getByRole('alert').getByText('请选择厂房单元').waitFor();
    await expectSound(visitor);
    await fillTenant(visitor, { name: '演示新来塑料包装有限公司', word: '塑料包装', code: '2926' });
    await expectSound(visitor);
    await page.getByRole('button', { name: '下一步：说说项目' }).click();

    await answerAll(visitor, { 用再生塑料: '是' });
    expect(await page.locator('.enough').innerText()).toContain('环境影响报告书');
    const said = page.locator('.answered');
    expect(await said.innerText()).toMatch(/用再生塑料[\s\S]*是/);
    await page.getByRole('button', { name: '出具意见' }).click();

    await arriveAt(visitor, '演示新来塑料包装有限公司');
    const opinion = page.locator('.opinion');
    expect(await page.locator('[data-outcome]').getAttribute('data-outcome')).toBe('CONDITIONAL');
    const text = await opinion.innerText();
    expect(text).toContain('租约中写明未获批准不得进场生产');
    expect(text).toContain('以再生塑料为原料生产的');
    expect(text).toMatch(/平台内部编号 330603-\d{8}-001，供出租人参考，不是行政许可决定/);
    await expectSound(visitor);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const pages = pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.length).toBeLessThanOrEqual(2);

    await page.getByRole('link', { name: '租前查询' }).first().click();
    await page.getByRole('link', { name: '演示新来塑料包装有限公司' }).waitFor();
    await expectSound(visitor);
  });

  it('a landlord does the same on a phone, and an answer can be changed', async () => {
    const visitor = await signInAs(stage, '出租人', PHONE);
    const { page } = visitor;
    await expectSound(visitor);
    await page.getByRole('link', { name: '新的查询' }).click();
    await arriveAt(visitor, '新的租前查询');
    await fillTenant(visitor, { name: '演示布料有限公司', word: '1752', code: '1752' });
    await expectSound(visitor);
    await page.getByRole('button', { name: '下一步：说说项目' }).click();
    await page.getByRole('radio', { name: '新建' }).check();
    await page.getByRole('radio', { name: /^工业建筑/ }).check();
    await page.getByRole('button', { name: '下一步', exact: true }).click();
    await page.getByRole('button', { name: '改：建设性质' }).click();
    await page.getByRole('radio', { name: '扩建' }).check();
    await page.getByRole('button', { name: '下一步', exact: true }).click();
    await page.locator('.answered').getByText('扩建').waitFor();
    await expectSound(visitor);
    await page.getByRole('button', { name: '就按这些情况出意见' }).click();
    await arriveAt(visitor, '演示布料有限公司');
    expect(await page.locator('[data-outcome]').getAttribute('data-outcome')).toBe('OPEN');
    expect(await page.locator('[data-finding="EIA_OPEN"]').innerText()).toMatch(
      /最高可能是环境影响报告书，还有\d+项情况没有回答/,
    );
    await expectSound(visitor);
  });
});

interface NewTenant {
  readonly name: string;
  readonly word: string;
  readonly code: string;
}

/** An empty unit, an enterprise that is still being founded, and its line of business. */
async function fillTenant({ page }: Visitor, tenant: NewTenant): Promise<void> {
  await page.locator('#unitId').click();
  await page.locator('.ant-select-item-option').filter({ hasNotText: '已出租' }).first().click();
  await page.getByLabel('承租企业名称').fill(tenant.name);
  await page.getByRole('checkbox', { name: '还在筹办，没有代码' }).check();
  await page.locator('#industries').fill(tenant.word);
  await page.locator('.ant-select-item-option').filter({ hasText: tenant.code }).first().click();
  await page.keyboard.press('Escape');
  await page.locator('.ant-select-dropdown:visible').waitFor({ state: 'detached' });
}

/** Answers topic after topic: what is named as said, the rest "no", "none" or "not known". */
async function answerAll(visitor: Visitor, said: Readonly<Record<string, string>>): Promise<void> {
  const { page } = visitor;
  for (let topic = 0; topic < 20; topic++) {
    const before = await page.locator('.question-sheet h2, .enough h2').first().innerText();
    if ((await page.locator('.enough').count()) > 0) return;
    const questions = page.locator('.question');
    for (let at = 0; at < (await questions.count()); at++) {
      const question = questions.nth(at);
      const label = await question.locator('.field-label').innerText();
      const own = Object.entries(said).find(([name]) => label.includes(name))?.[1];
      const wanted = own ? [own] : ['新建', '工业建筑', '否', '没有（0）', '不清楚'];
      for (const name of wanted) {
        const option = question.getByRole('radio', { name, exact: own !== undefined });
        if ((await option.count()) === 0) continue;
        await option.first().check();
        break;
      }
    }
    await expectSound(visitor);
    await page.getByRole('button', { name: '下一步', exact: true }).click();
    await page
      .locator('.question-sheet h2, .enough h2')
      .filter({ hasNotText: before })
      .waitFor({ timeout: 5000 })
      // More of the same topic has the same heading.
      .catch(() => undefined);
  }
  throw new Error('the questions do not end');
}
