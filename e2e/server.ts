import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What one server compiled, the next one of the run need not. */
const COMPILED = fileURLToPath(new URL('../.cache/compiled', import.meta.url));
const MAIN = fileURLToPath(new URL('../apps/server/src/main.ts', import.meta.url));

export interface RunningServer {
  readonly address: string;
  readonly dataDir: string;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
  /** Ends it and leaves its data. */
  halt(): Promise<void>;
}

/**
 * @param from a data folder to begin with a copy of; without one the server seeds its own
 * @param settings as environment variables, besides those of every server
 */
export async function startServer(
  from?: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ludao-e2e-'));
  if (from !== undefined) cpSync(from, dataDir, { recursive: true });
  const server = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      LUDAO_LOG: 'error',
      NODE_COMPILE_CACHE: COMPILED,
      ...settings,
      LUDAO_DATA: dataDir,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await addressOf(server);
  const halt = async () => {
    server.kill('SIGTERM');
    await once(server, 'exit');
  };
  return {
    address,
    dataDir,
    halt,
    async stop() {
      await halt();
      rmSync(dataDir, { recursive: true });
    },
  };
}

async function addressOf(server: ChildProcess): Promise<string> {
  let printed = '';
  for await (const data of server.stdout!) {
    printed += String(data);
    const address = /→ (http\S+)/.exec(printed)?.[1];
    if (address) return address;
  }
  throw new Error(`the server did not start: ${printed}`);
}
