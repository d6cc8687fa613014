import { describe, expect, it } from 'vitest';
import type { Entry } from '../modules/simulation/index.ts';
import { LIMIT_BYTES } from './project-file.ts';
import { readEntries } from './read-lines.ts';

async function read(...chunks: (string | Uint8Array)[]) {
  async function* bytes() {
    for (const chunk of chunks)
      yield typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
  }
  const progress = { size: null, read: 0 };
  const entries: Entry[] = [];
  for await (const entry of readEntries(bytes(), 'p.ndjson', progress)) entries.push(entry);
  return {
    progress,
    found: entries.map((entry) => [
      entry.line,
      'request' in entry ? (entry.request.name ?? '') : entry.problems[0]!.code,
    ]),
  };
}

describe('lines of projects', () => {
  it('are read whole wherever the chunks break, blank ones and a missing last break included', async () => {
    const bytes = new TextEncoder().encode('{"name":"塑"}\r\n\n{"name":"b"}');
    const { found, progress } = await read(
      bytes.slice(0, 10),
      bytes.slice(10, 20),
      bytes.slice(20),
    );
    expect(found).toEqual([
      [1, '塑'],
      [3, 'b'],
    ]);
    expect(progress.read).toBe(bytes.length);
  });

  it('that are faulty are told by line and code, and the others still read', async () => {
    const { found } = await read('nonsense\n{"industry":"2926"}\n[]\n{"name":"c"}\n');
    expect(found).toEqual([
      [1, 'file.not_yaml'],
      [2, 'input.unrecognized_keys'],
      [3, 'input.invalid_type'],
      [4, 'c'],
    ]);
  });

  it('that are too long are thrown away as they come', async () => {
    const long = 'x'.repeat(LIMIT_BYTES);
    const { found } = await read('{"name":"a"}\n', long, long, long, '\n{"name":"b"}\n');
    expect(found).toEqual([
      [1, 'a'],
      [2, 'file.too_large'],
      [3, 'b'],
    ]);
  });
});
