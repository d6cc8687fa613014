import { drawFile, openScene, type Scene } from './scene.ts';
import { dumpImport, psql } from './copy.ts';

/** Milliseconds of the two halves, and the longest a small request waited in each. */
export interface Measured {
  readonly checkMs: number;
  readonly commitMs: number;
  readonly checkWaitMs: number;
  readonly commitWaitMs: number;
}

/** Between two small requests. */
const PAUSE_MS = 20;

async function whileAsking<T>(
  scene: Scene,
  job: () => Promise<T>,
): Promise<{ readonly result: T; readonly ms: number; readonly waitMs: number }> {
  let waitMs = 0;
  const over = new AbortController();
  const asking = (async () => {
    while (!over.signal.aborted) {
      waitMs = Math.max(waitMs, await scene.ask());
      await new Promise((resolve) => void setTimeout(resolve, PAUSE_MS));
    }
  })();
  const started = performance.now();
  const result = await job();
  const ms = performance.now() - started;
  over.abort();
  await asking;
  return { result, ms, waitMs };
}

/** From upload to committed on the embedded database, in a folder of its own. */
export async function runEmbedded(rows: number): Promise<Measured> {
  const scene = await openScene();
  try {
    const file = await drawFile(scene.database, rows);
    const checked = await whileAsking(scene, () => scene.check(file));
    const committed = await whileAsking(scene, () => scene.commit(checked.result.id));
    expectWritten(committed.result.result?.registered, rows);
    return {
      checkMs: checked.ms,
      checkWaitMs: checked.waitMs,
      commitMs: committed.ms,
      commitWaitMs: committed.waitMs,
    };
  } finally {
    await scene.close();
  }
}

export interface Beside {
  readonly checkMs: number;
  readonly checkWaitMs: number;
  readonly commitMs: readonly number[];
  readonly commitWaitMs: number;
  readonly copyMs: readonly number[];
}

/** The commit beside COPY of what it wrote: each round in fresh copies of one database, in turns. */
export async function runServer(server: string, rows: number, rounds: number): Promise<Beside> {
  const prefix = `ludao_bench_import_${process.pid}`;
  const made: string[] = [];
  const urlOf = (name: string) => Object.assign(new URL(server), { pathname: `/${name}` }).href;
  function create(name: string, template?: string): string {
    psqlAlone(server, `create database ${name}${template ? ` template ${template}` : ''}`);
    made.push(name);
    return urlOf(name);
  }
  const template = `${prefix}_t`;
  try {
    const first = await openScene(create(template));
    const file = await drawFile(first.database, rows);
    const checked = await whileAsking(first, () => first.check(file));
    await first.close();
    const { id } = checked.result;

    const commitMs: number[] = [];
    const copyMs: number[] = [];
    let commitWaitMs = 0;
    async function commitOnce(name: string): Promise<void> {
      const scene = await openScene(create(name, template), false);
      const { result, ms, waitMs } = await whileAsking(scene, () => scene.commit(id));
      await scene.close();
      expectWritten(result.result?.registered, rows);
      commitMs.push(ms);
      commitWaitMs = Math.max(commitWaitMs, waitMs);
    }
    // The warm-up is also where the rows for COPY come from.
    await commitOnce(`${prefix}_w`);
    commitMs.length = 0;
    const files = dumpImport(urlOf(`${prefix}_w`), id);
    const copyOnce = (name: string) => void copyMs.push(files.load(create(name, template)));
    for (let round = 0; round < rounds; round++) {
      if (round % 2 === 0) copyOnce(`${prefix}_c${round}`);
      await commitOnce(`${prefix}_o${round}`);
      if (round % 2 === 1) copyOnce(`${prefix}_c${round}`);
    }
    files.remove();
    return { checkMs: checked.ms, checkWaitMs: checked.waitMs, commitMs, commitWaitMs, copyMs };
  } finally {
    for (const name of made) psqlAlone(server, `drop database ${name} with (force)`);
  }
}

/** Databases are made and dropped outside a transaction. */
function psqlAlone(server: string, command: string): void {
  psql(server, 'commit', command);
}

function expectWritten(written: number | undefined, rows: number): void {
  if (written !== rows) throw new Error(`${written} of ${rows} rows were written`);
}
