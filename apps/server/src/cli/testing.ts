import { vi } from 'vitest';
import { ludao } from './ludao.ts';

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in this process, which has read the law once, and keeps what it prints. */
export async function runLudao(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const printed = { out: '', err: '' };
  const keep = (to: 'out' | 'err') => (text: string | Uint8Array) => {
    printed[to] += String(text);
    return true;
  };
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation(keep('out'));
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation(keep('err'));
  for (const [name, value] of Object.entries({ LANG: 'zh_CN.UTF-8', LC_ALL: '', ...env })) {
    vi.stubEnv(name, value);
  }
  try {
    return { status: await ludao(args), ...printed };
  } finally {
    vi.unstubAllEnvs();
    stdout.mockRestore();
    stderr.mockRestore();
  }
}
