import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CountyTable } from '@ludao/contracts';
import { describeOnEachDatabase } from '../../platform/testing.ts';
import { openTestApp, type TestApp } from '../../testing-app.ts';

describeOnEachDatabase('the table by county', (database) => {
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

  it('counts a star only between its dates', async () => {
    const before = await tableFor('CITY_OFFICER');
    test.setTime('2030-01-01T09:00:00+08:00');
    const after = await tableFor('CITY_OFFICER');
    test.setTime('2026-11-25T09:00:00+08:00');
    expect(before.some(({ starParks }) => starParks > 0)).toBe(true);
    expect(after.every(({ starParks }) => starParks === 0)).toBe(true);
  });
});
