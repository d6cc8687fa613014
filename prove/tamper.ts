import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../apps/server/src/platform/db.ts';
import { loadCheckpointKey } from '../apps/server/src/platform/event-log/index.ts';
import { fileTamperings } from '../apps/server/src/platform/event-log/tampering-files.ts';
import {
  drawTarget,
  makeLog,
  verifyForged,
  verifyForgedFiles,
} from '../apps/server/src/platform/event-log/tampering-log.ts';
import {
  headTamperings,
  rowTamperings,
} from '../apps/server/src/platform/event-log/tampering-rows.ts';
import { columnTamperings, recompute } from '../apps/server/src/platform/event-log/tampering.ts';
import { createLog } from '../apps/server/src/platform/log.ts';
import { migrate } from '../apps/server/src/platform/migrations.ts';
import { MIGRATIONS } from '../apps/server/src/platform/paths.ts';

/**
 * Every promised kind of forgery, by the owner of the database with all guards off, on a log of some
 * thousand events: verification must find each, must find nothing in the true log, and must call
 * unprotected what came after the last checkpoint. Each forgery is rolled back.
 * Bounded and seeded; the last line is JSON, the exit code 1 when a promise was broken.
 */
const EVENTS = Number(process.argv[2] ?? 3000);
const ROUNDS = Number(process.argv[3] ?? 1);
const SEED = Number(process.argv[4] ?? 20261125);
const STREAMS = Math.ceil(EVENTS / 10);
const CHECKPOINTS = 5;

/** Mulberry32. */
let state = SEED;
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}

const started = performance.now();
const folder = mkdtempSync(join(tmpdir(), 'ludao-tamper-'));
const silent = createLog('silent');
const database = await openEmbedded({}, silent);
const broken: string[] = [];
let forgeries = 0;
try {
  await migrate(database, MIGRATIONS, silent);
  const place = { folder: join(folder, 'checkpoints'), key: loadCheckpointKey(folder) };
  const size = { streams: STREAMS, events: EVENTS, checkpoints: CHECKPOINTS, random };
  const log = await makeLog(database, place, size);
  const part = Math.ceil(EVENTS / (CHECKPOINTS + 1));

  const untouched = async (when: string) => {
    const report = await verifyForgedFiles(log, () => {});
    if (report.findingsTotal > 0) broken.push(`${when}: ${JSON.stringify(report.findings[0])}`);
    if (report.events !== part * (CHECKPOINTS + 1)) broken.push(`${when}: ${report.events} events`);
    if (report.unprotected !== part) broken.push(`${when}: ${report.unprotected} unprotected`);
  };
  await untouched('the true log');
  const unguarded = await verifyForged(log, async () => {});
  if (unguarded.findingsTotal > 0) broken.push('taking off the guards alone was called a forgery');

  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, raises, forge } of [
      ...columnTamperings,
      ...rowTamperings,
      ...headTamperings,
    ]) {
      const target = drawTarget(log, random);
      const { findings } = await verifyForged(log, (tx) => forge(tx, target));
      forgeries++;
      if (findings.some(({ kind }) => kind === raises)) continue;
      broken.push(`${name}: not ${raises} but ${JSON.stringify(findings[0])} ${target.stream}`);
    }
    for (const { name, raises, forge } of fileTamperings) {
      const at = 2 + Math.floor(random() * (CHECKPOINTS - 2));
      const { findings } = await verifyForgedFiles(log, (copy, key) =>
        forge(copy, at, CHECKPOINTS, key),
      );
      forgeries++;
      if (findings.some((found) => 'reason' in found && found.reason === raises)) continue;
      broken.push(`${name}: not ${raises} but ${JSON.stringify(findings[0])}`);
    }
  }

  // What lies after the last checkpoint: a clumsy forgery shows, a careful one is not protected.
  const end = log.checkpoints.at(-1)!.to;
  const [late] = await database.transaction((tx) =>
    tx.query<{ stream: string; seq: number }>(
      `select stream, seq from event where position > ${end} order by position limit 1`,
    ),
  );
  const where = [late!.stream, late!.seq];
  const change = `update event set actor = 'x' where stream = $1 and seq = $2`;
  const clumsy = await verifyForged(log, (tx) => tx.query(change, where));
  if (clumsy.findings[0]?.kind !== 'ALTERED') broken.push('a clumsy late forgery was not found');
  const careful = await verifyForged(log, async (tx) => {
    await tx.query(change, where);
    await recompute(tx, late!.stream);
  });
  if (careful.findingsTotal > 0) broken.push('a careful late forgery was found: by what?');
  if (careful.unprotected !== part) broken.push('a late event was not called unprotected');
  forgeries += 2;

  await untouched('the true log afterwards');
} finally {
  await database.close();
  rmSync(folder, { recursive: true });
}
const result = {
  proof: 'tamper',
  events: EVENTS,
  streams: STREAMS,
  checkpoints: CHECKPOINTS,
  seed: SEED,
  forgeries,
  broken: broken.length,
  first: broken[0] ?? null,
  seconds: Math.round((performance.now() - started) / 100) / 10,
};
for (const line of broken) console.log(line);
console.log(
  `${forgeries} forgeries of a log of ${EVENTS} events; ${broken.length} promises broken`,
);
console.log(JSON.stringify(result));
process.exitCode = broken.length > 0 ? 1 : 0;
