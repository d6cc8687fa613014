import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, expect, test } from 'vitest';

const MAIN = [fileURLToPath(new URL('../main.ts', import.meta.url))];

/** The same life around a server without modules, whose rules would take seconds to load each time. */
const BARE = [
  '--input-type=module',
  '-e',
  `import { start } from ${JSON.stringify(new URL('./lifecycle.ts', import.meta.url).href)};
   import { createHttpServer } from ${JSON.stringify(new URL('./http.ts', import.meta.url).href)};
   await start(process.env, ({ log }) => createHttpServer({ log, webDist: process.env.LUDAO_DATA + '/no-web' }), async () => {});`,
];

/** What one program compiled, the next one need not. */
const NODE_COMPILE_CACHE = fileURLToPath(new URL('../../../../.cache/compiled', import.meta.url));
const dataDir = mkdtempSync(join(tmpdir(), 'ludao-start-'));
const running: ChildProcess[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((child) => end(child, 'SIGKILL')));
});
afterAll(() => rmSync(dataDir, { recursive: true }));

interface Started {
  readonly child: ChildProcess;
  /** What the program printed: the address, or why it did not start. */
  readonly stdout: string;
  readonly stderr: string;
  readonly address: string;
}

/** Starts the program and waits until it prints its address or ends. */
async function start(env: Record<string, string>, program = BARE): Promise<Started> {
  const child = spawn(process.execPath, program, {
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE,
      LUDAO_LOG: 'error',
      PORT: '0',
      LUDAO_DATA: dataDir,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let stdout = '';
  let stderr = '';
  child.stderr.on('data', (data) => (stderr += String(data)));
  const listening = new Promise<void>((resolve) => {
    child.stdout.on('data', (data) => {
      stdout += String(data);
      if (stdout.includes('\n')) resolve();
    });
  });
  await Promise.race([listening, once(child, 'close')]);
  return { child, stdout, stderr, address: stdout.split('→ ')[1]?.trim() ?? '' };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  }
  return child.exitCode;
}

test(
  'the program prints its address, answers there, and ends well on SIGTERM',
  { timeout: 60_000 },
  async () => {
    const { child, stdout, address } = await start({}, MAIN);
    expect(stdout).toMatch(/^Ludao 小微园区环保服务平台 → http:\/\/127\.0\.0\.1:\d+\n$/);
    const response = await fetch(`${address}/api/nothing`);
    expect([response.status, await response.json()]).toMatchObject([404, { code: 'NOT_FOUND' }]);
    expect(await end(child, 'SIGTERM')).toBe(0);
    expect(readdirSync(dataDir).filter((name) => name.includes('lock'))).toEqual([]);
  },
);

test('a second start on the same data folder is refused in one line; Ctrl-C ends the first well', async () => {
  const first = await start({});
  const second = await start({});
  expectPlainRefusal(second, `is in use by process ${first.child.pid}`, dataDir);
  expect(await end(first.child, 'SIGINT')).toBe(0);
});

test('killed without warning, it starts again at once', async () => {
  const { child } = await start({});
  await end(child, 'SIGKILL');
  const again = await start({});
  expect(again.stderr).toBe('');
  expect((await fetch(`${again.address}/api/nothing`)).status).toBe(404);
});

test('a port in use is refused in one line that names it and says how to choose another', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const refused = await start({ PORT: String(port) });
  other.close();
  expectPlainRefusal(refused, `Port ${port} is in use`, `PORT=${port + 1}`);
  // And it has let go of the data folder.
  expect((await start({})).address).not.toBe('');
});

test('a PostgreSQL that is not there is refused in one line without the password', async () => {
  const DATABASE_URL = 'postgres://ludao:hunter2@127.0.0.1:1/ludao';
  const refused = await start({ DATABASE_URL });
  expectPlainRefusal(refused, '127.0.0.1:1/ludao', 'DATABASE_URL');
  expect(refused.stderr).not.toContain('hunter2');
});

test('a bad configuration is refused in one line, everything at once', async () => {
  expectPlainRefusal(
    await start({ PORT: 'http', LUDAO_LOG: 'loud' }),
    'PORT=http',
    'LUDAO_LOG=loud',
  );
});

function expectPlainRefusal({ child, stdout, stderr }: Started, ...parts: string[]): void {
  expect(child.exitCode).toBe(1);
  expect(stdout).toBe('');
  for (const part of parts) expect(stderr).toContain(part);
  // One line, in both languages, and no stack.
  expect(stderr).toMatch(/^[^\n]*[一-龥][^\n]* \| [^\n]*\n$/);
}
