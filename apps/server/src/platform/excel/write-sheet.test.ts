import { Workbook } from '@cj-tech-master/excelts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trimText } from './cell-value.ts';
import { readWholeSheet } from './read-sheet.ts';
import { type SheetOut, writeSheet } from './write-sheet.ts';

const columns = [
  { key: 'name', heading: '企业名称', zh: '企业名称', type: 'text' },
  { key: 'code', heading: '统一社会信用代码', zh: '统一社会信用代码', type: 'text', width: 24 },
  { key: 'area', heading: '面积', zh: '面积', type: 'number' },
  { key: 'since', heading: '入驻日期', zh: '入驻日期', type: 'date' },
] as const;
type Key = (typeof columns)[number]['key'];
type Row = Partial<Record<Key, string | number | bigint | null>>;

const write = (rows: SheetOut<Key>['rows'], more: Partial<SheetOut<Key>> = {}) =>
  writeSheet<Key>({ title: '名单', columns, rows, ...more });

async function roundTrip(rows: readonly Row[]) {
  const read = await readWholeSheet(await write(rows), { columns });
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  expect(read.rows.flatMap(({ faults }) => faults)).toEqual([]);
  return read.rows.map(({ values }) => values);
}

async function open(bytes: Buffer) {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  return workbook;
}

describe('a written sheet', () => {
  it('comes back as it was: codes and telephones as text, days as days', async () => {
    const rows = [
      { name: '甲', code: '913501000001000043', area: '1234.5', since: '2026-01-05' },
      { name: '00123', code: '13800138000', area: '-3', since: '1999-12-31' },
      { name: '', code: '0', area: '', since: '' },
    ];
    expect(await roundTrip(rows)).toEqual(rows);
  });

  it('keeps whole what is too long for a number and what is no day', async () => {
    const [row] = await roundTrip([{ name: '甲', area: 12_345_678_901_234_567_890n, since: null }]);
    expect(row?.area).toBe('12345678901234567890');
    const book = await open(await write([{ since: '待定', area: '约 3' }]));
    expect(book.getWorksheet('名单')?.getCell('D2').value).toBe('待定');
    expect(book.getWorksheet('名单')?.getCell('C2').value).toBe('约 3');
  });

  it('gives any text back the same, but for blanks around it', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('_x000D_', '_x', '&', '<', ']]>', '\n', '甲', '😀', '"', ' ', '='),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 40 }), async (texts) => {
        const whole = texts.map((one) => `甲${one}乙`);
        const back = await roundTrip(whole.map((name) => ({ name })));
        expect(back.map(({ name }) => name)).toEqual(whole.map(writable));
      }),
      { numRuns: 40 },
    );
  }, 20_000);

  it.each(['=1+1', '+86', '-1', '@SUM(A1)', '=HYPERLINK("http://x","y")', '\t=1', '\r=1'])(
    'holds %j as a text that nobody computes, today or after an edit',
    async (name) => {
      const bytes = await write([{ name }]);
      const cell = (await open(bytes)).getWorksheet('名单')?.getCell('A2');
      expect(cell?.value).toBe(name.replace('\r', '\n'));
      expect(cell?.numFmt).toBe('@');
      const [row] = await roundTrip([{ name }]);
      expect(row?.name).toBe(trimText(name));
    },
  );

  it('has headings that stay in sight, a filter, widths and days that Excel sorts', async () => {
    const sheet = (await open(await write([{ name: '甲', since: '2026-01-05' }]))).getWorksheet(
      '名单',
    );
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet?.autoFilter).toBe('A1:D2');
    expect(sheet?.getColumn(2).width).toBe(24);
    expect(sheet?.getCell('A1').font?.bold).toBe(true);
    expect(sheet?.getCell('D2').value).toEqual(new Date('2026-01-05T00:00:00Z'));
  });

  it('offers the options of a column, with commas and as many as there are', async () => {
    const options = Array.from({ length: 200 }, (_, at) => `行业 ${at}，含“,”与长长的说明`);
    const bytes = await write([], {
      columns: [{ key: 'name', heading: '行业', type: 'text', options, note: '从名单里选' }],
      notes: { title: '填写说明', lines: ['一行一家企业。'] },
    });
    const book = await open(bytes);
    expect(book.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['名单', 'visible'],
      ['填写说明', 'visible'],
      ['options', 'hidden'],
    ]);
    const rule = book.getWorksheet('名单')?.dataValidations.find('A700');
    expect(rule).toMatchObject({ type: 'list', formulae: ['options!$A$1:$A$200'] });
    expect(book.getWorksheet('options')?.getCell('A200').value).toBe(options[199]);
    const notes = book.getWorksheet('填写说明');
    expect(notes?.getCell('A1').value).toBe('一行一家企业。');
    expect(notes?.getCell('B2').value).toBe('从名单里选');
  });

  it('takes rows as they come and any title', async () => {
    async function* rows() {
      yield { name: '甲' };
      yield { name: '乙' };
    }
    const bytes = await write(rows(), {
      title: "'2026/3: 园区[甲]*?企业名单企业名单企业名单企业名单企业名单'",
    });
    const read = await readWholeSheet(bytes, { columns });
    if (!read.ok) throw new Error(read.refusal.code);
    expect(read.rows).toHaveLength(2);
    expect(read.sheet.length).toBeLessThanOrEqual(31);
    expect(read.sheet).toContain('2026 3  园区 甲');
  });

  it('cuts a text that no cell can hold, and shows that it did', async () => {
    const [row] = await roundTrip([{ name: '甲'.repeat(40_000) }]);
    expect(row?.name).toHaveLength(32_767);
    expect(row?.name.endsWith('…')).toBe(true);
  });
});

/** What a cell can hold of a text: no control characters, no half of a character. */
function writable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu, '');
}
