import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import type { Diagnostic, DiagnosticParams } from './diagnostic.ts';

export type Path = readonly PropertyKey[];

const MAX_BYTES = 4 * 1024 * 1024;

/** A YAML file that knows where each of its values stands; or a value that came without a file. */
export class Source {
  readonly file: string;
  readonly diagnostics: Diagnostic[] = [];
  readonly #lines = new LineCounter();
  readonly #document: Document | null = null;
  readonly #value: unknown;

  constructor(file: string, content: string | { readonly value: unknown }) {
    this.file = file;
    if (typeof content === 'string') this.#document = this.#parse(content);
    else this.#value = content.value;
  }

  #parse(text: string): Document {
    const small = text.length <= MAX_BYTES;
    const document = parseDocument(small ? text : '', {
      lineCounter: this.#lines,
      version: '1.2',
      uniqueKeys: true,
    });
    if (!small) this.report([], 'file.too_large', `larger than ${MAX_BYTES} characters`);
    for (const { message, code, pos } of document.errors) {
      const { line, col } = this.#lines.linePos(pos[0]);
      const first = message.split('\n')[0]!;
      const place = { file: this.file, line, column: col };
      this.diagnostics.push({ ...place, code: `yaml.${code}`, message: first });
    }
    return document;
  }

  /** The content checked against a schema; null when it does not fit, with diagnostics. */
  read<T>(schema: z.ZodType<T>): T | null {
    if (this.diagnostics.length > 0) return null;
    const value: unknown = this.#document
      ? this.#document.toJS({ maxAliasCount: 100 })
      : this.#value;
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
      const path = [...issue.path, ...keys.slice(0, 1)];
      const given = valueAt(value, path);
      const isMissing = given === undefined || given === null || given === '';
      const code = isMissing && keys.length === 0 ? 'missing' : issue.code;
      this.report(path, `schema.${code}`, issue.message, { params: limitsOf(issue, given) });
    }
    return null;
  }

  /** `offset` counts characters from the start of the value at `path`. */
  report(
    path: Path,
    code: string,
    message: string,
    { offset = 0, params = {} }: { offset?: number; params?: DiagnosticParams } = {},
  ): void {
    const { line, column } = this.place(path, offset);
    const where = path.length > 0 ? ` (at ${path.map(String).join('.')})` : '';
    this.diagnostics.push({
      file: this.file,
      line,
      column,
      code,
      message: message + where,
      path: path.map((part) => (typeof part === 'number' ? part : String(part))),
      params,
    });
  }

  place(path: Path, offset = 0): { line: number; column: number } {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = this.#document?.getIn(path.slice(0, depth), true);
      if (!isNode(node) || !node.range) continue;
      const { line, col } = this.#lines.linePos(node.range[0] + offset);
      return { line, column: col };
    }
    return { line: 1, column: 1 };
  }
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (part, key) =>
      typeof part === 'object' && part !== null
        ? (part as Record<PropertyKey, unknown>)[key]
        : part,
    value,
  );
}

/** The value that does not fit and the limit that it misses, as far as the check has one. */
function limitsOf(issue: z.core.$ZodIssue, given: unknown): DiagnosticParams {
  const isPlain = ['string', 'number', 'boolean'].includes(typeof given);
  const value = isPlain ? String(given).slice(0, 60) : '';
  const limit =
    'minimum' in issue
      ? issue.minimum
      : 'maximum' in issue
        ? issue.maximum
        : 'values' in issue
          ? issue.values.map(String).join(' ')
          : 'format' in issue && issue.format !== 'regex'
            ? issue.format
            : 'pattern' in issue
              ? issue.pattern
              : '';
  return { value, limit: String(limit ?? '') };
}
