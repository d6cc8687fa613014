import { setImmediate } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { megabytes, SheetRefused } from './refusal.ts';

export interface ArchiveLimits {
  readonly maxParts: number;
  /** Of all parts together, as declared and again as they unpack. */
  readonly maxUnpackedBytes: number;
  /** Unpacked to packed; a part below RATIO_FREE_BYTES may do as it likes. */
  readonly maxRatio: number;
}

/** A ZIP whose parts are only ever unpacked through the limits. */
export interface Archive {
  /** In small letters, as OPC compares names. */
  readonly names: readonly string[];
  /**
   * Unpacks in pieces of at most PIECE_BYTES and lets others work in between.
   * @param maxBytes a limit of this part's own
   * @throws SheetRefused when a limit is passed, the part is absent or its checksum is wrong
   */
  read(name: string, maxBytes?: number): AsyncGenerator<Buffer>;
}

const PIECE_BYTES = 16 * 1024;
const RATIO_FREE_BYTES = 1024 * 1024;
const UNINTERRUPTED_MS = 8;
const STORED = 0;
const DEFLATED = 8;

/**
 * Reads the directory of a ZIP. The same directory later says where the parts are, so that what was
 * checked is what is read: a reader that goes by local headers could be shown something else.
 * @throws SheetRefused
 */
export async function openArchive(bytes: Buffer, limits: ArchiveLimits): Promise<Archive> {
  const { zip, entries } = await readDirectory(bytes, limits);
  let unpacked = 0;

  return {
    names: Array.from(entries.keys()),
    async *read(name, maxBytes = limits.maxUnpackedBytes) {
      const entry = entries.get(name.toLowerCase());
      if (!entry) throw new SheetRefused('DAMAGED', { part: name });
      let length = 0;
      let checksum = 0;
      for await (const piece of inPieces(unpackEntry(zip, entry))) {
        length += piece.length;
        unpacked += piece.length;
        if (length > maxBytes || unpacked > limits.maxUnpackedBytes) {
          const limit = megabytes(Math.min(maxBytes, limits.maxUnpackedBytes));
          throw new SheetRefused('UNPACKS_TOO_LARGE', { part: name, limit });
        }
        refuseTight(entry, length, limits);
        checksum = crc32(piece, checksum);
        yield piece;
      }
      if (checksum !== entry.crc32) throw new SheetRefused('DAMAGED', { part: name });
    },
  };
}

interface Directory {
  readonly zip: ZipFile;
  readonly entries: ReadonlyMap<string, Entry>;
}

async function readDirectory(bytes: Buffer, limits: ArchiveLimits): Promise<Directory> {
  const entries = new Map<string, Entry>();
  try {
    const zip = await fromBufferPromise(bytes);
    if (zip.entryCount > limits.maxParts) {
      const { entryCount: count } = zip;
      throw new SheetRefused('TOO_MANY_PARTS', { count, limit: limits.maxParts });
    }
    let declared = 0;
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      // Two parts of one name: which one is read would depend on the reader.
      if (entries.has(name)) throw new SheetRefused('DAMAGED', { part: entry.fileName });
      entries.set(name, entry);
      declared += entry.uncompressedSize;
      refuseEntry(entry, declared, limits);
    }
    return { zip, entries };
  } catch (error) {
    if (error instanceof SheetRefused) throw error;
    throw new SheetRefused('DAMAGED', { part: 'ZIP' }, error);
  }
}

function refuseEntry(entry: Entry, declared: number, limits: ArchiveLimits): void {
  const part = entry.fileName;
  if (entry.isEncrypted()) throw new SheetRefused('ENCRYPTED', { part });
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    throw new SheetRefused('DAMAGED', { part });
  }
  refuseTight(entry, entry.uncompressedSize, limits);
  if (declared > limits.maxUnpackedBytes) {
    throw new SheetRefused('UNPACKS_TOO_LARGE', {
      part,
      limit: megabytes(limits.maxUnpackedBytes),
    });
  }
}

function refuseTight(entry: Entry, length: number, { maxRatio }: ArchiveLimits): void {
  if (length > RATIO_FREE_BYTES && length > entry.compressedSize * maxRatio) {
    throw new SheetRefused('PACKED_TOO_TIGHT', { part: entry.fileName, limit: maxRatio });
  }
}

/** An error of the unpacking is a damaged file; one of whoever reads passes through. */
async function* unpackEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    throw new SheetRefused('DAMAGED', { part: entry.fileName }, error);
  }
}

async function* inPieces(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let since = performance.now();
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      yield chunk.subarray(at, at + PIECE_BYTES);
      if (performance.now() - since > UNINTERRUPTED_MS) {
        await setImmediate();
        since = performance.now();
      }
    }
  }
}
