import { afterAll, beforeAll, expect, it } from 'vitest';
import { ENTERPRISE_COLUMNS, type EnterpriseDetail, type WasteList } from '@ludao/contracts';
import { readWholeSheet } from '../../platform/excel/index.ts';
import {
  describeOnDemonstration,
  openTestApp,
  type Client,
  type TestApp,
} from '../../testing-app.ts';

const PROFILE = {
  wastewater: 'SEWER',
  hazardousWaste: true,
  permitCategory: 'SIMPLIFIED',
  permitNumber: '91330603DEM000001X001V',
  permitValidTo: '2029-06-30',
  wastewaterLitresPerYear: 1_200_500,
  pollutants: [
    { pollutant: 'COD', gramsPerYear: 120_500 },
    { pollutant: 'NH3N', gramsPerYear: 3000 },
  ],
  eiaApprovals: [
    {
      project: '年产100万米织物项目',
      document: 'FORM',
      number: '演示环建〔2023〕8号',
      approvedOn: '2023-05-06',
      acceptedOn: '2024-01-31',
    },
  ],
  wastes: [
    { code: '900-041-49', gramsPerYear: 500_000, route: 'COLLECTOR' },
    { code: '900-249-08', gramsPerYear: 1_250_000, route: null },
  ],
  sites: [
    { name: '二厂', address: '演示路2号', parkId: null, longitude: '120.5', latitude: '30.1' },
  ],
};

describeOnDemonstration('discharge, waste and sites of an enterprise', (database) => {
  let test: TestApp;
  let owner: Client;
  let mine: EnterpriseDetail;
  beforeAll(async () => {
    test = await openTestApp(database());
    owner = await test.as('ENTERPRISE_OWNER');
    const { rows } = (await owner.get('/api/enterprises')).json<{ rows: { id: string }[] }>();
    mine = (await owner.get(`/api/enterprises/${rows[0]!.id}`)).json<EnterpriseDetail>();
  });
  afterAll(() => test.close());

  const change = (changes: object) => {
    const { name, creditCode, industries, districtCode, address, park, unitId, movedIn } = mine;
    const form = { name, creditCode, industries, districtCode, address, unitId, movedIn };
    const place = { parkId: park!.id, version: mine.version };
    return owner.post(`/api/enterprises/${mine.id}`, { ...form, ...place, ...PROFILE, ...changes });
  };

  it.each([
    ['WASTE_UNKNOWN', { wastes: [{ code: '900-041-99', gramsPerYear: 1 }] }],
    ['WASTE_TWICE', { wastes: [PROFILE.wastes[0], PROFILE.wastes[0]] }],
    ['WASTE_NONE', { hazardousWaste: false }],
    ['WASTEWATER_NONE', { wastewater: 'NONE' }],
    ['PERMIT_NOT_NEEDED', { permitCategory: 'NONE' }],
    ['POLLUTANT_TWICE', { pollutants: [PROFILE.pollutants[0], PROFILE.pollutants[0]] }],
    ['SITE_POSITION', { sites: [{ ...PROFILE.sites[0], latitude: null }] }],
    ['TEXT_HAS_MARKUP', { sites: [{ ...PROFILE.sites[0], name: '<b>' }] }],
  ])('are refused as %s', async (code, changes) => {
    expect((await change(changes)).json()).toMatchObject({ status: 422, code });
  });

  it.each([
    ['a code of another form', { wastes: [{ code: '900-41-49', gramsPerYear: 1 }] }],
    ['half a gram', { wastes: [{ code: '900-041-49', gramsPerYear: 0.5 }] }],
    ['a permit number of 21 characters', { permitNumber: 'X'.repeat(21) }],
  ])('are no input with %s', async (_, changes) => {
    expect((await change(changes)).statusCode).toBe(400);
  });

  it('are kept to the gram, told in the history field by field, and written to Excel', async () => {
    const saved = (await change({})).json<EnterpriseDetail>();
    expect(saved).toMatchObject(PROFILE);
    expect((await owner.get(`/api/enterprises/${mine.id}`)).json()).toEqual(saved);
    const { entries } = (await owner.get(`/api/enterprises/${mine.id}/timeline`)).json<{
      entries: { body: { changes: object } }[];
    }>();
    expect(Object.keys(entries[0]!.body.changes)).toContain('wastes');
    // The same once more is no change: what the database gives back reads as it was written.
    mine = saved;
    expect((await change({})).json()).toMatchObject({ version: saved.version });

    const officer = await test.as('APPROVAL_OFFICER');
    const file = await officer.get('/api/enterprises/export');
    const columns = (['name', 'wastes', 'pollutants', 'wastewaterVolume'] as const).map((key) => ({
      key,
      zh: ENTERPRISE_COLUMNS[key].zh,
    }));
    const sheet = await readWholeSheet(file.rawPayload, { columns });
    const row = sheet.ok && sheet.rows.find(({ values }) => values.name === mine.name);
    expect(row && row.values).toMatchObject({
      wastes: '900-041-49 0.5；900-249-08 1.25',
      pollutants: '化学需氧量 120.5；氨氮 3',
      wastewaterVolume: '1200.5',
    });
  });

  it('come with the national list, found by code, word and pinyin, and with its edition', async () => {
    const find = async (q: string) =>
      (await test.visitor().get(`/api/wastes?q=${encodeURIComponent(q)}`)).json<WasteList>();
    expect((await find('900-041-49')).wastes).toMatchObject([{ category: 'HW49' }]);
    expect((await find('900-041-49,900-249-08')).wastes).toHaveLength(2);
    expect((await find('活性炭')).wastes.length).toBeGreaterThan(0);
    expect((await find('hw08')).wastes.every(({ category }) => category === 'HW08')).toBe(true);
    expect((await find('feikuangwuyou')).wastes.length).toBeGreaterThan(0);
    expect((await find('')).edition.effectiveTo).toBe('2024-12-31');
  });
});
