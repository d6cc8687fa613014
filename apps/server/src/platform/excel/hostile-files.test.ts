import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readSheet, type ReadSheetOptions, readWholeSheet } from './read-sheet.ts';
import { aRow, aWorkbook, aZip, workbookParts, XLSX_TYPE } from './testing.ts';

const columns = [{ key: 'name', zh: '企业名称', en: 'Name', required: true }] as const;
const HEADINGS = aRow('企业名称');
const good = aWorkbook({ rows: HEADINGS + aRow('甲') });
const MEGABYTE = 1024 * 1024;

async function refusal(bytes: Buffer | string, options: Partial<ReadSheetOptions> = {}) {
  const read = await readWholeSheet(bytes, { columns, ...options });
  return read.ok ? null : read.refusal;
}
const code = async (bytes: Buffer, options?: Partial<ReadSheetOptions>) =>
  (await refusal(bytes, options))?.code ?? null;

describe('a file that is no .xlsx is refused by what it is, whatever its name', () => {
  const cfb = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]);

  it.each([
    ['an empty file', '', 'FILE_EMPTY'],
    ['a CSV', '企业名称,面积\n甲,3\n', 'CSV'],
    ['a CSV in GBK', Buffer.from('c6f3d2b5c3fbb3c62cb5d8d6b70d0a', 'hex'), 'CSV'],
    ['a text for Excel in UTF-16', Buffer.from('\ufeff企业\t地址\r\n', 'utf16le'), 'CSV'],
    ['a web page', '\ufeff<html><body><table><tr><td>企业', 'HTML'],
    ['a bare table', '<table border=1><tr><td>企业', 'HTML'],
    ['a web page as XML', '<?xml version="1.0"?><html xmlns="x">', 'HTML'],
    ['an XML spreadsheet of 2003', '<?xml version="1.0"?><Workbook>', 'XML'],
    ['a PDF', '%PDF-1.7\n', 'PDF'],
    ['a PNG', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'PICTURE'],
    ['a photograph', Buffer.from('ffd8ffe000104a46', 'hex'), 'PICTURE'],
    ['a photograph of a telephone', Buffer.from('\0\0\0\u0018ftypheic', 'latin1'), 'PICTURE'],
    ['an old .xls', cfb, 'OLD_EXCEL'],
    ['a very old .xls', Buffer.from('0904060000001000', 'hex'), 'OLD_EXCEL'],
    [
      'an .xlsx with a password',
      Buffer.concat([cfb, Buffer.from('EncryptedPackage', 'utf16le')]),
      'ENCRYPTED',
    ],
    ['noise', Buffer.from('00ff00fe01020304', 'hex'), 'NOT_A_SPREADSHEET'],
  ])('%s', async (_, bytes, expected) => {
    expect(await code(Buffer.from(bytes as string))).toBe(expected);
  });

  it('a ZIP of something else', async () => {
    expect(await code(aZip([{ name: 'a.txt', content: 'a' }]))).toBe('NOT_A_SPREADSHEET');
    const ods = ['mimetype', 'content.xml'].map((name) => ({ name, content: '' }));
    expect(await code(aZip(ods))).toBe('OPEN_DOCUMENT');
  });

  it.each([
    [
      'a Word document',
      XLSX_TYPE.replace('spreadsheetml.sheet', 'wordprocessingml.document'),
      'NOT_A_SPREADSHEET',
    ],
    ['an .xlsm', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml', 'HAS_MACROS'],
    ['an .xlsb', 'application/vnd.ms-excel.sheet.binary.macroEnabled.main', 'BINARY_WORKBOOK'],
    ['nothing that is known', '', 'NOT_A_SPREADSHEET'],
  ])('a package that says it is %s', async (_, contentType, expected) => {
    expect(await code(aWorkbook({ contentType }))).toBe(expected);
  });
});

describe('what an .xlsx must not carry', () => {
  it.each([
    ['xl/vbaProject.bin', 'HAS_MACROS'],
    ['XL/VBAPROJECT.BIN', 'HAS_MACROS'],
    ['xl/macrosheets/sheet1.xml', 'HAS_MACROS'],
    ['xl/activeX/activeX1.bin', 'HAS_MACROS'],
    ['xl/externalLinks/externalLink1.xml', 'HAS_EXTERNAL_LINKS'],
    ['xl/connections.xml', 'HAS_EXTERNAL_LINKS'],
  ])('%s', async (name, expected) => {
    expect(await code(aWorkbook({ more: [{ name, content: 'x' }] }))).toBe(expected);
  });

  it('entities of its own, wherever they are defined', async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>`;
    const sheetPart = `<?xml version="1.0"?>${laughs}<worksheet><sheetData>${aRow('&b;')}</sheetData></worksheet>`;
    const params = { part: 'xl/worksheets/sheet1.xml' };
    expect(await refusal(aWorkbook({ sheetPart }))).toEqual({ code: 'HAS_DOCTYPE', params });
    const late = aWorkbook({ rows: HEADINGS + aRow('甲').repeat(5000) + laughs });
    expect(await code(late)).toBe('HAS_DOCTYPE');
    expect(await code(aWorkbook({ sharedTexts: laughs }))).toBe('HAS_DOCTYPE');
    expect(await code(aWorkbook({ styles: laughs }))).toBe('HAS_DOCTYPE');
    expect(await code(aWorkbook({ rows: HEADINGS + aRow('&b;') }))).toBe('DAMAGED');
  });
});

describe('a bomb does not go off', () => {
  const zeros = Buffer.alloc(40 * MEGABYTE, 0x20);
  const withSheet = (change: object) => {
    const parts = workbookParts({ rows: Buffer.concat([Buffer.from(HEADINGS), zeros]) });
    return aZip(
      parts.map((part) => (part.name.includes('sheet1') ? { ...part, ...change } : part)),
    );
  };

  it('that says how large it is', async () => {
    expect(await code(withSheet({}))).toBe('PACKED_TOO_TIGHT');
    const limits = { maxRatio: 5000, maxUnpackedBytes: 30 * MEGABYTE };
    expect(await refusal(withSheet({}), limits)).toEqual({
      code: 'UNPACKS_TOO_LARGE',
      params: { part: 'xl/worksheets/sheet1.xml', limit: 30 },
    });
  });

  it('that says it is small', async () => {
    expect(await code(withSheet({ declared: 900 }))).toBe('DAMAGED');
  });

  it('that is small in each part and large in all', async () => {
    const more = Array.from({ length: 40 }, (_, at) => ({
      name: `xl/media/${at}`,
      content: zeros.subarray(0, MEGABYTE),
    }));
    const limits = { maxUnpackedBytes: 30 * MEGABYTE };
    expect(await code(aWorkbook({ more }), limits)).toBe('UNPACKS_TOO_LARGE');
  });

  it('of very many parts', async () => {
    const more = Array.from({ length: 1500 }, (_, at) => ({ name: `xl/${at}`, content: '' }));
    const params = { count: 1507, limit: 1000 };
    expect(await refusal(aWorkbook({ more }))).toEqual({ code: 'TOO_MANY_PARTS', params });
  });

  it('of two million rows, of which no more are read than are allowed', async () => {
    const thousand = aRow('甲').repeat(1000);
    const rows = Buffer.from(HEADINGS + thousand.repeat(2000));
    const bytes = aWorkbook({ rows });
    const options = { columns, maxRatio: 1100, maxRows: 3000 };
    const reading = await readSheet(bytes, options);
    if (!reading.ok) throw new Error(reading.refusal.code);
    let read = 0;
    const going = (async () => {
      for await (const _ of reading.rows) read += 1;
    })();
    await expect(going).rejects.toMatchObject({
      refusal: { code: 'TOO_MANY_ROWS', params: { sheet: '名单', limit: 3000, row: 3002 } },
    });
    expect(read).toBe(3000);
    expect(await code(bytes)).toBe('PACKED_TOO_TIGHT');
  });

  it('of a row without end, a text without end or a row that comes again', async () => {
    const wide = aWorkbook({ rows: `<row>${'<c><v>1</v></c>'.repeat(16_385)}</row>` });
    expect(await code(wide)).toBe('DAMAGED');
    expect(await code(aWorkbook({ rows: aRow('甲'.repeat(32_768)) }))).toBe('DAMAGED');
    const twice = '<row r="7"><c><v>1</v></c></row>'.repeat(2);
    expect(await code(aWorkbook({ rows: twice }))).toBe('DAMAGED');
    expect(await code(aWorkbook({ rows: '<x>'.repeat(300) }))).toBe('DAMAGED');
  });
});

describe('a file that is not whole is refused, and nothing else happens', () => {
  it('cut off anywhere', async () => {
    for (let length = 10; length < good.length; length += 61) {
      expect(await code(good.subarray(0, length)), `at ${length}`).toBe('DAMAGED');
    }
  });

  it('with any byte changed, it is read as it was or refused: the program goes on', async () => {
    for (let at = 4; at < good.length; at += 7) {
      const changed = Buffer.from(good);
      changed[at] = changed[at]! ^ 0x55;
      const read = await readWholeSheet(changed, { columns });
      if (read.ok) expect(read.rows.map(({ values }) => values.name)).toEqual(['甲']);
    }
  });

  it('with a checksum that is not its own', async () => {
    const parts = workbookParts({ rows: HEADINGS + aRow('甲') });
    const wrong = parts.map((part) => ({ ...part, checksum: crc32('other') }));
    expect(await code(aZip(wrong))).toBe('DAMAGED');
  });

  it('with two parts of one name, a part under a password or packed in an unknown way', async () => {
    const sheet = { name: 'xl/Worksheets/sheet1.xml', content: '' };
    expect(await code(aWorkbook({ more: [sheet] }))).toBe('DAMAGED');
    expect(await code(aWorkbook({ more: [{ name: 'a', content: '', flags: 1 }] }))).toBe(
      'ENCRYPTED',
    );
    expect(await code(aWorkbook({ more: [{ name: 'a', content: '', method: 12 }] }))).toBe(
      'DAMAGED',
    );
    expect(await code(aWorkbook({ more: [{ name: '../a', content: '' }] }))).toBe('DAMAGED');
  });

  it('larger than allowed, before it is looked at', async () => {
    const large = Buffer.alloc(3 * MEGABYTE);
    const params = { megabytes: 3, limit: 2 };
    const limits = { maxBytes: 2 * MEGABYTE };
    expect(await refusal(large, limits)).toEqual({ code: 'FILE_TOO_LARGE', params });
  });
});
