import { afterAll, beforeAll, expect, it } from 'vitest';
import type {
  Admission,
  EnterpriseDetail,
  ParkEia,
  ParkStock,
  StockImport,
  StockParkList,
} from '@ludao/contracts';
import { readNamedSheets } from '../../platform/excel/index.ts';
import { describeOnDatabase } from '../../platform/testing.ts';
import { openTestApp, type Client, type TestApp } from '../../testing-app.ts';
import { expireParkEias } from '../parks/index.ts';
import { adoptDirectEntry, anAdmission, aParkEia, approveParkEia } from '../parks/testing.ts';
import { anApprovalRow, anEiaRow, aPermitRow, aShareRow, aStockWorkbook } from './testing.ts';

const PDF = Buffer.from('%PDF-1.7\n% scan\n%%EOF\n');

describeOnDatabase('the stock of a park', (database) => {
  let test: TestApp;
  let [manager, officer, head, owner] = [] as unknown as [Client, Client, Client, Client];
  let park: string;
  let enterprise: string;
  let code: string;
  let others: string[];
  beforeAll(async () => {
    test = await openTestApp(database());
    manager = await test.as('PARK_MANAGER');
    officer = await test.as('APPROVAL_OFFICER');
    head = await test.as('BUREAU_HEAD');
    owner = await test.as('ENTERPRISE_OWNER');
    park = (await manager.get('/api/parks')).json<{ rows: { id: string }[] }>().rows[0]!.id;
    const own = (await owner.get('/api/enterprises')).json<{ rows: { id: string }[] }>();
    enterprise = own.rows[0]!.id;
    const { version, name, creditCode, industries, districtCode } = (
      await officer.get(`/api/enterprises/${enterprise}`)
    ).json<EnterpriseDetail>();
    const form = { name, creditCode, industries, districtCode, parkId: park, movedIn: null };
    await officer.post(`/api/enterprises/${enterprise}`, { ...form, version });
    code = creditCode;
    const listed = await officer.get(`/api/enterprises?park=${park}&size=200`);
    others = listed
      .json<{ rows: { id: string; creditCode: string }[] }>()
      .rows.filter(({ id }) => id !== enterprise)
      .map((row) => row.creditCode);
    await adoptDirectEntry(officer, head);
  });
  afterAll(() => test.close());

  const send = (client: Client, file: Buffer) =>
    client.upload(`/api/stock-parks/${park}/imports?fileName=${encodeURI('存量.xlsx')}`, file);
  const stockOf = async () => (await officer.get(`/api/stock-parks/${park}`)).json<ParkStock>();
  const reconcile = async (manner: string) => {
    const { eia } = await stockOf();
    const body = { version: eia!.version, manner };
    return (await officer.post(`/api/park-eias/${eia!.id}/opening-balance`, body)).json();
  };
  const applying = async () => {
    const { checks } = (
      await owner.post('/api/admissions', anAdmission(enterprise))
    ).json<Admission>();
    return checks.filter(({ met }) => !met).map(({ code: check }) => check);
  };
  const rowsIn = async (table: string) => {
    const [row] = await database().transaction((tx) =>
      tx.query<{ count: number }>(`select count(*)::integer as count from ${table}`),
    );
    return row!.count;
  };
  let sent: StockImport;

  it('begins with a workbook that lists the tenants, with what may be picked', async () => {
    const got = await manager.get(`/api/stock-parks/${park}/template?language=en`);
    const columns = [
      { key: 'code', zh: 'Credit code' },
      { key: 'since', zh: 'Held since' },
    ];
    const read = await readNamedSheets(got.rawPayload, [{ names: ['Tenants’ shares'], columns }]);
    if (!read.ok) throw new Error(read.refusal.code);
    expect(new Set(read.sheets[0]!.rows.map(({ values }) => values['code']))).toEqual(
      new Set([code, ...others]),
    );
    expect((await owner.get(`/api/stock-parks/${park}`)).statusCode).toBe(403);
  });

  it('is checked without writing: each fault by sheet, row and column, and comes back so', async () => {
    const before = await rowsIn('permit');
    const file = await aStockWorkbook({
      EIA: [anEiaRow()],
      PERMITS: [aPermitRow('园区'), aPermitRow(code, { number: '1' })],
      APPROVALS: [anApprovalRow(code, { scan: '批复1.pdf' })],
      SHARES: [aShareRow(code, { COD: '9' })],
    });
    sent = (await send(manager, file)).json<StockImport>();
    expect(
      sent.rows.flatMap(({ sheet, row, faults }) =>
        faults.map(({ column, code: fault }) => `${sheet} ${row} ${column} ${fault}`),
      ),
    ).toEqual([
      'EIA 2 scan SCAN_MISSING',
      'PERMITS 3 number PERMIT_NUMBER_FORM',
      'APPROVALS 2 scan SCAN_MISSING',
    ]);
    expect(sent.may).toEqual({ send: true, commit: false });
    const back = await manager.get(`/api/stock-imports/${sent.id}/workbook`);
    const columns = [
      { key: 'number', zh: '许可证（登记）编号' },
      { key: 'problems', zh: '问题' },
    ];
    const read = await readNamedSheets(back.rawPayload, [{ names: ['排污许可'], columns }]);
    if (!read.ok) throw new Error(read.refusal.code);
    expect(read.sheets[0]!.rows[1]!.values).toEqual({
      number: '1',
      problems: '许可证（登记）编号: 排污许可证或登记编号为 22 位数字和大写字母。',
    });
    expect(await rowsIn('permit')).toBe(before);
    const commit = { digest: sent.digest };
    expect((await manager.post(`/api/stock-imports/${sent.id}/commit`, commit)).statusCode).toBe(
      403,
    );
    expect(
      (await officer.post(`/api/stock-imports/${sent.id}/commit`, commit)).json(),
    ).toMatchObject({ code: 'STOCK_FAULTY', params: { count: 3 } });
  });

  it('takes what is put right and the scans, and the same file finds its import again', async () => {
    const file = await aStockWorkbook({
      EIA: [anEiaRow()],
      PERMITS: [aPermitRow('园区'), aPermitRow(code, { number: '91330603MA2D0000XB001P' })],
      APPROVALS: [anApprovalRow(code, { scan: '批复1.pdf' })],
      SHARES: [aShareRow(code, { COD: '9' })],
    });
    const at = `/api/stock-imports/${sent.id}`;
    await manager.upload(`${at}/workbook`, file);
    const files: string[] = [];
    for (const name of ['整体环评批复.pdf', '批复1.pdf']) {
      const url = `/api/files?name=${encodeURI(name)}&purpose=stock-scan`;
      files.push((await manager.upload(url, PDF)).json<{ id: string }>().id);
    }
    // What the manager sent is seen by the officer only through the import.
    expect((await officer.post(`${at}/scans`, { files })).json()).toMatchObject({
      code: 'FILE_UNKNOWN',
    });
    await manager.post(`${at}/scans`, { files });
    expect((await send(officer, file)).json()).toMatchObject({ id: sent.id, state: 'CHECKED' });
    sent = (await officer.get(at)).json<StockImport>();
    expect(sent).toMatchObject({
      counts: { NEW: 5, CHANGE: 0, SAME: 0, FAULTY: 0 },
      may: { commit: true },
    });
    expect(sent.scans.map(({ named }) => named)).toEqual([true, true]);
  });

  it('is written whole, as it was shown, once; everything says that it is historical', async () => {
    const at = `/api/stock-imports/${sent.id}/commit`;
    expect((await officer.post(at, { digest: 'of something else' })).json()).toMatchObject({
      code: 'STOCK_CHANGED',
    });
    const committed = await officer.post(at, { digest: sent.digest });
    expect(committed.json()).toMatchObject({ state: 'COMMITTED', may: { commit: false } });
    expect((await officer.post(at, { digest: sent.digest })).json()).toMatchObject({
      code: 'STOCK_SETTLED',
    });
    expect(await rowsIn('stock_entry')).toBe(5);
    const permits = await officer.get('/api/permits?q=&size=200');
    const park1 = permits
      .json<{ rows: { id: string; number: string }[] }>()
      .rows.find(({ number }) => number === '91330603MA2D0000XA001P');
    expect((await officer.get(`/api/permits/${park1!.id}`)).json()).toMatchObject({
      historical: true,
    });
    const file = (await officer.get(`/api/enterprises/${enterprise}/file`)).json<{
      sections: { key: string; blocks: unknown }[];
    }>();
    const section = file.sections.find(({ key }) => key === 'historical_approvals');
    expect(JSON.stringify(section)).toContain('演示环建〔2021〕7号');
    const { tenants, waiting } = await stockOf();
    expect(tenants.find(({ enterpriseId }) => enterpriseId === enterprise)).toMatchObject({
      permit: { number: '91330603MA2D0000XB001P' },
      approvals: 1,
      admissionId: null,
    });
    expect(tenants.filter(({ shares }) => shares === null)).toHaveLength(others.length);
    // The approval of the park counts once a second person has confirmed it.
    const eia = (await officer.get(`/api/park-eias/${waiting!.id}`)).json<ParkEia>();
    expect(eia).toMatchObject({ state: 'PROPOSED', historical: true });
    expect((await reconcileWithout()).json()).toMatchObject({ code: 'PARK_EIA_STEP' });
    const confirmed = await head.post(`/api/park-eias/${eia.id}/confirmation`, {
      version: eia.version,
    });
    expect(confirmed.json()).toMatchObject({ state: 'IN_FORCE', reconciledOn: null });
  });

  const reconcileWithout = async () => {
    const { waiting } = await stockOf();
    const eia = (await officer.get(`/api/park-eias/${waiting!.id}`)).json<ParkEia>();
    const body = { version: eia.version, manner: 'IMPORTED' };
    return officer.post(`/api/park-eias/${waiting!.id}/opening-balance`, body);
  };

  it('cannot be reconciled at nought, nor while a sum exceeds what is permitted', async () => {
    expect(await applying()).toContain('RECONCILED');
    expect(await reconcile('OPENED')).toMatchObject({ code: 'SHARES_ON_RECORD' });
    const { balance, manner } = await stockOf();
    expect(manner).toBe('IMPORTED');
    expect(balance[0]).toEqual({
      item: 'COD',
      total: 10_000_000,
      permitted: 8_000_000,
      limit: 8_000_000,
      held: 9_000_000,
      exceeds: true,
    });
    expect(await reconcile('IMPORTED')).toMatchObject({
      code: 'STOCK_EXCEEDS',
      params: { item: 'COD', value: 9_000_000, limit: 8_000_000 },
    });
    expect(await rowsIn("admission where historical and state = 'ADMITTED'")).toBe(0);
  });

  it('opens direct entry once a corrected share fits and an officer confirms it', async () => {
    const file = await aStockWorkbook({
      PERMITS: [aPermitRow('园区')],
      SHARES: [aShareRow(code), aShareRow(others[0]!, { COD: '', WASTEWATER: '' })],
    });
    const next = (await send(officer, file)).json<StockImport>();
    expect(next.counts).toEqual({ NEW: 1, CHANGE: 1, SAME: 1, FAULTY: 0 });
    await officer.post(`/api/stock-imports/${next.id}/commit`, { digest: next.digest });
    const { tenants } = await stockOf();
    const wrong = tenants.find(({ shares }) => shares?.length === 0)!;
    const removal = `/api/present-tenants/${wrong.presentTenantId}/removal`;
    expect((await manager.post(removal, {})).statusCode).toBe(403);
    expect((await officer.post(removal, {})).statusCode).toBe(200);
    expect((await officer.post(removal, {})).json()).toMatchObject({ code: 'STOCK_SETTLED' });

    expect(await reconcile('IMPORTED')).toMatchObject({ reconciledOn: '2026-11-25', admitted: 1 });
    const after = await stockOf();
    expect(after).toMatchObject({ manner: null, may: { reconcile: false } });
    expect(after.balance[0]).toMatchObject({ held: 3_000_000, exceeds: false });
    const { rows } = (await owner.get('/api/admissions?state=ADMITTED')).json<{
      rows: { id: string; historical: boolean }[];
    }>();
    expect(rows).toMatchObject([{ historical: true }]);
    expect((await officer.get('/api/stock-parks')).json<StockParkList>().rows).toContainEqual(
      expect.objectContaining({ parkId: park, reconciledOn: '2026-11-25', waiting: 0 }),
    );
    // Another share is no stock any more.
    const late = await aStockWorkbook({ SHARES: [aShareRow(others[0]!)] });
    expect((await send(officer, late)).json<StockImport>().rows[0]!.faults[0]).toMatchObject({
      code: 'PARK_RECONCILED',
    });
    const version = 1;
    const leaving = { version, leftOn: '2026-11-25', cause: 'PROJECT_ENDED' };
    await officer.post(`/api/admissions/${rows[0]!.id}/leaving`, leaving);
    expect(await applying()).not.toContain('RECONCILED');
  });

  it('stays reconciled when a new EIA follows one that ran out', async () => {
    test.setTime('2028-05-20T09:00:00+08:00');
    expect(await expireParkEias(database(), { now: test.now(), today: '2028-05-20' })).toBe(1);
    [manager, officer, head] = [
      await test.as('PARK_MANAGER'),
      await test.as('APPROVAL_OFFICER'),
      await test.as('BUREAU_HEAD'),
    ];
    const id = await approveParkEia({ manager, officer, head }, aParkEia(park));
    expect((await officer.get(`/api/park-eias/${id}`)).json()).toMatchObject({
      state: 'IN_FORCE',
      reconciledOn: '2028-05-20',
    });
    const [row] = await database().transaction((tx) =>
      tx.query('select manner from park_reconciliation where park_eia_id = $1', [id]),
    );
    expect(row).toEqual({ manner: 'CARRIED' });
  });
});
