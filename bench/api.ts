// npm run bench -- api [--rounds 7] [--seconds 3] [--no-write]
// One enterprise read through session, scope and row policy, beside a bare Fastify route that
// sends the same statement. Needs LUDAO_TEST_DATABASE_URL: a PostgreSQL that may be written to.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { DEMO_PASSWORD } from '../apps/server/src/demo/words.ts';
import { load, type Load } from './api/load.ts';
import { medianOf } from './measure/rounds.ts';
import { writeSection } from './measure/results-file.ts';

const { values } = parseArgs({
  allowNegative: true,
  options: {
    rounds: { type: 'string', default: '7' },
    seconds: { type: 'string', default: '3' },
    write: { type: 'boolean', default: true },
  },
});
const server = process.env['LUDAO_TEST_DATABASE_URL'];
if (!server) {
  console.error('LUDAO_TEST_DATABASE_URL names no PostgreSQL; this bench needs one.');
  process.exit(2);
}
const CONNECTIONS = 50;
const name = `ludao_bench_${process.pid}`;
await ask(`create database ${name}`);
const url = new URL(server);
url.pathname = `/${name}`;
const child = fork(fileURLToPath(new URL('api/servers.ts', import.meta.url)), [url.href]);
const [{ ours, bare }] = (await once(child, 'message')) as [{ ours: string; bare: string }];

const signedIn = await fetch(`${ours}/api/session`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ name: 'shiju', password: DEMO_PASSWORD }),
});
const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
const list = await fetch(`${ours}/api/enterprises?size=200`, { headers: { cookie } });
const { rows } = (await list.json()) as { rows: { id: string }[] };
const ways = {
  bare: rows.map(({ id }) => `${bare}/enterprises/${id}`),
  ours: rows.map(({ id }) => `${ours}/api/enterprises/${id}`),
};
const found: Record<keyof typeof ways, Load[]> = { bare: [], ours: [] };
for (let round = -1; round < Number(values.rounds); round++) {
  console.error(round < 0 ? 'warm-up …' : `round ${round + 1} of ${values.rounds} …`);
  const order = round % 2 === 0 ? (['bare', 'ours'] as const) : (['ours', 'bare'] as const);
  for (const way of order) {
    const options = { connections: CONNECTIONS, seconds: Number(values.seconds), cookie };
    const one = await load(ways[way], options);
    if (round >= 0) found[way].push(one);
  }
}
child.disconnect();
await once(child, 'exit');
await ask(`drop database ${name} with (force)`);

const of = (way: keyof typeof ways, key: keyof Load) => medianOf(found[way].map((one) => one[key]));
const figures = {
  bench: 'api',
  date: new Date().toISOString().slice(0, 10),
  connections: CONNECTIONS,
  rounds: Number(values.rounds),
  bare: { perSecond: Math.round(of('bare', 'perSecond')), medianMs: of('bare', 'median') },
  ours: { perSecond: Math.round(of('ours', 'perSecond')), medianMs: of('ours', 'median') },
  throughputRatio: of('ours', 'perSecond') / of('bare', 'perSecond'),
  medianRatio: of('ours', 'median') / of('bare', 'median'),
};
const section = `## One enterprise through session, scope and row policy

Run of ${figures.date}: ${CONNECTIONS} keep-alive connections, ${figures.rounds} interleaved rounds of
${values.seconds} s, medians. Server, PostgreSQL and load share the machine's cores. 3,000 enterprises, 200 of them asked for.

| way | requests/s | ratio | median, ms | ratio | p99, ms |
|---|---|---|---|---|---|
| bare Fastify route, the same statement, pool of 10 | ${figures.bare.perSecond} | 1 | ${figures.bare.medianMs.toFixed(1)} | 1 | ${of('bare', 'p99').toFixed(1)} |
| ours: session, rights, scope, row policy, checked answer | ${figures.ours.perSecond} | **${figures.throughputRatio.toFixed(2)}** | ${figures.ours.medianMs.toFixed(1)} | **${figures.medianRatio.toFixed(2)}** | ${of('ours', 'p99').toFixed(1)} |

Targets: at least 0.35 of the throughput, at most 3 times the median.`;
if (values.write) writeSection('api', section);
console.log(section);
console.log(JSON.stringify(figures));

async function ask(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
