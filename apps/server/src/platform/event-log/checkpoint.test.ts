import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { describeOnEachDatabase } from '../testing.ts';
import { append } from './append.ts';
import { takeCheckpoint } from './checkpoint.ts';
import { listCheckpoints } from './checkpoint-file.ts';
import { exportPublicKey, loadCheckpointKey, readPublicKeys } from './checkpoint-key.ts';
import { disarm } from './tampering.ts';
import { aContext, anEvent } from './testing.ts';
import { verifyDatabase } from './verify.ts';

const base = mkdtempSync(join(tmpdir(), 'ludao-checkpoint-'));
afterAll(() => rmSync(base, { recursive: true }));

describeOnEachDatabase('a checkpoint', (database) => {
  let folder: string;
  let key: ReturnType<typeof loadCheckpointKey>;
  const { now } = aContext;
  const take = () => takeCheckpoint(database(), { folder, now, key });
  const store = (count = 1) =>
    database().transaction((tx) =>
      append(
        tx,
        aContext,
        Array.from({ length: count }, () => anEvent()),
      ),
    );
  const verify = () =>
    verifyDatabase(database(), { folder, keys: readPublicKeys(exportPublicKey(key)) });

  beforeEach(async () => {
    const home = mkdtempSync(join(base, 'data-'));
    folder = join(home, 'checkpoints');
    key = loadCheckpointKey(home);
    await database().transaction(async (tx) => {
      await disarm(tx);
      await tx.query(`truncate event, event_stream, event_checkpoint;
        alter table event enable always trigger event_append_only;
        alter table event_stream enable always trigger event_stream_append_only;
        alter table event_checkpoint enable always trigger event_checkpoint_append_only`);
    });
  });

  test('covers the streams that changed since the one before, and holds its digest', async () => {
    const [a, b] = [anEvent(), anEvent()];
    await database().transaction((tx) => append(tx, aContext, [a, b, b]));
    const first = await take();
    await database().transaction((tx) => append(tx, aContext, [b]));
    const second = await take();
    expect(first).toMatchObject({ number: 1, events: 3, previous: null, from: '0' });
    expect(first?.heads.map(([, seq]) => seq).sort()).toEqual([1, 2]);
    expect(second).toMatchObject({ number: 2, events: 4, from: first?.to });
    expect(second?.heads).toEqual([[b.stream, 3, expect.any(String)]]);
    expect(second?.previous).toMatch(/^[0-9a-f]{64}$/);
    expect((await verify()).findings).toEqual([]);
  });

  test('is not taken when nothing was appended', async () => {
    expect(await take()).toBeUndefined();
    await store();
    await take();
    expect(await take()).toBeUndefined();
    expect(listCheckpoints(folder)).toEqual([1]);
  });

  test('leaves only whole files, and the private key is readable by its owner alone', async () => {
    await store();
    await take();
    expect(readdirSync(folder)).toEqual(['checkpoint-00000001.json']);
    const secret = join(folder, '..', 'secrets', 'checkpoint-key');
    expect(statSync(secret).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, '..', 'checkpoint-key.pem'), 'utf8')).toBe(
      exportPublicKey(key),
    );
  });

  test('taken by several at once is taken once', async () => {
    await store(3);
    const taken = await Promise.all([take(), take(), take()]);
    expect(taken.filter((one) => one !== undefined)).toHaveLength(1);
    expect((await verify()).findings).toEqual([]);
  });

  test('goes on from a file whose process died before the database knew it', async () => {
    await store();
    await take();
    await database().transaction(async (tx) => {
      await tx.query(`alter table event_checkpoint disable trigger user;
        delete from event_checkpoint;
        alter table event_checkpoint enable always trigger event_checkpoint_append_only`);
    });
    expect((await verify()).findings).toEqual([]);
    await store();
    expect(await take()).toMatchObject({ number: 2, events: 2 });
    expect((await verify()).findings).toEqual([]);
  });

  test('is refused where a stranger left a file of the next number', async () => {
    await store();
    const other = loadCheckpointKey(mkdtempSync(join(base, 'other-')));
    await takeCheckpoint(database(), { folder, now, key: other });
    await store();
    rmSync(join(folder, 'checkpoint-00000001.json'));
    await take();
    await database().transaction(async (tx) => {
      await tx.query(`alter table event_checkpoint disable trigger user;
        delete from event_checkpoint where number = 2;
        alter table event_checkpoint enable always trigger event_checkpoint_append_only`);
    });
    await expect(takeCheckpoint(database(), { folder, now, key: other })).rejects.toMatchObject({
      name: 'CheckpointRefusedError',
    });
  });

  test('is refused when the log ends before the last one', async () => {
    await store(2);
    await take();
    await database().transaction(async (tx) => {
      await tx.query(`alter table event disable trigger user; delete from event;
        alter table event enable always trigger event_append_only`);
    });
    await expect(take()).rejects.toThrow('ends at position 0');
  });

  test('waits for a writer whose position is lower than one already committed', async () => {
    if (database().kind === 'embedded') return; // It has one connection: nobody can be under way.
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const slow = database().transaction(async (tx) => {
      await append(tx, aContext, [anEvent()]);
      await held;
    });
    await delay(200);
    await store();
    const taken = take();
    expect(await Promise.race([taken, delay(300, 'waiting')])).toBe('waiting');
    release();
    await slow;
    expect(await taken).toMatchObject({ events: 2 });
    expect((await verify()).findings).toEqual([]);
  });

  test('of many streams at once is verified in pieces', async () => {
    await store(4500);
    expect((await take())?.heads).toHaveLength(4500);
    expect(await verify()).toMatchObject({ events: 4500, streams: 4500, findings: [] });
  });
});

test('a file of several public keys gives them all, and another kind of text is refused', () => {
  const [a, b] = [mkdtempSync(join(base, 'a-')), mkdtempSync(join(base, 'b-'))].map((home) =>
    exportPublicKey(loadCheckpointKey(home)),
  );
  expect(readPublicKeys(`${a}\n${b}`).map(exportPublicKey)).toEqual([a, b]);
  expect(() => readPublicKeys('nothing')).toThrow('no public key');
});
