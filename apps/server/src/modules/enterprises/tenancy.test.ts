import { afterAll, beforeAll, expect, it } from 'vitest';
import { completeCreditCode, type EnterpriseDetail } from '@ludao/contracts';
import {
  describeOnDemonstration,
  openTestApp,
  type Client,
  type TestApp,
} from '../../testing-app.ts';
import { FOLLOW_COUNTY } from '../organisations/index.ts';

const [HOME, NEXT] = ['330603', '330602'];
let number = 0;
const aCode = () => completeCreditCode(`91${HOME}TNY${String((number += 1)).padStart(6, '0')}`);

/** Tables whose county is that of a park or an office, not of the organisation a row belongs to. */
const COUNTY_OF_THE_PLACE: Readonly<Record<string, string>> = {
  admission: 'of the park',
  admission_share: 'of the park',
  completion_acceptance: 'of the matter, as it was approved',
  contact: 'follows by a trigger of its own',
  certificate: 'of the matter that it certifies',
  clock: 'of the matter that it runs for',
  clock_suspension: 'of the matter that it runs for',
  document: 'of the matter, which the office keeps',
  document_act: 'of the matter, which the office keeps',
  document_delivery: 'of the matter, which the office keeps',
  document_number: 'of the office',
  document_public: 'of the matter, which the office keeps',
  document_volume: 'of the matter, which the office keeps',
  enterprise: 'the enterprise itself',
  enterprise_distinct: 'of the office that looked',
  enterprise_merge: 'of the office that merged',
  file: 'of the matter that it was handed in for',
  issuing_office: 'of the office',
  number_series: 'of the office',
  number_year: 'of the office',
  volume_year: 'of the office',
  work_item: 'of the matter',
  eia_case: 'where the project is built',
  eia_approval: 'where the project is built',
  case_review: 'where the project is built',
  case_notice: 'where the project is built',
  batch: 'of the projects, which the office keeps',
  batch_case: 'of the projects, which the office keeps',
  eia_case_person: 'where the project is built',
  event: 'of the day on which it happened',
  organisation: 'the organisation itself',
  park: 'of the park',
  park_allowance: 'of the park',
  park_building: 'of the park',
  park_eia: 'of the park',
  park_reconciliation: 'of the park',
  park_unit: 'of the park',
  stock_import: 'of the park',
  stock_scan: 'of the park',
  stock_entry: 'of the park or its tenant',
  historical_approval: 'of the place of production',
  present_tenant: 'of the place of production',
  permit: 'of the place of production',
  permit_act: 'of the place of production',
  permit_amount: 'of the place of production',
  permit_application: 'of the place of production',
  permit_version: 'of the place of production',
  pre_lease_check: 'of the park',
  retrofit_check: 'of the matter that it checks',
  rulebook_entry: 'where it is in force',
  citation: 'of the park',
  citation_item: 'of the park',
  follow_up: 'of the park',
  park_change: 'of the park',
  shared_dataset: 'of the park',
  tenancy: 'of the park',
};

describeOnDemonstration('where an enterprise is', (database) => {
  let test: TestApp;
  let officer: Client;
  let manager: Client;
  let owner: Client;
  let own: string;
  let neighbour: string;
  beforeAll(async () => {
    test = await openTestApp(database());
    officer = await test.as('APPROVAL_OFFICER');
    manager = await test.as('PARK_MANAGER');
    owner = await test.as('ENTERPRISE_OWNER');
    own = (await manager.get('/api/parks')).json<{ rows: { id: string }[] }>().rows[0]!.id;
    const parks = (await officer.get('/api/parks')).json<{ rows: { id: string }[] }>().rows;
    neighbour = parks.find(({ id }) => id !== own)!.id;
  });
  afterAll(() => test.close());

  const sql = <Row>(text: string, params: readonly unknown[] = []) =>
    database().transaction((tx) => tx.query<Row>(text, params));
  const registered = async (movedIn = '2024-03-01') => {
    const form = {
      name: '演示入驻有限公司',
      creditCode: aCode(),
      industries: ['2926'],
      districtCode: HOME,
      parkId: own,
      movedIn,
    };
    const { id } = (await officer.post('/api/enterprises', form)).json<{ id: string }>();
    return { id, ...form };
  };
  const leave = (client: Client, id: string, leftOn: string, version = 1) =>
    client.post(`/api/enterprises/${id}/departure`, { leftOn, version });
  const staysOf = (id: string) =>
    sql(
      `select park_id as park, valid_from as from, valid_to as to from tenancy
       where owner_org = $1 order by valid_from`,
      [id],
    );

  it('is told by a park manager who records that a tenant left, and who then has no say any more', async () => {
    const { id } = await registered();
    expect((await leave(manager, id, '2026-11-20')).json()).toEqual({ done: true });
    expect(await staysOf(id)).toEqual([{ park: own, from: '2024-03-01', to: '2026-11-20' }]);
    expect((await manager.get(`/api/enterprises/${id}`)).statusCode).toBe(404);
    const left = (await officer.get(`/api/enterprises/${id}`)).json<EnterpriseDetail>();
    expect(left).toMatchObject({ park: null, unitId: null, movedIn: null, version: 2 });
    expect(left.may.endTenancy).toBe(false);
    expect((await leave(officer, id, '2026-11-21', 2)).json()).toMatchObject({ code: 'NO_TENANT' });
    const { entries } = (await officer.get(`/api/enterprises/${id}/timeline`)).json<{
      entries: unknown[];
    }>();
    expect(entries[0]).toMatchObject({
      type: 'enterprise.moved_out',
      body: { leftOn: '2026-11-20', parkId: own },
    });
  });

  it('is refused with both dates where the day cannot be', async () => {
    const { id } = await registered();
    expect((await leave(manager, id, '2026-11-26')).json()).toMatchObject({
      code: 'LEFT_IN_FUTURE',
      params: { value: '2026-11-26', limit: '2026-11-25' },
    });
    expect((await leave(manager, id, '2024-02-29')).json()).toMatchObject({
      code: 'LEFT_BEFORE_MOVED_IN',
      params: { value: '2024-02-29', limit: '2024-03-01' },
    });
    expect((await leave(manager, id, '2026-11-01', 7)).json()).toMatchObject({
      code: 'CHANGED_MEANWHILE',
    });
    expect(await staysOf(id)).toEqual([{ park: own, from: '2024-03-01', to: null }]);
  });

  it('never shortens an earlier stay in silence, and corrects one that was wrong from its first day', async () => {
    const { id, ...form } = await registered();
    const move = (version: number, changes: object) =>
      officer.post(`/api/enterprises/${id}`, { ...form, ...changes, version });
    expect((await move(1, { parkId: neighbour, movedIn: '2024-01-01' })).json()).toMatchObject({
      code: 'MOVED_IN_TOO_EARLY',
      params: { value: '2024-01-01', limit: '2024-03-01' },
    });
    await move(1, { parkId: neighbour });
    expect(await staysOf(id)).toEqual([{ park: neighbour, from: '2024-03-01', to: null }]);
    await leave(officer, id, '2025-06-30', 2);
    expect((await move(3, { movedIn: '2025-06-30' })).json()).toMatchObject({
      code: 'TENANCY_OVERLAPS',
      params: { value: '2025-06-30', from: '2024-03-01', limit: '2025-06-30' },
    });
    expect((await move(3, { movedIn: '2025-07-01' })).statusCode).toBe(200);
    expect(await staysOf(id)).toEqual([
      { park: neighbour, from: '2024-03-01', to: '2025-06-30' },
      { park: own, from: '2025-07-01', to: null },
    ]);
    // Whatever a program might try, the database has one place for one day.
    await expect(
      sql(
        `insert into tenancy (id, owner_org, park_id, district_code, valid_from, valid_to)
         values (gen_random_uuid(), $1, $2, $3, '2025-01-01', '2025-02-01')`,
        [id, own, HOME],
      ),
    ).rejects.toMatchObject({ constraint: 'tenancy_one_place_at_a_time' });
  });

  it('is no business of the owner, nor are code and county: the field is named', async () => {
    const { rows } = (await owner.get('/api/enterprises')).json<{ rows: { id: string }[] }>();
    const { id } = rows[0]!;
    const mine = (await owner.get(`/api/enterprises/${id}`)).json<EnterpriseDetail>();
    expect(mine.may).toMatchObject({ update: true, endTenancy: false, merge: false });
    expect(mine.may.fixed).toContain('districtCode');
    const { park, name, creditCode, industries, districtCode, movedIn, unitId } = mine;
    const form = { name, creditCode, industries, districtCode, movedIn, unitId, parkId: park!.id };
    const change = (changes: object) =>
      owner.post(`/api/enterprises/${id}`, { ...form, ...changes, version: mine.version });
    for (const [field, value] of Object.entries({
      creditCode: aCode(),
      districtCode: NEXT,
      parkId: neighbour,
      unitId: null,
      movedIn: '2020-01-01',
      sites: [{ name: '二厂', address: '演示路2号', parkId: neighbour }],
    })) {
      expect((await change({ [field]: value })).json()).toMatchObject({
        status: 403,
        code: 'FIELD_FIXED',
        params: { field },
      });
    }
    expect((await leave(owner, id, '2026-11-20', mine.version)).json()).toMatchObject({
      code: 'FIELD_FIXED',
      params: { field: 'parkId' },
    });
    expect(
      (await change({ creditCode: creditCode.toLowerCase(), address: '演示路9号' })).json(),
    ).toMatchObject({
      address: '演示路9号',
    });
  });

  it('takes people, posts and delegations along to another county', async () => {
    const city = await test.as('CITY_OFFICER');
    const { rows } = (await owner.get('/api/enterprises')).json<{ rows: { id: string }[] }>();
    const { id } = rows[0]!;
    const found = (await city.get(`/api/enterprises/${id}`)).json<EnterpriseDetail>();
    const { name, creditCode, industries, version } = found;
    const form = { name, creditCode, industries, districtCode: NEXT, version };
    expect((await city.post(`/api/enterprises/${id}`, form)).statusCode).toBe(200);
    for (const table of FOLLOW_COUNTY) {
      const counties = await sql(
        `select distinct district_code as county from ${table} where owner_org = $1`,
        [id],
      );
      expect([table, counties]).toEqual([
        table,
        ['absence', 'appointment'].includes(table) ? [] : [{ county: NEXT }],
      ]);
    }
    expect((await owner.get(`/api/enterprises/${id}`)).statusCode).toBe(200);
    expect((await officer.get(`/api/enterprises/${id}`)).statusCode).toBe(404);
  });

  it('is thought of in every table: each with a county follows its organisation, or says why not', async () => {
    const tables = await sql<{ name: string }>(
      `select c.relname as name from pg_class c
       where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
         and not c.relispartition and 2 = (select count(*) from pg_attribute a
           where a.attrelid = c.oid and a.attname in ('owner_org', 'district_code')
             and not a.attisdropped)`,
    );
    const unknown = tables
      .map(({ name }) => name)
      .filter((name) => !FOLLOW_COUNTY.some((table) => table === name))
      .filter((name) => !(name in COUNTY_OF_THE_PLACE));
    expect(unknown).toEqual([]);
  });
});
