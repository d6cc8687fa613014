import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsClient } from 'aws4fetch';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openClamd } from './clamd.ts';
import { openDiskStore, type Disk } from './disk-store.ts';
import { openS3Store } from './s3-store.ts';
import { readChecked, type FileStore } from './store.ts';
import { EICAR, sha256Of, startClamd, startS3 } from './testing.ts';

const base = mkdtempSync(join(tmpdir(), 'ludao-files-'));
let s3: Awaited<ReturnType<typeof startS3>>;
beforeAll(async () => {
  s3 = await startS3(join(base, 's3'));
});
afterAll(async () => {
  await s3.stop();
  rmSync(base, { recursive: true });
});

const nameOf = (sha256: string) => `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
const folder = join(base, 'disk');

describe.each([
  {
    name: 'a folder',
    open: () => openDiskStore(folder),
    overwrite: (sha256: string, bytes: Buffer) => fs.writeFile(join(folder, nameOf(sha256)), bytes),
  },
  {
    name: 'an S3 server',
    open: () => openS3Store(s3.place),
    async overwrite(sha256: string, bytes: Buffer) {
      const { endpoint, bucket, accessKey, secret } = s3.place;
      const client = new AwsClient({
        accessKeyId: accessKey,
        secretAccessKey: secret,
        service: 's3',
      });
      const body = new Uint8Array(bytes);
      await client.fetch(`${endpoint}/${bucket}/${nameOf(sha256)}`, { method: 'PUT', body });
    },
  },
])('files in $name', ({ open, overwrite }) => {
  let store: FileStore;
  beforeAll(() => {
    store = open();
  });
  /** The S3 server of the tests answers before it has written, unlike those in use. */
  const soon = (check: () => Promise<unknown>) => vi.waitFor(check, { timeout: 5000 });
  async function put(bytes = randomBytes(1000)) {
    const file = { sha256: sha256Of(bytes), bytes: bytes.length };
    await store.put(file.sha256, bytes);
    return { ...file, content: bytes };
  }

  it('come back as they were put, also through a store that is opened anew', async () => {
    const { content, ...file } = await put(randomBytes(3_000_000));
    expect(await store.has(file.sha256)).toBe(true);
    await soon(async () => expect((await readChecked(open(), file)).equals(content)).toBe(true));
  });

  it('that are not there are told so, and may be removed', async () => {
    const sha256 = sha256Of(Buffer.from('nobody put this'));
    expect(await store.get(sha256)).toBeUndefined();
    expect(await store.has(sha256)).toBe(false);
    await store.remove(sha256);
    const { sha256: there } = await put();
    await store.remove(there);
    expect(await store.has(there)).toBe(false);
  });

  it('of the same bytes put many times at once stand there once, whole', async () => {
    const bytes = randomBytes(300_000);
    const all = await Promise.all(Array.from({ length: 8 }, () => put(bytes)));
    await soon(async () => expect((await readChecked(store, all[0]!)).equals(bytes)).toBe(true));
  });

  it.each([
    ['other bytes of the same length', randomBytes(1000)],
    ['fewer', randomBytes(10)],
    ['more', randomBytes(2000)],
    ['none', Buffer.alloc(0)],
  ])('are told as damaged where %s stand there, until they are put again', async (_, other) => {
    const { content, ...file } = await put();
    await overwrite(file.sha256, other);
    await soon(() =>
      expect(readChecked(store, file)).rejects.toMatchObject({ code: 'FILE_DAMAGED' }),
    );
    await store.put(file.sha256, content);
    await soon(async () => expect(await readChecked(store, file)).toEqual(content));
  });

  it('that vanished are told as damaged', async () => {
    const file = await put();
    await store.remove(file.sha256);
    await expect(readChecked(store, file)).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
  });
});

describe('a folder of files', () => {
  const bytes = randomBytes(100);
  const sha256 = sha256Of(bytes);

  it('that is full takes nothing, and keeps nothing half', async () => {
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    const disk: Disk = {
      ...fs,
      async open(...given: Parameters<typeof fs.open>) {
        const file = await fs.open(...given);
        file.writeFile = async () => {
          await file.write(bytes.subarray(0, 10));
          throw full;
        };
        return file;
      },
    };
    const place = join(base, 'full');
    await expect(openDiskStore(place, disk).put(sha256, bytes)).rejects.toMatchObject({
      code: 'FILE_STORE_FULL',
    });
    expect(readdirSync(place, { recursive: true })).toEqual(['incoming']);
  });

  it('forgets what a process that died was writing, a day later', () => {
    const place = join(base, 'died');
    openDiskStore(place);
    const old = join(place, 'incoming', 'old');
    for (const path of [old, join(place, 'incoming', 'young')]) writeFileSync(path, 'half');
    utimesSync(old, new Date(0), new Date(0));
    openDiskStore(place);
    expect(readdirSync(join(place, 'incoming'))).toEqual(['young']);
  });

  it('that cannot be made keeps the program from starting', () => {
    writeFileSync(join(base, 'a-file'), '');
    expect(() => openDiskStore(join(base, 'a-file', 'files'))).toThrow();
  });
});

describe('an S3 server', () => {
  const sha256 = sha256Of(Buffer.from('x'));

  it.each([
    ['that does not answer', { endpoint: 'http://127.0.0.1:1' }],
    ['without the bucket', { bucket: 'another-one' }],
    ['that does not know the key', { accessKey: 'nobody' }],
  ])('%s is told as away, whatever is asked', async (_, wrong) => {
    const store = openS3Store({ ...s3.place, ...wrong });
    const away = { code: 'FILE_STORE_AWAY' };
    await expect(store.put(sha256, Buffer.from('x'))).rejects.toMatchObject(away);
    await expect(store.get(sha256)).rejects.toMatchObject(away);
  });
});

describe('ClamAV', () => {
  it('is told every byte, and says clean or what it found', async () => {
    const clamd = await startClamd();
    const scanner = openClamd(clamd);
    expect(await scanner.scan(randomBytes(700_000))).toEqual({ result: 'clean' });
    const hidden = Buffer.concat([randomBytes(300_000), EICAR]);
    expect(await scanner.scan(hidden)).toEqual({
      result: 'infected',
      virus: 'Eicar-Test-Signature',
    });
    expect(await scanner.scan(randomBytes(3_000_000))).toMatchObject({ result: 'unavailable' });
    await clamd.stop();
    expect(await scanner.scan(EICAR)).toMatchObject({ result: 'unavailable' });
  });

  it('that says nothing is not waited for longer than its time', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => void silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const answer = await openClamd({ host: '127.0.0.1', port }, 50).scan(EICAR);
    expect(answer).toMatchObject({ result: 'unavailable' });
    silent.close();
  });
});
