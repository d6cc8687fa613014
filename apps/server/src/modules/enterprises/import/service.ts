import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import {
  IMPORT_LIMITS,
  mayFollow,
  rolesFor,
  type ImportColumn,
  type ImportRow,
  type ImportState,
  type ImportView,
  type UploadQuery,
} from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import { scopeOf, type Session } from '../../../platform/session.ts';
import { readUpload } from '../../../platform/upload.ts';
import type { KnownCodes } from '../profile-decide.ts';
import { checkRow, loadReach } from './check.ts';
import * as jobs from './job-store.ts';
import { CHUNK, type Asker, type StagedRow } from './model.ts';
import { findParkChoices } from './register-store.ts';
import { countRows, deleteRows, findStagedRow, replaceRows } from './row-store.ts';
import {
  countGood,
  findImport,
  findRow,
  listImports,
  listRows,
  readFaultyRows,
} from './view-store.ts';
import { writeFaultyRows, writeTemplate } from './workbook.ts';

export { findImport, listImports, listRows };

/** Opens a transaction of the asker's. Files are read and written outside of one. */
export type Scoped = <T>(fn: (tx: Tx) => Promise<T>) => Promise<T>;

/** What the program keeps of the session to go on in its name. */
function askerOf(session: Session): Asker {
  const right = { action: 'import', resource: 'enterprise' } as const;
  const { actor: personId, orgs, districts, parks } = scopeOf(session, right);
  const roles = rolesFor(right.action, right.resource);
  const giving = session.posts.filter(({ role }) => roles.includes(role));
  const posts = giving.map((post) => ({
    role: post.role,
    home: post.home,
    orgs: post.orgs,
    districts: post.districts,
    parks: post.parks,
  }));
  return { personId, office: giving[0]?.id ?? null, posts, orgs, districts, parks };
}

/** The organisation whose import it is: that of the post which gives the right. */
function ownerOf({ posts }: Session): string {
  const roles = rolesFor('import', 'enterprise');
  const post = posts.find(({ role }) => roles.includes(role));
  if (!post) throw new Error('the route was opened to somebody without the right');
  return post.organisation.id;
}

export async function makeTemplate(scoped: Scoped, session: Session): Promise<Buffer> {
  const asker = askerOf(session);
  return writeTemplate(asker, await scoped((tx) => findParkChoices(tx, asker)));
}

/** Takes in a file; what is in it is looked at in the background. */
export async function upload(
  scoped: Scoped,
  file: Readable,
  { fileName, onExisting }: UploadQuery,
  session: Session,
  now: Date,
): Promise<ImportView | Refusal> {
  const read = await readUpload(file, IMPORT_LIMITS.bytes);
  if ('refused' in read) return read;
  const made = {
    id: randomUUID(),
    ownerOrg: ownerOf(session),
    fileName,
    sha256: read.sha256,
    file: read.bytes,
    onExisting,
    asker: askerOf(session),
  };
  return scoped(async (tx) => {
    const id = await jobs.enterImport(tx, made, now);
    return (await findImport(tx, id)) ?? notFound();
  });
}

/** Moves the import to a state where that may follow; what else happens is done before. */
async function moveTo(
  tx: Tx,
  id: string,
  state: ImportState,
  now: Date,
  also: () => Promise<jobs.Changes | Refusal>,
): Promise<ImportView | Refusal> {
  const job = await jobs.lockImport(tx, id);
  if (!job) return notFound();
  if (!mayFollow(job.state, state)) return refuse('IMPORT_STATE', { state: job.state });
  const changes = await also();
  if ('refused' in changes) return changes;
  await jobs.setState(tx, id, state, now, changes);
  return (await findImport(tx, id)) ?? notFound();
}

export async function correct(
  scoped: Scoped,
  id: string,
  file: Readable,
  session: Session,
  now: Date,
): Promise<ImportView | Refusal> {
  const read = await readUpload(file, IMPORT_LIMITS.bytes);
  if ('refused' in read) return read;
  const changes = { correction: read.bytes, asker: askerOf(session) };
  return scoped((tx) => moveTo(tx, id, 'READING', now, () => Promise.resolve(changes)));
}

/** Puts other values in one row and judges it at once; the columns that are not given stay. */
export async function correctRow(
  tx: Tx,
  id: string,
  rowNumber: number,
  values: Readonly<Partial<Record<ImportColumn, string>>>,
  session: Session,
  known: { readonly codes: KnownCodes; readonly today: string },
): Promise<ImportRow | Refusal> {
  const job = await jobs.lockImport(tx, id);
  const before = job && (await findStagedRow(tx, id, rowNumber));
  if (!before) return notFound();
  if (job.state !== 'CHECKED') return refuse('IMPORT_STATE', { state: job.state });
  const row: StagedRow = {
    rowNumber,
    raw: { ...before.raw, ...values },
    cellFaults: before.cellFaults.filter(({ column }) => values[column] === undefined),
  };
  await replaceRows(tx, id, [row]);
  const reach = await loadReach(tx, { ...job, asker: askerOf(session) }, known);
  await checkRow(tx, id, row, reach);
  return (await findRow(tx, id, rowNumber)) ?? notFound();
}

/** Has the rows written in the background, all that are good or those chosen. */
export async function commit(
  tx: Tx,
  id: string,
  rows: readonly number[] | null,
  session: Session,
  now: Date,
): Promise<ImportView | Refusal> {
  return moveTo(tx, id, 'COMMITTING', now, async () => {
    const chosen = rows && [...new Set(rows)];
    const good = await countGood(tx, id, chosen);
    if (good === 0) return refuse('NOTHING_TO_COMMIT');
    if (chosen && good < chosen.length) {
      return refuse('ROWS_NOT_GOOD', { chosen: chosen.length, good });
    }
    return { chosen, asker: askerOf(session) };
  });
}

export async function cancel(tx: Tx, id: string, now: Date): Promise<ImportView | Refusal> {
  return moveTo(tx, id, 'CANCELLED', now, async () => {
    await deleteRows(tx, id);
    await countRows(tx, id);
    return {};
  });
}

/** The faulty rows as a workbook, read page by page while it is written. */
export async function makeFaultyRows(
  scoped: Scoped,
  id: string,
  session: Session,
): Promise<Buffer | Refusal> {
  const asker = askerOf(session);
  if (!(await scoped((tx) => findImport(tx, id)))) return notFound();
  const parks = await scoped((tx) => findParkChoices(tx, asker));
  async function* rows() {
    let last = 0;
    for (;;) {
      const after = last;
      const page = await scoped((tx) => readFaultyRows(tx, id, after, CHUNK));
      yield* page;
      const end = page.at(-1);
      if (!end) return;
      last = end.row;
    }
  }
  return writeFaultyRows(asker, parks, rows());
}
