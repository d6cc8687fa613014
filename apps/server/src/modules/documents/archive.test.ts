import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type {
  DocumentView,
  EnterpriseList,
  PublicDocuments,
  PublicVersion,
  VolumeView,
} from '@ludao/contracts';
import { openArchive } from '../../platform/excel/archive.ts';
import type { Files } from '../../platform/files/index.ts';
import {
  describeOnDemonstration,
  openTestApp,
  type Client,
  type TestApp,
} from '../../testing-app.ts';

const SCAN = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
const SECRET = '13800138000';

/** Whether a character is written anywhere in a PDF: its fonts say which they hold (ToUnicode). */
function holds(pdf: Buffer, character: string): boolean {
  const code = character.codePointAt(0)!.toString(16).toUpperCase();
  const streams = pdf.toString('latin1').matchAll(/stream\r?\n(.*?)\r?\nendstream/gs);
  const texts = [...streams].map(([, packed]) => {
    try {
      return inflateSync(Buffer.from(packed!, 'latin1')).toString('latin1');
    } catch {
      return packed!;
    }
  });
  return texts.some((text) => text.includes('bfchar') && text.toUpperCase().includes(`<${code}>`));
}

describeOnDemonstration('what becomes of a document', (database) => {
  let test: TestApp;
  let [drafter, reviewer, head, clerk]: Client[] = [];
  let enterprise: string;
  let office: string;
  /** What happens while a volume is packed, once. */
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
    drafter = await test.as('INSPECTOR');
    reviewer = await test.as('SECTION_CHIEF');
    head = await test.as('BUREAU_HEAD');
    clerk = await test.as('RECORDS_CLERK');
    const { rows } = (await drafter.get('/api/enterprises')).json<EnterpriseList>();
    enterprise = rows[0]!.id;
    const kinds = (await drafter.get('/api/document-kinds')).json<{ offices: { id: string }[] }>();
    office = kinds.offices[0]!.id;
  });
  afterAll(() => test.close());

  const view = async (id: string) =>
    (await clerk!.get(`/api/documents/${id}`)).json<DocumentView>();
  const signed = async (volume: object) => {
    const made = await drafter!.post('/api/documents', {
      kind: 'notice',
      office,
      subject: { kind: 'enterprise', id: enterprise },
      volume,
      fields: { matter: '检修', content: `联系人：赵某某，电话${SECRET}。` },
    });
    const { id } = made.json<{ id: string }>();
    for (const [client, way] of [
      [drafter!, 'submission'],
      [reviewer!, 'review'],
      [head!, 'signature'],
    ] as const) {
      const { version } = await view(id);
      await client.post(`/api/documents/${id}/${way}`, { version, decision: 'approve' });
    }
    return id;
  };
  const served = async (id: string) => {
    const sent = await clerk!.upload('/api/files?name=scan.pdf&purpose=document-seal', SCAN);
    const on = '2026-11-25';
    for (const [way, body] of [
      ['seal', { way: 'SCAN', sealedOn: on, fileId: sent.json<{ id: string }>().id }],
      ['service', { outcome: 'SERVED', way: 'DIRECT', on, receiver: '演示收件人' }],
    ] as const) {
      const { version } = await view(id);
      const done = await clerk!.post(`/api/documents/${id}/${way}`, { version, ...body });
      expect(done.statusCode).toBe(200);
    }
  };

  it('is packed with its volume, once all of it was served, with sums that add up', async () => {
    const first = await signed({ title: '检修案' });
    const { volume } = await view(first);
    const second = await signed({ id: volume.id });
    const close = (body: object) => clerk!.post(`/api/volumes/${volume.id}/closing`, body);
    await served(first);
    expect((await close({ version: 1 })).json()).toMatchObject({
      code: 'VOLUME_NOT_READY',
      params: { documents: second, lacks: 'NOT_SEALED' },
    });
    await served(second);
    const { seal: stamped } = await view(second);
    const seal = (hash: string) =>
      database().transaction((tx) =>
        tx.query('update document set seal_sha256 = $2 where id = $1', [second, hash]),
      );
    await seal('0'.repeat(64));
    expect((await close({ version: 1 })).json()).toMatchObject({ code: 'SCAN_ALTERED' });
    await seal(stamped!.sha256);
    expect(
      (await drafter!.post(`/api/volumes/${volume.id}/closing`, { version: 1 })).json(),
    ).toMatchObject({ code: 'FORBIDDEN' });
    expect((await close({ version: 1, retention: 5 })).json()).toMatchObject({
      code: 'RETENTION_TOO_SHORT',
    });
    meanwhile = () => signed({ id: volume.id }).then(served);
    expect((await close({ version: 1 })).json()).toMatchObject({ code: 'VOLUME_MOVED' });
    meanwhile = () => Promise.reject(new Error('the process died'));
    expect((await close({ version: 1 })).statusCode).toBe(500);
    const closed = (await close({ version: 1, retention: 30 })).json<VolumeView>();
    expect(closed).toMatchObject({ number: '2026-1', retention: { least: 10, years: 30 } });
    expect(closed.contents.map(({ state }) => state)).toEqual(['ARCHIVED', 'ARCHIVED', 'ARCHIVED']);
    expect((await view(first)).acts.at(-1)).toMatchObject({ act: 'ARCHIVED' });
    expect((await close({ version: 2 })).json()).toMatchObject({ code: 'VOLUME_CLOSED' });

    const zip = (await clerk!.get(`/api/volumes/${volume.id}/archive`)).rawPayload;
    expect(createHash('sha256').update(zip).digest('hex')).toBe(closed.archive!.sha256);
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
    expect(archive.names.filter((name) => name.includes('用印件'))).toHaveLength(3);
    const list = (await clerk!.get('/api/volumes?state=closed&q=2026-1')).json();
    expect(list).toMatchObject({ total: 1, rows: [{ number: '2026-1', documents: 3 }] });
  });

  it('is read by everybody without what was blacked out, once another person checked it', async () => {
    const id = await signed({ title: '公开案' });
    const url = `/api/documents/${id}/public-version`;
    const proposal = (await drafter!.get(url)).json<PublicVersion>();
    const texts = proposal.proposed.map(({ paragraph, from, to }) =>
      proposal.parts[paragraph]!.text.slice(from, to),
    );
    expect(texts).toEqual(['赵某某', SECRET]);
    const form = { marks: proposal.proposed, statement: '已删去个人隐私' };
    const made = await drafter!.post(url, { ...form, version: 0 });
    expect(made.json()).toMatchObject({ version: 1, state: 'PROPOSED', out: false });
    const check = (version: number) => reviewer!.post(`${url}/check`, { version });
    expect((await check(1)).json()).toMatchObject({ state: 'CHECKED', out: false });
    const visitor = test.visitor();
    const list = async (q = '') =>
      (
        await visitor.get(`/api/public-documents?q=${encodeURIComponent(q)}`)
      ).json<PublicDocuments>();
    expect((await list()).rows).toEqual([]);

    await served(id);
    const { volume } = await view(id);
    // Whatever moves the document on shows the version that was checked before.
    await clerk!.post(`/api/volumes/${volume.id}/closing`, { version: 1 });
    expect((await drafter!.get(url)).json()).toMatchObject({ version: 2, out: true });
    const { rows } = await list('检修');
    expect(rows).toMatchObject([{ id, publishedOn: '2026-11-25', effect: null }]);
    const pdf = await visitor.get(`/api/public-documents/${id}/pdf`);
    const whole = await drafter!.get(`/api/documents/${id}/pdf`);
    expect([holds(whole.rawPayload, '赵'), holds(pdf.rawPayload, '赵')]).toEqual([true, false]);
    expect(holds(pdf.rawPayload, '■')).toBe(true);
    const said = (await visitor.get(`/api/public-documents/export`)).body + JSON.stringify(rows);
    expect(said).toContain('关于检修的告知书');
    for (const secret of texts) expect(said).not.toContain(secret);
    const [row] = await database().transaction((tx) =>
      tx.query<{ whole: string }>(
        'select to_jsonb(p)::text as whole from document_public p where document_id = $1',
        [id],
      ),
    );
    for (const secret of texts) expect(row!.whole).not.toContain(secret);

    await drafter!.post(url, { ...form, version: 2 });
    expect((await list()).rows).toEqual([]);
    expect((await visitor.get(`/api/public-documents/${id}/pdf`)).statusCode).toBe(404);
  });
});
