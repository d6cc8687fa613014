import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { PDF_FONT } from './paths.ts';

/** One document to set: typst source that we wrote, and data as JSON that the source reads. */
export interface PdfTask {
  readonly template: string;
  readonly data: string;
}
export type PdfResult = { readonly pdf: Uint8Array<ArrayBuffer> } | { readonly fault: string };

/** Layouts that no document asked for again are dropped after so many more documents. */
const KEEP_ROUNDS = 10;

const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [readFileSync(PDF_FONT)] }] });

parentPort?.on('message', (task: PdfTask) => {
  const result = compile(task);
  // The bytes change hands instead of being copied once more.
  parentPort?.postMessage(result, 'pdf' in result ? [result.pdf.buffer] : []);
});

function compile({ template, data }: PdfTask): PdfResult {
  try {
    const made = compiler.compile({ mainFileContent: template, inputs: { data } });
    const document = made.result;
    if (!document) {
      const error = made.takeError();
      const diagnostics = error ? compiler.fetchDiagnostics(error) : [];
      return { fault: diagnostics.map(describe).join('; ') || 'no document' };
    }
    return { pdf: new Uint8Array(compiler.pdf(document)) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  } finally {
    compiler.evictCache(KEEP_ROUNDS);
  }
}

/** The message and where in the template; never the data. */
function describe(diagnostic: unknown): string {
  const { message, range } = diagnostic as {
    readonly message?: string;
    readonly range?: { readonly start?: { readonly line?: number } } | null;
  };
  const line = range?.start?.line;
  return line === undefined ? String(message) : `line ${line + 1}: ${message}`;
}
