import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { lockDataFolder } from './data-lock.ts';

const base = mkdtempSync(join(tmpdir(), 'ludao-lock-'));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(base, 'data-'));
});
afterAll(() => rmSync(base, { recursive: true }));

/** Takes the lock in a process of its own and says so, or prints why not. */
const taker = `
  import { lockDataFolder } from ${JSON.stringify(new URL('./data-lock.ts', import.meta.url).href)};
  try {
    await lockDataFolder(process.argv[1]);
    console.log('holds');
    setInterval(() => {}, 1000);
  } catch (error) {
    console.log(error.message);
  }`;

async function take(): Promise<{ said: string; pid: number; kill: () => Promise<unknown> }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', taker, folder]);
  const ended = once(child, 'exit');
  const [data] = await once(child.stdout, 'data');
  return {
    said: String(data).trim(),
    pid: child.pid ?? 0,
    kill: () => {
      child.kill('SIGKILL');
      return ended;
    },
  };
}

test('a second process is refused while the first holds the data folder, and told which one it is', async () => {
  const first = await take();
  const second = await take();
  expect(first.said).toBe('holds');
  expect(second.said).toContain(`in use by process ${first.pid}`);
  expect(second.said).toContain(folder);
  await first.kill();
});

test('the lock of a process that was killed is taken over', async () => {
  const first = await take();
  await first.kill();
  const lock = await lockDataFolder(folder);
  expect(readdirSync(folder)).toHaveLength(1);
  lock.release();
});

test('of several processes that start together never two get the folder', async () => {
  const all = await Promise.all([take(), take(), take(), take()]);
  expect(all.filter(({ said }) => said === 'holds').length).toBeLessThanOrEqual(1);
  await Promise.all(all.map(({ kill }) => kill()));
});

test('the same process cannot take the folder twice', async () => {
  const lock = await lockDataFolder(folder);
  await expect(lockDataFolder(folder)).rejects.toThrow(`process ${process.pid}`);
  lock.release();
  (await lockDataFolder(folder)).release();
});

test.runIf(process.platform === 'linux')(
  'a living process that merely got the number of the dead one does not keep the folder',
  async () => {
    const host = hostname();
    const reused = { pid: process.ppid, started: 'earlier-1', host };
    writeFileSync(join(folder, `ludao.lock.${process.ppid}.earlier-1`), JSON.stringify(reused));
    (await lockDataFolder(folder)).release();
  },
);

test('a process on another computer cannot be asked, so the folder stays locked and the file is named', async () => {
  const file = join(folder, 'ludao.lock.17.x-1');
  writeFileSync(file, JSON.stringify({ pid: 17, started: 'x-1', host: 'elsewhere.example' }));
  await expect(lockDataFolder(folder)).rejects.toThrow(file);
});

test('releasing leaves the folder as it was', async () => {
  (await lockDataFolder(folder)).release();
  expect(readdirSync(folder)).toEqual([]);
});

test('a file where the folder should be is reported in plain words', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  await expect(lockDataFolder(file)).rejects.toThrow('There is a file where the data folder');
});

test.runIf(isUnprivilegedUserAvailable())(
  'a folder that cannot be written is reported in plain words',
  () => {
    // The owner of the files may be root, whom no mode stops; nobody is stopped.
    const program = `import { lockDataFolder } from ${JSON.stringify(new URL('./data-lock.ts', import.meta.url).href)};
      process.setuid(65534);
      await lockDataFolder(process.argv[1]).catch((error) => console.log(error.message));`;
    const args = ['--input-type=module', '-e', program, folder];
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(stdout).toContain('is not writable');
  },
);

function isUnprivilegedUserAvailable(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}
