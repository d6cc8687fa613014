import type { ImportRow, ImportView } from '@ludao/contracts';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readWholeSheet, writeSheet } from '../../../platform/excel/index.ts';
import {
  aRow,
  aWorkbook,
  aZip,
  anInlineText,
  workbookParts,
} from '../../../platform/excel/testing.ts';
import {
  describeOnDemonstration,
  openTestApp,
  type Client,
  type TestApp,
} from '../../../testing-app.ts';
import { runImport } from './runner.ts';
import { aCreditCode, aFile, aFileRow, type FileRow } from './testing.ts';

const IMPORTS = '/api/enterprise-imports';

describeOnDemonstration('importing enterprises', (database) => {
  let test: TestApp;
  let officer: Client;
  beforeAll(async () => {
    test = await openTestApp(database());
    officer = await test.as('APPROVAL_OFFICER');
  });
  afterAll(() => test.close());

  async function upload(file: Uint8Array, options = '', client = officer): Promise<ImportView> {
    const answer = await client.upload(`${IMPORTS}?fileName=a.xlsx${options}`, file);
    expect(answer.statusCode).toBe(200);
    return settled(answer.json<ImportView>().id, client);
  }
  const uploadRows = async (rows: readonly FileRow[], options = '') =>
    upload(await aFile(rows), options);

  const view = async (id: string, client = officer) =>
    (await client.get(`${IMPORTS}/${id}`)).json<ImportView>();

  async function settled(id: string, client = officer): Promise<ImportView> {
    for (;;) {
      const answer = await client.get(`${IMPORTS}/${id}`);
      // On a busy computer a large write may outlast a request's patience; the page asks again, too.
      const isBusy = answer.statusCode === 503;
      const now = answer.json<ImportView>();
      if (!isBusy && !['READING', 'COMMITTING'].includes(now.state)) return now;
      await delay(25);
    }
  }

  async function faultsOf(id: string): Promise<string[]> {
    const answer = await officer.get(`${IMPORTS}/${id}/rows?outcome=FAULTY&size=200`);
    return answer
      .json<{ rows: ImportRow[] }>()
      .rows.flatMap(({ row, faults }) =>
        faults.map(({ column, code }) => `${row} ${column} ${code}`),
      );
  }

  async function commit(id: string, rows: readonly number[] | null = null): Promise<ImportView> {
    const answer = await officer.post(`${IMPORTS}/${id}/commit`, { rows });
    expect(answer.json()).toMatchObject({ state: 'COMMITTING' });
    return settled(id);
  }

  const find = async (q: string) =>
    (await officer.get(`/api/enterprises?q=${encodeURIComponent(q)}`)).json<{
      rows: { id: string; name: string; park: { name: string } | null }[];
      total: number;
    }>();

  it('takes good rows in after three bad ones were corrected, one in the page and two by file', async () => {
    const [park] = (await officer.get('/api/parks')).json<{
      rows: { id: string; name: string }[];
    }>().rows;
    const detail = (await officer.get(`/api/parks/${park!.id}`)).json<{
      buildings: { name: string; units: { name: string }[] }[];
    }>();
    const [building] = detail.buildings;
    const place = { park: park!.name, unit: `${building!.name}${building!.units[0]!.name}` };
    const checked = await uploadRows([
      aFileRow(1, { ...place, movedIn: '2025-03-01', districtCode: '', industries: '1752、1751' }),
      aFileRow(2, { creditCode: aCreditCode(2).slice(0, 17) }),
      aFileRow(3, { industries: '9999' }),
      aFileRow(4, { park: '没有的园区' }),
      aFileRow(5),
    ]);
    expect(checked).toMatchObject({ state: 'CHECKED', counts: { new: 2, faulty: 3 } });
    expect(await faultsOf(checked.id)).toEqual([
      '3 creditCode CREDIT_CODE_LENGTH',
      '4 industries INDUSTRY_UNKNOWN',
      '5 park PARK_UNKNOWN',
    ]);

    const corrected = await officer.post(`${IMPORTS}/${checked.id}/rows/3`, {
      values: { creditCode: aCreditCode(2) },
    });
    expect(corrected.json()).toMatchObject({ row: 3, outcome: 'NEW', faults: [] });

    const faulty = await officer.get(`${IMPORTS}/${checked.id}/faulty-rows`);
    expect(faulty.headers['content-type']).toContain('spreadsheetml');
    const rows = await readProblems(faulty.rawPayload);
    expect(rows.map(({ rowNumber, problems }) => [rowNumber, problems])).toEqual([
      ['4', '行业代码：“9999”不是 GB/T 4754-2017 的小类代码。'],
      ['5', '所在园区：在您的管辖范围内没有这个园区。请从下拉列表里选。'],
    ]);
    const again = await officer.upload(
      `${IMPORTS}/${checked.id}/corrections`,
      await writeProblems([
        { ...rows[0]!, industries: '1761' },
        { ...rows[1]!, park: '' },
      ]),
    );
    expect(again.json()).toMatchObject({ id: checked.id, state: 'READING' });
    expect(await settled(checked.id)).toMatchObject({
      state: 'CHECKED',
      counts: { new: 5, faulty: 0 },
      progress: { staged: 5, checked: 5 },
    });

    const done = await commit(checked.id);
    expect(done).toMatchObject({ state: 'DONE', result: { registered: 5, changed: 0 } });
    const found = await find('演示导入');
    expect(found.total).toBe(5);
    const first = found.rows.find(({ name }) => name === '演示导入1号有限公司')!;
    expect(first.park?.name).toBe(park!.name);
    const events = await database().transaction((tx) =>
      tx.query(
        `select type, cause_id, body::jsonb ->> 'registered' as registered from event
         where stream = $1 or stream = $2 order by type`,
        [`enterprise/${first.id}`, `import/${checked.id}`],
      ),
    );
    expect(events).toEqual([
      { type: 'enterprise.registered', cause_id: `import/${checked.id}@1`, registered: null },
      { type: 'import.committed', cause_id: null, registered: '5' },
    ]);
    const kept = await database().transaction((tx) =>
      tx.query('select file from enterprise_import where id = $1', [checked.id]),
    );
    expect(kept).toEqual([{ file: null }]);
  });

  it('changes what is registered, leaving empty cells as they are, and skips it where asked', async () => {
    const rows = [aFileRow(1, { name: '演示导入改名有限公司', address: '' }), aFileRow(5)];
    const skipped = await uploadRows(rows, '&onExisting=skip');
    expect(skipped.counts).toMatchObject({ skipped: 2, change: 0 });
    expect((await officer.post(`${IMPORTS}/${skipped.id}/commit`, {})).json()).toMatchObject({
      code: 'NOTHING_TO_COMMIT',
    });
    const checked = await uploadRows(rows);
    expect(checked.counts).toMatchObject({ change: 1, unchanged: 1 });
    const changing = await officer.get(`${IMPORTS}/${checked.id}/rows?outcome=CHANGE`);
    expect(changing.json()).toMatchObject({ rows: [{ row: 2, changes: ['name', 'industries'] }] });
    expect(await commit(checked.id)).toMatchObject({ result: { registered: 0, changed: 1 } });
    const [row] = (await find('改名')).rows;
    const detail = (await officer.get(`/api/enterprises/${row!.id}`)).json();
    expect(detail).toMatchObject({ address: '演示路1号', version: 2, movedIn: '2025-03-01' });
    const timeline = (await officer.get(`/api/enterprises/${row!.id}/timeline`)).json();
    expect(timeline).toMatchObject({
      entries: [
        {
          type: 'enterprise.changed',
          body: { changes: { name: ['演示导入1号有限公司', '演示导入改名有限公司'] } },
        },
        { type: 'enterprise.registered' },
      ],
    });
  });

  it('moves a tenant to another park, ending the old tenancy and opening the new', async () => {
    const { rows: parks } = (await officer.get('/api/parks')).json<{ rows: { name: string }[] }>();
    const checked = await uploadRows([
      aFileRow(1, { name: '演示导入改名有限公司', park: parks[1]!.name, movedIn: '2026-10-01' }),
    ]);
    expect(await commit(checked.id)).toMatchObject({ state: 'DONE', result: { changed: 1 } });
    const tenancies = await database().transaction((tx) =>
      tx.query(
        `select t.valid_from, t.valid_to, t.unit_id is null as whole from tenancy t
         join enterprise e on e.id = t.owner_org where e.credit_code = $1 order by valid_from`,
        [aCreditCode(1)],
      ),
    );
    expect(tenancies).toEqual([
      { valid_from: '2025-03-01', valid_to: '2026-09-30', whole: false },
      { valid_from: '2026-10-01', valid_to: null, whole: true },
    ]);
  });

  it('names everything that is wrong with a row, by column', async () => {
    const { rows } = (await officer.get('/api/enterprises?sort=code')).json<{
      rows: { creditCode: string }[];
    }>();
    expect(rows.length).toBeGreaterThan(0);
    const elsewhere = await database().transaction((tx) =>
      tx.query<{ credit_code: string }>(
        `select credit_code from enterprise where district_code = '330602' limit 1`,
      ),
    );
    const code = aCreditCode(20);
    const wrongDigit = code.slice(0, 17) + (code[17] === '0' ? '1' : '0');
    const checked = await uploadRows([
      aFileRow(20, { creditCode: wrongDigit, name: '<script>alert(1)</script>' }),
      aFileRow(21, { name: '', creditCode: '', industries: '' }),
      aFileRow(22, { name: '单', address: '长'.repeat(201), industries: '17' }),
      aFileRow(23, { industries: '1752,1752', wastewater: '河里', hazardousWaste: '也许' }),
      aFileRow(24, { districtCode: '330602' }),
      aFileRow(25, { districtCode: '柯桥' }),
      aFileRow(26, { unit: '1号楼 101', movedIn: '2026-13-01' }),
      aFileRow(27, { movedIn: '2026-01-01' }),
      aFileRow(28),
      aFileRow(29, { creditCode: elsewhere[0]!.credit_code }),
      aFileRow(30, { creditCode: aCreditCode(28).toLowerCase() }),
      aFileRow(31, { industries: '1111、1112、1113、1114、1115、1116' }),
    ]);
    expect(await faultsOf(checked.id)).toEqual([
      '2 creditCode CREDIT_CODE_CHECK_DIGIT',
      '2 name TEXT_HAS_MARKUP',
      '3 name REQUIRED',
      '3 creditCode REQUIRED',
      '3 industries REQUIRED',
      '4 name TOO_SHORT',
      '4 industries INDUSTRY_FORM',
      '4 address TOO_LONG',
      '5 wastewater NOT_AN_OPTION',
      '5 hazardousWaste NOT_AN_OPTION',
      '5 industries INDUSTRY_TWICE',
      '6 districtCode DISTRICT_OUT_OF_REACH',
      '7 districtCode DISTRICT_FORM',
      '8 movedIn NOT_A_DATE',
      '8 unit UNIT_WITHOUT_PARK',
      '9 movedIn MOVED_IN_NOWHERE',
      '10 creditCode DUPLICATE_ROW',
      '11 creditCode CREDIT_CODE_TAKEN',
      '12 creditCode DUPLICATE_ROW',
      '13 industries INDUSTRY_TOO_MANY',
    ]);
    const paged = await officer.get(`${IMPORTS}/${checked.id}/rows?outcome=FAULTY&size=1&page=9`);
    expect(paged.json()).toMatchObject({
      total: 12,
      rows: [{ row: 10, faults: [{ params: { row: 10, other: 12 } }] }],
    });
    // The twin of a row that is corrected is good again.
    await officer.post(`${IMPORTS}/${checked.id}/rows/12`, {
      values: { creditCode: aCreditCode(30) },
    });
    expect(await view(checked.id)).toMatchObject({ counts: { new: 2, faulty: 10 } });
    expect((await officer.post(`${IMPORTS}/${checked.id}/cancel`, {})).json()).toMatchObject({
      state: 'CANCELLED',
      counts: { new: 0, faulty: 0 },
      may: { commit: false, cancel: false },
    });
    expect((await officer.post(`${IMPORTS}/${checked.id}/commit`, {})).json()).toMatchObject({
      code: 'IMPORT_STATE',
      params: { state: 'CANCELLED' },
    });
  });

  it('says of a formula that it is one, and keeps saying so until that cell is corrected', async () => {
    const headings = aRow('企业名称', '统一社会信用代码', '行业代码', '区县代码');
    const row = aRow(
      '<c t="str"><f>A1&amp;"x"</f><v>甲乙</v></c>',
      anInlineText(aCreditCode(40)),
      anInlineText('17'),
      anInlineText('330603'),
    );
    const checked = await upload(aWorkbook({ rows: headings + row }));
    expect(await faultsOf(checked.id)).toEqual(['2 name FORMULA', '2 industries INDUSTRY_FORM']);
    const url = `${IMPORTS}/${checked.id}/rows/2`;
    await officer.post(url, { values: { industries: '1752' } });
    expect(await faultsOf(checked.id)).toEqual(['2 name FORMULA']);
    await officer.post(url, { values: { name: '演示公式有限公司' } });
    expect(await view(checked.id)).toMatchObject({ counts: { new: 1, faulty: 0 } });
  });

  const manyRows = Buffer.concat([
    Buffer.from(aRow('企业名称', '统一社会信用代码', '行业代码')),
    Buffer.from(aRow('演示', 'x', '1').repeat(1_000_000)),
  ]);
  it.each([
    ['a text', Buffer.from('name,code\na,b\n'), 'CSV'],
    ['an empty file', Buffer.alloc(0), 'FILE_EMPTY'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'PICTURE'],
    ['macros', aWorkbook({ more: [{ name: 'xl/vbaProject.bin', content: 'x' }] }), 'HAS_MACROS'],
    ['a workbook without the columns', aWorkbook({ rows: aRow('甲', '乙') }), 'NO_HEADINGS'],
    ['a million rows', aWorkbook({ rows: manyRows }), 'TOO_MANY_ROWS'],
    [
      'a zip bomb',
      aZip(workbookParts({ sheetPart: Buffer.alloc(60_000_000, ' ') })),
      'PACKED_TOO_TIGHT',
    ],
  ])('refuses %s whole, with the reason', async (_, file, code) => {
    const failed = await upload(file);
    expect(failed).toMatchObject({ state: 'FAILED', notice: { code } });
    expect(failed.progress.checked).toBe(0);
  });

  it('refuses a file of more than 20 MB, and keeps the limit of all other bodies', async () => {
    const answer = await officer.upload(
      `${IMPORTS}?fileName=a.xlsx`,
      Buffer.alloc(21 * 1024 * 1024),
    );
    expect(answer.json()).toMatchObject({ code: 'FILE_TOO_LARGE', params: { limit: 20 } });
    const other = await officer.post('/api/enterprises', { name: 'x'.repeat(2_000_000) });
    expect(other.statusCode).toBe(413);
  });

  it('refuses corrections that name no row of the import, and leaves the rows as they were', async () => {
    const checked = await uploadRows([aFileRow(50), aFileRow(51, { industries: '1' })]);
    const file = await writeProblems([{ ...aFileRow(51), rowNumber: '9' }]);
    await officer.upload(`${IMPORTS}/${checked.id}/corrections`, file);
    expect(await settled(checked.id)).toMatchObject({
      state: 'CHECKED',
      notice: { code: 'ROW_NUMBER_UNKNOWN', params: { row: 2, value: 9 } },
      counts: { new: 1, faulty: 1 },
    });
    await officer.post(`${IMPORTS}/${checked.id}/cancel`, {});
  });

  it('goes on with the import of the same file instead of making a second', async () => {
    const file = await aFile([aFileRow(60)]);
    const first = await upload(file);
    expect((await upload(file)).id).toBe(first.id);
    await officer.post(`${IMPORTS}/${first.id}/cancel`, {});
    expect((await upload(file)).id).not.toBe(first.id);
  });

  it('writes only the rows that were chosen', async () => {
    const checked = await uploadRows([
      aFileRow(70),
      aFileRow(71),
      aFileRow(72),
      aFileRow(73, { name: '' }),
    ]);
    const refused = await officer.post(`${IMPORTS}/${checked.id}/commit`, { rows: [2, 5] });
    expect(refused.json()).toMatchObject({ code: 'ROWS_NOT_GOOD', params: { chosen: 2, good: 1 } });
    expect(await commit(checked.id, [2, 4])).toMatchObject({ result: { registered: 2 } });
    expect((await find('导入71号')).total).toBe(0);
    expect((await find('导入72号')).total).toBe(1);
  });

  it('writes nothing when the register has changed since the check, and shows what has', async () => {
    const checked = await uploadRows([aFileRow(80), aFileRow(81)]);
    const form = {
      name: '演示抢先有限公司',
      creditCode: aCreditCode(81),
      industries: ['1752'],
      districtCode: '330603',
    };
    expect((await officer.post('/api/enterprises', form)).statusCode).toBe(200);
    expect(await commit(checked.id)).toMatchObject({
      state: 'CHECKED',
      notice: { code: 'CHANGED_SINCE_CHECK', params: { row: 3 } },
      counts: { new: 1, change: 1 },
    });
    expect((await find('导入80号')).total).toBe(0);
    expect(await commit(checked.id)).toMatchObject({
      state: 'DONE',
      notice: null,
      result: { registered: 1, changed: 1 },
    });
  });

  it('is nobody else’s: another office finds nothing, a role without the right is refused', async () => {
    const { id } = await uploadRows([aFileRow(90)]);
    const manager = await test.as('PARK_MANAGER');
    for (const url of [
      `${IMPORTS}/${id}`,
      `${IMPORTS}/${id}/rows`,
      `${IMPORTS}/${id}/faulty-rows`,
    ]) {
      expect((await manager.get(url)).statusCode).toBe(404);
    }
    for (const act of ['commit', 'cancel']) {
      expect((await manager.post(`${IMPORTS}/${id}/${act}`, {})).statusCode).toBe(404);
    }
    expect((await manager.post(`${IMPORTS}/${id}/rows/2`, { values: {} })).statusCode).toBe(404);
    const corrections = await manager.upload(`${IMPORTS}/${id}/corrections`, Buffer.from('x'));
    expect(corrections.statusCode).toBe(404);
    expect((await manager.get(IMPORTS)).json()).toEqual({ rows: [] });
    const inspector = await test.as('INSPECTOR');
    expect((await inspector.get(`${IMPORTS}/${id}`)).statusCode).toBe(403);
    await officer.post(`${IMPORTS}/${id}/cancel`, {});
  });

  it('lets a park manager take in tenants of the own park, and nobody else', async () => {
    const manager = await test.as('PARK_MANAGER');
    const { rows: parks } = (await manager.get('/api/parks')).json<{ rows: { name: string }[] }>();
    const all = (await officer.get('/api/parks')).json<{ rows: { name: string }[] }>().rows;
    const other = all.find(({ name }) => parks.every((own) => own.name !== name))!;
    const file = await aFile([
      aFileRow(100, { park: parks[0]!.name, districtCode: '' }),
      aFileRow(101),
      aFileRow(102, { park: other.name }),
    ]);
    const checked = await upload(file, '', manager);
    expect(checked.counts).toMatchObject({ new: 1, faulty: 2 });
    await manager.post(`${IMPORTS}/${checked.id}/commit`, {});
    expect(await settled(checked.id, manager)).toMatchObject({
      state: 'DONE',
      result: { registered: 1 },
    });
    expect((await manager.get(`/api/enterprises?q=${aCreditCode(100)}`)).json()).toMatchObject({
      total: 1,
    });
  });

  it('goes on after a restart in the middle of reading, checking and writing', async () => {
    const rows = Array.from({ length: 2500 }, (_, at) =>
      aFileRow(1000 + at, at % 1000 === 7 ? { industries: '1' } : {}),
    );
    const file = await aFile(rows);
    const answer = await officer.upload(`${IMPORTS}?fileName=a.xlsx`, file);
    const { id } = answer.json<ImportView>();
    // The server stops while it reads; what is staged by then stays.
    await test.restart();
    await officer.get(`${IMPORTS}/${id}`);
    await test.restart();
    expect(await settled(id)).toMatchObject({
      state: 'CHECKED',
      counts: { new: 2497, faulty: 3 },
      progress: { staged: 2500, checked: 2500, readThrough: true },
    });
    expect((await officer.post(`${IMPORTS}/${id}/commit`, {})).statusCode).toBe(200);
    await test.restart();
    expect(await settled(id)).toMatchObject({ state: 'DONE', result: { registered: 2497 } });
  });

  it.each(['staged', 'checked'] as const)(
    'is left by a process that dies after two chunks %s, and finished by the next',
    async (step) => {
      const first = step === 'staged' ? 10_000 : 20_000;
      const rows = Array.from({ length: 2100 }, (_, at) => aFileRow(first + at));
      await test.app.close();
      const id = crypto.randomUUID();
      const stop = new AbortController();
      let chunks = 0;
      await enterUpload(id, await aFile(rows));
      await runImport(
        {
          database: database(),
          clock: { now: () => test.now(), today: () => '2026-11-25' },
          codes: { isIndustry: () => true, isWasteCategory: () => true },
          signal: stop.signal,
          onChunk: (done) => {
            if (done === step) chunks += 1;
            if (chunks === 2) stop.abort();
          },
        },
        id,
      );
      const [left] = await database().transaction((tx) =>
        tx.query(
          `select state, staged, (select count(*)::integer from enterprise_import_row r
             where r.import_id = i.id and outcome is not null) as checked
           from enterprise_import i where id = $1`,
          [id],
        ),
      );
      expect(left).toEqual(
        step === 'staged'
          ? { state: 'READING', staged: 2000, checked: 0 }
          : { state: 'READING', staged: 2100, checked: 2000 },
      );
      await test.restart();
      expect(await settled(id)).toMatchObject({
        state: 'CHECKED',
        counts: { new: 2100, faulty: 0 },
        progress: { staged: 2100 },
      });
      await officer.post(`${IMPORTS}/${id}/cancel`, {});
    },
  );

  it('has written nothing when the process dies while it writes, and the next one writes all', async () => {
    await test.app.close();
    const id = crypto.randomUUID();
    await enterUpload(
      id,
      await aFile(Array.from({ length: 2100 }, (_, at) => aFileRow(30_000 + at))),
    );
    const work = {
      database: database(),
      clock: { now: () => test.now(), today: () => '2026-11-25' },
      codes: { isIndustry: () => true, isWasteCategory: () => true },
    };
    await runImport({ ...work, signal: new AbortController().signal }, id);
    const state = (sql: string) => database().transaction((tx) => tx.query(sql, [id]));
    await state(`update enterprise_import set state = 'COMMITTING' where id = $1`);
    const stop = new AbortController();
    let chunks = 0;
    const onChunk = () => (++chunks === 2 ? stop.abort() : undefined);
    await runImport({ ...work, signal: stop.signal, onChunk }, id);
    expect(chunks).toBe(2);
    const left = await state(
      `select state, (select count(*)::integer from event where cause_id = 'import/' || id || '@1')
         as events
       from enterprise_import where id = $1`,
    );
    expect(left).toEqual([{ state: 'COMMITTING', events: 0 }]);
    await test.restart();
    expect(await settled(id)).toMatchObject({ state: 'DONE', result: { registered: 2100 } });
  });

  /** What an upload leaves in the database, without a process that goes on with it. */
  async function enterUpload(id: string, file: Buffer): Promise<void> {
    await database().transaction((tx) =>
      tx.query(
        `insert into enterprise_import (id, owner_org, file_name, sha256, bytes, file, on_existing,
           state, asker, asked_at, created_at)
         select $1::uuid, owner_org, 'a.xlsx', $1::uuid::text, $2::integer, $3, 'change', 'READING', asker, asked_at,
           created_at
         from enterprise_import where state = 'DONE' and owner_org in (
           select id from organisation where kind = 'COUNTY_EEB') order by created_at limit 1`,
        [id, file.length, file],
      ),
    );
  }

  it('offers in the template what the asker may choose, and explains the columns', async () => {
    const officers = await officer.get(`${IMPORTS}/template`);
    const manager = await test.as('PARK_MANAGER');
    const managers = await manager.get(`${IMPORTS}/template`);
    expect(officers.rawPayload.length).toBeGreaterThan(managers.rawPayload.length);
    const read = await readWholeSheet(officers.rawPayload, {
      columns: [
        { key: 'name', zh: '企业名称', required: true },
        { key: 'unit', zh: '单元' },
      ],
    });
    expect(read).toMatchObject({ ok: true, rows: [], otherSheets: ['填写说明'] });
  });
});

const PROBLEM_COLUMNS = [
  { key: 'rowNumber', zh: '原行号' },
  { key: 'problems', zh: '问题' },
  { key: 'name', zh: '企业名称' },
  { key: 'creditCode', zh: '统一社会信用代码' },
  { key: 'industries', zh: '行业代码' },
  { key: 'districtCode', zh: '区县代码' },
  { key: 'park', zh: '所在园区' },
] as const;
type ProblemRow = Readonly<Partial<Record<(typeof PROBLEM_COLUMNS)[number]['key'], string>>>;

async function readProblems(file: Uint8Array): Promise<readonly ProblemRow[]> {
  const read = await readWholeSheet(file, { columns: PROBLEM_COLUMNS });
  if (!read.ok) throw new Error(read.refusal.code);
  return read.rows.map(({ values }) => values);
}

function writeProblems(rows: readonly ProblemRow[]): Promise<Buffer> {
  const columns = PROBLEM_COLUMNS.map(({ key, zh }) => ({
    key,
    heading: zh,
    type: 'text' as const,
  }));
  return writeSheet({ title: '更正', columns, rows });
}
