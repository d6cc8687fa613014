import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readNamedSheets } from '../apps/server/src/platform/excel/index.ts';
import {
  anApprovalRow,
  aPermitRow,
  aShareRow,
  aStockWorkbook,
  type WorkbookRows,
} from '../apps/server/src/modules/stock/testing.ts';
import { arriveAt, signInAs } from './desk.ts';
import { expectSound, openStage, PHONE, type Stage, type Visitor } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const SCAN = {
  name: '批复01.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n% scan\n%%EOF\n'),
};

async function aFile(rows: WorkbookRows, name = '演示存量.xlsx') {
  return { name, mimeType: XLSX, buffer: await aStockWorkbook(rows) };
}

/** Codes of the tenants, as the template lists them. */
async function downloadTemplate({ page }: Visitor): Promise<string[]> {
  const [template] = await Promise.all([
    page.waitForEvent('download'),
    page.getByText('下载模板', { exact: true }).click(),
  ]);
  const columns = [
    { key: 'code', zh: '统一社会信用代码' },
    { key: 'since', zh: '占用起始日期' },
  ];
  const read = await readNamedSheets(readFileSync(await template.path()), [
    { names: ['企业份额'], columns },
  ]);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.sheets[0]!.rows.map(({ values }) => values['code']!);
}

describe('an officer takes over what a park brings along', () => {
  it('sees each fault, puts it right, writes all at once, and reconciles: direct entry opens', async () => {
    const visitor = await signInAs(stage, '审批人员');
    const { page } = visitor;
    const park = await readyPark(visitor);
    await page.goto(`${stage.address}/desk/stock`);
    await arriveAt(visitor, '存量对账');
    await expectSound(visitor);
    await page.goto(`${stage.address}/desk/parks/${park}`);
    await page.locator('article').getByRole('link', { name: '存量对账' }).click();
    await page.getByText('还没有对账，直接入驻没有开放').waitFor();
    await expectSound(visitor);
    const [one, other] = await downloadTemplate(visitor);

    const approval = anApprovalRow(one!, { scan: SCAN.name });
    const share = (COD: string) => aShareRow(one!, { COD, WASTEWATER: '' });
    await page.getByLabel('存量表').setInputFiles(
      await aFile({
        PERMITS: [aPermitRow(other!, { number: '12345' })],
        APPROVALS: [approval],
        SHARES: [share('九十')],
      }),
    );
    await page.getByLabel('扫描件').setInputFiles(SCAN);
    await page.getByText('已选 1 个扫描件').waitFor();
    await page.getByRole('button', { name: '上传并检查' }).click();
    await page.getByText('有 2 行有问题，改好以后才能写入').waitFor();
    const rows = page.getByRole('table', { name: '逐行结果' });
    await rows.getByText('排污许可 第 2 行').waitFor();
    await rows.getByText('排污许可证或登记编号为 22 位数字和大写字母。').waitFor();
    await rows.getByText('“九十”读不出来。应为不小于 0 的数，最多 6 位小数。').waitFor();
    await page.getByText('企业环评批复：1 行，有问题 0 行，有扫描件 1 行').waitFor();
    await expectSound(visitor);

    const right = {
      PERMITS: [aPermitRow(other!, { number: '91330603MA2D0000XB001P' })],
      APPROVALS: [approval],
    };
    await page
      .getByLabel('传回改好的表')
      .setInputFiles(await aFile({ ...right, SHARES: [share('90000')] }));
    await page.getByRole('button', { name: '传回并检查' }).click();
    await page.getByText('没有有问题的行。将新增 3 行').waitFor();
    await expectSound(visitor);
    await page.getByRole('button', { name: '确认写入' }).click();
    await page.getByText('写入完成').waitFor();
    await page.getByText('全部标为历史记录，没有重新适用规则').waitFor();
    await expectSound(visitor);

    // Far too much: in words and figures, and not to be confirmed.
    await page.getByRole('link', { name: '回到园区存量对账' }).click();
    await page.getByText(/化学需氧量：合计 90000 吨\/年，上限 .*，超过/).waitFor();
    await page.getByText('历史份额，待对账').waitFor();
    await expectSound(visitor);
    await page.getByRole('button', { name: '确认对账' }).click();
    await page
      .getByRole('alert')
      .getByText(/化学需氧量的份额合计 90000 吨\/年，超过上限/)
      .waitFor();
    // The browser notes the refusal, as it should be.
    (visitor.errors as string[]).length = 0;

    await page
      .getByLabel('存量表')
      .setInputFiles(await aFile({ ...right, SHARES: [share('0.001')] }, '更正.xlsx'));
    await page.getByRole('button', { name: '上传并检查' }).click();
    await page.getByText('将新增 0 行、更正 1 行；2 行已在库').waitFor();
    await page.getByRole('button', { name: '确认写入' }).click();
    await page.getByText('写入完成').waitFor();
    await page.getByRole('link', { name: '回到园区存量对账' }).click();
    await page.getByText('化学需氧量 0.001 吨/年').waitFor();
    await page.getByRole('button', { name: '确认对账' }).click();
    await page.getByText('对账已完成，直接入驻已开放').waitFor();
    await expectSound(visitor);
    await page.getByRole('link', { name: '已记入台账' }).click();
    await page.getByText('加入平台前已占用的份额，按原件导入').waitFor();
    await expectSound(visitor);
    await page.context().close();

    const phone = await signInAs(stage, '审批人员', PHONE);
    await phone.page.goto(`${stage.address}/desk/stock/${park}`);
    await phone.page.getByText('对账已完成，直接入驻已开放').waitFor();
    await expectSound(phone);
    await phone.page.goto(`${stage.address}/desk/stock`);
    await phone.page.getByText('已对账').first().waitFor();
    await expectSound(phone);
    await phone.page.context().close();
  });
});

interface Eia {
  readonly id: string;
  readonly parkId: string;
  readonly version: number;
}

/**
 * A park with a new park-wide EIA that nobody has reconciled: entered from paper by the officer,
 * confirmed by the head.
 */
async function readyPark({ page }: Visitor): Promise<string> {
  const { request } = page.context();
  const at = (path: string) => `${stage.address}/api${path}`;
  const listed = (await (await request.get(at('/stock-parks?size=200'))).json()) as {
    rows: { parkId: string; hasEia: boolean; tenants: number }[];
  };
  const { parkId } = listed.rows.find(({ hasEia, tenants }) => !hasEia && tenants >= 2)!;
  const sent = await request.post(at('/files?name=eia.pdf&purpose=park-eia-approval'), {
    data: SCAN.buffer,
    headers: { 'content-type': 'application/octet-stream' },
  });
  const approvalFile = ((await sent.json()) as { id: string }).id;
  const drafted = await request.post(at('/park-eias'), {
    data: {
      parkId,
      title: '演示园区整体环境影响报告书',
      historical: true,
      liability: 'PARK_ENTITY',
      envelope: { industries: ['1752'], totals: [{ pollutant: 'COD', gramsPerYear: 10_000_000 }] },
    },
  });
  const { id } = (await drafted.json()) as Eia;
  await request.post(at(`/park-eias/${id}/submission`), { data: { version: 1 } });
  const proposed = await request.post(at(`/park-eias/${id}/decision`), {
    data: {
      version: 2,
      decision: 'APPROVE',
      office: '演示市生态环境局柯桥分局',
      approvalNo: '演示环审〔2024〕9号',
      approvedOn: '2024-05-20',
      approvalFile,
      inForceFrom: '2024-05-20',
      validTo: '2029-05-19',
    },
  });
  expect(proposed.status()).toBe(200);
  const head = await signInAs(stage, '分局负责人');
  const confirmed = await head.page
    .context()
    .request.post(at(`/park-eias/${id}/confirmation`), { data: { version: 3 } });
  expect(confirmed.status()).toBe(200);
  await head.page.context().close();
  return parkId;
}
