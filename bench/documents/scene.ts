import { randomUUID } from 'node:crypto';
import type { DocumentView, EnterpriseList, VolumeView } from '@ludao/contracts';
import pg from 'pg';
import { readConfig } from '../../apps/server/src/platform/config.ts';
import { openDatabase, type Database } from '../../apps/server/src/platform/db.ts';
import { append } from '../../apps/server/src/platform/event-log/index.ts';
import { createLog } from '../../apps/server/src/platform/log.ts';
import { migrate } from '../../apps/server/src/platform/migrations.ts';
import { MIGRATIONS } from '../../apps/server/src/platform/paths.ts';
import { SESSION_COOKIE } from '../../apps/server/src/platform/session.ts';
import { openTestApp } from '../../apps/server/src/testing-app.ts';

/** People of one office, each with a desk of their own. */
const DESKS = {
  drafter: 'INSPECTOR',
  reviewer: 'SECTION_CHIEF',
  head: 'BUREAU_HEAD',
  clerk: 'RECORDS_CLERK',
} as const;
type Desk = keyof typeof DESKS;
/** The day of the demonstration's clock. */
const TODAY = '2026-11-25';
const SCAN = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

/** The whole server over a database of its own, and the people of an office signed in. */
export interface Scene {
  post<T>(desk: Desk, path: string, body: object | Buffer): Promise<T>;
  download(path: string): Promise<Buffer>;
  /** A notice that waits for its signature, in a new volume. */
  reviewed(volume: string): Promise<string>;
  /** As many more that stand where the model stands, in its volume. */
  copies(model: string, count: number): Promise<string[]>;
  sign(id: string): Promise<DocumentView>;
  /** Sealed with a scan, and handed over. */
  serve(signed: DocumentView): Promise<void>;
  volumeOf(id: string): Promise<VolumeView>;
  close(): Promise<void>;
}

export async function openScene(server: string): Promise<Scene> {
  const name = `ludao_bench_documents_${process.pid}`;
  await ask(server, `create database ${name}`);
  const log = createLog('silent');
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const database = await openDatabase(readConfig({ DATABASE_URL: url }), log);
  await migrate(database, MIGRATIONS, log);
  const test = await openTestApp(database);
  const origin = await test.app.listen({ port: 0 });
  const cookies = {} as Record<Desk, string>;
  for (const desk of Object.keys(DESKS) as Desk[]) {
    const client = await test.as(DESKS[desk]);
    cookies[desk] = `${SESSION_COOKIE}=${client.cookie(SESSION_COOKIE)}`;
  }

  async function send(desk: Desk, path: string, body?: object): Promise<Response> {
    const cookie = cookies[desk];
    const answer = await fetch(`${origin}${path}`, {
      ...(body !== undefined && {
        method: 'POST',
        body: body instanceof Buffer ? new Uint8Array(body) : JSON.stringify(body),
      }),
      headers: {
        cookie,
        'content-type': body instanceof Buffer ? 'application/octet-stream' : 'application/json',
      },
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }
  const get = async <T>(desk: Desk, path: string) => (await (await send(desk, path)).json()) as T;
  const post = async <T>(desk: Desk, path: string, body: object) =>
    (await (await send(desk, path, body)).json()) as T;
  const step = (desk: Desk, { id, version }: DocumentView, way: string, body: object = {}) =>
    post<DocumentView>(desk, `/api/documents/${id}/${way}`, { version, ...body });
  const view = (desk: Desk, id: string) => get<DocumentView>(desk, `/api/documents/${id}`);

  const { rows } = await get<EnterpriseList>('drafter', '/api/enterprises');
  const { offices } = await get<{ offices: { id: string }[] }>('drafter', '/api/document-kinds');
  /** Copies are at the version of their model. */
  const versions = new Map<string, number>();
  return {
    post,
    async download(path) {
      return Buffer.from(await (await send('clerk', path)).arrayBuffer());
    },
    async reviewed(volume) {
      const { id } = await post<{ id: string }>('drafter', '/api/documents', {
        kind: 'notice',
        office: offices[0]!.id,
        subject: { kind: 'enterprise', id: rows[0]!.id },
        volume: { title: volume },
        fields: {
          matter: '演示设施检修',
          content: '请做好检修，留存记录。\n'.repeat(30).trimEnd(),
        },
      });
      await step('drafter', await view('drafter', id), 'submission');
      const passed = { decision: 'approve' };
      const { version } = await step('reviewer', await view('reviewer', id), 'review', passed);
      versions.set(id, version);
      return id;
    },
    async copies(model, count) {
      const ids = await copy(database, model, count);
      for (const id of ids) versions.set(id, versions.get(model)!);
      return ids;
    },
    sign: (id) =>
      post('head', `/api/documents/${id}/signature`, {
        version: versions.get(id),
        decision: 'approve',
      }),
    async serve(signed) {
      const scan = '/api/files?name=scan.pdf&purpose=document-seal';
      const { id: fileId } = await post<{ id: string }>('clerk', scan, SCAN);
      const sealing = { way: 'SCAN', sealedOn: TODAY, fileId };
      const sealed = await step('clerk', signed, 'seal', sealing);
      const serving = { outcome: 'SERVED', way: 'DIRECT', on: TODAY, receiver: '演示收件人' };
      await step('clerk', sealed, 'service', serving);
    },
    async volumeOf(id) {
      const { volume } = await view('clerk', id);
      return get('clerk', `/api/volumes/${volume.id}`);
    },
    async close() {
      await test.close();
      await database.close();
      await ask(server, `drop database ${name} with (force)`);
    },
  };
}

async function copy(database: Database, model: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await database.transaction(async (tx) => {
    for (const [table, key] of [
      ['document', 'id'],
      ['document_act', 'document_id'],
    ]) {
      await tx.query(
        `insert into ${table} select (jsonb_populate_record(d, jsonb_build_object('${key}', copy))).*
         from ${table} d, unnest($2::uuid[]) as copy where d.${key} = $1`,
        [model, ids],
      );
    }
    // The log knows each of them, as it would had they been drafted one by one.
    const context = { actor: 'system:bench', actingFor: null, office: null, now: new Date(0) };
    const none = { typeVersion: 1, body: {}, ownerOrg: null, districtCode: null };
    const events = ids.map((id) => ({
      stream: `document/${id}`,
      type: 'document.drafted',
      ...none,
    }));
    await append(tx, context, events);
  });
  return ids;
}

async function ask(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
