import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeCreditCode, type EnterpriseDetail, type Timeline } from '@ludao/contracts';
import {
  describeOnDemonstration,
  openTestApp,
  type Client,
  type TestApp,
} from '../../testing-app.ts';

const [HOME, NEXT] = ['330603', '330602'];
let number = 0;
const statusesOf = (answers: readonly { readonly statusCode: number }[]) =>
  answers.map(({ statusCode }) => statusCode).sort((a, b) => a - b);
const aCode = () => completeCreditCode(`91${HOME}REG${String((number += 1)).padStart(6, '0')}`);

interface Place {
  readonly park: string;
  readonly unit: string;
}

describeOnDemonstration('the register of enterprises', (database) => {
  let test: TestApp;
  let officer: Client;
  let manager: Client;
  /** The manager's park, the next one in the county, and one in the next county. */
  let own: Place;
  let neighbour: Place;
  let foreign: Place;
  beforeAll(async () => {
    test = await openTestApp(database());
    officer = await test.as('APPROVAL_OFFICER');
    manager = await test.as('PARK_MANAGER');
    const { rows } = (await manager.get('/api/parks')).json<{ rows: { id: string }[] }>();
    const ownPark = rows[0]!.id;
    const places = await sql<{ park: string; unit: string; county: string }>(
      `select park_id as park, min(id::text) as unit, district_code as county from park_unit
       group by park_id, district_code order by park_id <> $1, district_code desc`,
      [ownPark],
    );
    [own, neighbour] = [places[0]!, places[1]!];
    foreign = places.find(({ county }) => county === NEXT)!;
  });
  afterAll(() => test.close());

  const sql = <Row>(text: string, params: readonly unknown[]) =>
    database().transaction((tx) => tx.query<Row>(text, params));
  const aForm = (changes: object = {}) => ({
    name: '演示登记有限公司',
    creditCode: aCode(),
    industries: ['2926'],
    districtCode: HOME,
    ...changes,
  });
  const register = (client: Client, changes: object = {}) =>
    client.post('/api/enterprises', aForm(changes));
  const registered = async (client: Client, changes: object = {}) => {
    const form = aForm(changes);
    const { id } = (await client.post('/api/enterprises', form)).json<{ id: string }>();
    return { id, ...form };
  };
  const timelineOf = async (client: Client, id: string) =>
    (await client.get(`/api/enterprises/${id}/timeline`)).json<Timeline>().entries;

  describe('refuses', () => {
    it('a wrong check digit, naming the place and the character that belongs there', async () => {
      const right = aCode();
      const wrong = right.slice(0, 17) + (right.endsWith('1') ? '2' : '1');
      expect((await register(officer, { creditCode: wrong })).json()).toMatchObject({
        status: 422,
        code: 'CREDIT_CODE_CHECK_DIGIT',
        params: { value: wrong, at: 18, expected: right.at(-1) },
      });
    });

    it('a code that is taken, also where the asker may not look', async () => {
      const elsewhere = await sql<{ code: string }>(
        'select credit_code as code from enterprise where district_code = $1 limit 1',
        [NEXT],
      );
      const answer = await register(officer, { creditCode: elsewhere[0]!.code });
      expect(answer.json()).toMatchObject({ status: 409, code: 'CREDIT_CODE_TAKEN' });
    });

    it('the second of two who enter the same code in the same moment', async () => {
      const creditCode = aCode();
      const both = await Promise.all([
        register(officer, { creditCode }),
        register(officer, { creditCode }),
      ]);
      expect(statusesOf(both)).toEqual([200, 409]);
      expect(both.find(({ statusCode }) => statusCode === 409)!.json()).toMatchObject({
        code: 'CREDIT_CODE_TAKEN',
      });
    });

    it('the second of two who change to the same code in the same moment', async () => {
      const creditCode = aCode();
      const two = [await registered(officer), await registered(officer)];
      const both = await Promise.all(
        two.map(({ id, ...form }) =>
          officer.post(`/api/enterprises/${id}`, { ...form, creditCode, version: 1 }),
        ),
      );
      expect(statusesOf(both)).toEqual([200, 409]);
    });

    it.each([
      ['INDUSTRY_UNKNOWN', () => ({ industries: ['9999'] })],
      ['INDUSTRY_TWICE', () => ({ industries: ['2926', '2926'] })],
      ['PARK_UNKNOWN', () => ({ parkId: '00000000-0000-4000-8000-000000000000' })],
      ['PARK_ELSEWHERE', () => ({ parkId: foreign.park })],
      ['UNIT_ELSEWHERE', () => ({ parkId: own.park, unitId: neighbour.unit })],
      ['MOVED_IN_NOWHERE', () => ({ movedIn: '2026-01-01' })],
      ['DISTRICT_OUT_OF_REACH', () => ({ parkId: foreign.park, districtCode: NEXT })],
    ])('%s', async (code, changes) => {
      expect((await register(officer, changes())).json()).toMatchObject({ code });
    });

    it('a character that no database can keep, as a mistake of the asker', async () => {
      expect((await register(officer, { name: '演示\u0000公司' })).statusCode).toBe(400);
      expect((await officer.get('/api/enterprises?q=%00')).statusCode).toBe(400);
    });
  });

  it('lets a park manager enter a tenant into the own park and not into the neighbour’s', async () => {
    const { id } = await registered(manager, { parkId: own.park, unitId: own.unit });
    expect((await manager.get(`/api/enterprises/${id}`)).json()).toMatchObject({
      park: { id: own.park },
      may: { update: true },
    });
    expect((await register(manager, { parkId: neighbour.park })).json()).toMatchObject({
      status: 403,
    });
    expect((await register(manager)).statusCode).toBe(403);
  });

  it('tells the second of two officers who changed which fields and when, and loses nothing', async () => {
    const { id, ...form } = await registered(officer, { parkId: own.park });
    const head = await test.as('BUREAU_HEAD');
    const change = (client: Client, version: number, changes: object) =>
      client.post(`/api/enterprises/${id}`, { ...form, ...changes, version });
    expect((await change(head, 1, { address: '演示路1号' })).statusCode).toBe(200);
    expect((await change(head, 2, { address: '演示路1号', wastewater: 'NONE' })).statusCode).toBe(
      200,
    );
    const late = await change(officer, 1, { address: '演示路2号' });
    expect(late.json()).toMatchObject({
      status: 409,
      code: 'CHANGED_MEANWHILE',
      params: { by: '演示分局负责人', at: test.now().toISOString(), version: 3 },
    });
    const { fields } = late.json<{ params: { fields: string } }>().params;
    expect(fields.split(',').sort()).toEqual(['address', 'wastewater']);
    // A park manager is told as much, with the office in place of the officer's name.
    expect((await change(manager, 2, {})).json()).toMatchObject({
      code: 'CHANGED_MEANWHILE',
      params: { by: expect.stringContaining('分局'), fields: 'wastewater' },
    });
    expect((await officer.get(`/api/enterprises/${id}`)).json()).toMatchObject({
      address: '演示路1号',
      wastewater: 'NONE',
      version: 3,
    });
  });

  it('takes one of two changes made in the same moment', async () => {
    const { id, ...form } = await registered(officer);
    const both = await Promise.all(
      ['演示路1号', '演示路2号'].map((address) =>
        officer.post(`/api/enterprises/${id}`, { ...form, address, version: 1 }),
      ),
    );
    expect(statusesOf(both)).toEqual([200, 409]);
    expect(await timelineOf(officer, id)).toHaveLength(2);
  });

  it('writes nothing where nothing was changed', async () => {
    const { id, ...form } = await registered(officer);
    const same = await officer.post(`/api/enterprises/${id}`, { ...form, version: 1 });
    expect(same.json()).toMatchObject({ version: 1 });
    expect(await timelineOf(officer, id)).toHaveLength(1);
  });

  it('tells what happened newest first, with names where they may be seen and offices elsewhere', async () => {
    const { id, ...form } = await registered(manager, { parkId: own.park });
    await officer.post(`/api/enterprises/${id}`, { ...form, address: '演示路3号', version: 1 });
    const seen = await timelineOf(officer, id);
    expect(seen).toMatchObject([
      {
        type: 'enterprise.changed',
        actor: '演示审批人员',
        body: { changes: { address: ['', '演示路3号'] } },
      },
      { type: 'enterprise.registered', actor: '演示园区管理员' },
    ]);
    const [change] = await timelineOf(manager, id);
    expect(change!.actor).toBe('演示柯桥生态环境分局 审批人员');
  });

  it('closes the old tenancy the day before the new one, and corrects a date in place', async () => {
    const { id, ...form } = await registered(officer, { parkId: own.park, movedIn: '2024-03-01' });
    const change = (version: number, changes: object) =>
      officer.post(`/api/enterprises/${id}`, { ...form, ...changes, version });
    const tenancies = () =>
      sql(
        `select park_id, valid_from, valid_to from tenancy where owner_org = $1
         order by valid_to nulls last`,
        [id],
      );
    await change(1, { movedIn: '2024-04-01' });
    expect(await tenancies()).toEqual([
      { park_id: own.park, valid_from: '2024-04-01', valid_to: null },
    ]);
    await change(2, { parkId: neighbour.park, movedIn: '2026-06-01' });
    const first = { park_id: own.park, valid_from: '2024-04-01', valid_to: '2026-05-31' };
    const open = { park_id: neighbour.park, valid_from: '2026-06-01' };
    expect(await tenancies()).toEqual([first, { ...open, valid_to: null }]);
    await change(3, { parkId: null, movedIn: null });
    expect(await tenancies()).toEqual([first, { ...open, valid_to: '2026-11-24' }]);
  });

  it('keeps a change of county in the record, its organisation and its place in lists', async () => {
    const city = await test.as('CITY_OFFICER');
    const { id, ...form } = await registered(city);
    await city.post(`/api/enterprises/${id}`, { ...form, districtCode: NEXT, version: 1 });
    expect((await city.get(`/api/enterprises/${id}`)).json()).toMatchObject({ districtCode: NEXT });
    expect((await officer.get(`/api/enterprises/${id}`)).statusCode).toBe(404);
  });

  it('refuses HTML in a name with its place, and keeps what only looks unusual', async () => {
    const refused = await officer.post('/api/enterprises', aForm({ name: '<img src=x>公司' }));
    expect(refused.json()).toMatchObject({ status: 422, code: 'TEXT_HAS_MARKUP' });
    const name = `"演示"'&（ＡＢ）公司`;
    const { id } = await registered(officer, { name });
    const answer = await officer.get(`/api/enterprises/${id}`);
    expect(answer.json<EnterpriseDetail>().name).toBe(name);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  it('answers for a foreign enterprise exactly as for one that does not exist', async () => {
    const [other] = await sql<{ id: string }>(
      'select id from enterprise where district_code = $1 limit 1',
      [NEXT],
    );
    const told = async (id: string) => {
      const form = { ...aForm(), version: 1 };
      const answers = [
        await officer.get(`/api/enterprises/${id}`),
        await officer.get(`/api/enterprises/${id}/timeline`),
        await officer.post(`/api/enterprises/${id}`, form),
      ];
      return answers.map((answer) => {
        const { instance: _, ...problem } = answer.json<Record<string, unknown>>();
        return { ...problem, status: answer.statusCode };
      });
    };
    const unknown = await told('00000000-0000-4000-8000-000000000000');
    expect(unknown.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(await told(other!.id)).toEqual(unknown);
  });
});
