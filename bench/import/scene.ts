import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  completeCreditCode,
  IMPORT_COLUMN_NAMES,
  IMPORT_COLUMNS,
  type ImportColumn,
  type ImportView,
} from '@ludao/contracts';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../apps/server/src/app.ts';
import { ONE_COUNTY, seedDemo } from '../../apps/server/src/demo/seed.ts';
import { ACCOUNT_NAMES, DEMO_PASSWORD } from '../../apps/server/src/demo/words.ts';
import { systemClock } from '../../apps/server/src/platform/clock.ts';
import { readConfig } from '../../apps/server/src/platform/config.ts';
import { openDatabase, type Database } from '../../apps/server/src/platform/db.ts';
import { writeSheet } from '../../apps/server/src/platform/excel/index.ts';
import { openJobsInProcess } from '../../apps/server/src/platform/jobs-in-process.ts';
import { createLog } from '../../apps/server/src/platform/log.ts';
import { migrate } from '../../apps/server/src/platform/migrations.ts';
import { MIGRATIONS } from '../../apps/server/src/platform/paths.ts';

const log = createLog('error');
const IMPORTS = '/api/enterprise-imports';

/** The whole server over the demonstration of one county, and an officer who is signed in. */
export interface Scene {
  readonly database: Database;
  /** Uploads, and waits until the rows are checked. */
  check(file: Buffer): Promise<ImportView>;
  /** @returns when all good rows are written */
  commit(id: string): Promise<ImportView>;
  /** Milliseconds until a small request is answered: who is signed in, or to come again. */
  ask(): Promise<number>;
  close(): Promise<void>;
}

/** @param databaseUrl without it the embedded database, in a folder of its own */
export async function openScene(databaseUrl?: string, seed = true): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'ludao-bench-import-'));
  const config = readConfig({
    LUDAO_DATA: folder,
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
  });
  const database = await openDatabase(config, log);
  if (seed) await fill(database);
  const deps = { database, clock: systemClock, log };
  const jobs = openJobsInProcess({ ...deps, recurring: false });
  const app = await buildApp({ ...deps, config, jobs });
  const cookie = await signIn(app);
  const url = (id: string) => `${IMPORTS}/${id}`;

  async function settle(id: string): Promise<ImportView> {
    for (;;) {
      const answer = await app.inject({ url: url(id), headers: { cookie } });
      const view = answer.json<ImportView>();
      // While it is written on the embedded database, who asks is told to come again.
      if (answer.statusCode !== 503 && !['READING', 'COMMITTING'].includes(view.state)) return view;
      await new Promise((resolve) => void setTimeout(resolve, 20));
    }
  }

  return {
    database,
    async check(file) {
      const answer = await app.inject({
        method: 'POST',
        url: `${IMPORTS}?fileName=bench.xlsx`,
        headers: { cookie, 'content-type': 'application/octet-stream' },
        payload: file,
      });
      return settle(answer.json<ImportView>().id);
    },
    async commit(id) {
      await app.inject({
        method: 'POST',
        url: `${url(id)}/commit`,
        headers: { cookie },
        payload: { rows: null },
      });
      return settle(id);
    },
    async ask() {
      const started = performance.now();
      await app.inject({ url: '/api/session', headers: { cookie } });
      return performance.now() - started;
    },
    async close() {
      await app.close();
      await database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function fill(database: Database): Promise<void> {
  await migrate(database, MIGRATIONS, log);
  const moment = { now: systemClock.now(), today: systemClock.today() };
  await database.transaction(async (tx) => {
    await tx.query('insert into installation (demo, seeded_at) values (true, $1)', [moment.now]);
    await seedDemo(tx, ONE_COUNTY, moment);
  });
}

async function signIn(app: FastifyInstance): Promise<string> {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { name: ACCOUNT_NAMES.APPROVAL_OFFICER, password: DEMO_PASSWORD },
  });
  const [cookie] = answer.cookies;
  if (!cookie) throw new Error(`nobody was signed in: ${answer.body}`);
  return `${cookie.name}=${cookie.value}`;
}

/** Invented enterprises that are all new, two thirds of them in a park of the demonstration. */
export async function drawFile(database: Database, rows: number): Promise<Buffer> {
  const parks = await database.transaction((tx) =>
    tx.query<{ name: string }>('select name from park order by name'),
  );
  return writeSheet({
    title: '企业名单',
    columns: IMPORT_COLUMN_NAMES.map((key) => {
      const { zh, type } = IMPORT_COLUMNS[key];
      return { key, heading: zh, type };
    }),
    rows: Array.from({ length: rows }, (_, at) => drawRow(at, parks[at % parks.length]!.name)),
  });
}

function drawRow(at: number, park: string): Partial<Record<ImportColumn, string>> {
  const number = String(at + 1).padStart(6, '0');
  return {
    name: `演示导入${at + 1}号有限公司`,
    creditCode: completeCreditCode(`91330603TTT${number}`),
    industries: '1752',
    districtCode: '330603',
    address: `演示路${at + 1}号`,
    wastewater: '纳管',
    hazardousWaste: at % 2 === 0 ? '是' : '否',
    ...(at % 3 !== 0 && { park }),
  };
}
