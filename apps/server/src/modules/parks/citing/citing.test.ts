import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  CHANGE_QUESTION_NAMES,
  type ChangeView,
  type CitableList,
  type CitationList,
  type CitationView,
  type CitingEnterprises,
  type DatasetList,
  type FollowUpList,
  type NotificationList,
} from '@ludao/contracts';
import { openArchive } from '../../../platform/excel/archive.ts';
import type { Files } from '../../../platform/files/index.ts';
import { describeOnDatabase } from '../../../platform/testing.ts';
import { openTestApp, type Client, type TestApp } from '../../../testing-app.ts';
import { shippedLaw } from '../../rulebook/index.ts';
import { startFollowUp } from '../follow-up/service.ts';
import { enterApprovedEia } from './testing.ts';

const REPORT = (words: string) =>
  Buffer.from(`%PDF-1.4\n% ${words}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n`);
const AIR = {
  kind: 'ambient',
  title: '环境空气质量本底（2025年）',
  dataOwner: '演示园区运营公司',
  sampledOn: '2025-05-10',
  laboratory: '演示检测',
  cmaNo: '演示CMA001',
  points: ['园区中心'],
  factors: [{ name: '二氧化氮', value: '21', unit: 'μg/m³', method: 'HJ 479' }],
  validFrom: '2025-06-01',
};
const SOIL = {
  ...AIR,
  kind: 'soil_groundwater',
  title: '土壤和地下水本底（2021年）',
  sampledOn: '2021-04-02',
  validFrom: '2021-05-01',
};
const SEWER = {
  kind: 'sewer',
  title: '园区污水纳管证明',
  dataOwner: '演示园区运营公司',
  validFrom: '2024-08-01',
  validTo: '2029-07-31',
};

describeOnDatabase('what a park shares and a project cites', (database) => {
  let test: TestApp;
  let [manager, owner, officer]: Client[] = [];
  let park: string;
  let enterprise: string;
  let [air, soil, sewer]: string[] = [];
  /** What happens while a bundle is packed, once. */
  let meanwhile: (() => Promise<unknown>) | null = null;
  const aroundFiles = (files: Files): Files => ({
    ...files,
    async keep(...given) {
      const happens = meanwhile;
      meanwhile = null;
      await happens?.();
      return files.keep(...given);
    },
  });
  beforeAll(async () => {
    test = await openTestApp(database(), {}, undefined, { aroundFiles });
    manager = await test.as('PARK_MANAGER');
    owner = await test.as('ENTERPRISE_OWNER');
    officer = await test.as('APPROVAL_OFFICER');
    const { rows } = (await owner.get('/api/citing-enterprises')).json<CitingEnterprises>();
    enterprise = rows[0]!.id;
    park = rows[0]!.park!.id;
  });
  afterAll(() => test.close());

  const send = async (words: string) => {
    const sent = await manager!.upload('/api/files?name=report.pdf&purpose=dataset', REPORT(words));
    return sent.json<{ id: string }>().id;
  };
  const share = async (form: object) =>
    manager!.post(`/api/parks/${park}/datasets`, {
      ...form,
      file: await send(JSON.stringify(form)),
    });
  const citable = async () =>
    (await owner!.get(`/api/enterprises/${enterprise}/citable`)).json<CitableList>();
  const cite = (keys: readonly string[], project = '演示印染技改项目') =>
    owner!.post('/api/citations', { enterprise, project, stage: 'EIA', keys });
  const list = async (query = '') =>
    (await manager!.get(`/api/parks/${park}/datasets${query}`)).json<DatasetList>();

  it('lets the park share data for as long as the rulebook says, and no longer', async () => {
    const tooLong = await share({ ...AIR, validTo: '2028-05-11' });
    expect(tooLong.json()).toMatchObject({
      code: 'DATASET_VALID_TOO_LONG',
      params: { value: '2028-05-11', limit: '2028-05-10', years: 3 },
    });
    for (const form of [AIR, SOIL, SEWER]) {
      const made = await share(form);
      expect(made.statusCode).toBe(200);
    }
    const { rows, limits } = await list('?sort=title');
    expect(limits).toEqual({ ambient: 3, soil_groundwater: 3 });
    const found = (kind: string) => rows.find((row) => row.kind === kind)!;
    [air, soil, sewer] = ['ambient', 'soil_groundwater', 'sewer'].map((kind) => found(kind).id);
    expect(found('ambient')).toMatchObject({ validTo: '2028-05-10', standing: 'AVAILABLE' });
    expect(found('soil_groundwater')).toMatchObject({ validTo: '2024-04-02', standing: 'EXPIRED' });
    expect((await owner!.get(`/api/datasets/${air}`)).statusCode).toBe(403);
    expect((await officer!.get(`/api/datasets/${air}/file`)).rawPayload).toEqual(
      REPORT(JSON.stringify(AIR)),
    );
    expect((await manager!.get(`/api/parks/${park}/datasets/export`)).statusCode).toBe(200);
  });

  it('lets nobody cite before the park has an EIA in force', async () => {
    expect(await citable()).toMatchObject({ stop: { code: 'park.no_eia' }, zoning: 'not_entered' });
    expect((await cite([`dataset-${air}`])).json()).toMatchObject({
      code: 'CITATION_REFUSED',
      params: { reason: 'park.no_eia' },
    });
    await database().transaction((tx) => enterApprovedEia(tx, park));
    expect(await citable()).toMatchObject({ stop: null });
  });

  it('refuses an expired baseline by its name and day, also where it is asked for directly', async () => {
    const { items } = await citable();
    const refused = items.filter(({ refusal }) => refusal !== null);
    expect(refused).toMatchObject([
      {
        key: `dataset-${soil}`,
        refusal: { code: 'dataset.expired', params: { to: '2024-04-02' } },
      },
    ]);
    expect((await cite([`dataset-${air}`, `dataset-${soil}`])).json()).toMatchObject({
      code: 'CITATION_REFUSED',
      params: { item: SOIL.title, reason: 'dataset.expired', to: '2024-04-02' },
    });
    expect((await cite([`dataset-${park}`])).json()).toMatchObject({ code: 'CITATION_UNKNOWN' });
  });

  it('makes a bundle whose sums add up, and counts its use', async () => {
    const { items } = await citable();
    const keys = items.filter(({ refusal }) => refusal === null).map(({ key }) => key);
    const answer = await cite(keys);
    expect(answer.statusCode).toBe(200);
    const made = answer.json<CitationView>();
    expect(made).toMatchObject({ number: expect.stringMatching(/^2026-\d{4}$/), lapsed: 0 });
    expect(made.items.map(({ kind }) => kind)).toEqual(['conclusions', 'sewer', 'ambient']);
    const zip = (await owner!.get(`/api/citations/${made.id}/bundle`)).rawPayload;
    expect(createHash('sha256').update(zip).digest('hex')).toBe(made.sha256);
    const limits = { maxParts: 50, maxUnpackedBytes: 10_000_000, maxRatio: 10_000 };
    const archive = await openArchive(zip, limits);
    const read = async (name: string) => {
      const pieces: Buffer[] = [];
      for await (const piece of archive.read(name)) pieces.push(piece);
      return Buffer.concat(pieces);
    };
    const lines = (await read('SHA256SUMS.txt')).toString('utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(archive.names.length - 1);
    for (const line of lines) {
      const hash = createHash('sha256').update(await read(line.slice(66)));
      expect(hash.digest('hex')).toBe(line.slice(0, 64));
    }
    for (const { sha256, path } of made.items) {
      if (path === null) continue;
      expect(
        createHash('sha256')
          .update(await read(path))
          .digest('hex'),
      ).toBe(sha256);
    }
    const manifest = JSON.parse((await read('manifest.json')).toString('utf8'));
    expect(manifest).toMatchObject({ number: made.number, zoning: 'not_entered' });
    expect(archive.names).toContain('引用清单.pdf');
    const cited = (await list()).rows.map(({ id, citations }) => [id, citations]);
    expect(Object.fromEntries(cited)).toEqual({ [air!]: 1, [soil!]: 0, [sewer!]: 1 });
  });

  it('refuses what was withdrawn between choosing and making', async () => {
    meanwhile = () =>
      manager!.post(`/api/datasets/${sewer}/withdrawal`, { reason: '纳管协议终止' });
    const answer = await cite([`dataset-${air}`, `dataset-${sewer}`]);
    expect(answer.json()).toMatchObject({
      code: 'CITATION_REFUSED',
      params: { item: SEWER.title, reason: 'dataset.withdrawn', day: '2026-11-25' },
    });
    const { rows, total } = (await owner!.get('/api/citations')).json<CitationList>();
    expect(total).toBe(1);
    const [bundle] = rows;
    expect(bundle).toMatchObject({ items: 3, lapsed: 1 });
    const seen = (await officer!.get(`/api/citations/${bundle!.id}`)).json<CitationView>();
    expect(seen.items.map(({ since }) => since?.code ?? null)).toEqual([
      null,
      'dataset.withdrawn',
      null,
    ]);
    expect((await officer!.get(`/api/datasets/${sewer}`)).json()).toMatchObject({ may: [] });
    const again = await manager!.post(`/api/datasets/${sewer}/withdrawal`, { reason: '再次' });
    expect(again.json()).toMatchObject({ code: 'DATASET_ENDED' });
  });

  it('tells what was shortened or superseded in between, and asks to choose anew', async () => {
    meanwhile = () => manager!.post(`/api/datasets/${air}/shortening`, { validTo: '2027-12-31' });
    expect((await cite([`dataset-${air}`])).json()).toMatchObject({ code: 'CITATION_MOVED' });
    const newer = await share({ ...AIR, title: '环境空气质量本底（2026年）', supersedes: air });
    expect(newer.statusCode).toBe(200);
    expect((await cite([`dataset-${air}`])).json()).toMatchObject({
      params: { reason: 'dataset.superseded', by: '环境空气质量本底（2026年）' },
    });
  });

  it('reminds of the follow-up evaluation, takes its report and starts the next', async () => {
    const [eia] = await database().transaction((tx) =>
      tx.query<{ id: string; name: string; district: string }>(
        `select e.id, p.name, p.district_code as district from park_eia e join park p on p.id = e.park_id`,
      ),
    );
    await database().transaction((tx) =>
      startFollowUp(
        tx,
        shippedLaw().screener.ruleSet,
        {
          parkEiaId: eia!.id,
          parkId: park,
          park: eia!.name,
          districtCode: eia!.district,
          startedOn: '2021-12-01',
        },
        { actor: 'system:test', office: null, now: test.now(), causeId: 'test' },
      ),
    );
    const followUps = async (client: Client) =>
      (await client.get(`/api/parks/${park}/follow-ups`)).json<FollowUpList>().rows;
    const [due] = await followUps(manager!);
    expect(due).toMatchObject({
      state: 'DUE',
      dueOn: '2026-12-01',
      colour: 'RED',
      may: ['hand_in'],
    });
    expect(await followUps(officer!)).toMatchObject([{ colour: 'RED', may: [] }]);
    const report = { conclusion: 'NO_MAJOR_CHANGE', file: await send('follow-up') };
    const handed = await manager!.post(`/api/follow-ups/${due!.id}/report`, report);
    expect(handed.json()).toMatchObject({ state: 'HANDED_IN', handedInOn: '2026-11-25' });
    expect((await officer!.post(`/api/follow-ups/${due!.id}/note`, {})).json()).toMatchObject({
      state: 'NOTED',
    });
    expect(await followUps(manager!)).toMatchObject([
      { state: 'DUE', dueOn: '2031-11-25', colour: 'GREEN' },
      { state: 'NOTED' },
    ]);
  });

  it('stops citing at once when a major change is declared, and tells whoever cited', async () => {
    const answers = Object.fromEntries(CHANGE_QUESTION_NAMES.map((name) => [name, false]));
    const amounts = {
      capacity: { before: 1000, after: 1299 },
      fugitive_grams: { before: 0, after: 0 },
      stack_centimetres: { before: 1500, after: 1500 },
    };
    const facts = { answers, amounts, pollutants: [], exceeded: [] };
    const report = (given: object) =>
      manager!.post(`/api/parks/${park}/changes`, { title: '扩建三期', facts: given });
    const small = (await report(facts)).json<ChangeView>();
    expect(small.assessment.verdict).toBe('NOT_MAJOR');
    const decide = (client: Client, id: string, decision: string) =>
      client.post(`/api/changes/${id}/decision`, { decision, reason: '现场核实' });
    expect((await decide(officer!, small.id, 'declare')).json()).toMatchObject({
      code: 'CHANGE_MEETS_NONE',
    });
    const grown = { ...facts, amounts: { ...amounts, capacity: { before: 1000, after: 1300 } } };
    const large = (await report(grown)).json<ChangeView>();
    expect(large.assessment.triggers.filter(({ verdict }) => verdict === 'HIT')).toMatchObject([
      { no: 2 },
    ]);
    expect((await decide(manager!, large.id, 'declare')).statusCode).toBe(403);
    const [{ id: fresh } = { id: '' }] = (await list('?standing=AVAILABLE')).rows;
    // Whoever is packing in that moment comes too late as well.
    meanwhile = () => decide(officer!, large.id, 'declare');
    expect((await cite([`dataset-${fresh}`])).json()).toMatchObject({
      code: 'CITATION_REFUSED',
      params: { reason: 'park_eia.major_change', day: '2026-11-25' },
    });
    const declared = (await officer!.get(`/api/changes/${large.id}`)).json<ChangeView>();
    expect(declared).toMatchObject({ state: 'DECLARED', told: 1, may: [] });
    expect(await citable()).toMatchObject({ stop: { code: 'park_eia.major_change' } });
    const { rows } = (await owner!.get('/api/notifications')).json<NotificationList>();
    expect(rows).toMatchObject([{ kind: 'PARK_EIA_STOPPED', params: { on: '2026-11-25' } }]);
    const followUps = (await manager!.get(`/api/parks/${park}/follow-ups`)).json<FollowUpList>();
    expect(followUps.rows.map(({ state }) => state)).toEqual(['NOTED', 'CANCELLED']);
    const [bundle] = (await owner!.get('/api/citations')).json<CitationList>().rows;
    expect(bundle).toMatchObject({ lapsed: 3 });
    expect((await owner!.get(`/api/citations/${bundle!.id}/bundle`)).statusCode).toBe(200);

    await database().transaction((tx) => enterApprovedEia(tx, park, { from: '2026-11-25' }));
    expect(await citable()).toMatchObject({ stop: null });
  });
});
