import { afterAll, beforeAll, expect, it } from 'vitest';
import type {
  CaseView,
  FileView,
  Inbox,
  ParkList,
  RetrofitForm,
  RetrofitList,
  RetrofitView,
} from '@ludao/contracts';
import { aPdf } from '../../../platform/files/testing.ts';
import { readWholeSheet } from '../../../platform/excel/index.ts';
import { describeOnDatabase } from '../../../platform/testing.ts';
import { openTestApp, type Client, type TestApp } from '../../../testing-app.ts';
import { aRetrofit } from './testing.ts';

const PROJECT = {
  works: ['waste_gas'],
  unstated: 'no',
  place: { park: 'demo-park-plain' },
  facts: {
    nature: 'retrofit',
    'site.in_park': true,
    'retrofit.public_env_infra': true,
    'retrofit.no_new_land': true,
    'retrofit.no_added_pollutant': true,
  },
};

describeOnDatabase('a retrofit without new land', (database) => {
  let test: TestApp;
  let park: Client;
  let inspector: Client;
  let officer: Client;
  let head: Client;
  let parkId: string;
  let landFile: string;
  let isRestricted = false;
  beforeAll(async () => {
    test = await openTestApp(database(), {}, undefined, {
      restrictions: () =>
        Promise.resolve(
          isRestricted
            ? {
                id: 'r',
                documentNo: '演示限批〔2026〕1号',
                since: '2026-11-01',
                reason: { zh: '演示', en: 'demo' },
              }
            : null,
        ),
      permitOf: () =>
        Promise.resolve({
          number: '演示许可0001',
          amounts: [{ pollutant: 'VOCS', gramsPerYear: 850_000 }],
        }),
    });
    park = await test.as('PARK_MANAGER');
    inspector = await test.as('INSPECTOR');
    officer = await test.as('APPROVAL_OFFICER');
    head = await test.as('BUREAU_HEAD');
    parkId = (await park.get('/api/parks')).json<ParkList>().rows[0]!.id;
    const file = await park.upload('/api/files?name=land.pdf&purpose=retrofit-land', aPdf());
    landFile = file.json<FileView>().id;
  });
  afterAll(() => test.close());

  const open = async (name = '演示集中喷涂废气设施技改', client = park) =>
    client.post('/api/cases', { parkId, name, address: '演示柯桥工业大道100号', project: PROJECT });
  const view = async (client: Client, id: string) =>
    (await client.get(`/api/cases/${id}/retrofit`)).json<RetrofitView>();
  const step = async (id: string, body: object, client = park) => {
    const { version } = await view(client, id);
    return client.post(`/api/cases/${id}/retrofit`, { version, ...body });
  };
  const filled = async (over: Partial<RetrofitForm> = {}) => {
    const { id } = (await open()).json<CaseView>();
    const form = aRetrofit({ landFile, ...over });
    const saved = await step(id, { step: 'save', form });
    expect(saved.statusCode).toBe(200);
    return { id, saved: saved.json<RetrofitView>() };
  };
  const declared = async (over: Partial<RetrofitForm> = {}) => {
    const { id } = await filled(over);
    expect((await step(id, { step: 'declare' })).json()).toMatchObject({ caseId: id });
    return id;
  };
  const stateOf = async (id: string) => (await officer.get(`/api/cases/${id}`)).json<CaseView>();
  const register = async (query = '', client = officer) =>
    (await client.get(`/api/retrofits?size=200${query}`)).json<RetrofitList>();
  const waiting = async (client: Client, kind: string) =>
    (await client.get(`/api/inbox?kind=${kind}&size=200`)).json<Inbox>().rows;

  it('is opened by the park for itself, because the relief is in force', async () => {
    const opened = (await open()).json<CaseView>();
    expect(opened).toMatchObject({ track: 'ZERO_LAND', state: 'DRAFT', enterprise: null });
    expect(opened.basis.reliefs.map(({ relief, adoption }) => [relief, adoption])).toContainEqual([
      'zero_land_public_infra',
      '演示政办发〔2025〕1号',
    ]);
    expect((await open('别人的', await test.as('ENTERPRISE_OWNER'))).statusCode).toBe(403);
    const both = { parkId, enterpriseId: parkId, name: '两个', address: '地址', project: PROJECT };
    expect((await park.post('/api/cases', both)).statusCode).toBe(400);
  });

  it('is told by how much a pollutant would grow, and is not declared', async () => {
    const amounts = aRetrofit().amounts.map((row) =>
      row.pollutant === 'VOCS' ? { ...row, afterGrams: 850_001 } : row,
    );
    const { id, saved } = await filled({ amounts });
    expect(saved.findings).toMatchObject({
      verdict: 'NOT_EXEMPT',
      bars: [{ code: 'POLLUTANT_UP', pollutant: 'VOCS', before: 850_000, after: 850_001, by: 1 }],
    });
    expect(saved).toMatchObject({
      baseline: { baseline: 'PERMITTED', confidence: 'practitioner' },
      permit: { number: '演示许可0001' },
    });
    const refused = await step(id, { step: 'declare' });
    expect(refused.json()).toMatchObject({ code: 'RETROFIT_NOT_EXEMPT', params: { count: 1 } });
  });

  it('leaves a numbered record at once, and asks for the permit where article 15 does', async () => {
    const id = await declared({ changes: { ...aRetrofit().changes, outlets: true } });
    expect(await stateOf(id)).toMatchObject({ state: 'EXEMPT', steps: [] });
    const { certificate, landFile: land, may } = await view(park, id);
    expect(certificate).toMatchObject({ mode: 'RECORD', officialNumber: null });
    expect(certificate!.number).toMatch(/^零改/);
    expect(land).toMatchObject({ name: 'land.pdf' });
    expect((await waiting(park, 'retrofit.permit')).map(({ to }) => to)).toEqual(['/permits']);
    expect(may.permitChanged).toBe(true);
    const done = await step(id, { step: 'permitChanged', number: '演示许可0001-2' });
    expect(done.json()).toMatchObject({ permitChanged: { on: '2026-11-25' } });
    expect(await waiting(park, 'retrofit.permit')).toEqual([]);
  });

  it('is exempt only with the official number where an official system records it', async () => {
    const ids = [await declared(), await declared()];
    await test.database.transaction(async (tx) => {
      await tx.query(`update eia_case set state = 'PREPARED' where id = any ($1::uuid[])`, [ids]);
      await tx.query(
        `update certificate set record_mode = 'FRONT' where about_id = any ($1::uuid[])`,
        [ids],
      );
    });
    const official = { number: '国备2026-1', on: '2026-11-25' };
    const closed = await step(ids[0]!, { step: 'recordOutside', ...official });
    expect(closed.json()).toMatchObject({ certificate: { officialNumber: '国备2026-1' } });
    const { certificate } = await view(park, ids[1]!);
    const paper = (await park.get(`/api/certificates/${certificate!.id}`)).json<{
      version: number;
    }>();
    const url = `/api/certificates/${certificate!.id}/official-number`;
    expect((await park.post(url, { version: paper.version, ...official })).statusCode).toBe(200);
    for (const id of ids) expect(await stateOf(id)).toMatchObject({ state: 'EXEMPT' });
  });

  it('is refused while the park is under restriction', async () => {
    const { id } = await filled();
    isRestricted = true;
    expect((await view(park, id)).restriction).toMatchObject({ documentNo: '演示限批〔2026〕1号' });
    expect((await step(id, { step: 'declare' })).json()).toMatchObject({ code: 'PARK_RESTRICTED' });
    isRestricted = false;
  });

  it('is checked without being announced, and void once it was found otherwise', async () => {
    const id = await declared();
    const check = (client: Client, body: object) =>
      client.post(`/api/cases/${id}/retrofit/check`, body);
    const wrong = { step: 'check', on: '2026-11-25', result: 'NOT_AS_DECLARED', words: '新增排口' };
    expect((await check(inspector, wrong)).json()).toMatchObject({ code: 'RETROFIT_NOT_DRAWN' });
    expect((await check(park, { step: 'draw' })).statusCode).toBe(403);
    const drawn = (await check(officer, { step: 'draw' })).json<RetrofitView>();
    expect(drawn.check).toMatchObject({ state: 'DRAWN', drawnOn: '2026-11-25' });
    expect((await view(park, id)).check).toMatchObject({ state: 'NOT_DRAWN', drawnOn: null });
    expect(JSON.stringify((await park.get(`/api/cases/${id}/timeline`)).json())).not.toContain(
      'drawn',
    );
    const markFor = async (client: Client) =>
      (await register('', client)).rows.find((row) => row.id === id)!.check;
    expect([await markFor(officer), await markFor(park)]).toEqual(['DRAWN', 'NOT_DRAWN']);
    expect((await waiting(inspector, 'retrofit.check')).map(({ to }) => to)).toEqual([
      `/cases/${id}`,
    ]);
    const { version } = await view(head, id);
    const voiding = { version, reason: '与申报不符' };
    const early = await head.post(`/api/cases/${id}/retrofit/voiding`, voiding);
    expect(early.json()).toMatchObject({ code: 'RETROFIT_NOT_FOUND_WRONG' });
    expect((await check(inspector, wrong)).statusCode).toBe(200);
    expect((await view(park, id)).check).toMatchObject({
      state: 'NOT_AS_DECLARED',
      words: '新增排口',
    });
    const stopped = await head.post(`/api/cases/${id}/retrofit/voiding`, voiding);
    expect(stopped.json()).toMatchObject({ voided: { reason: '与申报不符' } });
    expect(await stateOf(id)).toMatchObject({ state: 'VOID' });
    expect(await waiting(head, 'retrofit.void')).toEqual([]);
    const messages = (await park.get('/api/notifications')).json<{ rows: { kind: string }[] }>();
    const kinds = messages.rows.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['RETROFIT_CHECKED', 'RETROFIT_VOID']));
  });

  it('stands in the register whoever entered it: none that is exempt is missing', async () => {
    const byHand = await declared();
    await test.database.transaction((tx) =>
      tx.query(
        `insert into eia_case select (jsonb_populate_record(c, jsonb_build_object(
           'id', gen_random_uuid(), 'number', 'H-' || n, 'historical', true, 'details', '{}'::jsonb))).*
         from eia_case c, generate_series(1, 3) n where c.id = $1`,
        [byHand],
      ),
    );
    const exempt = await test.database.transaction((tx) =>
      tx.query<{ id: string }>(`select id from eia_case where state = 'EXEMPT' order by id`),
    );
    const { rows, total } = await register();
    const listed = rows.filter(({ state }) => state === 'EXEMPT').map(({ id }) => id);
    expect(listed.toSorted()).toEqual(exempt.map(({ id }) => id));
    expect(total).toBe(rows.length);
    expect(rows.some(({ state }) => state === 'VOID')).toBe(true);
    expect((await register('&check=NOT_DRAWN')).rows.map(({ id }) => id)).toContain(byHand);
    const sheet = await officer.get('/api/retrofits/export');
    const read = await readWholeSheet(sheet.rawPayload, {
      columns: [{ key: 'number', zh: '编号' }],
    });
    expect(read.ok && read.rows.length).toBe(total);
    expect((await register(`&park=${parkId}`)).total).toBe(total);
  });
});
