import type { DocumentView, VolumeView } from '@ludao/contracts';
import { openScene, type Scene } from './scene.ts';

/** Signed at once, as the issue asks. */
export const AT_ONCE = 32;
export const IN_VOLUME = 20;
const VOLUMES = 3;

export interface Desk {
  /** Documents per second of each round. */
  readonly oneByOne: readonly number[];
  readonly atOnce: readonly number[];
  /** Milliseconds of each closing, the first of them apart: it starts the compiler. */
  readonly firstClosingMs: number;
  readonly closingMs: readonly number[];
  readonly zip: { readonly bytes: number; readonly files: number };
}

/** The whole server over PostgreSQL, asked through HTTP from the same process. */
export async function measureDesk(server: string, rounds: number): Promise<Desk> {
  const scene = await openScene(server);
  try {
    const model = await scene.reviewed('签发');
    const oneByOne: number[] = [];
    const atOnce: number[] = [];
    const numbers: string[] = [];
    const ways = [
      [oneByOne, async (ids: string[]) => signEach(scene, ids)],
      [atOnce, (ids: string[]) => Promise.all(ids.map((id) => scene.sign(id)))],
    ] as const;
    for (let round = -1; round < rounds; round++) {
      for (const [rates, sign] of round % 2 === 0 ? ways : ways.toReversed()) {
        const ids = await scene.copies(model, AT_ONCE);
        const began = performance.now();
        const signed = await sign(ids);
        const rate = (AT_ONCE / (performance.now() - began)) * 1000;
        if (round >= 0) rates.push(rate);
        numbers.push(...signed.map(({ number }) => number!));
      }
    }
    expectGapless(numbers);
    return { oneByOne, atOnce, ...(await closeVolumes(scene)) };
  } finally {
    await scene.close();
  }
}

async function signEach(scene: Scene, ids: readonly string[]): Promise<DocumentView[]> {
  const signed: DocumentView[] = [];
  for (const id of ids) signed.push(await scene.sign(id));
  return signed;
}

function expectGapless(numbers: readonly string[]): void {
  const serials = numbers.map((number) => Number(/〕(\d+)号/.exec(number)![1]));
  const span = Math.max(...serials) - Math.min(...serials) + 1;
  if (new Set(serials).size !== numbers.length || span !== numbers.length) {
    throw new Error('numbers were skipped or given twice');
  }
}

async function closeVolumes(
  scene: Scene,
): Promise<Pick<Desk, 'firstClosingMs' | 'closingMs' | 'zip'>> {
  const times: number[] = [];
  let zip = { bytes: 0, files: 0 };
  for (let nth = 0; nth <= VOLUMES; nth++) {
    const model = await scene.reviewed(`归档${nth}`);
    const ids = [model, ...(await scene.copies(model, IN_VOLUME - 1))];
    for (const id of ids) await scene.serve(await scene.sign(id));
    const { id, version } = await scene.volumeOf(model);
    const began = performance.now();
    const closed = await scene.post<VolumeView>('clerk', `/api/volumes/${id}/closing`, { version });
    times.push(performance.now() - began);
    if (closed.contents.some(({ state }) => state !== 'ARCHIVED')) throw new Error('not archived');
    const { length } = await scene.download(`/api/volumes/${id}/archive`);
    zip = { bytes: length, files: closed.archive!.items.length + 1 };
  }
  const [firstClosingMs, ...closingMs] = times;
  return { firstClosingMs: firstClosingMs!, closingMs, zip };
}
