import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { can, STOCK_LIMITS, type Bilingual, type StockImport } from '@ludao/contracts';
import type { Tx } from '../../platform/db.ts';
import { append, type JsonObject } from '../../platform/event-log/index.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../platform/refusal.ts';
import { actorOf } from '../../platform/session.ts';
import { readUpload } from '../../platform/upload.ts';
import { check, ownedBy, tenantsOf, viewOf } from './checking/service.ts';
import { streamOf, type StockPark, type StoredImport } from './model.ts';
import type { Asking, StockDeps } from './port.ts';
import { readWorkbookFile } from './read-file.ts';
import * as store from './store.ts';
import { writeProblems, writeTemplate } from './workbook.ts';

export { findPark } from './store.ts';

/** Opens a transaction of the asker's. Files are read and written outside of one. */
export type Scoped = <T>(fn: (tx: Tx) => Promise<T>) => Promise<T>;

/** A park that the asker may do this for; what is out of reach is not found. */
export async function findParkFor(
  tx: Tx,
  id: string,
  action: 'read' | 'create',
  { session }: Pick<Asking, 'session'>,
): Promise<StockPark | undefined> {
  const park = await store.findPark(tx, id);
  return park && can(session, action, 'stock', park) ? park : undefined;
}

export async function makeTemplate(
  scoped: Scoped,
  parkId: string,
  language: keyof Bilingual,
  asking: Pick<Asking, 'session'>,
): Promise<Buffer | Refusal> {
  const tenants = await scoped(async (tx) => {
    const park = await findParkFor(tx, parkId, 'create', asking);
    return park ? tenantsOf(tx, parkId) : undefined;
  });
  return tenants ? writeTemplate(tenants, language) : notFound();
}

/** Takes a workbook in and checks it. The same bytes find their import again, written or not. */
export async function send(
  scoped: Scoped,
  parkId: string,
  file: Readable,
  fileName: string,
  asking: Asking,
  deps: StockDeps,
): Promise<StockImport | Refusal> {
  const read = await readStock(file);
  if (isRefusal(read)) return read;
  return scoped(async (tx) => {
    const park = await findParkFor(tx, parkId, 'create', asking);
    if (!park) return notFound();
    const { session, now } = asking;
    const same = await store.findSame(tx, parkId, read.sha256);
    const id = same?.id ?? randomUUID();
    if (!same) {
      const { actor, office } = actorOf(session, 'create', 'stock', park);
      const post = session.posts.find((one) => one.id === office);
      if (!post) throw new Error('a right without a post');
      const { districtCode } = park;
      const made = { id, parkId, ownerOrg: post.organisation.id, districtCode, fileName, ...read };
      await store.insertImport(tx, made, { person: actor, at: now });
      await tell(tx, made, 'create', 'stock.sent', { parkId, sha256: read.sha256 }, asking);
    }
    const stored = await store.findImport(tx, id);
    return stored ? viewOf(tx, stored, asking, deps) : notFound();
  });
}

async function readStock(file: Readable) {
  const taken = await readUpload(file, STOCK_LIMITS.bytes);
  if ('refused' in taken) return taken;
  const rows = await readWorkbookFile(taken.bytes);
  if (isRefusal(rows)) return rows;
  return { rows, sha256: taken.sha256, bytes: taken.bytes.length };
}

export async function readImport(
  tx: Tx,
  id: string,
  asking: Pick<Asking, 'session' | 'today'>,
  deps: StockDeps,
): Promise<StockImport | Refusal> {
  const stored = await store.findImport(tx, id);
  if (!stored || !can(asking.session, 'read', 'stock', ownedBy(stored))) return notFound();
  return viewOf(tx, stored, asking, deps);
}

/** The workbook as it was sent, with what is wrong beside each row. */
export async function makeProblems(
  scoped: Scoped,
  id: string,
  language: keyof Bilingual,
  asking: Pick<Asking, 'session' | 'today'>,
  deps: StockDeps,
): Promise<Buffer | Refusal> {
  const found = await scoped(async (tx) => {
    const stored = await store.findImport(tx, id);
    if (!stored || !can(asking.session, 'create', 'stock', ownedBy(stored))) return undefined;
    const { judged } = await check(tx, stored, asking, deps);
    return { stored, judged, tenants: await tenantsOf(tx, stored.parkId) };
  });
  if (!found) return notFound();
  return writeProblems(found.stored.rows, found.judged, found.tenants, language);
}

/** Changes an import that is not written yet, and shows what a commit would do then. */
async function change(
  tx: Tx,
  id: string,
  asking: Asking,
  deps: StockDeps,
  step: (stored: StoredImport) => Promise<{ type: string; body: JsonObject } | Refusal>,
): Promise<StockImport | Refusal> {
  const stored = await store.findImport(tx, id, { lock: true });
  if (!stored) return notFound();
  if (!can(asking.session, 'update', 'stock', ownedBy(stored))) {
    return refuse('FORBIDDEN', {}, 403);
  }
  if (stored.state !== 'CHECKED') return refuse('STOCK_SETTLED');
  const done = await step(stored);
  if (isRefusal(done)) return done;
  await tell(tx, stored, 'update', done.type, done.body, asking);
  const after = await store.findImport(tx, id);
  return after ? viewOf(tx, after, asking, deps) : notFound();
}

export async function correct(
  scoped: Scoped,
  id: string,
  file: Readable,
  asking: Asking,
  deps: StockDeps,
): Promise<StockImport | Refusal> {
  const read = await readStock(file);
  if (isRefusal(read)) return read;
  return scoped((tx) =>
    change(tx, id, asking, deps, async ({ parkId }) => {
      const same = await store.findSame(tx, parkId, read.sha256);
      if (same && same.id !== id) return refuse('STOCK_SENT_ALREADY');
      await store.replaceWorkbook(tx, id, read);
      return { type: 'stock.corrected', body: { sha256: read.sha256 } };
    }),
  );
}

/** Adds scans that the asker sent; from then on they are seen by whoever sees the import. */
export function addScans(
  tx: Tx,
  id: string,
  files: readonly string[],
  asking: Asking,
  deps: StockDeps,
): Promise<StockImport | Refusal> {
  return change(tx, id, asking, deps, async (stored) => {
    const known = await store.listScans(tx, id);
    if (known.length + files.length > STOCK_LIMITS.scans) {
      const value = known.length + files.length;
      return refuse('STOCK_TOO_MANY_SCANS', { value, limit: STOCK_LIMITS.scans }, 422);
    }
    const { session, now, today, causeId } = asking;
    const owned = ownedBy(stored);
    const { actor, office } = actorOf(session, 'update', 'stock', owned);
    const by = { actor, office, actingFor: null, now, causeId };
    for (const file of new Set(files)) {
      const found = await deps.files.find(tx, file);
      if (!found) return refuse('FILE_UNKNOWN', {}, 422);
    }
    for (const file of new Set(files)) {
      const entry = { ...owned, purpose: 'stock-scan', by, today };
      const linked = await deps.files.link(tx, file, entry);
      if (isRefusal(linked)) throw new Error('a file that was found cannot be linked');
      await store.insertScan(tx, stored, linked.id, now);
    }
    return { type: 'stock.scans_added', body: { count: String(new Set(files).size) } };
  });
}

export function cancel(
  tx: Tx,
  id: string,
  asking: Asking,
  deps: StockDeps,
): Promise<StockImport | Refusal> {
  return change(tx, id, asking, deps, async () => {
    await store.cancelImport(tx, id);
    return { type: 'stock.cancelled', body: {} };
  });
}

async function tell(
  tx: Tx,
  stored: Pick<StoredImport, 'id' | 'parkId' | 'ownerOrg' | 'districtCode'>,
  action: 'create' | 'update',
  type: string,
  body: JsonObject,
  { session, now, causeId }: Asking,
): Promise<void> {
  const { id, parkId, ownerOrg, districtCode } = stored;
  const { actor, office } = actorOf(session, action, 'stock', { ownerOrg, districtCode, parkId });
  await append(tx, { actor, office, actingFor: null, now, causeId }, [
    { stream: streamOf(id), type, typeVersion: 1, body, ownerOrg, districtCode },
  ]);
}
