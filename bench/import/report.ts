import { availableParallelism, cpus, loadavg } from 'node:os';
import { medianOf } from '../measure/rounds.ts';
import type { Beside, Measured } from './run.ts';

export const TARGETS = { embeddedSeconds: 60, timesCopy: 8 } as const;

export interface Run {
  readonly date: string;
  readonly rows: number;
  readonly embedded: Measured;
  /** null where no server was named. */
  readonly server: Beside | null;
}

const seconds = (ms: number) => (ms / 1000).toFixed(1);
const totalOf = ({ checkMs, commitMs }: Measured) => checkMs + commitMs;
const timesCopy = ({ commitMs, copyMs }: Beside) => medianOf(commitMs) / medianOf(copyMs);

/** Everything a reader may want to compute with, as the bench's last line. */
export function figuresOf({ date, rows, embedded, server }: Run) {
  return {
    bench: 'import',
    date,
    rows,
    embedded,
    server,
    timesCopy: server && Number(timesCopy(server).toFixed(2)),
    targets: {
      ...TARGETS,
      embeddedMet: totalOf(embedded) <= TARGETS.embeddedSeconds * 1000,
      copyMet: server && timesCopy(server) <= TARGETS.timesCopy,
    },
  };
}

/** The section of bench/results.md, which is also what the terminal shows. */
export function describeRun({ date, rows, embedded, server }: Run): string {
  const total = totalOf(embedded);
  const met = (isMet: boolean) => (isMet ? 'met' : 'not met');
  const load = loadavg()[0]!.toFixed(1);
  const line = (label: string, ms: string, waitMs: string) => `| ${label} | ${ms} | ${waitMs} |`;
  const wait = (ms: number) => Math.round(ms).toLocaleString('en');
  const range = (values: readonly number[]) =>
    `${seconds(medianOf(values))} (${seconds(Math.min(...values))}–${seconds(Math.max(...values))})`;
  const rowsOfServer = server
    ? [
        line('PostgreSQL: upload, read, check', seconds(server.checkMs), wait(server.checkWaitMs)),
        line('PostgreSQL: commit', range(server.commitMs), wait(server.commitWaitMs)),
        line('PostgreSQL: COPY of what the commit wrote', range(server.copyMs), ''),
      ]
    : [];
  const besides = server
    ? `- Target: commit ≤ ${TARGETS.timesCopy} × COPY of the same rows, heads and events into the same tables with all indexes and constraints, one transaction through psql: ${timesCopy(server).toFixed(2)} (${met(timesCopy(server) <= TARGETS.timesCopy)}); ${server.commitMs.length} rounds in turns after a warm-up, each in a fresh copy of one database. COPY is handed search keys, ids and hashes ready made; the commit reads the rows, judges them anew and computes all of that.`
    : '- PostgreSQL was not measured: LUDAO_TEST_DATABASE_URL names no server.';
  return `## import: ${rows.toLocaleString('en')} enterprises from an Excel file

${date} · Node ${process.version} · ${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} cores, load ${load}

| step | s | longest wait of a small request, ms |
| --- | ---: | ---: |
${line('embedded: upload, read, check', seconds(embedded.checkMs), wait(embedded.checkWaitMs))}
${line('embedded: commit', seconds(embedded.commitMs), wait(embedded.commitWaitMs))}
${rowsOfServer.join('\n')}

- Target: from upload to committed on the embedded database ≤ ${TARGETS.embeddedSeconds} s: ${seconds(total)} (${met(total <= TARGETS.embeddedSeconds * 1000)}).
${besides}
- A small request is who is signed in, asked every 20 ms. The embedded database has one connection: during the commit whoever needs the database is told after five seconds to come again. On PostgreSQL others go on.`;
}
