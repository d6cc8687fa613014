import { afterAll, beforeAll, expect, it } from 'vitest';
import type {
  CaseList,
  CaseView,
  EffectCases,
  FilingForm,
  FilingView,
  ParkList,
  PublicCases,
  ReformEffects,
} from '@ludao/contracts';
import { describeOnDatabase } from '../../../platform/testing.ts';
import { openTestApp, type Client, type TestApp } from '../../../testing-app.ts';
import type { ParkRestriction } from '../../parks/index.ts';

/** The treatment of waste gas is filed wherever it is done (item 100 of the catalogue). */
const WASTE_GAS = { works: ['waste_gas'], facts: { nature: 'new' }, unstated: 'no' } as const;
const FORM: FilingForm = {
  nature: 'RETROFIT',
  floorAreaM2: 120,
  investmentCents: 50_000_000,
  environmentalInvestmentCents: 50_000_000,
  operationOn: '2027-03-01',
  content: '演示：新增一套活性炭吸附装置',
  impacts: [{ kind: 'AIR', measure: '活性炭吸附', destination: '15米高排气筒' }],
  legalRepresentative: '演示张某某',
  contact: '演示李某某',
  phone: '13612345678',
};
const LOWERED = {
  industries: ['2926'],
  unstated: 'no',
  place: { park: 'demo-park-plastics' },
  facts: { nature: 'new', building: 'industrial', 'reform.meets_standards': true },
} as const;

describeOnDatabase('a registration form', (database) => {
  let server: TestApp;
  let owner: Client;
  let head: Client;
  let enterprise: string;
  let restriction: ParkRestriction | null = null;

  beforeAll(async () => {
    server = await openTestApp(database(), {}, database(), {
      restrictions: async () => restriction,
    });
    owner = await server.as('ENTERPRISE_OWNER');
    head = await server.as('BUREAU_HEAD');
    const found = (await owner.get('/api/enterprises')).json<{ rows: { id: string }[] }>();
    enterprise = found.rows[0]!.id;
  });
  afterAll(() => server.close());

  const open = async (project: object = WASTE_GAS, by = owner, enterpriseId = enterprise) => {
    const body = { enterpriseId, name: '演示废气治理项目', address: '演示路1号', project };
    return (await by.post('/api/cases', body)).json<CaseView>();
  };
  const fill = async (found: CaseView, form = FORM, by = owner) => {
    const { id, version, name, projectCode, address } = found;
    const body = { version, name, projectCode, address, form };
    return (await by.post(`/api/cases/${id}/filing`, body)).json<CaseView>();
  };
  const file = async (found: CaseView, by = owner) => {
    const declared = found.track === 'COMMITMENT' ? ['truth', 'reform'] : ['truth', 'level'];
    const body = { version: found.version, declared };
    return (await by.post(`/api/cases/${found.id}/filing/submission`, body)).json();
  };
  const read = async (id: string, by = owner) =>
    (await by.get(`/api/cases/${id}/filing`)).json<FilingView>();
  const inPublic = async () =>
    (await server.visitor().get('/api/public-cases?size=50')).json<PublicCases>().rows;

  it('is filed at once where this platform is the record: the owner holds the receipt, all can see it', async () => {
    const opened = await open();
    expect(opened).toMatchObject({ track: 'REGISTRATION', state: 'DRAFT' });
    expect(await file(opened)).toMatchObject({ code: 'FILING_INCOMPLETE' });
    const filled = await fill(opened);
    const filed = await file(filled);
    expect(filed).toMatchObject({ state: 'FILED', number: '登备330603-2026-00001' });
    expect(await file(filled)).toMatchObject({ code: 'CHANGED_MEANWHILE' });
    const { receipts, declared } = await read(opened.id);
    expect(declared).toEqual({ what: ['truth', 'level'], on: '2026-11-25' });
    expect(receipts).toMatchObject([{ number: filed.number, state: 'VALID', mode: 'RECORD' }]);
    const text = JSON.stringify(await inPublic());
    expect(text).toContain(filed.number);
    expect(text).not.toContain('某某');
  });

  it('shows its persons to the applicant, and to others masked', async () => {
    const { id } = await fill(await open());
    expect((await read(id)).form).toMatchObject({ contact: '演示李某某', phone: '13612345678' });
    const { isMasked, form } = await read(id, head);
    expect([isMasked, form.contact, form.phone]).toEqual([true, '演****', '136****5678']);
  });

  it('is prepared where an official system is the record, and filed with the number of that one', async () => {
    const steward = await server.as('STEWARD');
    const [, other] = (await steward.get('/api/enterprises')).json<{ rows: { id: string }[] }>()
      .rows;
    await database().transaction((tx) =>
      tx.query(
        `update enterprise set district_code = '330602', park_id = null,
           unit_id = null, moved_in = null where id = $1`,
        [other!.id],
      ),
    );
    const opened = await open(WASTE_GAS, steward, other!.id);
    const prepared = await file(await fill(opened, FORM, steward), steward);
    expect(prepared).toMatchObject({ state: 'PREPARED' });
    expect((await inPublic()).map(({ id }) => id)).not.toContain(opened.id);
    const { receipts, record } = await read(opened.id, steward);
    expect(record).toMatchObject({ mode: 'FRONT', system: '环境影响登记表备案系统' });
    const body = { version: 1, number: '202633060200000001', on: '2026-11-25' };
    await steward.post(`/api/certificates/${receipts[0]!.id}/official-number`, body);
    const after = (await steward.get(`/api/cases/${opened.id}`)).json<CaseView>();
    expect(after.state).toBe('FILED');
    const shown = (await inPublic()).find(({ id }) => id === opened.id);
    expect(shown?.number).toBe('202633060200000001');
  });

  it('of a reform area names area, clause and adoption, and is refused by name once that lapsed', async () => {
    const opened = await open(LOWERED);
    expect(opened).toMatchObject({ track: 'COMMITMENT' });
    const filled = await fill(opened);
    const { basis } = await read(opened.id);
    for (const word of ['演示柯桥小微片区', '演示政办发〔2025〕1号']) expect(basis).toContain(word);
    server.setTime('2028-01-03T09:00:00+08:00');
    const late = await server.as('ENTERPRISE_OWNER');
    const form = { ...FORM, operationOn: '2028-06-01' };
    const again = await fill(filled, form, late);
    expect(await file(again, late)).toMatchObject({
      code: 'CASE_RELIEF_LAPSED',
      params: { adoption: '演示政办发〔2025〕1号' },
    });
    server.setTime('2026-11-25T09:00:00+08:00');
    expect(await file(again)).toMatchObject({ state: 'FILED' });
    const officer = await server.as('APPROVAL_OFFICER');
    const month = '?from=2026-11&to=2026-11';
    const { effects } = (await officer.get(`/api/reform-effects${month}`)).json<ReformEffects>();
    const lowered = effects.find(({ relief }) => relief === 'area_downgrade_below_province');
    expect(lowered).toMatchObject({ from: 'FORM', to: 'REGISTRATION', projects: 1 });
    const cell = `${month}&relief=area_downgrade_below_province&object=${lowered!.object}`;
    const behind = await officer.get(`/api/reform-effects/cases${encodeURI(cell)}`);
    expect(behind.json<EffectCases>().cases.map(({ id }) => id)).toEqual([opened.id]);
    const before = await officer.get('/api/reform-effects?from=2026-10&to=2026-10');
    expect(before.json<ReformEffects>().effects).toEqual([]);
  });

  it('lies in the park that the project names, whoever applies', async () => {
    const officer = await server.as('APPROVAL_OFFICER');
    const { rows } = (await officer.get('/api/parks')).json<ParkList>();
    const own = (await open({ ...LOWERED, place: { park: 'unlisted' } })).parkPlace;
    const other = rows.find((park) => park.id !== own?.id)!;
    const entry = {
      topic: 'parks',
      district: '330603',
      sourceTitle: '演示：园区名单',
      sourceNo: '演示1号',
      issuer: '演示柯桥区人民政府',
      sourceDate: null,
      sourceWhere: '',
      layer: 'MUNICIPAL_NORMATIVE',
      confidence: 'verified',
      effectiveFrom: '2026-01-01',
      effectiveTo: null,
      entries: [
        {
          id: other.id,
          name: other.name,
          jurisdiction: '330603',
          area: null,
          zone: null,
          eia: null,
          datasets: [],
        },
      ],
    };
    const { id } = (await officer.post('/api/rulebook/entries', entry)).json<{ id: string }>();
    await head.post(`/api/rulebook/entries/${id}/decision`, { decision: 'approve' });
    const project = { ...LOWERED, place: { park: other.id } };
    expect((await open(project)).parkPlace).toEqual({ id: other.id, name: other.name });
  });

  it('is refused in a park under restriction, with the document that says so', async () => {
    const filled = await fill(await open());
    const reason = { zh: '演示限批', en: 'Restricted' };
    restriction = { id: 'r', documentNo: '演示限批〔2026〕1号', since: '2026-11-01', reason };
    expect(await file(filled)).toMatchObject({
      code: 'PARK_RESTRICTED',
      params: { value: '演示限批〔2026〕1号', reasonZh: '演示限批' },
    });
    restriction = null;
    expect(await file(filled)).toMatchObject({ state: 'FILED' });
  });

  it('is filed anew when the legal representative changes, and the old receipt no longer counts', async () => {
    const filed = await file(await fill(await open()));
    const body = { version: filed.version, reason: 'REPRESENTATIVE_CHANGED' };
    const next = (await owner.post(`/api/cases/${filed.id}/refiling`, body)).json<CaseView>();
    expect((await read(next.id)).form).toMatchObject({
      content: FORM.content,
      contact: '演示李某某',
    });
    expect(await file(await fill(next))).toMatchObject({ state: 'FILED' });
    const old = (await owner.get(`/api/cases/${filed.id}`)).json<CaseView>();
    expect(old.state).toBe('SUPERSEDED');
    expect((await read(filed.id)).receipts).toMatchObject([{ state: 'SUPERSEDED' }]);
  });

  it('that was wrongly lowered is declared void by the head: revoked, public, the applicant told', async () => {
    const filed = await file(await fill(await open()));
    const body = { version: filed.version, reason: 'LEVEL_LOWERED' };
    expect((await owner.post(`/api/cases/${filed.id}/voiding`, body)).statusCode).toBe(403);
    const voided = (await head.post(`/api/cases/${filed.id}/voiding`, body)).json<CaseView>();
    expect(voided.state).toBe('VOID');
    expect((await read(filed.id)).receipts).toMatchObject([{ state: 'REVOKED' }]);
    expect((await inPublic()).find(({ id }) => id === filed.id)?.state).toBe('VOID');
    const { rows } = (await owner.get('/api/notifications')).json<{ rows: { kind: string }[] }>();
    expect(rows.map(({ kind }) => kind)).toContain('CASE_VOIDED');
  });

  it('of a report form is none, and what lies under no procedure is told where to go', async () => {
    const lease = { industries: ['2926'], facts: { nature: 'new' }, unstated: 'no' };
    expect(await open(lease)).toMatchObject({ track: 'FORM' });
    expect(await open({ industries: ['2926'] })).toMatchObject({ code: 'CASE_LEVEL_OPEN' });
    const officer = await server.as('APPROVAL_OFFICER');
    const filedLately = '/api/cases?filedFrom=2026-11-01&size=50';
    const { rows } = (await officer.get(filedLately)).json<CaseList>();
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['FILED']));
  });
});
