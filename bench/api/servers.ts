// Child of the bench: our whole server and a bare Fastify route beside it, over one PostgreSQL.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fastify } from 'fastify';
import pg from 'pg';
import { buildApp } from '../../apps/server/src/app.ts';
import { prepareInstallation } from '../../apps/server/src/demo/installation.ts';
import { systemClock } from '../../apps/server/src/platform/clock.ts';
import { readConfig } from '../../apps/server/src/platform/config.ts';
import { openDatabase } from '../../apps/server/src/platform/db.ts';
import { openJobsInProcess } from '../../apps/server/src/platform/jobs-in-process.ts';
import { createLog } from '../../apps/server/src/platform/log.ts';
import { migrate } from '../../apps/server/src/platform/migrations.ts';
import { MIGRATIONS } from '../../apps/server/src/platform/paths.ts';

const databaseUrl = process.argv[2] ?? '';
const config = readConfig({
  DATABASE_URL: databaseUrl,
  LUDAO_DATA: mkdtempSync(join(tmpdir(), 'ludao-bench-')),
  LUDAO_DEMO: 'local',
  LUDAO_DEMO_SIZE: 'city',
});
const log = createLog('silent');
const database = await openDatabase(config, log);
await migrate(database, MIGRATIONS, log);
await prepareInstallation(database, config, systemClock, log);
const deps = { database, clock: systemClock, log };
const jobs = openJobsInProcess({ ...deps, recurring: false });
const ours = await buildApp({ ...deps, config, jobs });

const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
const bare = fastify();
// oxlint-disable-next-line oxc/no-async-endpoint-handlers -- this is Fastify, which waits for them
bare.get<{ Params: { id: string } }>('/enterprises/:id', async (request) => {
  const { rows } = await pool.query(
    `select e.id, e.name, e.credit_code, e.district_code, e.industries, e.park_id,
       p.name as park_name, e.moved_in, e.address, e.unit_id, u.name as unit_name, e.wastewater,
       e.hazardous_waste, e.version
     from enterprise e left join parks_public p on p.park_id = e.park_id
       left join park_units_public u on u.unit_id = e.unit_id
     where e.id = $1`,
    [request.params.id],
  );
  return rows[0];
});
const [oursAt, bareAt] = [await ours.listen({ port: 0 }), await bare.listen({ port: 0 })];
process.send?.({ ours: oursAt, bare: bareAt });
process.on('disconnect', () => process.exit(0));
