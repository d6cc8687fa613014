import type { Jobs } from '../../../platform/jobs.ts';
import type { Log } from '../../../platform/log.ts';
import { SheetRefused } from '../../../platform/excel/index.ts';
import { checkRows } from './check.ts';
import { commitRows } from './commit.ts';
import * as jobs from './job-store.ts';
import type { Asker, Job, Notice } from './model.ts';
import { stageFile, takeCorrection } from './read-file.ts';
import { countRows, deleteRows, findTwins } from './row-store.ts';
import { asAsker, StoppedError, type Work } from './work.ts';

const LOOK_AGAIN_SECONDS = 60;

/** Puts imports before the background work of the program, one after another. */
export interface ImportRunner {
  /** Has something to do for this import, or will have when it gets to it. */
  take(id: string): Promise<void>;
  /** Takes up the imports that a former process left unfinished. */
  start(): Promise<void>;
}

export type RunnerDeps = Omit<Work, 'signal'> & { readonly jobs: Jobs; readonly log: Log };

export function createImportRunner(deps: RunnerDeps): ImportRunner {
  const { jobs: background, log, ...work } = deps;
  const queue = background.queue('enterprise-import', (id, signal) =>
    runImport({ ...work, signal }, id),
  );
  async function takeUnfinished(): Promise<void> {
    const rows = await work.database.lookup<{ id: string }>(
      `select id from enterprise_import where state in ('READING', 'COMMITTING') order by asked_at`,
      [],
    );
    for (const { id } of rows) await queue.add(id);
  }
  // Left by a process that was stopped, or accepted by one that died before it could say so.
  background.recurring({
    name: 'unfinished-imports',
    seconds: LOOK_AGAIN_SECONDS,
    run: takeUnfinished,
  });
  return {
    async take(id) {
      try {
        await queue.add(id);
      } catch (error) {
        // The import is on record: somebody takes it up within a minute.
        log.error({ err: error, import: id }, 'an import could not be put before a worker');
      }
    },
    async start() {
      try {
        await takeUnfinished();
      } catch (error) {
        log.error({ err: error }, 'unfinished imports could not be looked up');
      }
    },
  };
}

/**
 * Brings one import as far as it goes without a person: READING to CHECKED or FAILED, COMMITTING to
 * DONE. Every chunk locks the import and looks at its state, so that two processes that take up the
 * same import do no harm to one another.
 */
export async function runImport(work: Work, id: string): Promise<void> {
  const [found] = await work.database.lookup<{ asker: Asker }>(
    'select asker from enterprise_import where id = $1',
    [id],
  );
  if (!found) return;
  try {
    for (;;) {
      const job = await asAsker(work, found.asker, (tx) => jobs.lockImport(tx, id));
      if (job?.state === 'COMMITTING') await commitRows(work, job);
      else if (job?.state === 'READING') await readAndCheck(work, job);
      else return;
    }
  } catch (error) {
    if (error instanceof StoppedError) return;
    await giveUp(work, found.asker, id);
    throw error;
  }
}

async function readAndCheck(work: Work, job: Job): Promise<void> {
  if (!job.readThrough) {
    const refused = await orNotice(() => stageFile(work, job));
    if (refused) return await fail(work, job, refused);
  }
  if (job.correcting) {
    const refused = await orNotice(() => takeCorrection(work, job));
    if (refused) return await finishCheck(work, job, refused);
  }
  await checkRows(work, job);
  await finishCheck(work, job, null);
}

async function orNotice(step: () => Promise<Notice | null>): Promise<Notice | null> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof SheetRefused) return error.refusal;
    throw error;
  }
}

async function finishCheck(work: Work, { id, asker }: Job, refused: Notice | null): Promise<void> {
  await asAsker(work, asker, async (tx) => {
    const job = await jobs.lockImport(tx, id);
    if (job?.state !== 'READING') return;
    await findTwins(tx, id);
    await countRows(tx, id);
    const notice = refused ?? job.notice;
    await jobs.setState(tx, id, 'CHECKED', work.clock.now(), { notice });
  });
}

async function fail(work: Work, { id, asker }: Job, notice: Notice): Promise<void> {
  await asAsker(work, asker, async (tx) => {
    const job = await jobs.lockImport(tx, id);
    if (job?.state !== 'READING') return;
    await deleteRows(tx, id);
    await countRows(tx, id);
    await jobs.setState(tx, id, 'FAILED', work.clock.now(), { notice });
  });
}

/** A bug, or a database that is gone: in the latter case the next start tries again. */
async function giveUp(work: Work, asker: Asker, id: string): Promise<void> {
  const notice = { code: 'INTERNAL_ERROR', params: {} };
  await asAsker(work, asker, async (tx) => {
    const job = await jobs.lockImport(tx, id);
    if (job?.state === 'COMMITTING') {
      return await jobs.setState(tx, id, 'CHECKED', work.clock.now(), { notice });
    }
    if (job?.state !== 'READING') return;
    await deleteRows(tx, id);
    await countRows(tx, id);
    await jobs.setState(tx, id, 'FAILED', work.clock.now(), { notice });
  });
}
