import { createHash, randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { FILE_KINDS, type FileKindName, type FileView } from '@ludao/contracts';
import type { DatabaseAccess, Tx } from '../db.ts';
import { append, type EventContext } from '../event-log/index.ts';
import { notFound, refuse, type Refusal } from '../refusal.ts';
import { readUpload } from '../upload.ts';
import type { FilesConfig } from './config.ts';
import { isFault, kindOf } from './content.ts';
import type { FilePlacement, InfectedFile, StoredFile, TakenFile } from './model.ts';
import { keptName } from './name.ts';
import { countSent, findFile, insertFile, noteIntake } from './row-store.ts';
import type { VirusScanner } from './scanner.ts';
import { FileStoreError } from './store-error.ts';
import { readChecked, type FileStore } from './store.ts';

const MEGABYTE = 1024 * 1024;

export interface FilesDeps {
  readonly database: DatabaseAccess;
  readonly store: FileStore;
  readonly scanner: VirusScanner;
  readonly limits: Pick<FilesConfig, 'fileBytes' | 'dayBytes'>;
  /** Puts a line into the security log. */
  readonly tellInfected: (tx: Tx, file: InfectedFile) => Promise<void>;
}

/** Who sends a file. */
export interface Sender {
  readonly personId: string;
  /** The network address. */
  readonly address: string;
  readonly now: Date;
}

/** How a row of a file comes to be. */
export interface FileEntry extends FilePlacement {
  /** What it is for, as a short code: 'notice-scan'. */
  readonly purpose: string;
  readonly by: EventContext;
  /** The date in China, 'YYYY-MM-DD'. */
  readonly today: string;
}

/** The one way in which anything keeps files. */
export interface Files {
  readonly limits: FilesDeps['limits'];
  readonly isScanned: boolean;
  /**
   * Reads, judges and stores bytes, outside of any transaction. What no row names within a day is
   * removed again, so whoever gives up afterwards has nothing to undo.
   * @returns why it is not taken in: too large, of no accepted kind, a virus
   * @throws FileStoreError FULL or AWAY
   */
  take(body: Readable, name: string, sender: Sender): Promise<TakenFile | Refusal>;
  /**
   * Stores what the program itself made, of whatever size; it is scanned later as all others are.
   * @throws FileStoreError FULL or AWAY
   */
  keep(bytes: Buffer, name: string, kind: FileKindName, now: Date): Promise<TakenFile>;
  /**
   * Puts what was taken on record.
   * @returns FILE_DAY_LIMIT with `megabytes`, `limit` and `sent` where the person sent enough today
   */
  record(tx: Tx, taken: TakenFile, entry: FileEntry): Promise<StoredFile | Refusal>;
  /**
   * Gives a file that the transaction sees to others as well: a row of its own, with the same bytes.
   * @returns NOT_FOUND where it sees none
   */
  link(tx: Tx, id: string, entry: FileEntry): Promise<StoredFile | Refusal>;
  find(tx: Tx, id: string): Promise<StoredFile | undefined>;
  /** @throws FileStoreError DAMAGED or AWAY */
  read(file: Pick<StoredFile, 'sha256' | 'bytes'>): Promise<Buffer>;
}

export function openFiles(deps: FilesDeps): Files {
  const { database, store, scanner, limits } = deps;

  /** @returns how far it is scanned, or null where there is a virus, which is in the security log then */
  async function scan(bytes: Buffer, sha256: string, { personId, address, now }: Sender) {
    const answer = await scanner.scan(bytes);
    if (answer.result === 'clean') return { scan: 'CLEAN', scanDetail: '' } as const;
    if (answer.result === 'unavailable') return { scan: 'UNSCANNED', scanDetail: '' } as const;
    const detail = `${answer.virus} ${sha256}`;
    await database.transaction((tx) =>
      deps.tellInfected(tx, { at: now, personId, address, detail }),
    );
    return null;
  }

  return {
    limits,
    isScanned: scanner.isThere,
    async take(body, name, sender) {
      const read = await readUpload(body, limits.fileBytes);
      if ('refused' in read) return read;
      const { bytes, sha256 } = read;
      const kind = await kindOf(bytes);
      if (isFault(kind)) return refuse(kind, {}, 422);
      const scanned = await scan(bytes, sha256, sender);
      if (!scanned) return refuse('FILE_INFECTED', {}, 422);
      const isNoted = await database.transaction((tx) => noteIntake(tx, sha256, sender.now));
      if (!isNoted) return refuse('FILE_STORE_AWAY', {}, 503);
      await store.put(sha256, bytes);
      const { mediaType } = FILE_KINDS[kind];
      return { sha256, bytes: bytes.length, mediaType, name: keptName(name, kind), ...scanned };
    },

    async keep(bytes, name, kind, now) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const isNoted = await database.transaction((tx) => noteIntake(tx, sha256, now));
      if (!isNoted) {
        throw new FileStoreError('FILE_STORE_AWAY', 'the very same bytes are being removed');
      }
      await store.put(sha256, bytes);
      const { mediaType } = FILE_KINDS[kind];
      const notYet = { scan: 'UNSCANNED', scanDetail: '' } as const;
      return { sha256, bytes: bytes.length, mediaType, name: keptName(name, kind), ...notYet };
    },

    async record(tx, taken, entry) {
      const createdBy = personOf(entry.by);
      const refused = createdBy && (await judgeDay(tx, taken, createdBy, entry.today, limits));
      if (refused) return refused;
      return enter(tx, taken, entry, null);
    },

    async link(tx, id, entry) {
      const found = await findFile(tx, id);
      if (!found) return notFound();
      return enter(tx, found, entry, id);
    },

    find: findFile,
    read: (file) => readChecked(store, file),
  };
}

/** What a person is shown of a file. */
export function viewOf({ id, name, mediaType, bytes, sha256, scan }: StoredFile): FileView {
  return { id, name, mediaType, bytes, sha256, scan };
}

/** The program's own actors have names with a colon. */
function personOf({ actor }: EventContext): string | null {
  return actor.includes(':') ? null : actor;
}

async function judgeDay(
  tx: Tx,
  { bytes }: TakenFile,
  personId: string,
  today: string,
  { dayBytes }: FilesDeps['limits'],
): Promise<Refusal | null> {
  const sent = await countSent(tx, personId, new Date(`${today}T00:00:00+08:00`));
  if (sent + bytes <= dayBytes) return null;
  const megabytes = (count: number) => Math.ceil((count / MEGABYTE) * 10) / 10;
  const params = { megabytes: megabytes(bytes), sent: megabytes(sent), limit: dayBytes / MEGABYTE };
  return refuse('FILE_DAY_LIMIT', params, 429);
}

async function enter(
  tx: Tx,
  taken: TakenFile,
  { ownerOrg, districtCode, parkId, purpose, by }: FileEntry,
  origin: string | null,
): Promise<StoredFile> {
  const { sha256, bytes, mediaType, name, scan, scanDetail } = taken;
  const file: StoredFile = {
    id: randomUUID(),
    ownerOrg,
    districtCode,
    parkId,
    sha256,
    bytes,
    mediaType,
    name,
    purpose,
    scan,
    scanDetail,
    createdBy: personOf(by),
    createdAt: by.now,
  };
  await insertFile(tx, file, origin);
  // The name may name somebody: it stands in the row and in no event.
  const body = { sha256, bytes: String(bytes), mediaType, purpose, scan, origin };
  await append(tx, by, [
    {
      stream: `file/${file.id}`,
      type: 'file.recorded',
      typeVersion: 1,
      body,
      ownerOrg,
      districtCode,
      expectedSeq: 0,
    },
  ]);
  return file;
}
