import { readFileSync } from 'node:fs';
import {
  CORRECTION_COLUMNS,
  IMPORT_COLUMNS,
  IMPORT_COLUMN_NAMES,
  type ImportColumn,
} from '@ludao/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWholeSheet, writeSheet } from '../apps/server/src/platform/excel/index.ts';
import { aCreditCode, signInAs } from './desk.ts';
import { expectSound, openStage, PHONE, type Stage, type Visitor } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
type FileRow = Readonly<Partial<Record<ImportColumn | 'rowNumber', string>>>;

/** An invented enterprise that nothing is wrong with; the first stands in line 2. */
function aRow(number: number, changes: FileRow = {}): FileRow {
  return {
    name: `演示名单${number}号有限公司`,
    creditCode: aCreditCode(100 + number),
    industries: '1752',
    districtCode: '330603',
    address: `演示路${number}号`,
    wastewater: '纳管',
    hazardousWaste: '否',
    ...changes,
  };
}

async function aWorkbook(rows: readonly FileRow[], isCorrection = false) {
  const columns = IMPORT_COLUMN_NAMES.map((key) => {
    const { zh, type } = IMPORT_COLUMNS[key];
    return { key, heading: zh, type };
  });
  const number = { key: 'rowNumber', heading: CORRECTION_COLUMNS.rowNumber.zh } as const;
  const buffer = await writeSheet<ImportColumn | 'rowNumber'>({
    title: '企业名单',
    columns: isCorrection ? [{ ...number, type: 'number' }, ...columns] : columns,
    rows,
  });
  return { name: isCorrection ? '改好的.xlsx' : '演示名单.xlsx', mimeType: XLSX, buffer };
}

type Workbook = Awaited<ReturnType<typeof aWorkbook>>;

async function openStart(size?: { width: number; height: number }): Promise<Visitor> {
  const visitor = await signInAs(stage, '审批人员', size);
  await visitor.page.goto(`${stage.address}/desk/enterprises`);
  await visitor.page.getByRole('link', { name: '批量导入' }).click();
  await visitor.page.getByRole('heading', { name: '批量导入企业' }).waitFor();
  return visitor;
}

async function upload({ page }: Visitor, file: Workbook): Promise<void> {
  await page.getByLabel('名单文件').setInputFiles(file);
  await page.getByRole('button', { name: '上传并检查' }).click();
}

/** The figures of the dry run, by name. */
async function figuresOf({ page }: Visitor): Promise<string[]> {
  const figures = await page
    .getByRole('navigation', { name: /检查结果/ })
    .getByRole('link')
    .all();
  return Promise.all(
    figures.map(async (figure) => (await figure.innerText()).replace(/\s+/g, ' ').trim()),
  );
}

describe('an officer with a list of enterprises', () => {
  it('corrects one row in the page and two in Excel, and finds them all in the register', async () => {
    const visitor = await openStart();
    const { page } = visitor;
    await page.getByText('还没有导入过').waitFor();
    await expectSound(visitor);
    const [template] = await Promise.all([
      page.waitForEvent('download'),
      page.getByText('下载模板', { exact: true }).click(),
    ]);
    expect(
      readFileSync(await template.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');

    await page.getByRole('button', { name: '上传并检查' }).click();
    await page.getByText('请先选一个文件').first().waitFor();
    await upload(
      visitor,
      await aWorkbook([
        aRow(1),
        aRow(2, { creditCode: aCreditCode(102).slice(0, 17) }),
        aRow(3, { industries: '9999' }),
        aRow(4, { park: '没有的园区' }),
        aRow(5),
      ]),
    );
    await page.getByText('将登记 2 家；3 行有问题，不导入。').waitFor();
    expect(await figuresOf(visitor)).toEqual(['2 新登记', '0 变更', '0 无变化', '3 有问题']);
    const faulty = page.getByRole('table', { name: '有问题的行' });
    await faulty.getByText('统一社会信用代码应为 18 位，现有 17 位。').waitFor();
    await faulty.getByText('“9999”不是 GB/T 4754-2017 的小类代码。').waitFor();
    await faulty.getByText('在您的管辖范围内没有这个园区').waitFor();
    await expectSound(visitor);

    // In the page: first still wrong, then right.
    await page.getByRole('button', { name: '改正第 3 行' }).click();
    const form = page.getByRole('dialog', { name: '改正第 3 行' });
    const code = form.getByLabel('统一社会信用代码');
    await expectFocus(visitor, '#row-creditCode');
    await expectSound(visitor);
    const right = aCreditCode(102);
    await code.fill(right.slice(0, 17) + (right[17] === '0' ? '1' : '0'));
    await form.getByRole('button', { name: '保存并检查' }).click();
    await form
      .getByRole('alert')
      .getByText(/校验不符/)
      .waitFor();
    await expectSound(visitor);
    await code.fill(right);
    await form.getByRole('button', { name: '保存并检查' }).click();
    await page.getByText('第 3 行已改好。').waitFor();
    await page.getByText('将登记 3 家；2 行有问题，不导入。').waitFor();

    // In Excel, into the same import, which can be left and found again.
    const address = page.url();
    await page.goto(`${stage.address}/desk/enterprises/import`);
    await page.getByText('可写入 3 行，有问题 2 行').waitFor();
    await expectSound(visitor);
    await page.getByRole('link', { name: '演示名单.xlsx' }).click();
    await page.waitForURL(address.split('?')[0]!);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByText('下载有问题的行', { exact: true }).click(),
    ]);
    const rows = await readFaulty(readFileSync(await download.path()));
    expect(rows.map(({ rowNumber }) => rowNumber)).toEqual(['4', '5']);
    const corrected = [
      { ...rows[0]!, industries: '1761' },
      { ...rows[1]!, park: '' },
    ];
    await page.getByLabel('传回改好的文件').setInputFiles(await aWorkbook(corrected, true));
    await page.getByRole('button', { name: '传回并检查' }).click();
    await page.getByText('将登记 5 家，名单里没有有问题的行。').waitFor();
    await expectSound(visitor);

    await page.getByRole('button', { name: '确认写入' }).click();
    await page.getByText('已登记 5 家，变更 0 家。').first().waitFor();
    await page.getByRole('heading', { name: '写入完成' }).waitFor();
    await expectSound(visitor);
    await page.getByRole('link', { name: '查看企业列表' }).click();
    await page.getByLabel('按名称、拼音、首字母或信用代码查').fill('演示名单');
    for (const number of [1, 2, 3, 4, 5]) {
      await page.getByRole('link', { name: `演示名单${number}号有限公司` }).waitFor();
    }
    await page.context().close();
  });

  it('writes the chosen rows only, and is told so before', async () => {
    const visitor = await openStart();
    const { page } = visitor;
    await upload(
      visitor,
      await aWorkbook([aRow(11), aRow(12), aRow(13, { name: '' }), aRow(1, { address: '改' })]),
    );
    await page.getByText('将登记 2 家、变更 1 家；1 行有问题，不导入。').waitFor();
    await page.getByRole('link', { name: '2 新登记' }).click();
    await page.getByLabel(/演示名单12号/).check();
    await page.getByText('只写入选中的 1 行：将登记 1 家；其余的行不导入。').waitFor();
    await expectSound(visitor);
    await page.getByRole('button', { name: '写入选中的 1 行' }).click();
    await page.getByText('已登记 1 家，变更 0 家。').first().waitFor();
    await page.context().close();
  });

  it('is told plainly why a file that is no Excel is refused', async () => {
    const visitor = await openStart();
    const { page } = visitor;
    const buffer = Buffer.from('企业名称,统一社会信用代码\n演示,1\n');
    await upload(visitor, { name: '名单.xlsx', mimeType: XLSX, buffer });
    const alert = page.getByRole('alert');
    await alert.getByText('这个文件不能导入').waitFor();
    await alert.getByText('这是 CSV 或文本文件。').waitFor();
    await expectSound(visitor);
    await page.getByRole('link', { name: '改好了，重新上传' }).click();
    await page.getByRole('heading', { name: '批量导入企业' }).waitFor();
    await page.context().close();
  });
});

describe('an officer on a phone', () => {
  it('sees faulty rows as cards, corrects one, and cancels the rest', async () => {
    const visitor = await openStart(PHONE);
    const { page } = visitor;
    await expectSound(visitor);
    await upload(visitor, await aWorkbook([aRow(21, { wastewater: '河里' }), aRow(22)]));
    await page.getByText('将登记 1 家；1 行有问题，不导入。').waitFor();
    await expectSound(visitor);
    await page.getByRole('button', { name: '改正第 2 行' }).click();
    await page.getByRole('dialog').getByText('只能填').waitFor();
    await expectSound(visitor);
    await page.keyboard.press('Escape');
    await expectFocus(visitor, '[aria-label="改正第 2 行"]');
    await page.getByRole('button', { name: '取消这次导入' }).click();
    await expectSound(visitor);
    await page.getByRole('button', { name: '取消导入', exact: true }).click();
    await page.getByRole('heading', { name: '这次导入已取消' }).waitFor();
    await expectSound(visitor);
    await page.context().close();
  });
});

async function expectFocus({ page }: Visitor, selector: string): Promise<void> {
  await page.waitForFunction((id) => document.activeElement?.matches(id), selector);
}

async function readFaulty(file: Uint8Array): Promise<readonly FileRow[]> {
  const read = await readWholeSheet(file, {
    columns: [
      { key: 'rowNumber', zh: CORRECTION_COLUMNS.rowNumber.zh },
      ...IMPORT_COLUMN_NAMES.map((key) => ({ key, zh: IMPORT_COLUMNS[key].zh })),
    ],
  });
  if (!read.ok) throw new Error(read.refusal.code);
  return read.rows.map(({ values }) => values);
}
