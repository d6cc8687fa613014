import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnEachDatabase } from '../testing.ts';
import { loadCheckpointKey } from './checkpoint-key.ts';
import { fileTamperings } from './tampering-files.ts';
import {
  drawTarget,
  makeLog,
  verifyForged,
  verifyForgedFiles,
  type TestLog,
} from './tampering-log.ts';
import { headTamperings, rowTamperings } from './tampering-rows.ts';
import { columnTamperings, recompute } from './tampering.ts';

const folder = mkdtempSync(join(tmpdir(), 'ludao-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

describeOnEachDatabase('verifying the log', (database) => {
  let log: TestLog;
  // A draw that is the same every time; the proof draws at random.
  let draws = 0;
  const random = () => ((draws++ * 7) % 31) / 31;

  beforeAll(async () => {
    const home = mkdtempSync(join(folder, 'data-'));
    const place = { folder: join(home, 'checkpoints'), key: loadCheckpointKey(home) };
    log = await makeLog(database(), place, { streams: 8, events: 120, checkpoints: 3, random });
  });

  test('an untouched log has no finding, and says what is not yet protected', async () => {
    const report = await verifyForgedFiles(log, () => {});
    expect(report).toMatchObject({
      events: 120,
      checkpoints: 3,
      unprotected: 30,
      findings: [],
      findingsTotal: 0,
      last: { number: 3, takenAt: '2026-11-25T03:02:03.004Z' },
    });
  });

  test('with the guards off and nothing changed there is no finding', async () => {
    expect((await verifyForged(log, async () => {})).findings).toEqual([]);
  });

  test.each([...columnTamperings, ...rowTamperings, ...headTamperings])(
    'finds $raises: $name',
    async ({ raises, forge }) => {
      const target = drawTarget(log, random);
      const { findings } = await verifyForged(log, (tx) => forge(tx, target));
      expect(findings.map(({ kind }) => kind)).toContain(raises);
    },
  );

  test.each(fileTamperings)('finds $raises: $name', async ({ raises, forge }) => {
    const { findings } = await verifyForgedFiles(log, (copy, key) => forge(copy, 2, 3, key));
    expect(findings).toContainEqual(
      expect.objectContaining({ kind: 'CHECKPOINT_BROKEN', reason: raises }),
    );
  });

  test('keys that did not sign count for nothing', async () => {
    const stranger = { ...log, options: { ...log.options, keys: [] } };
    const report = await verifyForgedFiles(stranger, () => {});
    expect(report).toMatchObject({ checkpoints: 0, last: null, unprotected: 120 });
    expect(report.findings).toHaveLength(3);
  });

  test('after the last checkpoint a careful forgery leaves no trace and is called unprotected', async () => {
    const end = log.checkpoints.at(-1)!.to;
    const report = await verifyForged(log, async (tx) => {
      const [late] = await tx.query<{ stream: string }>(
        `update event set actor = 'x' where position = (select max(position) from event)
         and position > ${end} returning stream`,
      );
      await recompute(tx, late!.stream);
    });
    expect(report).toMatchObject({ findings: [], unprotected: 30 });
  });
});
