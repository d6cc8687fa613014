import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { medianOf } from '../measure/rounds.ts';

const WAYS = ['typst', 'pdfmake'] as const;
export type Cold = Readonly<Record<(typeof WAYS)[number], number>>;

/** Milliseconds from before the library is loaded to the first document, in new processes by turns. */
export function measureCold(rounds: number): Cold {
  const found = { typst: [] as number[], pdfmake: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    for (const way of round % 2 === 0 ? WAYS : WAYS.toReversed()) {
      const script = fileURLToPath(new URL('first.ts', import.meta.url));
      const { stdout, stderr, status } = spawnSync(process.execPath, [script, way], {
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(stderr);
      found[way].push(Number(stdout));
    }
  }
  return { typst: medianOf(found.typst), pdfmake: medianOf(found.pdfmake) };
}
