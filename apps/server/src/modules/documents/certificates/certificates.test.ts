import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CertificateView } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { readStream } from '../../../platform/event-log/index.ts';
import type { Scope } from '../../../platform/scope.ts';
import { describeOnDatabase } from '../../../platform/testing.ts';
import { openTestApp, type Client, type TestApp } from '../../../testing-app.ts';
import { shippedLaw } from '../../rulebook/index.ts';
import { recordCertificateOutside } from './outside/service.ts';
import {
  endCertificate,
  findCertificatesAbout,
  issueCertificate,
  type CertificateLaw,
} from './service.ts';
import { openCertificateTemplates } from './templates.ts';

const TODAY = '2026-11-25';
const HOME = '330603';
const templates = openCertificateTemplates();
const { ruleSet } = shippedLaw().rulebook;
const law: CertificateLaw = { templates, ruleSet: () => ruleSet };
/** Where an office has adopted this platform in writing as the record. */
const adopted: CertificateLaw = {
  templates,
  ruleSet: () => ({
    ...ruleSet,
    lists: ruleSet.lists.map((list) =>
      list.topic === 'record-modes'
        ? { ...list, entries: list.entries.map((entry) => ({ ...entry, mode: 'record' as const })) }
        : list,
    ),
  }),
};
const acting = {
  actor: 'system:test',
  actingFor: null,
  office: null,
  now: new Date('2026-11-25T01:00:00Z'),
  today: TODAY,
};

describeOnDatabase('a certificate', (database) => {
  let test: TestApp;
  let owner: Client;
  let officer: Client;
  let enterprise: string;
  let park: string;
  let scope: Scope;
  beforeAll(async () => {
    test = await openTestApp(database());
    [owner, officer] = [await test.as('ENTERPRISE_OWNER'), await test.as('APPROVAL_OFFICER')];
    const found = (await owner.get('/api/enterprises')).json<{ rows: { id: string }[] }>();
    enterprise = found.rows[0]!.id;
    const [row] = await database().transaction((tx) =>
      tx.query<{ parkId: string }>('select park_id as "parkId" from enterprise where id = $1', [
        enterprise,
      ]),
    );
    park = row!.parkId;
    scope = { actor: 'system:test', orgs: [enterprise], districts: [], parks: [] };
  });
  afterAll(() => test.close());

  const as = <T>(fn: (tx: Tx) => Promise<T>) => database().scoped(scope, fn);
  const issue = (tx: Tx, kind = 'filing_receipt', by = law, id: string = randomUUID()) =>
    issueCertificate(
      tx,
      by,
      {
        kind,
        holderOrg: enterprise,
        districtCode: HOME,
        parkId: park,
        about: { kind: 'test', id },
        name: '演示企业',
        fields: Object.fromEntries(
          templates
            .on(kind, TODAY)!
            .fields.map(({ key, kind: of }) => [key, of === 'date' ? TODAY : '演示内容']),
        ),
      },
      acting,
    );
  const view = async (client: Client, id: string) =>
    (await client.get(`/api/certificates/${id}`)).json<CertificateView>();
  const verified = async (code: string) =>
    (await test.visitor().get(`/api/verification/${code}`)).json<object>();
  const enter = (client: Client, id: string, body: object) =>
    client.post(`/api/certificates/${id}/official-number`, { version: 1, on: TODAY, ...body });

  it('is numbered without a gap by twenty at once, and a transaction that fails gives its number back', async () => {
    const first = await as((tx) => issue(tx, 'admission'));
    expect(first.number).toBe('入驻330603-2026-00001');
    await expect(
      as(async (tx) => {
        await issue(tx, 'admission');
        throw new Error('given up');
      }),
    ).rejects.toThrow('given up');
    const more = await Promise.all(
      Array.from({ length: 20 }, () => as((tx) => issue(tx, 'admission'))),
    );
    expect(more.map(({ number }) => number).toSorted()).toEqual(
      Array.from({ length: 20 }, (_, at) => `入驻330603-2026-${String(at + 2).padStart(5, '0')}`),
    );
    expect(new Set(more.map(({ verification }) => verification)).size).toBe(20);
  });

  it('verifies as valid with its code until it is ended, and then as ended', async () => {
    const { id, number, verification, mode } = await as((tx) => issue(tx, 'admission'));
    expect(mode).toBe('OWN');
    const told = { number, day: TODAY, outside: null };
    expect(await verified(verification)).toEqual({ ...told, status: 'VALID' });
    const ending = { state: 'ENDED', reasonCode: 'LEFT_PARK' } as const;
    expect(await as((tx) => endCertificate(tx, id, ending, acting))).toBeUndefined();
    expect(await verified(verification)).toEqual({ ...told, status: 'ENDED' });
    expect(await as((tx) => endCertificate(tx, id, ending, acting))).toMatchObject({
      refused: 'CERTIFICATE_NOT_VALID',
    });
    expect(await view(owner, id)).toMatchObject({ stateOn: TODAY, stateReason: 'LEFT_PARK' });
    const events = await database().transaction((tx) => readStream(tx, `certificate/${id}`));
    expect(events.map(({ type }) => type)).toEqual(['certificate.issued', 'certificate.ended']);
  });

  it('in front of an official system is no receipt until that system gave its number', async () => {
    const matter = randomUUID();
    const { id, verification, mode } = await as((tx) => issue(tx, 'filing_receipt', law, matter));
    expect(mode).toBe('FRONT');
    const before = await view(owner, id);
    expect(before).toMatchObject({
      record: { mode: 'FRONT', system: '环境影响登记表备案系统', number: null },
      may: { enter: true, correct: false },
    });
    expect(before.paper.warnings).toEqual(['预填/内部编号，非法定备案回执']);
    const outside = { system: '环境影响登记表备案系统', number: null };
    expect(await verified(verification)).toMatchObject({ status: 'VALID', outside });
    expect((await enter(owner, id, { number: '外1号', on: '2026-11-26' })).json()).toMatchObject({
      code: 'OFFICIAL_DAY_IN_FUTURE',
    });
    const closed = (await enter(owner, id, { number: '202633060300000001' })).json();
    expect(closed).toMatchObject({ record: { number: '202633060300000001', on: TODAY } });
    expect(closed).toMatchObject({ paper: { warnings: [] }, may: { enter: false } });
    expect(await verified(verification)).toMatchObject({
      outside: { ...outside, number: '202633060300000001' },
    });
    const [found] = await as((tx) => findCertificatesAbout(tx, { kind: 'test', id: matter }));
    expect(found).toMatchObject({ id, mode: 'FRONT', isWaitingOutside: false });
  });

  it('gets another official number from an office of the county only, for a reason', async () => {
    const { id } = await as((tx) => issue(tx));
    const number = { officialNumber: '外1号', officialOn: TODAY };
    await as((tx) => recordCertificateOutside(tx, id, number, acting));
    const again = { version: 2, number: '外2号' };
    expect((await enter(owner, id, again)).json()).toMatchObject({
      code: 'OFFICIAL_NUMBER_ENTERED',
    });
    expect((await enter(officer, id, again)).json()).toMatchObject({
      code: 'CORRECTION_NEEDS_REASON',
    });
    const stale = await enter(officer, id, { ...again, version: 1, reason: 'ENTERED_WRONGLY' });
    expect(stale.statusCode).toBe(409);
    const corrected = await enter(officer, id, { ...again, reason: 'ENTERED_WRONGLY' });
    expect(corrected.json()).toMatchObject({ record: { number: '外2号' }, version: 3 });
  });

  it('is the record itself where this platform was adopted, and needs no other number', async () => {
    const { id, mode, verification } = await as((tx) => issue(tx, 'filing_receipt', adopted));
    expect(mode).toBe('RECORD');
    expect((await view(owner, id)).paper.warnings).toEqual([]);
    expect(await verified(verification)).toMatchObject({ outside: null });
    expect((await enter(officer, id, { number: '外1号' })).json()).toMatchObject({
      code: 'CERTIFICATE_NOT_OUTSIDE',
    });
  });

  it('is read by its holder, its park and the offices of its county, and by nobody else', async () => {
    const { id } = await as((tx) => issue(tx));
    const status = async (client: Client, path = '') =>
      (await client.get(`/api/certificates/${id}${path}`)).statusCode;
    for (const role of [
      'ENTERPRISE_OWNER',
      'PARK_MANAGER',
      'RECORDS_CLERK',
      'CITY_OFFICER',
    ] as const) {
      expect([role, await status(await test.as(role))]).toEqual([role, 200]);
    }
    expect(await status(test.visitor())).toBe(401);
    await database().transaction((tx) =>
      tx.query(`update certificate set district_code = '330602', park_id = null where id = $1`, [
        id,
      ]),
    );
    expect(await status(officer)).toBe(404);
    expect(await status(officer, '/pdf')).toBe(404);
    expect((await enter(officer, id, { number: '外1号' })).statusCode).toBe(404);
    const pdf = await owner.get(`/api/certificates/${id}/pdf`);
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is not issued with fields that its template does not ask for, or without those it does', async () => {
    const given = { holderOrg: enterprise, districtCode: HOME, parkId: null, name: '演示企业' };
    const wrong = { ...given, kind: 'admission', about: { kind: 'test', id: randomUUID() } };
    await expect(
      as((tx) => issueCertificate(tx, law, { ...wrong, fields: { park: '演示园区' } }, acting)),
    ).rejects.toThrow('fields are missing: unit, park_eia');
    await expect(
      as((tx) => issueCertificate(tx, law, { ...wrong, kind: 'unheard', fields: {} }, acting)),
    ).rejects.toThrow('no template');
  });
});
