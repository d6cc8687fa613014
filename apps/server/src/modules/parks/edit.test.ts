import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  completeCreditCode,
  UNIT_COLUMNS,
  type ParkDetail,
  type PartnerList,
  type ParkPostChoices,
  type Timeline,
} from '@ludao/contracts';
import { readWholeSheet } from '../../platform/excel/index.ts';
import {
  describeOnDemonstration,
  openTestApp,
  type Client,
  type TestApp,
} from '../../testing-app.ts';

const [HOME, NEXT] = ['330603', '330602'];
const PARK = {
  name: '演示新建智造小微园',
  kind: 'MANUFACTURING',
  districtCode: HOME,
  address: '演示路88号',
  longitude: '120.500',
  latitude: '30.1',
  operator: { name: '演示新建园区运营有限公司' },
  legalEntity: null,
  wastewater: 'PARK_PLANT',
  plantLitresPerDay: 300_000,
  rainSewageApart: true,
  sharedFacilities: '集中喷涂中心',
};
const STARS = {
  kind: 'STARS',
  stars: 4,
  evidence: '关于公布星级小微企业园名单的通知',
  documentNo: '演示经信〔2026〕3号',
  issuedOn: '2026-05-20',
  validFrom: '2026-06-01',
  validTo: '2029-05-31',
};

describeOnDemonstration('a park', (database) => {
  let test: TestApp;
  let officer: Client;
  let industry: Client;
  let id: string;
  let version = 1;
  beforeAll(async () => {
    test = await openTestApp(database());
    officer = await test.as('APPROVAL_OFFICER');
    industry = await test.as('ECON_OFFICER');
    ({ id } = (await officer.post('/api/parks', PARK)).json<{ id: string }>());
  });
  afterAll(() => test.close());

  const detail = async (client = officer) =>
    (await client.get(`/api/parks/${id}`)).json<ParkDetail>();
  /** What is sent with the version at hand; a success takes the next. */
  const send = async (client: Client, path: string, body: object) => {
    const answer = await client.post(`/api/parks/${id}${path}`, { ...body, version });
    if (answer.statusCode === 200) version = answer.json<ParkDetail>().version;
    return answer;
  };
  const building = (changes: object = {}) => ({
    building: {
      name: '1号楼',
      storeys: 5,
      areaM2: 6000,
      landlord: { name: '演示厂房出租有限公司' },
      units: [
        { name: '101', storey: 1, areaM2: 800 },
        { name: '201', storey: 2, areaM2: 600 },
      ],
      ...changes,
    },
  });

  it('is entered with an operator who was not on record, and is found from then on', async () => {
    const park = await detail();
    expect(park).toMatchObject({
      name: PARK.name,
      operator: PARK.operator.name,
      longitude: '120.5',
      plantLitresPerDay: 300_000,
      version: 1,
      may: { update: true, designate: true },
    });
    const partners = (await officer.get('/api/park-partners?q=新建园区')).json<PartnerList>();
    expect(partners.organisations).toMatchObject([
      { kind: 'PARK_OWNER', name: PARK.operator.name },
    ]);
    const list = await officer.get(`/api/parks?q=${encodeURIComponent('xjzz')}`);
    expect(list.json()).toMatchObject({ total: 1 });
  });

  it.each([
    ['PARK_NAME_TAKEN', 409, {}],
    ['DISTRICT_OUT_OF_REACH', 403, { districtCode: NEXT }],
    ['TEXT_HAS_MARKUP', 422, { name: '演示<b>园' }],
    ['POSITION_HALF', 422, { name: '演示乙园', latitude: null }],
    ['POSITION_OUTSIDE', 422, { name: '演示乙园', longitude: '30.1', latitude: '12.0' }],
    ['PARK_WATER_CONTRADICTS', 422, { name: '演示乙园', wastewater: 'NONE' }],
    [
      'PARTNER_UNKNOWN',
      422,
      { name: '演示乙园', operator: { id: '00000000-0000-4000-8000-000000000000' } },
    ],
    [
      'CREDIT_CODE_LENGTH',
      422,
      { name: '演示乙园', operator: { name: '演示丙公司', creditCode: '913' } },
    ],
  ])('is refused as %s', async (code, status, changes) => {
    const answer = await officer.post('/api/parks', { ...PARK, ...changes });
    expect(answer.json()).toMatchObject({ code, status });
  });

  it('is entered and changed by the bureau alone', async () => {
    for (const role of ['INSPECTOR', 'PARK_MANAGER', 'ECON_OFFICER', 'GOV_OFFICER'] as const) {
      expect((await (await test.as(role)).post('/api/parks', PARK)).statusCode).toBe(403);
    }
  });

  it('has buildings with units that end and are never deleted, and not while somebody is in them', async () => {
    const entered = (await send(officer, '/buildings', building())).json<ParkDetail>();
    const [house] = entered.buildings;
    expect(house).toMatchObject({ name: '1号楼', landlord: '演示厂房出租有限公司', storeys: 5 });
    expect((await send(officer, '/buildings', building())).json()).toMatchObject({
      code: 'BUILDING_NAME_TAKEN',
    });
    const [first, second] = house!.units;
    const landlord = { id: house!.landlordId };
    const again = (units: object[], changes: object = {}) =>
      send(officer, '/buildings', building({ id: house!.id, landlord, units, ...changes }));
    expect((await again([{ ...first, name: '201' }])).json()).toMatchObject({
      code: 'UNIT_NAME_TAKEN',
    });
    expect((await again([{ ...first, storey: 6 }])).json()).toMatchObject({
      code: 'UNIT_ABOVE_ROOF',
      params: { value: 6, limit: 5 },
    });
    // Two units change names, in one go.
    const swapped = await again([
      { ...first, name: '201' },
      { ...second, name: '101' },
    ]);
    expect(swapped.statusCode).toBe(200);
    await officer.post('/api/enterprises', {
      name: '演示占用有限公司',
      creditCode: completeCreditCode(`91${HOME}PRK000001`),
      industries: ['2926'],
      districtCode: HOME,
      parkId: id,
      unitId: first!.id,
    });
    const ended = { endedOn: '2026-11-01' };
    expect((await again([{ ...first, name: '201', ...ended }])).json()).toMatchObject({
      code: 'UNIT_IN_USE',
    });
    expect((await again([], ended)).json()).toMatchObject({ code: 'UNIT_IN_USE' });
    await again([
      { ...second, name: '101', ...ended },
      { name: '101', areaM2: 300 },
    ]);
    const after = (await detail()).buildings[0]!;
    expect(after.units.map(({ name, endedOn }) => [name, endedOn])).toEqual([
      ['101', null],
      ['201', null],
      ['101', '2026-11-01'],
    ]);
    const sheet = await readWholeSheet(
      (await officer.get(`/api/parks/${id}/units/export`)).rawPayload,
      {
        columns: [{ key: 'unit', zh: UNIT_COLUMNS.unit.zh }],
      },
    );
    expect(sheet.ok && sheet.rows).toHaveLength(3);
  });

  it('is rated by the office for industry, with document and days, never twice for one day', async () => {
    const rated = await send(industry, '/designations', STARS);
    expect(rated.json()).toMatchObject({ stars: 4, may: { update: false, designate: true } });
    expect((await send(industry, '/designations', { ...STARS, stars: 5 })).json()).toMatchObject({
      code: 'DESIGNATION_OVERLAPS',
      params: { from: '2026-06-01', limit: '2029-05-31' },
    });
    expect((await send(industry, '/designations', { ...STARS, stars: null })).json()).toMatchObject(
      {
        code: 'STARS_MISSING',
      },
    );
    const { designations } = await detail();
    const end = { designation: designations[0]!.id, reason: '复核未通过' };
    const lastDay = '2026-11-24';
    expect(
      (await send(industry, '/designations/end', { ...end, lastDay: '2026-05-01' })).json(),
    ).toMatchObject({
      code: 'ENDS_BEFORE_START',
    });
    expect((await send(industry, '/designations/end', { ...end, lastDay })).json()).toMatchObject({
      stars: null,
      designations: [{ validTo: lastDay, endReason: '复核未通过' }],
    });
    expect((await send(industry, '', PARK)).statusCode).toBe(403);
  });

  it('has a chief and a squad: posts that answer for one park each', async () => {
    const { posts } = (await officer.get('/api/park-posts')).json<ParkPostChoices>();
    const chief = posts.find(({ role }) => role === 'PARK_CHIEF')!;
    expect((await send(officer, '/posts', { posts: [chief.id] })).json()).toMatchObject({
      code: 'POST_ELSEWHERE',
      params: { limit: chief.park!.name },
    });
    const before = await test.as('PARK_CHIEF');
    const other = chief.park!.id;
    const { version: theirs } = (await officer.get(`/api/parks/${other}`)).json<ParkDetail>();
    await officer.post(`/api/parks/${other}/posts`, { posts: [], version: theirs });
    const assigned = await send(officer, '/posts', { posts: [chief.id] });
    expect(assigned.json()).toMatchObject({ posts: [{ id: chief.id, role: 'PARK_CHIEF' }] });
    expect((await before.get(`/api/parks/${id}`)).statusCode).toBe(200);
    expect((await before.get(`/api/parks/${other}`)).statusCode).toBe(404);
  });

  it('tells whoever comes second what was changed, and its history to all who may see it', async () => {
    const stale = version;
    await send(officer, '', { ...PARK, address: '演示路99号' });
    const late = await officer.post(`/api/parks/${id}`, { ...PARK, version: stale });
    expect(late.json()).toMatchObject({
      code: 'CHANGED_MEANWHILE',
      params: { by: '演示审批人员', fields: 'address', version: stale + 1 },
    });
    const chief = await test.as('PARK_CHIEF');
    const { entries } = (await chief.get(`/api/parks/${id}/timeline`)).json<Timeline>();
    expect(entries.at(-1)).toMatchObject({ type: 'park.registered' });
    expect(entries[0]).toMatchObject({
      type: 'park.changed',
      actor: expect.stringContaining('分局'),
      body: { changes: { address: [PARK.address, '演示路99号'] } },
    });
    expect(JSON.stringify(entries)).not.toContain('复核未通过');
    expect((await send(officer, '', { ...PARK, districtCode: NEXT })).json()).toMatchObject({
      code: 'PARK_COUNTY_FIXED',
    });
  });
});
