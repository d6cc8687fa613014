import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CountyTable, UnitList } from '@ludao/contracts';
import { readWholeSheet } from '../../platform/excel/index.ts';
import { describeOnDemonstration, openTestApp, type TestApp } from '../../testing-app.ts';

describeOnDemonstration('the table by county', (database) => {
  let test: TestApp;
  beforeAll(async () => void (test = await openTestApp(database())));
  afterAll(() => test.close());

  const tableFor = async (role: Parameters<TestApp['as']>[0]) =>
    (await (await test.as(role)).get('/api/cockpit/counties')).json<CountyTable>().rows;

  it('shows the city every county', async () => {
    expect(await tableFor('CITY_OFFICER')).toMatchObject([
      { districtCode: '330602', parks: 2, enterprises: 6 },
      { districtCode: '330603', parks: 3, enterprises: 12 },
    ]);
  });

  it('shows a branch its own county, with the figures of its lists', async () => {
    const [row, ...others] = await tableFor('APPROVAL_OFFICER');
    expect(others).toEqual([]);
    const officer = await test.as('APPROVAL_OFFICER');
    const totalOf = async (url: string) => (await officer.get(url)).json<{ total: number }>().total;
    expect(row).toMatchObject({
      districtCode: '330603',
      parks: await totalOf('/api/parks'),
      enterprises: await totalOf('/api/enterprises'),
    });
  });

  it('counts checks by what the law said, for whoever may read them, as the list of checks does', async () => {
    const manager = await test.as('PARK_MANAGER');
    const { units } = (await manager.get('/api/units-to-let')).json<UnitList>();
    for (const industries of [['2926'], ['4710']]) {
      const made = await manager.post('/api/pre-lease-checks', {
        unitId: units[0]!.id,
        tenantName: '演示承租企业',
        project: { industries, unstated: 'no' },
      });
      expect(made.statusCode).toBe(200);
    }
    const officer = await test.as('APPROVAL_OFFICER');
    const [{ checks }] = (await officer.get('/api/cockpit/counties')).json<CountyTable>().rows as [
      CountyTable['rows'][number],
    ];
    expect(checks!.checks).toBe(2);
    for (const [key, counts] of [
      ['level', checks!.levels],
      ['permit', checks!.permits],
    ] as const) {
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(2);
      for (const [value, count] of Object.entries(counts)) {
        const list = await officer.get(`/api/pre-lease-checks?district=330603&${key}=${value}`);
        expect(list.json()).toMatchObject({ total: count });
      }
    }
    expect((await tableFor('GOV_OFFICER')).every((row) => row.checks === null)).toBe(true);
    const sheetFor = async (role: Parameters<TestApp['as']>[0]) => {
      const answer = await (await test.as(role)).get('/api/cockpit/counties/export');
      const read = await readWholeSheet(answer.rawPayload, {
        columns: [{ key: 'checks', zh: '租前查询' }],
      });
      return read.ok ? read.rows.map(({ values }) => values.checks) : [];
    };
    expect(await sheetFor('APPROVAL_OFFICER')).toEqual(['2']);
    expect(await sheetFor('GOV_OFFICER')).toEqual([]);
  });

  it('counts a star only between its dates', async () => {
    const before = await tableFor('CITY_OFFICER');
    test.setTime('2030-01-01T09:00:00+08:00');
    const after = await tableFor('CITY_OFFICER');
    test.setTime('2026-11-25T09:00:00+08:00');
    expect(before.some(({ starParks }) => starParks > 0)).toBe(true);
    expect(after.every(({ starParks }) => starParks === 0)).toBe(true);
  });
});
