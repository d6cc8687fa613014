import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DocumentView, EnterpriseList } from '@ludao/contracts';
import {
  describeOnDemonstration,
  openTestApp,
  type Client,
  type TestApp,
} from '../../../testing-app.ts';

describeOnDemonstration('a seal system that works by files', (database) => {
  const folder = mkdtempSync(join(tmpdir(), 'ludao-seals-'));
  let test: TestApp;
  let clerk: Client;
  let id: string;
  beforeAll(async () => {
    test = await openTestApp(database(), { LUDAO_SEAL_FOLDER: folder });
    const drafter = await test.as('INSPECTOR');
    clerk = await test.as('RECORDS_CLERK');
    const { rows } = (await drafter.get('/api/enterprises')).json<EnterpriseList>();
    const kinds = (await drafter.get('/api/document-kinds')).json<{ offices: { id: string }[] }>();
    const made = await drafter.post('/api/documents', {
      kind: 'notice',
      office: kinds.offices[0]!.id,
      subject: { kind: 'enterprise', id: rows[0]!.id },
      volume: { title: '用印案' },
      fields: { matter: '检修', content: '请检修。' },
    });
    id = made.json<{ id: string }>().id;
    await step(drafter, 'submission');
    await step(await test.as('SECTION_CHIEF'), 'review');
    await step(await test.as('BUREAU_HEAD'), 'signature');
  });
  afterAll(async () => {
    await test.close();
    rmSync(folder, { recursive: true });
  });

  const view = async () => (await clerk.get(`/api/documents/${id}`)).json<DocumentView>();
  const step = async (client: Client, way: string) => {
    const { version } = await view();
    return client.post(`/api/documents/${id}/${way}`, { version, decision: 'approve' });
  };

  it('is given the frozen paper, and what comes back is bound by its hash', async () => {
    expect((await view()).may.steps).toEqual(['seal', 'handToSeal']);
    expect((await step(clerk, 'seal-request')).json()).toMatchObject({ state: 'NUMBERED' });
    const out = readdirSync(join(folder, 'out')).sort();
    expect(out).toEqual([`${id}.json`, `${id}.pdf`]);
    const about = JSON.parse(readFileSync(join(folder, 'out', `${id}.json`), 'utf8'));
    expect(about).toMatchObject({ id, number: (await view()).number });
    const paper = readFileSync(join(folder, 'out', `${id}.pdf`));
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-');

    expect((await step(clerk, 'seal-collection')).json()).toMatchObject({ code: 'SEAL_NOT_BACK' });
    writeFileSync(join(folder, 'in', `${id}.pdf`), '<html>no paper</html>');
    expect((await step(clerk, 'seal-collection')).statusCode).toBe(422);
    writeFileSync(
      join(folder, 'in', `${id}.pdf`),
      Buffer.concat([paper, Buffer.from('\n%sealed')]),
    );
    const sealed = (await step(clerk, 'seal-collection')).json<DocumentView>();
    expect(sealed).toMatchObject({ state: 'SEALED', seal: { way: 'FILE' } });
    expect(readdirSync(join(folder, 'out')).concat(readdirSync(join(folder, 'in')))).toEqual([]);
    expect((await step(clerk, 'seal-collection')).json()).toMatchObject({ code: 'SEAL_NOT_BACK' });
  });

  it('that cannot be reached is told as such, and nothing was done', async () => {
    const before = (await view()).version;
    rmSync(join(folder, 'out'), { recursive: true });
    writeFileSync(join(folder, 'out'), 'a file where the folder should be');
    await database().transaction((tx) =>
      tx.query(
        `update document set state = 'NUMBERED', seal_file = null, seal_sha256 = null,
           sealed_on = null where id = $1`,
        [id],
      ),
    );
    expect((await step(clerk, 'seal-request')).json()).toMatchObject({ code: 'SEAL_SYSTEM_AWAY' });
    expect((await view()).version).toBe(before);
    rmSync(join(folder, 'out'));
  });
});
