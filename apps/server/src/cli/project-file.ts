import { readFileSync, statSync } from 'node:fs';
import { ScreeningRequest } from '@ludao/contracts';
import type { InputProblem } from '@ludao/rules';
import { parseDocument, LineCounter } from 'yaml';

export const LIMIT_BYTES = 1024 * 1024;

export type Read =
  | { readonly request: ScreeningRequest }
  | { readonly problems: readonly InputProblem[] };

/**
 * Reads a project from a YAML or JSON file, or from standard input for `-`. Whatever is wrong
 * comes back as problems with their place; nothing is half read.
 */
export function readProjectFile(file: string): Read {
  let text: string;
  try {
    if (file !== '-') {
      const { size } = statSync(file);
      if (size > LIMIT_BYTES) return one('file.too_large', '', { file, size, limit: LIMIT_BYTES });
    }
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    return one('file.not_found', '', { file, reason: String(error) });
  }
  if (text.length > LIMIT_BYTES) {
    return one('file.too_large', '', { file, size: text.length, limit: LIMIT_BYTES });
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: '1.2' });
  const fault = document.errors[0];
  if (fault) {
    const { line } = lines.linePos(fault.pos[0]);
    return one('file.not_yaml', '', { file, line, message: fault.message.split('\n')[0]! });
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    return one('file.not_yaml', '', { file, line: 1, message: String(error) });
  }
  return readRequest(value);
}

/** Checks one project against the contract; every fault with its place. */
export function readRequest(value: unknown): Read {
  const parsed = ScreeningRequest.safeParse(value);
  if (parsed.success) return { request: parsed.data };
  const problems = parsed.error.issues.map(({ code, path, message, ...params }) => ({
    code: `input.${code}`,
    path: path.map((key) => `/${String(key)}`).join(''),
    params: { message, ...flatten(params) },
  }));
  return { problems };
}

function one(code: string, path: string, params: InputProblem['params']): Read {
  return { problems: [{ code, path, params }] };
}

function flatten(params: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.join(' ') : String(value),
    ]),
  );
}
