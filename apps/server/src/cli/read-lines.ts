import { accessSync, constants, createReadStream, statSync } from 'node:fs';
import type { Entry } from '../modules/simulation/index.ts';
import { LIMIT_BYTES, readRequest } from './project-file.ts';

/** Bytes read so far, for showing how far it is; `size` is null where it cannot be known. */
export interface Reading {
  readonly size: number | null;
  read: number;
}

/** @throws Error when the file cannot be read */
export function openLines(file: string): {
  chunks: AsyncIterable<Uint8Array>;
  size: number | null;
} {
  if (file === '-') return { chunks: process.stdin, size: null };
  const stat = statSync(file);
  if (stat.isDirectory()) throw new Error(`${file} is a folder`);
  accessSync(file, constants.R_OK);
  return { chunks: readChunks(file), size: stat.isFile() ? stat.size : null };
}

/** The file is opened by whoever reads it, so that one which nobody reads is not left open. */
async function* readChunks(file: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(file);
}

/**
 * One entry for each line of NDJSON that is not blank. A line that is too long is thrown away as
 * it comes, so that no input can fill the memory.
 */
export async function* readEntries(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  progress: Reading,
): AsyncGenerator<Entry> {
  let line = 0;
  for await (const text of readLines(chunks, progress)) {
    line++;
    if (text === null) {
      const params = { file: `${file}:${line}`, size: `> ${LIMIT_BYTES}`, limit: LIMIT_BYTES };
      yield { line, problems: [{ code: 'file.too_large', path: '', params }] };
    } else if (text.trim() !== '') yield { line, ...parse(text, file, line) };
  }
}

function parse(text: string, file: string, line: number): ReturnType<typeof readRequest> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { problems: [{ code: 'file.not_yaml', path: '', params: { file, line, message } }] };
  }
  return readRequest(value);
}

/** Null stands for a line longer than the limit. */
async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  progress: Reading,
): AsyncGenerator<string | null> {
  const decoder = new TextDecoder();
  let rest = '';
  let isTooLong = false;
  for await (const chunk of chunks) {
    progress.read += chunk.byteLength;
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = parts.pop()!;
    for (const part of parts) {
      yield isTooLong || part.length > LIMIT_BYTES ? null : part;
      isTooLong = false;
    }
    if (rest.length > LIMIT_BYTES) {
      isTooLong = true;
      rest = '';
    }
  }
  rest += decoder.decode();
  if (isTooLong || rest !== '') yield isTooLong || rest.length > LIMIT_BYTES ? null : rest;
}
