import { connect, type NetConnectOpts } from 'node:net';
import { Readable } from 'node:stream';
import type { ScanAnswer, VirusScanner } from './scanner.ts';

const PATIENCE_MS = 60_000;
const PIECE_BYTES = 256 * 1024;

/** ClamAV's daemon, asked by INSTREAM (clamd(8)): the bytes go over the connection, no file is shared. */
export function openClamd(at: NetConnectOpts, patience = PATIENCE_MS): VirusScanner {
  return {
    isThere: true,
    async scan(bytes) {
      try {
        return read(await ask(at, bytes, patience));
      } catch (error) {
        return {
          result: 'unavailable',
          why: error instanceof Error ? error.message : String(error),
        };
      }
    },
  };
}

/** All that it answers until it hangs up. */
function ask(at: NetConnectOpts, bytes: Uint8Array, patience: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(at);
    const pieces: Buffer[] = [];
    const end = () => resolve(Buffer.concat(pieces).toString('utf8'));
    socket.setTimeout(patience, () => socket.destroy(new Error('clamd does not answer')));
    socket.on('data', (piece) => pieces.push(piece));
    // It may have answered and hung up before the end, as with what is larger than it takes.
    socket.on('error', (error) => (pieces.length > 0 ? end() : reject(error)));
    socket.on('close', end);
    Readable.from(framed(bytes)).pipe(socket, { end: false });
  });
}

/** Each piece after its length in four bytes; a length of nothing is the end. */
function* framed(bytes: Uint8Array): Generator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0');
  for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
    const piece = bytes.subarray(from, from + PIECE_BYTES);
    yield lengthOf(piece.length);
    yield piece;
  }
  yield lengthOf(0);
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

/** 'stream: OK', 'stream: Eicar-Test-Signature FOUND' or '… ERROR', each ended by a NUL. */
function read(answer: string): ScanAnswer {
  const line = answer.replace(/\0.*$/s, '').trim();
  if (line === 'stream: OK') return { result: 'clean' };
  const virus = /^stream: (.+) FOUND$/.exec(line)?.[1];
  if (virus !== undefined) return { result: 'infected', virus };
  return { result: 'unavailable', why: `clamd said: ${line.slice(0, 200)}` };
}
