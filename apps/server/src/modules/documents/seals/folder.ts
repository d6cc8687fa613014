import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SealSystemAway, type SealPort, type Unsealed } from './port.ts';

/** A sealed paper that is larger is none of ours. */
const MAX_BYTES = 50 * 1024 * 1024;

/**
 * Exchanges papers with a seal system by files: `out/<id>.pdf` with `out/<id>.json` beside it goes,
 * `in/<id>.pdf` comes back. Each file appears whole or not at all.
 * @param folder absolute; both subfolders are made in it
 */
export function openSealFolder(folder: string): SealPort {
  const out = join(folder, 'out');
  const back = join(folder, 'in');

  async function put(name: string, content: Buffer | string): Promise<void> {
    await writeFile(`${name}.part`, content, { mode: 0o600, flush: true });
    await rename(`${name}.part`, name);
  }

  async function unlessAway<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      throw new SealSystemAway('the folder of the seal system cannot be used', { cause: error });
    }
  }

  return {
    way: 'FILE',
    hand: ({ id, pdf, ...about }: Unsealed) =>
      unlessAway(async () => {
        await mkdir(out, { recursive: true, mode: 0o700 });
        await mkdir(back, { recursive: true, mode: 0o700 });
        // The paper last: who watches the folder finds what belongs to it already there.
        await put(join(out, `${id}.json`), `${JSON.stringify({ id, ...about })}\n`);
        await put(join(out, `${id}.pdf`), pdf);
      }),
    async collect(id) {
      const name = join(back, `${id}.pdf`);
      const found = await stat(name).catch(() => null);
      if (!found) return undefined;
      return unlessAway(async () => {
        if (found.size > MAX_BYTES) throw new RangeError(`${found.size} bytes`);
        return readFile(name);
      });
    },
    settle: (id) =>
      unlessAway(async () => {
        for (const name of [
          join(out, `${id}.pdf`),
          join(out, `${id}.json`),
          join(back, `${id}.pdf`),
        ]) {
          await rm(name, { force: true });
        }
      }),
  };
}
