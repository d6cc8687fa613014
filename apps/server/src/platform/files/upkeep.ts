import type { Database } from '../db.ts';
import { append } from '../event-log/index.ts';
import type { Jobs } from '../jobs.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../clock.ts';
import { beginRemoving, endRemoving, findIntakes, findUnscanned, noteScan } from './row-store.ts';
import type { ScanAnswer } from './scanner.ts';
import type { FilesDeps } from './service.ts';
import { FileStoreError } from './store-error.ts';
import { readChecked } from './store.ts';

const PAGE = 50;
const ORPHAN_MS = 24 * 60 * 60 * 1000;
/** One file that is too large for the scanner says nothing of it; several in a row do. */
const SILENCES = 3;

type UpkeepDeps = Omit<FilesDeps, 'database' | 'limits'> & {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
};

/** What is done about files beside the requests: later scans, and removing what nobody named. */
export function keepFiles(deps: UpkeepDeps, jobs: Pick<Jobs, 'recurring'>): void {
  jobs.recurring({ name: 'file-sweep', seconds: 60 * 60, run: () => sweepOrphans(deps) });
  if (!deps.scanner.isThere) return;
  jobs.recurring({ name: 'file-scan', seconds: 10 * 60, run: () => scanLater(deps) });
}

/**
 * Removes bytes that came in a day ago and that no file names: of uploads that were given up.
 * @returns how many
 */
export async function sweepOrphans({ database, store, clock }: UpkeepDeps): Promise<number> {
  const before = new Date(clock.now().getTime() - ORPHAN_MS);
  let removed = 0;
  for (;;) {
    const due = await database.transaction((tx) => findIntakes(tx, before, PAGE));
    for (const sha256 of due) {
      const isOrphan = await database.transaction((tx) => beginRemoving(tx, sha256, before));
      if (!isOrphan) continue;
      await store.remove(sha256);
      await database.transaction((tx) => endRemoving(tx, sha256));
      removed += 1;
    }
    if (due.length < PAGE) return removed;
  }
}

/** Scans what came in while the scanner was away, or before there was one. @returns how many */
export async function scanLater(deps: UpkeepDeps): Promise<number> {
  const { database, store, scanner, log } = deps;
  let after = '';
  let done = 0;
  let silences = 0;
  for (;;) {
    const from = after;
    const page = await database.transaction((tx) => findUnscanned(tx, from, PAGE));
    for (const file of page) {
      after = file.sha256;
      try {
        const answer = await scanner.scan(await readChecked(store, file));
        if (answer.result === 'unavailable') {
          log.warn({ why: answer.why, sha256: file.sha256 }, 'a file was not scanned');
          silences += 1;
          if (silences === SILENCES) return done;
          continue;
        }
        silences = 0;
        await settle(deps, file.sha256, answer);
        done += 1;
      } catch (error) {
        if (!(error instanceof FileStoreError)) throw error;
        log.error({ err: error }, 'a file could not be read for its scan');
      }
    }
    if (page.length < PAGE) return done;
  }
}

async function settle(
  { database, clock, tellInfected }: UpkeepDeps,
  sha256: string,
  answer: Exclude<ScanAnswer, { readonly result: 'unavailable' }>,
): Promise<void> {
  const now = clock.now();
  const [scan, virus] =
    answer.result === 'clean' ? (['CLEAN', ''] as const) : (['INFECTED', answer.virus] as const);
  await database.transaction(async (tx) => {
    const rows = await noteScan(tx, sha256, scan, virus);
    await append(
      tx,
      { actor: 'system:files', actingFor: null, office: null, now },
      rows.map(({ id, ownerOrg, districtCode }) => ({
        stream: `file/${id}`,
        type: 'file.scanned',
        typeVersion: 1,
        body: { sha256, scan },
        ownerOrg,
        districtCode,
      })),
    );
    if (scan === 'CLEAN') return;
    for (const { createdBy: personId } of rows) {
      await tellInfected(tx, { at: now, personId, address: '', detail: `${virus} ${sha256}` });
    }
  });
}
