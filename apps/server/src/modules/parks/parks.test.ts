import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ParkDetail, ParkList } from '@ludao/contracts';
import {
  describeOnDemonstration,
  openTestApp,
  type Client,
  type TestApp,
} from '../../testing-app.ts';

describeOnDemonstration('the register of parks', (database) => {
  let test: TestApp;
  let city: Client;
  let officer: Client;
  let manager: Client;
  beforeAll(async () => {
    test = await openTestApp(database());
    city = await test.as('CITY_OFFICER');
    officer = await test.as('APPROVAL_OFFICER');
    manager = await test.as('PARK_MANAGER');
  });
  afterAll(() => test.close());

  const list = async (client: Client, query: Record<string, string> = {}) =>
    (await client.get(`/api/parks?${new URLSearchParams(query).toString()}`)).json<ParkList>();
  const told = async (client: Client, id: string) => {
    const answer = await client.get(`/api/parks/${id}`);
    const { instance: _, ...problem } = answer.json<Record<string, unknown>>();
    return { ...problem, status: answer.statusCode };
  };

  it('shows the city all parks, a branch its county’s, and a manager the own', async () => {
    expect((await list(city)).total).toBe(5);
    const home = await list(officer);
    expect(home.total).toBe(3);
    expect(new Set(home.rows.map(({ districtCode }) => districtCode))).toEqual(new Set(['330603']));
    expect((await list(manager)).total).toBe(1);
    expect((await (await test.as('ENTERPRISE_OWNER')).get('/api/parks')).statusCode).toBe(403);
  });

  it('answers for a foreign park exactly as for one that does not exist', async () => {
    const foreign = (await list(city, { district: '330602' })).rows[0]!;
    const unknown = await told(officer, '00000000-0000-4000-8000-000000000000');
    expect(unknown.status).toBe(404);
    expect(await told(officer, foreign.id)).toEqual(unknown);
    const neighbour = (await list(officer)).rows.map(({ id }) => id);
    const [own] = (await list(manager)).rows;
    for (const id of neighbour.filter((one) => one !== own!.id)) {
      expect(await told(manager, id)).toEqual(unknown);
    }
  });

  it('shows a park with its designations, buildings, landlords and units', async () => {
    const [own] = (await list(manager)).rows;
    const park = (await manager.get(`/api/parks/${own!.id}`)).json<ParkDetail>();
    expect(park).toMatchObject({ ...own, legalEntity: own!.operator });
    expect(park.buildings.length).toBeGreaterThan(1);
    for (const { units } of park.buildings) expect(units).toHaveLength(6);
    expect(park.designations[0]).toMatchObject({ kind: 'STARS', validFrom: '2024-07-01' });
  });

  it('counts stars only while they are valid', async () => {
    const [first] = (await list(officer, { sort: '-stars' })).rows;
    expect(first!.stars).toBe(5);
    await database().transaction((tx) =>
      tx.query(`update park_designation set valid_to = '2026-11-24' where park_id = $1`, [
        first!.id,
      ]),
    );
    const after = (await list(officer)).rows.find(({ id }) => id === first!.id);
    expect(after!.stars).toBeNull();
  });

  it('counts the tenants that the reader may see', async () => {
    for (const { id, enterprises } of (await list(officer)).rows) {
      const tenants = await officer.get(`/api/enterprises?park=${id}`);
      expect(tenants.json()).toMatchObject({ total: enterprises });
    }
  });

  it('is searched by word, two characters, pinyin and with signs as they are', async () => {
    const { name } = (await list(officer)).rows[0]!;
    expect((await list(officer, { q: name })).rows).toMatchObject([{ name }]);
    expect((await list(officer, { q: name.slice(4, 6) })).rows.map((row) => row.name)).toContain(
      name,
    );
    expect((await list(officer, { q: 'xiaoweiyuan' })).total).toBe(3);
    expect((await list(city, { q: '越城' })).total).toBe(2);
    expect((await list(officer, { q: '越城' })).total).toBe(0);
    for (const q of ['%', '_', `' or 1=1 --`, '{"', '\\'])
      expect((await list(officer, { q })).total).toBe(0);
  });

  it('is sorted in every way, the other way round too, and paged without gaps', async () => {
    for (const sort of ['name', 'enterprises', 'stars']) {
      const [up, down] = [await list(city, { sort }), await list(city, { sort: `-${sort}` })];
      const values = (rows: ParkList['rows']) => rows.map((row) => row[sort as 'name']);
      expect(values(down.rows)).toEqual(values(up.rows).reverse());
      const pages = [
        await list(city, { sort, size: '3' }),
        await list(city, { sort, size: '3', page: '2' }),
      ];
      expect(pages.flatMap(({ rows }) => rows)).toEqual(up.rows);
    }
    expect(
      (await list(city, { kind: 'INNOVATION' })).rows.every(({ kind }) => kind === 'INNOVATION'),
    ).toBe(true);
  });
});
