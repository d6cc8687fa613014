import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  DossierBlock,
  DossierEvents,
  DossierView,
  EnterpriseDetail,
  EnterpriseList,
  ParkList,
  UnitList,
} from '@ludao/contracts';
import type { Database, Tx } from '../../platform/db.ts';
import {
  describeOnDemonstration,
  openTestApp,
  type Client,
  type TestApp,
} from '../../testing-app.ts';
import { block, cell, type DossierContribution, type DossierSection } from './index.ts';

const READ = { action: 'read', resource: 'enterprise' } as const;
const NOBODYS = '00000000-0000-4000-8000-000000000000';

/** As a later capability would add it: nothing of this module knows it. */
const LATER: DossierContribution = {
  sections: [
    section('quota', 450, READ, async (_, { name }) => [
      block.facts([{ zh: '配额户', en: 'Quota account' }, cell.text(`配额户：${name}`)]),
    ]),
    section('broken', 460, READ, async (tx) => {
      await tx.query('select * from no_such_table');
      return [];
    }),
    section('secret', 470, { action: 'approve', resource: 'rulebook_entry' }, async () => [
      block.note({ zh: '只给审核人', en: 'For approvers only' }),
    ]),
  ],
};

function section(
  key: string,
  order: number,
  right: DossierSection['right'],
  load: DossierSection['load'],
): DossierSection {
  return { key, order, right, load, of: 'enterprise', title: { zh: key, en: key } };
}

describeOnDemonstration('the file', (database) => {
  let test: TestApp;
  let officer: Client;
  let head: Client;
  let manager: Client;
  let owner: Client;
  let firm: EnterpriseDetail;
  const statements: number[] = [];
  beforeAll(async () => {
    const counted = counting(database(), statements);
    test = await openTestApp(counted, {}, counted, { dossiers: [LATER] });
    officer = await test.as('APPROVAL_OFFICER');
    head = await test.as('BUREAU_HEAD');
    manager = await test.as('PARK_MANAGER');
    owner = await test.as('ENTERPRISE_OWNER');
    const [own] = (await owner.get('/api/enterprises')).json<EnterpriseList>().rows;
    firm = (await officer.get(`/api/enterprises/${own!.id}`)).json<EnterpriseDetail>();
  });
  afterAll(() => test.close());

  const fileOf = async (client: Client, query = '', path = `enterprises/${firm.id}`) =>
    (await client.get(`/api/${path}/file${query}`)).json<DossierView>();
  const keysOf = ({ sections }: DossierView) => sections.map(({ key }) => key);
  const blocksOf = ({ sections }: DossierView, key: string): readonly DossierBlock[] =>
    sections.find((one) => one.key === key)?.blocks ?? [];
  const told = async (client: Client, url: string, method: 'get' | 'post' = 'get') => {
    const answer = await (method === 'get' ? client.get(url) : client.post(url, undefined));
    const { instance: _, ...problem } = answer.json<Record<string, unknown>>();
    return { ...problem, status: answer.statusCode };
  };
  const change = async (client: Client, changes: Partial<EnterpriseDetail>) => {
    const now = (await client.get(`/api/enterprises/${firm.id}`)).json<EnterpriseDetail>();
    const { park, unit: _, may: __, id: ___, ...form } = { ...now, ...changes };
    const answer = await client.post(`/api/enterprises/${firm.id}`, {
      ...form,
      parkId: park?.id ?? null,
    });
    expect(answer.statusCode).toBe(200);
  };

  describe('of an enterprise', () => {
    it('holds what every capability contributes, in its order, and the timeline last', async () => {
      const file = await fileOf(head);
      expect(keysOf(file).join(' ')).toBe(
        'identity tenancy sites profile admissions historical_approvals permits checks quota broken secret rulebook responsible timeline',
      );
      expect(file).toMatchObject({ subject: { id: firm.id, name: firm.name }, demo: true });
      expect(JSON.stringify(blocksOf(file, 'identity'))).toContain(firm.creditCode);
      expect(JSON.stringify(blocksOf(file, 'tenancy'))).toContain(firm.park!.name);
      expect(JSON.stringify(blocksOf(file, 'responsible'))).toContain('演示柯桥生态环境分局');
    });

    it('takes in a section of a capability that it does not know, also when one beside it fails', async () => {
      const file = await fileOf(head);
      expect(JSON.stringify(blocksOf(file, 'quota'))).toContain(`配额户：${firm.name}`);
      const broken = file.sections.find(({ key }) => key === 'broken');
      expect(broken).toMatchObject({ blocks: [], fault: 'INTERNAL_ERROR' });
      expect(file.sections.filter(({ fault }) => fault !== null)).toHaveLength(1);
    });

    it('has no trace of a section that the reader has no right to', async () => {
      for (const client of [owner, officer]) {
        const answer = await client.get(`/api/enterprises/${firm.id}/file`);
        expect(answer.body).not.toMatch(/secret|只给审核人/);
      }
      expect(keysOf(await fileOf(owner))).not.toContain('checks');
      expect(keysOf(await fileOf(manager))).toContain('checks');
    });

    it('answers a neighbouring county, and nothing at all, alike', async () => {
      const [foreign] = (
        await (await test.as('CITY_OFFICER')).get('/api/enterprises?district=330602')
      ).json<EnterpriseList>().rows;
      for (const part of ['/file', '/file/events?before=9', '/file/pdf']) {
        const method = part === '/file/pdf' ? 'post' : 'get';
        const unknown = await told(officer, `/api/enterprises/${NOBODYS}${part}`, method);
        expect(unknown).toMatchObject({ status: 404, code: 'NOT_FOUND' });
        const own = await told(officer, `/api/enterprises/${foreign!.id}${part}`, method);
        expect(own).toEqual(unknown);
      }
    });

    it('is printed as a PDF whose digest is the page’s, and the log keeps who printed it', async () => {
      const { digest } = await fileOf(owner);
      const answer = await owner.post(`/api/enterprises/${firm.id}/file/pdf`, undefined);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-type']).toBe('application/pdf');
      expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="file-2026/);
      expect(answer.rawPayload.subarray(0, 5).toString('latin1')).toBe('%PDF-');
      const logged = await database().transaction((tx) =>
        tx.query('select body::json as body, owner_org, actor from event where stream = $1', [
          `dossier/enterprise/${firm.id}`,
        ]),
      );
      expect(logged).toMatchObject([{ body: { digest }, owner_org: firm.id }]);
    });
  });

  it('of a park holds designations, buildings, tenants and checks of the day', async () => {
    const [park] = (await manager.get('/api/parks')).json<ParkList>().rows;
    const file = await fileOf(manager, '', `parks/${park!.id}`);
    expect(keysOf(file).join(' ')).toBe(
      'basics designations buildings park-eias admissions stock permits tenants checks rulebook responsible timeline',
    );
    expect(file.sections.every(({ fault }) => fault === null)).toBe(true);
    expect(JSON.stringify(blocksOf(file, 'tenants'))).toContain(firm.name);
    expect(JSON.stringify(blocksOf(file, 'responsible'))).toContain('演示柯桥滨河街道');
    expect((await owner.get(`/api/parks/${park!.id}/file`)).statusCode).toBe(403);
    const past = await fileOf(manager, '?asOf=2017-12-31', `parks/${park!.id}`);
    expect(blocksOf(past, 'tenants')).toMatchObject([{}, { rows: [] }]);
    expect(blocksOf(past, 'designations')).toMatchObject([{ rows: [] }]);
  });

  it('takes at most three statements for each section, whatever the rows', async () => {
    statements.length = 0;
    const { sections } = await fileOf(head);
    // One transaction for a section; the timeline asks each source for its streams before.
    expect(statements.length).toBeLessThanOrEqual(sections.length + 3);
    expect(Math.max(...statements)).toBeLessThanOrEqual(3);
  });

  it('shows a past day as it was, and refuses a day to come with the limit', async () => {
    await change(officer, {
      address: '演示旧路1号',
      wastewater: 'DIRECT',
      wastes: [{ code: '900-041-49', gramsPerYear: 1_250_000, route: null }],
    });
    test.setTime('2026-11-27T09:00:00+08:00');
    const again = await test.as('APPROVAL_OFFICER');
    await change(again, { address: '演示新路2号' });
    const [now, before] = [await fileOf(again), await fileOf(again, '?asOf=2026-11-26')];
    expect(JSON.stringify(blocksOf(now, 'identity'))).toContain('演示新路2号');
    expect(JSON.stringify(blocksOf(before, 'identity'))).toContain('演示旧路1号');
    expect(blocksOf(before, 'profile')).toEqual(blocksOf(now, 'profile'));
    expect(JSON.stringify(blocksOf(now, 'profile'))).toContain('1.25 t/a');
    expect(JSON.stringify(blocksOf(now, 'timeline'))).toContain('演示新路2号');
    expect(JSON.stringify(blocksOf(before, 'timeline'))).not.toContain('演示新路2号');
    const unborn = await fileOf(again, '?asOf=2026-11-24');
    expect(blocksOf(unborn, 'identity')).toMatchObject([{ kind: 'note' }]);
    expect(blocksOf(unborn, 'timeline')).toMatchObject([{ events: [], next: null }]);
    const url = `/api/enterprises/${firm.id}/file?asOf=2026-11-28`;
    expect(await told(again, url)).toMatchObject({
      status: 422,
      code: 'AS_OF_FUTURE',
      params: { value: '2026-11-28', limit: '2026-11-27' },
    });
  });

  it('tells what happened over all its streams, newest first, page by page', async () => {
    test.setTime('2026-11-25T10:00:00+08:00');
    manager = await test.as('PARK_MANAGER');
    const { units } = (await manager.get('/api/units-to-let')).json<UnitList>();
    await manager.post('/api/pre-lease-checks', {
      unitId: units[0]!.id,
      tenantName: firm.name,
      creditCode: firm.creditCode,
      project: { industries: ['2926'], unstated: 'no' },
    });
    for (let at = 0; at < 30; at += 1) await change(manager, { address: `演示${at}号` });
    const [first] = blocksOf(await fileOf(manager), 'timeline') as [
      DossierEvents & { kind: 'timeline' },
    ];
    const rest = (
      await manager.get(`/api/enterprises/${firm.id}/file/events?before=${first.next}`)
    ).json<DossierEvents>();
    const events = [...first.events, ...rest.events];
    expect(first.events).toHaveLength(30);
    expect(rest.next).toBeNull();
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(events.at(-1)!.name.zh).toBe('登记入册');
    expect(events.some(({ name }) => name.zh === '租前查询')).toBe(true);
    expect(first.events[0]!.facts).toMatchObject([
      { name: { zh: '地址' }, was: [{ text: '演示28号' }], value: [{ text: '演示29号' }] },
    ]);
  });
});

/** Counts what each transaction asks, besides setting its scope. */
function counting(database: Database, counts: number[]): Database {
  return {
    ...database,
    scoped: (scope, fn) =>
      database.scoped(scope, async (tx) => {
        let count = 0;
        const counted: Tx = {
          ...tx,
          query: (sql, params) => {
            if (!sql.startsWith('select set_config(')) count += 1;
            return tx.query(sql, params);
          },
        };
        try {
          return await fn(counted);
        } finally {
          counts.push(count);
        }
      }),
  };
}
