// npm run bench -- import [--rows 50000] [--rounds 3] [--no-write]
// Enterprises from Excel: the embedded database from upload to committed; on PostgreSQL
// (LUDAO_TEST_DATABASE_URL) the commit beside COPY of the same rows.
import { parseArgs } from 'node:util';
import { describeRun, figuresOf } from './import/report.ts';
import { runEmbedded, runServer } from './import/run.ts';
import { writeSection } from './measure/results-file.ts';

const { values } = parseArgs({
  allowNegative: true,
  options: {
    rows: { type: 'string', default: '50000' },
    rounds: { type: 'string', default: '3' },
    write: { type: 'boolean', default: true },
  },
});
const rows = Number(values.rows);
const server = process.env['LUDAO_TEST_DATABASE_URL'];

console.error(`embedded: ${rows} rows …`);
const embedded = await runEmbedded(rows);
if (server) console.error('PostgreSQL: the commit and COPY in turns …');
else console.error('PostgreSQL is left out: LUDAO_TEST_DATABASE_URL names no server');
const beside = server ? await runServer(server, rows, Number(values.rounds)) : null;

const run = { date: new Date().toISOString().slice(0, 10), rows, embedded, server: beside };
const section = describeRun(run);
if (values.write) writeSection('import', section);
console.log(section);
console.log(JSON.stringify(figuresOf(run)));
