/** Something wrong in a pack, with its place; lines and columns count from 1. */
export interface Diagnostic {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
  /** Where in the content; absent where the file itself is the fault. */
  readonly path?: readonly (string | number)[];
  /** What a sentence about it needs: the value and the limit it missed. */
  readonly params?: DiagnosticParams;
}
export type DiagnosticParams = Readonly<Record<string, string | number>>;

export class PackError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(formatDiagnostic).join('\n'));
    this.name = 'PackError';
    this.diagnostics = diagnostics;
  }
}

export function formatDiagnostic({ file, line, column, code, message }: Diagnostic): string {
  return `${file}:${line}:${column} ${code}: ${message}`;
}
