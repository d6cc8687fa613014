import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EnterpriseList, ParkList, Task, TaskList, UnitList } from '@ludao/contracts';
import { anAdoption } from '../rulebook/testing.ts';
import {
  describeOnDemonstration,
  openTestApp,
  type Client,
  type TestApp,
} from '../../testing-app.ts';

describeOnDemonstration('what waits for a person', (database) => {
  let test: TestApp;
  beforeAll(async () => void (test = await openTestApp(database())));
  afterAll(() => test.close());

  const tasksOf = async (client: Client) =>
    new Map(
      (await client.get('/api/tasks'))
        .json<TaskList>()
        .tasks.map((task): [string, Task] => [task.key, task]),
    );
  const run = (sql: string) => database().transaction((tx) => tx.query(sql));

  it('is as many as the list behind each figure shows', async () => {
    await run(`update enterprise set wastewater = null where credit_code in (
      select credit_code from enterprise where district_code = '330603' order by 1 limit 4)`);
    const officer = await test.as('APPROVAL_OFFICER');
    const task = (await tasksOf(officer)).get('enterprises.profile')!;
    expect(task).toMatchObject({ count: 4, tone: 'due', to: '/enterprises?profile=missing' });
    const { total } = (
      await officer.get('/api/enterprises?profile=missing')
    ).json<EnterpriseList>();
    expect(total).toBe(4);
    const [full, waste, out] = await Promise.all(
      ['profile=full', 'waste=yes', 'tenancy=out'].map(async (query) =>
        (await officer.get(`/api/enterprises?size=200&${query}`)).json<EnterpriseList>(),
      ),
    );
    expect(full!.total).toBe(8);
    expect(out!.rows.every(({ park }) => park === null)).toBe(true);
    expect(waste!.total).toBeGreaterThan(0);
  });

  it('is an entry for whoever approves it, and never for whoever entered it', async () => {
    const head = await test.as('BUREAU_HEAD');
    const officer = await test.as('APPROVAL_OFFICER');
    const entry = (client: Client, id: string) =>
      client.post('/api/rulebook/entries', anAdoption({ id }));
    const own = (await entry(head, 'own-one')).json<{ id: string }>();
    const others = (await entry(officer, 'other-one')).json<{ id: string }>();
    expect((await tasksOf(head)).get('rulebook.to_approve')).toMatchObject({ count: 1 });
    expect((await tasksOf(officer)).has('rulebook.to_approve')).toBe(false);
    const reason = { decision: 'reject', reason: '文号不对' };
    await head.post(`/api/rulebook/entries/${others.id}/decision`, reason);
    expect((await tasksOf(head)).has('rulebook.to_approve')).toBe(false);
    expect((await tasksOf(officer)).get('rulebook.sent_back')).toMatchObject({ count: 1 });
    expect(own.id).not.toBe(others.id);
  });

  it('is each role’s own work and nothing else', async () => {
    const manager = await test.as('PARK_MANAGER');
    const { units } = (await manager.get('/api/units-to-let')).json<UnitList>();
    const empty = units.filter(({ isLet }) => !isLet).length;
    expect((await tasksOf(manager)).get('parks.empty_units')).toMatchObject({ count: empty });
    await manager.post('/api/pre-lease-checks', {
      unitId: units[0]!.id,
      tenantName: '演示承租企业',
      project: { industries: ['2926'], unstated: 'no' },
    });
    const inspector = await tasksOf(await test.as('INSPECTOR'));
    expect(inspector.get('parks.checks')).toMatchObject({ count: 1, tone: 'info' });
    expect([...inspector.keys()].sort()).toEqual(['enterprises.profile_seen', 'parks.checks']);
    const security = await tasksOf(await test.as('SECURITY_OFFICER'));
    const signedIn = security.get('security.signed_in')!;
    expect(signedIn.count).toBeGreaterThan(3);
    expect(signedIn.to).toBe('/security-log?kind=SIGNED_IN&from=2026-11-25');
    const log = await (
      await test.as('AUDIT_OFFICER')
    ).get('/api/security-log?kind=SIGNED_IN&from=2026-11-25');
    // The audit officer's own sign-in came after the figure.
    expect(log.json()).toMatchObject({ total: signedIn.count + 1 });
    expect([...security.keys()].every((key) => key.startsWith('security.'))).toBe(true);
    expect((await tasksOf(await test.as('REVIEWER'))).size).toBe(0);
    expect((await test.visitor().get('/api/tasks')).statusCode).toBe(401);
  });

  it('tells a park whose stars end soon, and leads to it', async () => {
    await run(`update park_designation set valid_to = '2027-01-31' where park_id = (
      select id from park where district_code = '330603' order by name limit 1)`);
    const econ = await test.as('ECON_OFFICER');
    const task = (await tasksOf(econ)).get('parks.ending');
    const { total } = (await econ.get('/api/parks?stars=ending')).json<ParkList>();
    expect(total).toBe(task?.count ?? 0);
    for (const stars of ['any', 'none', '5']) {
      const { rows } = (await econ.get(`/api/parks?stars=${stars}`)).json<ParkList>();
      const fits = (count: number | null) =>
        stars === 'any' ? count !== null : stars === 'none' ? count === null : count === 5;
      expect(rows.every((row) => fits(row.stars))).toBe(true);
    }
  });

  it('is said before a delegation ends, to both sides', async () => {
    await run(`update delegation set ends_at = '2026-12-01T00:00Z'`);
    expect(
      (await tasksOf(await test.as('STEWARD'))).get('organisations.delegations'),
    ).toMatchObject({ count: 5 });
    expect(
      (await tasksOf(await test.as('ENTERPRISE_OWNER'))).get('organisations.delegations'),
    ).toMatchObject({ count: 1 });
  });
});
