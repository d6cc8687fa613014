import { expectSound, type Visitor } from './stage.ts';

/** The four steps of the form, with what an owner knows by heart. */
export async function fillIn(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  const next = page.getByRole('button', { name: '保存，下一步' });
  await page.getByLabel('建筑面积').fill('60');
  await page.getByLabel('总投资').fill('38.5');
  await page.getByLabel('环保投资').fill('38.5');
  await page.getByLabel('计划投产日期').fill('2030-03-01');
  await next.click();
  await page.getByRole('link', { name: /^建设内容及规模/ }).waitFor();
  await expectSound(visitor);
  await page.getByLabel('建设内容及规模').fill('演示：新增一套活性炭吸附装置');
  await next.click();
  await page.getByText('勾选有的，写清措施和去向').waitFor();
  for (const field of await page.getByLabel(/的(环保措施|排放去向)$/).all()) {
    await field.fill('演示措施');
  }
  await expectSound(visitor);
  await next.click();
  await page.getByLabel('法定代表人或者主要负责人').fill('演示法人');
  await page.getByLabel('联系电话').fill('13612345678');
  await next.click();
  await page.locator('.declarations').waitFor();
}
