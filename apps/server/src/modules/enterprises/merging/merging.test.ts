import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  completeCreditCode,
  type Contact,
  type ContactList,
  type DuplicateList,
  type EnterpriseDetail,
  type EnterpriseList,
  type Timeline,
} from '@ludao/contracts';
import {
  describeOnDemonstration,
  openTestApp,
  type Client,
  type TestApp,
} from '../../../testing-app.ts';

const [HOME, NEXT] = ['330603', '330602'];
let number = 0;
const aCode = () => completeCreditCode(`91${HOME}MRG${String((number += 1)).padStart(6, '0')}`);

describeOnDemonstration('two entries of one enterprise', (database) => {
  let test: TestApp;
  let officer: Client;
  let head: Client;
  let park: string;
  let neighbour: string;
  beforeAll(async () => {
    test = await openTestApp(database());
    officer = await test.as('APPROVAL_OFFICER');
    head = await test.as('BUREAU_HEAD');
    const parks = (await officer.get('/api/parks')).json<{ rows: { id: string }[] }>().rows;
    [park, neighbour] = [parks[0]!.id, parks[1]!.id];
  });
  afterAll(() => test.close());

  const sql = <Row>(text: string, params: readonly unknown[] = []) =>
    database().transaction((tx) => tx.query<Row>(text, params));
  const registered = async (changes: object = {}) => {
    const form = {
      name: '演示梧桐精工有限公司',
      creditCode: aCode(),
      industries: ['3484'],
      districtCode: HOME,
      ...changes,
    };
    const { id } = (await officer.post('/api/enterprises', form)).json<{ id: string }>();
    return { id, ...form };
  };
  const detail = async (id: string, client = officer) =>
    (await client.get(`/api/enterprises/${id}`)).json<EnterpriseDetail>();
  const merge = (id: string, other: string, changes: object = {}) =>
    officer.post(`/api/enterprises/${id}/merge`, {
      other,
      version: 1,
      otherVersion: 1,
      reason: '同一家企业，核对营业执照',
      ...changes,
    });
  const undo = (client: Client, id: string, other: string, version: number) =>
    client.post(`/api/enterprises/${id}/merge/undo`, { other, version, reason: '核对有误' });
  const pairsOf = async (id: string, query = '') =>
    (await officer.get(`/api/enterprise-duplicates?size=100${query}`))
      .json<DuplicateList>()
      .rows.filter(({ one, other }) => one.id === id || other.id === id);

  it('are found by name and sound, until somebody says that they are two', async () => {
    const one = await registered({ name: '演示青禾纺织有限公司' });
    const other = await registered({ name: '演示清河纺织有限公司' });
    await registered({ name: '演示别样纺织有限公司' });
    expect(await pairsOf(one.id)).toMatchObject([{ reasons: ['SAME_SOUND'] }]);
    expect(await pairsOf(one.id, '&reason=SAME_NAME')).toEqual([]);
    expect(await pairsOf(one.id, `&district=${NEXT}`)).toEqual([]);
    const said = await officer.post(`/api/enterprises/${one.id}/distinct`, { other: other.id });
    expect(said.json()).toEqual({ done: true });
    expect(await pairsOf(one.id)).toEqual([]);
  });

  it('become one: facts as chosen, stays joined, searches and old links leading there, the history whole', async () => {
    const one = await registered({ address: '演示路1号', movedIn: '2024-03-01', parkId: park });
    const other = await registered({
      name: '演示梧桐老名号精工厂',
      wastewater: 'SEWER',
      parkId: park,
      movedIn: '2023-05-01',
    });
    const merged = await merge(one.id, other.id, { take: ['wastewater', 'place'] });
    expect(merged.json()).toMatchObject({
      name: one.name,
      creditCode: one.creditCode,
      wastewater: 'SEWER',
      movedIn: '2023-05-01',
      version: 2,
      merged: [{ id: other.id, undoable: true }],
    });
    expect(
      await sql(
        `select valid_from, valid_to from tenancy where owner_org = $1 and absorbed_by is null`,
        [one.id],
      ),
    ).toEqual([{ valid_from: '2023-05-01', valid_to: null }]);
    expect(await detail(other.id)).toMatchObject({
      mergedInto: { id: one.id, name: one.name },
      may: { update: false, merge: false },
    });
    for (const q of ['老名号', other.creditCode, 'laominghao']) {
      const found = await officer.get(`/api/enterprises?q=${encodeURIComponent(q)}`);
      expect(found.json<EnterpriseList>()).toMatchObject({ total: 1, rows: [{ id: one.id }] });
    }
    const { entries } = (await officer.get(`/api/enterprises/${one.id}/timeline`)).json<Timeline>();
    expect(entries.map(({ type }) => type).sort()).toEqual([
      'enterprise.merged',
      'enterprise.merged_into',
      'enterprise.registered',
      'enterprise.registered',
    ]);
    const late = { ...one, version: 2, name: '演示改名有限公司' };
    expect((await officer.post(`/api/enterprises/${other.id}`, late)).json()).toMatchObject({
      code: 'ENTERPRISE_MERGED',
    });
    expect((await merge(one.id, other.id, { version: 2, otherVersion: 2 })).json()).toMatchObject({
      code: 'ENTERPRISE_MERGED',
    });
  });

  it('are separated again by the same office, with everything where it was', async () => {
    const one = await registered({ parkId: park, movedIn: '2024-03-01' });
    const other = await registered({
      name: '演示梧桐旧名有限公司',
      parkId: neighbour,
      movedIn: '2020-01-01',
    });
    await officer.post(`/api/enterprises/${other.id}/departure`, {
      leftOn: '2022-12-31',
      version: 1,
    });
    const stays = () =>
      sql('select * from tenancy where owner_org = any ($1) order by id', [[one.id, other.id]]);
    const [wholes, before] = [[await detail(one.id), await detail(other.id)], await stays()];
    await merge(one.id, other.id, { otherVersion: 2, take: ['name'] });
    expect(await detail(one.id)).toMatchObject({ name: '演示梧桐旧名有限公司' });
    expect(await stays()).not.toEqual(before);
    const city = await test.as('CITY_OFFICER');
    expect((await undo(city, one.id, other.id, 2)).json()).toMatchObject({
      code: 'MERGE_OTHER_OFFICE',
    });
    // Another person of the same office may.
    expect((await undo(head, one.id, other.id, 2)).statusCode).toBe(200);
    expect(await stays()).toEqual(before);
    const versions = [{ version: 3 }, { version: 4 }];
    expect([await detail(one.id), await detail(other.id)]).toEqual(
      wholes.map((whole, at) => ({ ...whole, ...versions[at] })),
    );
  });

  it('stay one once something changed since', async () => {
    const [one, other] = [await registered(), await registered()];
    await merge(one.id, other.id);
    await officer.post(`/api/enterprises/${one.id}`, { ...one, address: '新址', version: 2 });
    expect((await undo(officer, one.id, other.id, 3)).json()).toMatchObject({
      code: 'MERGE_CHANGED_SINCE',
    });
    expect((await detail(one.id)).merged).toMatchObject([{ undoable: false }]);
  });

  it('take their people along: whoever signed in for the one reaches the survivor', async () => {
    const owner = await test.as('ENTERPRISE_OWNER');
    const { rows } = (await owner.get('/api/enterprises')).json<EnterpriseList>();
    const theirs = await detail(rows[0]!.id);
    const survivor = await registered({ parkId: theirs.park!.id, movedIn: theirs.movedIn });
    await merge(survivor.id, theirs.id, { otherVersion: theirs.version });
    const now = (await owner.get('/api/enterprises')).json<EnterpriseList>();
    expect(now.rows.map(({ id }) => id)).toEqual([survivor.id]);
    await undo(officer, survivor.id, theirs.id, 2);
    const back = (await owner.get('/api/enterprises')).json<EnterpriseList>();
    expect(back.rows.map(({ id }) => id)).toEqual([theirs.id]);
  });

  it('take their contacts along, and give back what nobody changed since', async () => {
    const manager = await test.as('PARK_MANAGER');
    const [own] = (await manager.get('/api/parks')).json<{ rows: { id: string }[] }>().rows;
    const one = await registered({ parkId: own!.id, movedIn: '2024-03-01' });
    const other = await registered({ name: '演示梧桐别号有限公司' });
    const enter = async (name: string) => {
      const form = { kind: 'CONTACT', name, phone: '13812345678' };
      const made = await officer.post(`/api/enterprises/${other.id}/contacts`, form);
      return made.json<Contact>().id;
    };
    const contacts = async (id: string, client = officer) =>
      (await client.get(`/api/enterprises/${id}/contacts`)).json<ContactList>().contacts;
    const [kept, changed] = [await enter('甲测试'), await enter('乙测试')];
    await merge(one.id, other.id);
    expect((await contacts(one.id)).map(({ id, cameWith }) => [id, cameWith])).toEqual(
      [kept, changed].sort().map((id) => [id, { name: other.name }]),
    );
    // The survivor is in the manager's park, so the contacts are too; whose they were is not told.
    const seen = (await contacts(one.id, manager)).map(({ cameWith }) => cameWith);
    expect(seen).toEqual([{ name: null }, { name: null }]);
    const late = { kind: 'CONTACT', name: '丙测试', phone: '' };
    const refused = await officer.post(`/api/enterprises/${other.id}/contacts`, late);
    expect(refused.json()).toMatchObject({ code: 'CONTACT_OF_MERGED' });
    await officer.post(`/api/contacts/${changed}`, { version: 1, jobTitle: '厂长' });
    expect((await undo(officer, one.id, other.id, 2)).statusCode).toBe(200);
    expect(await contacts(other.id)).toMatchObject([{ id: kept, cameWith: null, version: 1 }]);
    expect(await contacts(one.id)).toMatchObject([{ id: changed, jobTitle: '厂长' }]);
    expect((await manager.get(`/api/enterprises/${other.id}/contacts`)).statusCode).toBe(404);
    const places = await sql(
      `select c.park_id = e.park_id or (c.park_id is null and e.park_id is null) as same
       from contact c join enterprise e on e.id = c.enterprise_id where c.id = any ($1::uuid[])`,
      [[kept, changed]],
    );
    expect(places).toEqual([{ same: true }, { same: true }]);
  });

  it('are refused where they contradict: two parks at once, a version overtaken, itself, another county', async () => {
    const one = await registered({ parkId: park, movedIn: '2024-03-01' });
    const other = await registered({ parkId: neighbour, movedIn: '2024-04-01' });
    expect((await merge(one.id, other.id)).json()).toMatchObject({
      status: 409,
      code: 'STAYS_CONFLICT',
    });
    expect((await merge(one.id, other.id, { otherVersion: 2 })).json()).toMatchObject({
      code: 'CHANGED_MEANWHILE',
    });
    expect((await merge(one.id, one.id)).json()).toMatchObject({ code: 'MERGE_SAME' });
    const [foreign] = await sql<{ id: string }>(
      'select id from enterprise where district_code = $1 limit 1',
      [NEXT],
    );
    expect((await merge(one.id, foreign!.id)).statusCode).toBe(404);
    expect(await detail(one.id)).toMatchObject({ version: 1, merged: [] });
  });

  it('are merged once where two officers merge them crosswise in the same moment', async () => {
    const [one, other] = [await registered(), await registered()];
    const both = await Promise.all([merge(one.id, other.id), merge(other.id, one.id)]);
    expect(both.map(({ statusCode }) => statusCode).sort((a, b) => a - b)).toEqual([200, 409]);
  });
});
