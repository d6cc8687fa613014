import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PreLeaseCheck, PreLeaseList, UnitList } from '@ludao/contracts';
import { readWholeSheet } from '../../platform/excel/index.ts';
import {
  describeOnDemonstration,
  openTestApp,
  type Client,
  type TestApp,
} from '../../testing-app.ts';

describeOnDemonstration('a check before the lease', (database) => {
  let test: TestApp;
  let manager: Client;
  let units: UnitList['units'];
  beforeAll(async () => {
    test = await openTestApp(database());
    manager = await test.as('PARK_MANAGER');
    ({ units } = (await manager.get('/api/units-to-let')).json<UnitList>());
  });
  afterAll(() => test.close());

  const aForm = (changes: object = {}) => ({
    unitId: units.find(({ isLet }) => !isLet)!.id,
    tenantName: '演示新来塑料包装有限公司',
    project: {
      industries: ['2926'],
      unstated: 'no',
      facts: { nature: 'new', 'feature.recycled_plastic': true },
    },
    ...changes,
  });
  const check = async (client: Client, changes: object = {}) =>
    (await client.post('/api/pre-lease-checks', aForm(changes))).json<PreLeaseCheck>();

  it('names the EIA document and the permit as conditions of the lease, with a number', async () => {
    const made = await check(manager);
    expect(made).toMatchObject({ outcome: 'CONDITIONAL', number: '330603-20261125-001' });
    expect(made.findings.map(({ code }) => code)).toContain('EIA_REPORT');
    expect(made.answer).toMatchObject({ statutoryLevel: 'REPORT', on: '2026-11-25' });
    const kept = (await manager.get(`/api/pre-lease-checks/${made.id}`)).json<PreLeaseCheck>();
    expect(kept).toEqual(made);
  });

  it('stops where the unit is let', async () => {
    const taken = units.find(({ isLet }) => isLet)!;
    const made = await check(manager, { unitId: taken.id });
    expect(made.outcome).toBe('STOP');
    expect(made.findings[0]).toMatchObject({ code: 'UNIT_OCCUPIED' });
  });

  it('stays open while facts are missing, and says how high the level may be', async () => {
    const made = await check(manager, { project: { industries: ['1752'], facts: {} } });
    expect(made.outcome).toBe('OPEN');
    expect(made.findings[0]).toMatchObject({ code: 'EIA_OPEN', params: { ceiling: 'REPORT' } });
  });

  it('is never clear while the permit category is open', async () => {
    const made = await check(manager, {
      project: { industries: ['2926'], unstated: 'no', facts: { nature: 'retrofit' } },
    });
    expect(made.answer.permit).toMatchObject({ level: null });
    expect(made.findings.map(({ code }) => code)).toContain('PERMIT_OPEN');
    expect(made.outcome).not.toBe('CLEAR');
  });

  it('says that an enterprise on record moves with its papers', async () => {
    const owner = await test.as('ENTERPRISE_OWNER');
    const own = (await owner.get('/api/enterprises')).json<{ rows: { creditCode: string }[] }>();
    const made = await check(manager, { creditCode: own.rows[0]!.creditCode });
    expect(made.findings.map(({ code }) => code)).toContain('ALREADY_REGISTERED');
  });

  it('refuses a wrong credit code, a project that cannot be read, and a unit of somebody else', async () => {
    expect(await check(manager, { creditCode: '91330603DEM000001X' })).toMatchObject({
      code: 'CREDIT_CODE_CHECK_DIGIT',
    });
    expect(await check(manager, { project: { industries: ['9999'] } })).toMatchObject({
      code: 'PROJECT_REFUSED',
    });
    const [foreign] = await database().transaction((tx) =>
      tx.query<{ id: string }>(`select id from park_unit where district_code = '330602' limit 1`),
    );
    expect(await check(manager, { unitId: foreign!.id })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is open to a landlord for the own units only, and shown to the county branch', async () => {
    const landlord = await test.as('LANDLORD');
    const own = (await landlord.get('/api/units-to-let')).json<UnitList>();
    expect(own.units.length).toBeGreaterThan(0);
    const made = await check(landlord, { unitId: own.units[0]!.id });
    expect(made.organisation).toContain('厂房租赁');
    const officer = await test.as('INSPECTOR');
    const seen = (await officer.get('/api/pre-lease-checks')).json<{ rows: { id: string }[] }>();
    expect(seen.rows[0]!.id).toBe(made.id);
    const owner = await test.as('ENTERPRISE_OWNER');
    expect((await owner.get('/api/pre-lease-checks')).statusCode).toBe(403);
  });

  it('is found again by tenant, number and opinion, and taken along as Excel by an office', async () => {
    await check(manager, { tenantName: '演示寻得见五金有限公司' });
    const find = async (query: string) =>
      (await manager.get(`/api/pre-lease-checks?${query}`)).json<PreLeaseList>();
    const byWord = await find(`q=${encodeURIComponent('寻得见')}`);
    expect(byWord).toMatchObject({ total: 1, rows: [{ tenantName: '演示寻得见五金有限公司' }] });
    expect(await find(`q=${byWord.rows[0]!.number}`)).toMatchObject({ total: 1 });
    const stopped = await find('outcome=STOP&size=1');
    expect(stopped.rows).toMatchObject([{ outcome: 'STOP' }]);
    const { total } = await find('size=2&page=2&sort=tenantName');
    const officer = await test.as('INSPECTOR');
    const sheet = await readWholeSheet(
      (await officer.get('/api/pre-lease-checks/export?q=寻得见')).rawPayload,
      { columns: [{ key: 'name', zh: '承租企业', required: true }] },
    );
    expect(sheet).toMatchObject({
      ok: true,
      rows: [{ values: { name: '演示寻得见五金有限公司' } }],
    });
    expect(total).toBeGreaterThan(3);
    const landlord = await test.as('LANDLORD');
    expect((await landlord.get('/api/pre-lease-checks/export')).statusCode).toBe(403);
  });
});
