import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import type { Diagnostic } from './diagnostic.ts';

export type Path = readonly PropertyKey[];

const MAX_BYTES = 4 * 1024 * 1024;

/** A YAML file that knows where each of its values stands. */
export class Source {
  readonly file: string;
  readonly diagnostics: Diagnostic[] = [];
  readonly #lines = new LineCounter();
  readonly #document: Document;

  constructor(file: string, text: string) {
    this.file = file;
    const small = text.length <= MAX_BYTES;
    this.#document = parseDocument(small ? text : '', {
      lineCounter: this.#lines,
      version: '1.2',
      uniqueKeys: true,
    });
    if (!small) this.report([], 'file.too_large', `larger than ${MAX_BYTES} characters`);
    for (const { message, code, pos } of this.#document.errors) {
      const { line, col } = this.#lines.linePos(pos[0]);
      const first = message.split('\n')[0]!;
      this.diagnostics.push({ file, line, column: col, code: `yaml.${code}`, message: first });
    }
  }

  /** The content checked against a schema; null when it does not fit, with diagnostics. */
  read<T>(schema: z.ZodType<T>): T | null {
    if (this.diagnostics.length > 0) return null;
    const result = schema.safeParse(this.#document.toJS({ maxAliasCount: 100 }));
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
      this.report([...issue.path, ...keys.slice(0, 1)], `schema.${issue.code}`, issue.message);
    }
    return null;
  }

  /** `offset` counts characters from the start of the value at `path`. */
  report(path: Path, code: string, message: string, offset = 0): void {
    const { line, column } = this.place(path, offset);
    const where = path.length > 0 ? ` (at ${path.map(String).join('.')})` : '';
    this.diagnostics.push({ file: this.file, line, column, code, message: message + where });
  }

  place(path: Path, offset = 0): { line: number; column: number } {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = this.#document.getIn(path.slice(0, depth), true);
      if (!isNode(node) || !node.range) continue;
      const { line, col } = this.#lines.linePos(node.range[0] + offset);
      return { line, column: col };
    }
    return { line: 1, column: 1 };
  }
}
