import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readUpload } from './upload.ts';

describe('an upload', () => {
  it('is taken in piece by piece, with its SHA-256', async () => {
    const file = Readable.from([Buffer.from('ab'), Buffer.from('c')]);
    expect(await readUpload(file, 3)).toEqual({
      bytes: Buffer.from('abc'),
      sha256: createHash('sha256').update('abc').digest('hex'),
    });
  });

  it('is refused where it is too large, and no more of it is kept than the limit', async () => {
    const megabyte = Buffer.alloc(1024 * 1024);
    const refused = await readUpload(Readable.from([megabyte, megabyte]), 1024 * 1024);
    expect(refused).toMatchObject({
      refused: 'FILE_TOO_LARGE',
      status: 422,
      params: { megabytes: 2, limit: 1 },
    });
  });

  it('is not read to its end where it does not end', async () => {
    let sent = 0;
    const endless = Readable.from(
      (async function* () {
        for (;;) yield Buffer.alloc(1000, ++sent);
      })(),
    );
    expect(await readUpload(endless, 1000)).toMatchObject({ refused: 'FILE_TOO_LARGE' });
    expect(sent).toBeLessThan(50);
  });

  it('that breaks off is an error, never half a file', async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('half');
        throw new Error('aborted');
      })(),
    );
    await expect(readUpload(broken, 1000)).rejects.toThrow('aborted');
  });
});
