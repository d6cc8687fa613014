import { createHash } from 'node:crypto';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { ZipFile } from 'yazl';
import type { S3Place } from './s3-store.ts';

/** The EICAR test file: harmless, and every scanner calls it a virus. Put together here, so that
 * scanners of developers' machines leave this file alone. */
export const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join(''),
);

export const aPdf = (text = 'Hello') => Buffer.from(`%PDF-1.7\n% ${text}\n%%EOF\n`);

export const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A ZIP whose parts hold nothing but their names. */
export async function aZip(...names: string[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const name of names) zip.addBuffer(Buffer.from(name), name);
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** A compound file whose directory has these names. */
export function aCompound(...names: string[]): Buffer {
  const header = Buffer.alloc(512);
  header.write('d0cf11e0a1b11ae1', 'hex');
  const entries = names.map((name) => {
    const entry = Buffer.alloc(128);
    entry.write(name, 'utf16le');
    entry.writeUInt16LE((name.length + 1) * 2, 64);
    entry[66] = 2;
    return entry;
  });
  return Buffer.concat([header, ...entries]);
}

/** ClamAV's daemon as far as INSTREAM goes: it finds EICAR, and takes no more than its limit. */
export async function startClamd(limit = 1024 * 1024) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let come = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (piece) => {
      come = Buffer.concat([come, piece]);
      const answer = judge(come, limit);
      if (answer !== undefined) socket.end(`${answer}\0`);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host: '127.0.0.1',
    port,
    stop: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** @returns undefined until all has come */
function judge(come: Buffer, limit: number): string | undefined {
  const command = 'zINSTREAM\0';
  if (come.length < command.length) return undefined;
  if (come.toString('latin1', 0, command.length) !== command) return 'UNKNOWN COMMAND';
  const pieces: Buffer[] = [];
  let size = 0;
  for (let at = command.length; at + 4 <= come.length;) {
    const length = come.readUInt32BE(at);
    if (length === 0) {
      const isFound = Buffer.concat(pieces).includes(EICAR);
      return isFound ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
    }
    size += length;
    if (size > limit) return 'INSTREAM size limit exceeded. ERROR';
    if (at + 4 + length > come.length) return undefined;
    pieces.push(come.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

/** An S3 server of its own, with one bucket. Its access key and secret are both S3RVER. */
export async function startS3(directory: string) {
  const { default: S3rver } = await import('s3rver');
  const bucket = 'park-files';
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: bucket }],
  });
  const { port } = await server.run();
  const place: S3Place = {
    endpoint: `http://127.0.0.1:${port}`,
    bucket,
    region: 'us-east-1',
    accessKey: 'S3RVER',
    secret: 'S3RVER',
  };
  return { place, stop: () => server.close() };
}
