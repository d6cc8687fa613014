import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  CHANGE_QUESTION_NAMES,
  type Admission,
  type AdmissionPlaces,
  type EnterpriseDetail,
  type ParkEia,
  type ParkEiaForm,
} from '@ludao/contracts';
import { describeOnDatabase } from '../../../platform/testing.ts';
import { openTestApp, type Client, type TestApp } from '../../../testing-app.ts';
import { expireParkEias } from '../park-eia/deciding/service.ts';
import type { ParkPermit } from '../park-eia/model.ts';
import type { ParkRestriction } from '../model.ts';
import { adoptDirectEntry, anAdmission, anApproval, aParkEia, approveParkEia } from '../testing.ts';

const PERMIT: ParkPermit = {
  number: '演示许可0001',
  validTo: '2031-06-30',
  annualGrams: new Map([
    ['COD', 8_000_000n],
    ['NH3N', 2_000_000n],
  ]),
};

describeOnDatabase('direct entry under a park-wide EIA', (database) => {
  let test: TestApp;
  let [manager, officer, head, owner] = [] as unknown as [Client, Client, Client, Client];
  let park: string;
  let enterprise: string;
  let permit: ParkPermit | null = PERMIT;
  let restriction: ParkRestriction | null = null;
  beforeAll(async () => {
    const instead = {
      permitInForce: () => Promise.resolve(permit),
      restrictions: () => Promise.resolve(restriction),
    };
    test = await openTestApp(database(), {}, database(), instead);
    manager = await test.as('PARK_MANAGER');
    officer = await test.as('APPROVAL_OFFICER');
    head = await test.as('BUREAU_HEAD');
    owner = await test.as('ENTERPRISE_OWNER');
    park = (await manager.get('/api/parks')).json<{ rows: { id: string }[] }>().rows[0]!.id;
    const own = (await owner.get('/api/enterprises')).json<{ rows: { id: string }[] }>();
    enterprise = own.rows[0]!.id;
    await putIn(enterprise, park);
  });
  afterAll(() => test.close());

  const putIn = async (id: string, parkId: string | null) => {
    const { version, name, creditCode, industries, districtCode } = (
      await officer.get(`/api/enterprises/${id}`)
    ).json<EnterpriseDetail>();
    const form = { name, creditCode, industries, districtCode, parkId, movedIn: null, version };
    expect((await officer.post(`/api/enterprises/${id}`, form)).statusCode).toBe(200);
  };
  const apply = async (changes: Parameters<typeof anAdmission>[1] = {}) =>
    (await owner.post('/api/admissions', anAdmission(enterprise, changes))).json<Admission>();
  const failed = ({ checks }: Admission) =>
    checks.filter(({ met }) => !met).map(({ code, reason, item }) => item ?? `${code} ${reason}`);
  const eiaOf = async (id: string) => (await manager.get(`/api/park-eias/${id}`)).json<ParkEia>();
  const drawn = async (id: string) =>
    Object.fromEntries((await eiaOf(id)).allowance.map((line) => [line.item, line.drawn]));
  const screened = async () => {
    const answer = await test.visitor().post('/api/screenings', {
      industries: ['1752'],
      jurisdiction: '330603',
      place: { park },
      facts: {
        nature: 'new',
        building: 'industrial',
        'process.dyeing': true,
        'capacity.t_a': 900,
        'reform.within_park_eia': true,
      },
      unstated: 'no',
      on: '2026-11-25',
    });
    return answer.json<{ level: string; code?: string }>();
  };
  let eia: string;

  it('tells everything that is missing while there is neither EIA nor adoption, and keeps it', async () => {
    const refused = await apply();
    expect(refused.state).toBe('REFUSED');
    expect(failed(refused)).toEqual([
      'PARK_EIA no_eia',
      'RECONCILED not_reconciled',
      'LAW law_silent',
      'COD',
      'WASTEWATER',
    ]);
    expect((await owner.get(`/api/admissions/${refused.id}`)).json()).toEqual(refused);
  });

  it('begins with a dossier that is returned with what is missing, and approved by two persons', async () => {
    const form: ParkEiaForm = aParkEia(park, { historical: false });
    const { id } = (await manager.post('/api/park-eias', form)).json<{ id: string }>();
    const at = `/api/park-eias/${id}`;
    expect((await manager.post(`${at}/submission`, { version: 1 })).json()).toMatchObject({
      code: 'PARK_EIA_INCOMPLETE',
      params: { field: 'reportFile' },
    });
    const { parkId: _p, historical: _h, ...said } = form;
    const wrong = { ...said, envelope: { ...form.envelope, conditions: [BROKEN] }, version: 1 };
    const sent = await manager.upload('/api/files?name=eia.pdf&purpose=park-eia', PDF);
    const file = sent.json<{ id: string }>().id;
    await manager.post(at, { ...wrong, reportFile: file });
    expect((await manager.post(`${at}/submission`, { version: 2 })).json()).toMatchObject({
      code: 'ENTRY_INVALID',
      params: { reason: 'feel.unknown_fact' },
    });
    const { reportFile } = await eiaOf(id);
    await manager.post(at, { ...said, reportFile: reportFile!.id, version: 2 });
    await manager.post(`${at}/submission`, { version: 3 });
    await officer.post(`${at}/return`, { version: 4, reason: '缺防护距离图' });
    expect(await eiaOf(id)).toMatchObject({ state: 'RETURNED', returnedFor: '缺防护距离图' });
    await manager.post(`${at}/submission`, { version: 5 });
    expect((await manager.post(`${at}/decision`, await anApproval(officer, 6))).statusCode).toBe(
      403,
    );
    const proposed = await officer.post(`${at}/decision`, await anApproval(officer, 6));
    expect(proposed.json()).toMatchObject({ state: 'PROPOSED' });
    expect((await officer.post(`${at}/confirmation`, { version: 7 })).statusCode).toBe(403);
    await adoptDirectEntry(officer, head);
    expect((await screened()).level).not.toBe('EXEMPT');
    const confirmed = await head.post(`${at}/confirmation`, { version: 7 });
    expect(confirmed.json()).toMatchObject({ state: 'IN_FORCE', permitNo: PERMIT.number });
    eia = id;
  });

  it('makes the approval law in the same moment: the public wizard answers by it', async () => {
    expect(await screened()).toMatchObject({ level: 'EXEMPT' });
  });

  it('waits until the opening balance is confirmed', async () => {
    expect(failed(await apply())).toEqual(['RECONCILED not_reconciled']);
    const { version } = await eiaOf(eia);
    const opened = await officer.post(`/api/park-eias/${eia}/opening-balance`, { version });
    expect(opened.json()).toMatchObject({ reconciledOn: '2026-11-25' });
  });

  it('tells value and limit of all that does not fit, and draws nothing', async () => {
    restriction = {
      id: park,
      documentNo: '演示限批1号',
      since: '2026-11-01',
      reason: { zh: '未完成整改', en: 'Not put right' },
    };
    const refused = await apply({
      processes: ['process.dyeing', 'process.solvent_coating'],
      pollutants: [
        { pollutant: 'COD', gramsPerYear: 8_000_001 },
        { pollutant: 'NH3N', gramsPerYear: 1_000_001 },
        { pollutant: 'VOCS', gramsPerYear: 1 },
      ],
      project: {
        industries: ['1752'],
        facts: { nature: 'new', building: 'industrial', 'capacity.t_a': 6001 },
        unstated: 'no',
      },
      wastewaterLitresPerDay: 1_000_001,
    });
    restriction = null;
    expect(failed(refused)).toEqual([
      'RESTRICTION restricted',
      'LAW park.outside_envelope',
      'PROCESS process',
      'COD',
      'NH3N',
      'VOCS',
      'WASTEWATER',
    ]);
    const amounts = refused.checks.filter(({ code }) => code === 'AMOUNT');
    expect(amounts.map(({ params }) => params)).toEqual([
      // The permit allows less than the EIA, and the EIA less than the permit.
      { asked: 8_000_001, left: 8_000_000, total: 8_000_000 },
      { asked: 1_000_001, left: 1_000_000, total: 1_000_000 },
      { asked: 1, left: 0, total: 0 },
      { asked: 1_000_001, left: 1_000_000, total: 1_000_000 },
    ]);
    expect(await drawn(eia)).toEqual({ COD: 0, NH3N: 0, WASTEWATER: 0 });
  });

  it('names a permit that is not in force', async () => {
    permit = null;
    expect(failed(await apply())).toEqual(['PERMIT no_permit', 'COD']);
    permit = PERMIT;
  });

  it('admits at once, takes the share, and says so to operator and officer', async () => {
    const { places } = (await owner.get('/api/admission-places')).json<AdmissionPlaces>();
    expect(places).toMatchObject([
      { enterpriseId: enterprise, park: { id: park }, eia: { id: eia } },
    ]);
    const admitted = await apply({ pollutants: [{ pollutant: 'COD', gramsPerYear: 8_000_000 }] });
    expect(admitted).toMatchObject({ state: 'ADMITTED', representative: '演示代表人' });
    expect(await drawn(eia)).toEqual({ COD: 8_000_000, NH3N: 0, WASTEWATER: 100_000 });
    const seen = (await manager.get(`/api/admissions/${admitted.id}`)).json<Admission>();
    expect(seen.representative).toBe('演****');
    for (const client of [manager, officer]) {
      const { rows } = (await client.get('/api/notifications')).json<{
        rows: { kind: string }[];
      }>();
      expect(rows.map(({ kind }) => kind)).toContain('TENANT_ADMITTED');
    }
    expect(await apply()).toMatchObject({ code: 'ADMITTED_ALREADY' });
  });

  it('takes the shares over into a new EIA, which is refused where they no longer fit', async () => {
    const houses = { manager, officer, head };
    const small = aParkEia(park, {
      envelope: { totals: [{ pollutant: 'COD', gramsPerYear: 7_999_999 }] },
    });
    await expect(approveParkEia(houses, small)).rejects.toThrow('ALLOWANCE_BELOW_SHARES');
    const next = await approveParkEia(houses, aParkEia(park));
    expect(await eiaOf(eia)).toMatchObject({ state: 'SUPERSEDED' });
    expect(await drawn(eia)).toEqual({ COD: 0, NH3N: 0, WASTEWATER: 0 });
    expect(await eiaOf(next)).toMatchObject({ state: 'IN_FORCE', admitted: 1 });
    expect(await drawn(next)).toEqual({ COD: 8_000_000, NH3N: 0, WASTEWATER: 100_000 });
    eia = next;
  });

  it('gives the share back when the tenant leaves', async () => {
    const { rows } = (await owner.get('/api/admissions?state=ADMITTED')).json<{
      rows: { id: string }[];
    }>();
    const { id } = rows[0]!;
    const leaving = { version: 2, leftOn: '2026-11-25', cause: 'PROJECT_ENDED' };
    const late = await owner.post(`/api/admissions/${id}/leaving`, {
      ...leaving,
      leftOn: '2026-11-26',
    });
    expect(late.json()).toMatchObject({ code: 'LEFT_IN_FUTURE' });
    const left = await owner.post(`/api/admissions/${id}/leaving`, leaving);
    expect(left.json()).toMatchObject({ state: 'LEFT', leftOn: '2026-11-25' });
    expect(await drawn(eia)).toEqual({ COD: 0, NH3N: 0, WASTEWATER: 0 });
  });

  it('is refused where no tenancy is on record: the operator records it first', async () => {
    await putIn(enterprise, null);
    expect(await apply()).toMatchObject({ code: 'NO_TENANCY' });
  });

  it('is law no more from the day of a major change, also after the list was brought up to date', async () => {
    const bringUpToDate = async () => {
      const { version } = await eiaOf(eia);
      const listed = await officer.post(`/api/park-eias/${eia}/listing`, { version });
      expect(listed.statusCode).toBe(200);
      const { rows } = (await officer.get('/api/rulebook/entries?topic=parks')).json<{
        rows: { id: string; state: string }[];
      }>();
      return rows.find(({ state }) => state === 'SUBMITTED')!.id;
    };
    const approved = await bringUpToDate();
    const decision = `/api/rulebook/entries/${approved}/decision`;
    expect((await head.post(decision, { decision: 'approve' })).statusCode).toBe(200);
    expect(await screened()).toMatchObject({ level: 'EXEMPT' });
    const waiting = await bringUpToDate();
    const reported = await manager.post(`/api/parks/${park}/changes`, {
      title: '扩建三期',
      facts: MAJOR,
    });
    const { id } = reported.json<{ id: string }>();
    const declared = { decision: 'declare', reason: '现场核实' };
    expect((await officer.post(`/api/changes/${id}/decision`, declared)).statusCode).toBe(200);
    expect(await eiaOf(eia)).toMatchObject({ state: 'STOPPED' });
    expect((await screened()).level).not.toBe('EXEMPT');
    expect((await head.get(`/api/rulebook/entries/${waiting}`)).json()).toMatchObject({
      state: 'WITHDRAWN',
    });
    eia = await approveParkEia({ manager, officer, head }, aParkEia(park));
    expect(await screened()).toMatchObject({ level: 'EXEMPT' });
  });

  it('ends with the last day of the EIA, in the register as in the law', async () => {
    test.setTime('2031-11-20T09:00:00+08:00');

    const day = { now: test.now(), today: '2031-11-20' };
    expect(await expireParkEias(database(), day)).toBe(1);
    const [row] = await database().transaction((tx) =>
      tx.query('select state from park_eia where id = $1', [eia]),
    );
    expect(row).toEqual({ state: 'EXPIRED' });
  });
});

const MAJOR = {
  answers: Object.fromEntries(CHANGE_QUESTION_NAMES.map((name) => [name, false])),
  amounts: {
    capacity: { before: 1000, after: 1300 },
    fugitive_grams: { before: 0, after: 0 },
    stack_centimetres: { before: 1500, after: 1500 },
  },
  pollutants: [],
  exceeded: [],
};
const BROKEN = { no: '1', text: '不存在的条件', when: 'process.no_such_thing' };
const PDF = Buffer.from('%PDF-1.7\n% report\n%%EOF\n');
