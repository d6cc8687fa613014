import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventLogPage, SecurityLog } from '@ludao/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadCheckpointKey, readLog, takeCheckpoint } from '../../../platform/event-log/index.ts';
import { readWholeSheet } from '../../../platform/excel/index.ts';
import {
  describeOnDemonstration,
  openTestApp,
  type Client,
  type TestApp,
} from '../../../testing-app.ts';

describeOnDemonstration('the event log on a screen', (database) => {
  const folder = mkdtempSync(join(tmpdir(), 'ludao-event-log-'));
  let test: TestApp;
  let audit: Client;
  beforeAll(async () => {
    test = await openTestApp(database());
    audit = await test.as('AUDIT_OFFICER');
  });
  afterAll(async () => {
    await test.close();
    rmSync(folder, { recursive: true });
  });

  const read = async (query = '') =>
    (await audit.get(`/api/event-log${query}`)).json<EventLogPage>();

  it('says what no checkpoint protects yet, and once one was taken, which and when', async () => {
    const before = await read();
    expect(before.protection.checkpoint).toBeNull();
    expect(before.rows.every((row) => !row.protected)).toBe(true);
    const key = loadCheckpointKey(folder);
    await takeCheckpoint(database(), { folder, key, now: test.now() });
    const form = { firstDay: '2026-12-01', lastDay: '2026-12-02' };
    const officer = await test.as('APPROVAL_OFFICER');
    const { user } = (await officer.get('/api/session')).json<{ user: { id: string } }>();
    await officer.post('/api/absences', { personId: user.id, ...form });
    const { rows, protection } = await read();
    const checkpoint = { number: 1, takenAt: test.now().toISOString(), position: rows[1]!.id };
    expect(protection).toEqual({ checkpoint, unprotected: 1 });
    expect(rows.map((row) => row.protected).slice(0, 2)).toEqual([false, true]);
    expect(rows[0]).toMatchObject({ type: 'absence.recorded', actor: '演示审批人员' });
    expect(JSON.parse(rows[0]!.body)).toMatchObject(form);
  });

  it('is read page by page to the first event, and leaves as Excel as the page shows it', async () => {
    const [row] = await database().transaction((tx) =>
      tx.query<{ total: number }>('select count(*)::integer as total from event'),
    );
    const seen: string[] = [];
    for (let before: string | null = ''; before !== null;) {
      const page: EventLogPage = await read(before && `?before=${before}`);
      seen.push(...page.rows.map(({ id }) => id));
      before = page.next;
    }
    expect(seen).toHaveLength(row!.total);
    expect(seen).toEqual(seen.toSorted((a, b) => Number(b) - Number(a)));
    const { rawPayload } = await audit.get(`/api/event-log/export?before=${seen[0]}`);
    const columns = [{ key: 'id', zh: '位置' }] as const;
    const sheet = await readWholeSheet(rawPayload, { columns });
    expect(sheet.ok && sheet.rows.map(({ values }) => values.id)).toEqual(seen.slice(1, 51));
  });

  it('is narrowed by kind, type, county, person and day', async () => {
    const all = await read();
    for (const [query, fits] of [
      ['kind=absence', ({ stream }) => stream.startsWith('absence/')],
      ['type=absence.recorded', ({ type }) => type === 'absence.recorded'],
      ['district=330603', ({ districtCode }) => districtCode === '330603'],
      [`actor=${encodeURIComponent('审批人员')}`, ({ actor }) => actor === '演示审批人员'],
      ['from=2026-11-25&to=2026-11-25', () => true],
    ] as [string, (row: EventLogPage['rows'][number]) => boolean][]) {
      const { rows } = await read(`?${query}`);
      expect(rows.length, query).toBeGreaterThan(0);
      expect(rows.every(fits), query).toBe(true);
    }
    expect(all.types).toContain('absence.recorded');
    expect((await read('?to=2026-11-24')).rows).toEqual([]);
  });

  it('is for the audit officer alone, and each look stands in the security log', async () => {
    for (const role of ['SECURITY_OFFICER', 'SYSTEM_OFFICER', 'BUREAU_HEAD'] as const) {
      expect((await (await test.as(role)).get('/api/event-log')).statusCode, role).toBe(403);
    }
    const looks = async () =>
      (await audit.get('/api/security-log?kind=EVENT_LOG_READ')).json<SecurityLog>();
    const { total } = await looks();
    await read(`?kind=post&actor=${encodeURIComponent('王某')}`);
    const after = await looks();
    expect(after.total).toBe(total + 1);
    expect(JSON.parse(after.rows[0]!.detail)).toEqual({ kind: 'post', actor: '*' });
  });

  it('finds a rare type and a person by an index', async () => {
    for (const [condition, index] of [
      [{ type: 'absence.recorded' }, 'event_by_type'],
      [{ actors: ['system:clock'] }, 'event_by_actor'],
    ] as const) {
      const plan = await database().transaction(async (tx) => {
        await tx.query('set local enable_seqscan = off; set local enable_bitmapscan = off');
        const explained = {
          ...tx,
          query: <Row>(sql: string, params?: readonly unknown[]) =>
            tx.query<Row>(`explain ${sql}`, params),
        };
        return JSON.stringify(await readLog(explained, condition, 50));
      });
      expect(plan).toContain(index);
    }
  });
});
