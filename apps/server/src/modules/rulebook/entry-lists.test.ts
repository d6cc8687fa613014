import { completeCreditCode, type EntryPreview, type SheetCheck } from '@ludao/contracts';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadCalendar, seedCalendar } from '../../platform/calendar-store.ts';
import { readWholeSheet, writeSheet } from '../../platform/excel/index.ts';
import { addWorkingDays } from '../../platform/working-days.ts';
import {
  describeOnDemonstration,
  openTestApp,
  type Client,
  type TestApp,
} from '../../testing-app.ts';

const DOCUMENT = {
  district: '330603',
  sourceTitle: '演示：柯桥区名录',
  sourceNo: '演示柯环发〔2026〕3号',
  issuer: '演示柯桥分局',
  sourceDate: '2026-11-20',
  sourceWhere: '分局档案室',
  layer: 'MUNICIPAL_NORMATIVE',
  confidence: 'verified',
  effectiveFrom: '2026-12-01',
};
const CODES = ['1', '2'].map((no) => completeCreditCode(`91330603DEM00000${no}`));

function asSheet(headings: readonly string[], lines: readonly (readonly string[])[]) {
  return writeSheet({
    title: '表',
    columns: headings.map((heading) => ({ key: heading, heading, type: 'text' as const })),
    rows: lines.map((line) => Object.fromEntries(headings.map((name, at) => [name, line[at]]))),
  });
}

describeOnDemonstration('lists of the rulebook', (database) => {
  let test: TestApp;
  let officer: Client;
  let head: Client;
  beforeAll(async () => {
    test = await openTestApp(database());
    await database().transaction(seedCalendar);
    officer = await test.as('APPROVAL_OFFICER');
    head = await test.as('BUREAU_HEAD');
  });
  afterAll(() => test.close());

  const submit = (form: object) => officer.post('/api/rulebook/entries', { ...DOCUMENT, ...form });
  const approve = (id: string) =>
    head.post(`/api/rulebook/entries/${id}/decision`, { decision: 'approve' });
  const check = async (topic: string, file: Uint8Array) => {
    const url = `/api/rulebook/file-check?topic=${topic}&district=330603&from=2026-12-01`;
    return (await officer.upload(url, file)).json<SheetCheck & { code: string }>();
  };
  const idOf = (answer: LightMyRequestResponse) => {
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json<{ id: string }>().id;
  };

  it('come from Excel: faults are told by row, column and value; the corrected file becomes one version', async () => {
    const headings = ['统一社会信用代码', '单位名称', '类别'];
    const bad = await asSheet(headings, [
      [CODES[0]!, '演示甲厂', '水环境、土壤'],
      ['91330603DEM000001X', '演示乙厂', '水环境'],
      [CODES[0]!, '', '水环境'],
    ]);
    const faulty = await check('key-dischargers', bad);
    expect(faulty).toMatchObject({ lines: 3, faultsTotal: 1, current: null });
    expect(faulty.faults).toMatchObject([{ row: 4, column: 'name', code: 'schema.missing' }]);
    const named = await asSheet(headings, [
      [CODES[0]!, '演示甲厂', ''],
      ['91330603DEM000001X', '演示乙厂', ''],
      [CODES[0]!, '演示丙厂', ''],
    ]);
    expect((await check('key-dischargers', named)).faults).toMatchObject([
      { row: 4, column: 'creditCode', code: 'list.twice', value: CODES[0] },
    ]);
    const wrong = await asSheet(headings, [['91330603DEM000001X', '演示乙厂', '']]);
    expect((await check('key-dischargers', wrong)).faults).toMatchObject([
      { row: 2, column: 'creditCode', code: 'entry.credit_code', value: '91330603DEM000001X' },
    ]);

    const good = await asSheet(headings, [
      [CODES[0]!, '演示甲厂', '水环境、土壤'],
      [CODES[1]!, '演示乙厂', ''],
    ]);
    const { entries, faultsTotal } = await check('key-dischargers', good);
    expect(faultsTotal).toBe(0);
    expect(entries[0]).toEqual({
      creditCode: CODES[0],
      name: '演示甲厂',
      kinds: ['水环境', '土壤'],
    });
    const form = { topic: 'key-dischargers', wholeList: true, entries };
    const id = idOf(await submit(form));
    expect((await approve(id)).json()).toMatchObject({ state: 'APPROVED', version: 1, rows: 2 });
    const { lists } = (await test.visitor().get('/api/rules')).json<{
      lists: { id: string; entries: object[] }[];
    }>();
    expect(lists.at(-1)).toMatchObject({
      id: 'entered/key-dischargers/list-330603/1',
      entries: [{ name: '演示甲厂' }, { name: '演示乙厂' }],
    });
    expect((await check('key-dischargers', good)).current).toBe(id);
  });

  it('are refused whole when the file is none, or holds nothing', async () => {
    expect(await check('zoning', Buffer.from('a,b'))).toMatchObject({ code: 'CSV' });
    const empty = await asSheet(['单元编码', '名称', '单元类别'], []);
    expect(await check('zoning', empty)).toMatchObject({ code: 'SHEET_EMPTY' });
  });

  it('leave as the table they came from, with the rows inside a row below it', async () => {
    const area = {
      id: 'area-1',
      name: '演示片区',
      grade: 'below_province',
      planEia: { title: '演示规划环评', reviewNo: '演示1号', reviewedOn: '2025-01-01' },
      standards: [{ no: '标准1', text: '不用溶剂型涂料', when: 'paint.solvent_t_a = 0' }],
      negativeList: [
        { no: '负面1', text: '有电镀', when: 'process.electroplating' },
        { no: '负面2', text: '有染整' },
      ],
    };
    const id = idOf(await submit({ topic: 'reform-areas', entries: [area] }));
    const file = (await officer.get(`/api/rulebook/entries/${id}/rows`)).rawPayload;
    const again = await check('reform-areas', file);
    expect(again).toMatchObject({ lines: 2, faultsTotal: 0, entries: [area] });
    const withdrawal = `/api/rulebook/entries/${id}/withdrawal`;
    expect((await head.post(withdrawal, {})).statusCode).toBe(403);
    expect((await officer.post(withdrawal, {})).json()).toMatchObject({ state: 'WITHDRAWN' });
    expect((await approve(id)).json()).toMatchObject({ code: 'ENTRY_DECIDED' });
  });

  it('say before the approval which levels change, and afterwards have changed them', async () => {
    const area = {
      id: 'area-2',
      name: '演示省级片区',
      grade: 'provincial_plus',
      planEia: { title: '演示规划环评', reviewNo: '演示2号', reviewedOn: '2025-01-01' },
      standards: [],
      negativeList: [{ no: '负面1', text: '有电镀', when: 'process.electroplating' }],
    };
    const id = idOf(await submit({ topic: 'reform-areas', entries: [area] }));
    const preview = async () =>
      (await head.get(`/api/rulebook/entries/${id}/preview`)).json<EntryPreview>();
    const told = await preview();
    expect(told).toMatchObject({ on: '2026-12-01', complete: true });
    expect(told.sample.cases).toBeGreaterThan(50);
    expect(told.sample.enterprises).toBe(12);
    const ways = told.matrix.map(({ from, to }) => `${from} ${to}`);
    expect(ways.toSorted()).toEqual(['FORM REGISTRATION', 'REPORT FORM']);
    expect(told.matrix.reduce((sum, { count }) => sum + count, 0)).toBe(told.changed);
    expect(told.examples[0]).toMatchObject({ place: '演示省级片区' });
    const first = told.examples[0]!;
    expect(first.reliefs.length).toBeGreaterThan(0);

    expect((await approve(id)).statusCode).toBe(200);
    // Once approved the same comparison is made with it and without it.
    expect((await preview()).changed).toBe(told.changed);
    const screening = { industries: ['2926'], unstated: 'no', jurisdiction: '330603' };
    const place = { area: 'area-2' };
    const facts = { 'reform.meets_standards': true, 'capacity.piece_a': 8_000_000 };
    const answers = [];
    for (const on of ['2026-11-30', '2026-12-01']) {
      const answer = await test
        .visitor()
        .post('/api/screenings', { ...screening, place, facts, on });
      answers.push(answer.json<{ level: string }>().level);
    }
    expect(answers).toEqual(['FORM', 'REGISTRATION']);
  });

  it('set a period of the procedure, with its basis, from its day on', async () => {
    const entry = {
      id: 'keqiao-form',
      parameter: 'period.C03.FORM',
      value: 12,
      basis: '演示第5条',
    };
    const refused = await submit({ topic: 'parameters', entries: [{ ...entry, value: 5000 }] });
    expect(refused.json()).toMatchObject({
      code: 'ENTRY_INVALID',
      params: { reason: 'entry.out_of_range', at: '0.value', value: 5000, limit: '0–3650' },
    });
    const id = idOf(await submit({ topic: 'parameters', entries: [entry] }));
    const preview = (await head.get(`/api/rulebook/entries/${id}/preview`)).json<EntryPreview>();
    expect(preview.changed).toBe(0);
    expect(preview.others.periods).toBeGreaterThan(0);
    await approve(id);
    const periodOn = async (on: string, jurisdiction: string) => {
      const asked = { industries: ['2926'], unstated: 'no', on, jurisdiction };
      const answer = await test.visitor().post('/api/screenings', asked);
      const { procedure } = answer.json<{
        procedure: { periods: { id: string; value: number; cite: string }[] };
      }>();
      const { value, cite } = procedure.periods.find((period) => period.id === 'C03')!;
      return { value, cite };
    };
    expect(await periodOn('2026-11-30', '330603')).toMatchObject({ value: 30 });
    expect(await periodOn('2026-12-01', '330604')).toMatchObject({ value: 30 });
    expect(await periodOn('2026-12-01', '330603')).toEqual({ value: 12, cite: '演示第5条' });
  });

  it('make the calendar of a year, which moves deadlines once it is approved', async () => {
    const url = '/api/calendar/deadline?from=2026-12-31&days=1';
    const ask = async () => (await test.visitor().get(url)).json<object>();
    expect(await ask()).toEqual({ date: '2027-01-01', provisional: true, years: [2027] });
    const unknown = (await test.visitor().get('/api/calendar?year=2027')).json<object>();
    expect(unknown).toMatchObject({ published: false, working: null, days: [] });

    const entries = [
      { date: '2027-01-01', kind: 'HOLIDAY', name: '元旦' },
      { date: '2027-01-03', kind: 'MAKE_UP', name: '元旦' },
    ];
    const id = idOf(await submit({ topic: 'calendar', entries }));
    const { calendar } = (
      await head.get(`/api/rulebook/entries/${id}/preview`)
    ).json<EntryPreview>();
    expect(calendar).toMatchObject({ year: 2027, published: false, changes: { length: 2 } });
    await approve(id);
    expect(await ask()).toEqual({ date: '2027-01-03', provisional: false, years: [] });
    const told = (await test.visitor().get('/api/calendar?year=2027')).json<{ days: object[] }>();
    expect(told).toMatchObject({ published: true, notice: expect.stringContaining('演示') });
    expect(told.days.length).toBe(365);
    expect(told.days.slice(0, 3)).toMatchObject([
      { kind: 'HOLIDAY', name: '元旦' },
      { kind: 'WEEKEND', name: null },
      { kind: 'MAKE_UP', name: '元旦' },
    ]);
    const calendar2027 = await database().transaction((tx) => loadCalendar(tx, [2026, 2027]));
    expect(addWorkingDays(calendar2027, '2026-12-31', 2).date).toBe('2027-01-04');
    // A correction takes the place of the whole year.
    const next = { topic: 'calendar', supersedes: id, entries: entries.slice(0, 1) };
    await approve(idOf(await submit(next)));
    expect(await ask()).toMatchObject({ date: '2027-01-04' });
  });

  it('are told to everybody, with source and layer, and leave as Excel', async () => {
    const law = (await test.visitor().get('/api/law?on=2026-12-01')).json<{
      digest: string;
      texts: { topic: string | null; title: string; layer: string; names: { zh: string }[] }[];
    }>();
    const areas = law.texts.find(({ names }) => names.some(({ zh }) => zh === '演示省级片区'));
    expect(areas).toMatchObject({ topic: 'reform-areas', layer: 'MUNICIPAL_NORMATIVE' });
    const file = (await head.get('/api/rulebook/entries/export?state=APPROVED')).rawPayload;
    const sheet = await readWholeSheet(file, { columns: [{ key: 'topic', zh: '类别' }] });
    expect(sheet.ok && sheet.rows.length).toBe(5);
    const found = (await head.get('/api/rulebook/entries?q=省级片区&topic=reform-areas')).json<{
      total: number;
      digest: string;
    }>();
    expect(found).toMatchObject({ total: 1, digest: law.digest });
  });
});
