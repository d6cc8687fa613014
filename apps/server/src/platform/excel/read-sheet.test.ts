import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SheetColumn } from './headings.ts';
import { readSheet, readWholeSheet } from './read-sheet.ts';
import { aNumber, aRow, aWorkbook, anInlineText, type WorkbookForTest } from './testing.ts';

const columns: readonly SheetColumn<'name' | 'code' | 'area' | 'since'>[] = [
  { key: 'name', zh: '企业名称', en: 'Name', required: true },
  { key: 'code', zh: '统一社会信用代码', en: 'Credit code', required: true, aliases: ['信用代码'] },
  { key: 'area', zh: '面积（平方米）', en: 'Area', type: 'number' },
  { key: 'since', zh: '入驻日期', en: 'Since', type: 'date' },
];
const HEADINGS = aRow('企业名称', '统一社会信用代码', '面积（平方米）', '入驻日期');
const CODE = '91350100M000100Y43';
const DAY_STYLES = `<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="177" formatCode="0.00\\d"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="31"/><xf numFmtId="177"/></cellXfs>`;

async function read(workbook: WorkbookForTest) {
  const whole = await readWholeSheet(aWorkbook(workbook), { columns });
  if (!whole.ok) throw new Error(JSON.stringify(whole.refusal));
  return whole;
}

async function refusal(workbook: WorkbookForTest) {
  const whole = await readWholeSheet(aWorkbook(workbook), { columns });
  return whole.ok ? null : whole.refusal;
}

/** Reads one row of cells under the headings. */
async function readRow(cells: readonly string[], workbook: WorkbookForTest = {}) {
  const { rows } = await read({ styles: DAY_STYLES, ...workbook, rows: HEADINGS + aRow(...cells) });
  return rows[0];
}

describe('headings', () => {
  it('may stand in any order, in either language, with stars and blanks', async () => {
    const rows =
      aRow('SINCE', '信 用 代 码 *', 'ｎａｍｅ', '备注') + aRow('2026-01-05', CODE, '甲', '无');
    const whole = await read({ rows });
    expect(whole.rows[0]?.values).toEqual({
      name: '甲',
      code: CODE,
      area: '',
      since: '2026-01-05',
    });
    expect(whole.unknownColumns).toEqual([{ column: 'D', heading: '备注' }]);
  });

  it('may stand under a title and empty rows', async () => {
    const rows = `${aRow('某园区企业名称表')}<row r="5"/>${aRow('企业名称', '信用代码')}${aRow('甲', CODE)}`;
    const whole = await read({
      rows,
      afterRows: '<mergeCells><mergeCell ref="A1:D1"/></mergeCells>',
    });
    expect(whole.headingRow).toBe(6);
    expect(whole.rows.map(({ rowNumber }) => rowNumber)).toEqual([7]);
  });

  it('that are not there are named in both languages', async () => {
    expect(await refusal({ rows: aRow('企业名称', '面积（平方米）') })).toEqual({
      code: 'MISSING_COLUMNS',
      params: { sheet: '名单', row: 1, zh: '统一社会信用代码', en: 'Credit code' },
    });
    expect(await refusal({ rows: aRow('甲', '乙') })).toMatchObject({
      code: 'NO_HEADINGS',
      params: { limit: 20, zh: '企业名称、统一社会信用代码', en: 'Name, Credit code' },
    });
    expect((await refusal({ rows: '' }))?.code).toBe('NO_HEADINGS');
  });

  it('that come twice are refused: which column is meant is not guessed', async () => {
    expect(await refusal({ rows: aRow('企业名称', '信用代码', 'Name') })).toEqual({
      code: 'DUPLICATE_COLUMN',
      params: { sheet: '名单', row: 1, heading: 'Name', first: 'A', second: 'C' },
    });
  });
});

describe('cells', () => {
  it('give their text whole: rich, shared, in runs, without guides to pronunciation', async () => {
    const rich =
      '<c t="inlineStr"><is><r><t>绍</t></r><r><rPr/><t>兴</t></r><rPh><t>shao</t></rPh></is></c>';
    const sharedTexts = '<si><r><t>9135</t></r><r><t>01_x000D_</t></r><rPh><t>x</t></rPh></si>';
    const row = await readRow([rich, '<c t="s"><v>0</v></c>'], { sharedTexts });
    expect(row?.values).toMatchObject({ name: '绍兴', code: '913501' });
  });

  it('lose the blanks around them, the full-width and the invisible ones too', async () => {
    const row = await readRow(['\u3000 甲 乙\u00a0\u200b', ` ${CODE}\u3000`]);
    expect(row?.values).toMatchObject({ name: '甲 乙', code: CODE });
  });

  it('with a formula are refused one by one, whatever the file says they give', async () => {
    const row = await readRow([
      '<c t="str"><f>1+1</f><v>甲</v></c>',
      '<c><f t="shared" si="0"/></c>',
      '3',
    ]);
    expect(row?.values).toMatchObject({ name: '', code: '', area: '3' });
    expect(row?.faults).toEqual([
      {
        column: 'name',
        code: 'FORMULA',
        params: { row: 2, column: 'A', heading: '企业名称', value: '' },
      },
      {
        column: 'code',
        code: 'FORMULA',
        params: { row: 2, column: 'B', heading: '统一社会信用代码', value: '' },
      },
    ]);
  });

  it.each(['9.1330601234567E+17', '913306012345678000', '1000000000000000', '-1e15'])(
    'never pass on a code that became the number %s',
    async (value) => {
      const row = await readRow(['甲', aNumber(value)]);
      expect(row?.values.code).toBe('');
      expect(row?.faults).toMatchObject([{ code: 'NUMBER_LOST_DIGITS', params: { value } }]);
    },
  );

  it.each([
    ['13800138000', '13800138000'],
    ['999999999999999', '999999999999999'],
    ['2.2999999999999998', '2.3'],
    ['1E-7', '0.0000001'],
    ['-0', '0'],
    ['1.5E+3', '1500'],
  ])('give the number %s as %s', async (raw, text) => {
    const row = await readRow(['甲', aNumber(raw), aNumber(raw)]);
    expect(row?.values).toMatchObject({ code: text, area: text });
  });

  it.each([
    ['１，２３４．５', '1234.5'],
    ['+7', '7'],
    ['−3', '-3'],
  ])('give the number written %s as %s', async (text, expected) => {
    expect((await readRow(['甲', CODE, text]))?.values.area).toBe(expected);
  });

  it.each(['约 300', '12 吨', '1,23', '<c t="b"><v>1</v></c>'])(
    'of numbers refuse %s',
    async (cell) => {
      expect((await readRow(['甲', CODE, cell]))?.faults).toMatchObject([{ code: 'NOT_A_NUMBER' }]);
    },
  );

  it.each([
    ['a day', aNumber('46027', 1)],
    ['a day with its time', aNumber('46027.75', 1)],
    ['a day in a Chinese format', aNumber('46027', 2)],
    ['a day in a built-in Chinese format', aNumber('46027', 3)],
    ['a day in ISO form', '<c t="d"><v>2026-01-05T00:00:00</v></c>'],
    ['2026/1/5', '2026/1/5'],
    ['2026年1月5日', '2026年1月5日'],
    ['2026.01.05', '2026.01.05'],
    ['２０２６-１-５', '２０２６-１-５'],
    ['20260105', '20260105'],
    ['the number 20260105', aNumber('20260105')],
  ])('give %s as 2026-01-05', async (_, cell) => {
    expect(await readRow(['甲', CODE, '', cell])).toMatchObject({
      values: { since: '2026-01-05' },
      faults: [],
    });
  });

  it('count days from 1904 where the workbook does', async () => {
    const workbookPr = 'date1904="1"';
    const row = await readRow(['甲', aNumber('0', 1), '', aNumber('44565', 1)], { workbookPr });
    expect(row?.values).toMatchObject({ code: '1904-01-01', since: '2026-01-05' });
  });

  it.each(['2026-02-30', '2026-13-01', '春节后', aNumber('46027'), aNumber('99999999', 1)])(
    'of days refuse %s',
    async (cell) => {
      const row = await readRow(['甲', CODE, '', cell]);
      expect(row?.values.since).toBe('');
      expect(row?.faults).toMatchObject([{ column: 'since', code: 'NOT_A_DATE' }]);
    },
  );

  it('with another format stay numbers', async () => {
    expect((await readRow(['甲', aNumber('46027', 4)]))?.values.code).toBe('46027');
  });

  it('give booleans as Excel shows them and name errors', async () => {
    const row = await readRow(['<c t="b"><v>1</v></c>', '<c t="e"><v>#N/A</v></c>']);
    expect(row?.values.name).toBe('TRUE');
    expect(row?.faults).toMatchObject([{ code: 'ERROR_VALUE', params: { value: '#N/A' } }]);
  });

  it('are found by their address where the file leaves some out', async () => {
    const rows = `${HEADINGS}<row r="9"><c r="B9"><v>7</v></c><c r="D9" t="inlineStr"><is><t>2026-1-5</t></is></c></row>`;
    const [row] = (await read({ rows })).rows;
    expect(row).toMatchObject({
      rowNumber: 9,
      values: { name: '', code: '7', since: '2026-01-05' },
    });
  });

  it('are read under any prefix of their namespace', async () => {
    const sheetPart = `<x:worksheet xmlns:x="a"><x:sheetData>${HEADINGS}${aRow('甲', CODE)}</x:sheetData></x:worksheet>`;
    const prefixed = sheetPart.replace(/<(\/?)(row|c|is|t)\b/g, '<$1x:$2');
    expect((await read({ sheetPart: prefixed })).rows[0]?.values.name).toBe('甲');
  });
});

describe('rows and sheets', () => {
  it('that are empty are left out, and the numbers stay those of Excel', async () => {
    const rows =
      HEADINGS + aRow('', '') + aRow('甲', CODE) + aRow(' ', '\u3000') + aRow('乙', CODE);
    expect((await read({ rows })).rows.map(({ rowNumber }) => rowNumber)).toEqual([3, 5]);
  });

  it('that are hidden are not read; other visible ones are named', async () => {
    const sheets = `<sheets><sheet name="参数" state="hidden" r:id="no"/><sheet name="密" state="veryHidden" r:id="no"/><sheet name="数据" r:id="worksheet"/><sheet name="说明" r:id="worksheet"/></sheets>`;
    const whole = await read({ sheets, rows: HEADINGS + aRow('甲', CODE) });
    expect([whole.sheet, whole.otherSheets]).toEqual(['数据', ['说明']]);
    const hidden = '<sheets><sheet name="数据" state="hidden" r:id="worksheet"/></sheets>';
    expect((await refusal({ sheets: hidden }))?.code).toBe('NO_VISIBLE_SHEET');
  });

  it('with merged cells are refused with their place, in short and in long sheets', async () => {
    const afterRows = '<mergeCells><mergeCell ref="B2:B4"/></mergeCells>';
    const expected = { code: 'MERGED_CELLS', params: { sheet: '名单', range: 'B2:B4' } };
    for (const count of [3, 300]) {
      const rows = HEADINGS + aRow('甲', CODE).repeat(count);
      expect(await refusal({ rows, afterRows })).toEqual(expected);
    }
  });

  it('with cells merged where nothing is read are taken', async () => {
    const rows = aRow('企业名称', '信用代码', '备注') + aRow('甲', CODE, '无');
    const afterRows = '<mergeCells><mergeCell ref="C2:C4"/></mergeCells>';
    expect((await read({ rows, afterRows })).rows).toHaveLength(1);
  });

  it('come from a file as from bytes, and may be left before the end', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ludao-excel-'));
    try {
      const path = join(folder, '名单.xlsx');
      await writeFile(path, aWorkbook({ rows: HEADINGS + aRow('甲', CODE).repeat(9000) }));
      const reading = await readSheet(path, { columns });
      if (!reading.ok) throw new Error(reading.refusal.code);
      for await (const row of reading.rows) {
        expect(row.values.name).toBe('甲');
        break;
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('hold what looks like a property of objects as any text', async () => {
    const row = await readRow(['__proto__', anInlineText('constructor')]);
    expect(row?.values).toMatchObject({ name: '__proto__', code: 'constructor' });
  });
});
