import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { readCoverage } from './font-coverage.ts';
import { PDF_FONT } from './paths.ts';
import type { PdfResult, PdfTask } from './pdf-worker.ts';

/** Sets documents with typst. It knows no document: source and data come from whoever asks. */
export interface PdfPress {
  /**
   * @param template typst source of our own; what a visitor wrote never belongs in it
   * @param data what the source reads by `json(bytes(sys.inputs.data))`
   * @throws PdfQueueFull when too many documents wait already, PdfError when it cannot be set
   */
  print(template: string, data: object): Promise<Buffer>;
  close(): Promise<void>;
}

/** The document could not be set: a fault of ours, never of the visitor's text. */
export class PdfError extends Error {}

export class PdfQueueFull extends Error {
  readonly retryAfterSeconds = 2;
}

export interface PdfPressOptions {
  /** Documents under way or waiting; one more is refused. Eight take about a second. */
  readonly limit?: number;
  /** A document that takes longer is given up, and the compiler with it. */
  readonly patienceMs?: number;
}

/**
 * One compiler in a thread of its own, started with the first document and kept warm. Compiling is
 * synchronous and holds its thread for tens of milliseconds, so the server answers others meanwhile;
 * documents take turns, and a compiler that breaks is replaced.
 */
export function openPdfPress(options: PdfPressOptions = {}): PdfPress {
  const { limit = 8, patienceMs = 15_000 } = options;
  const waiting: Job[] = [];
  let current: Job | null = null;
  let worker: Worker | null = null;

  function startWorker(): Worker {
    const started = new Worker(new URL('./pdf-worker.ts', import.meta.url));
    started.on('message', (result: PdfResult) => {
      if ('pdf' in result) finish(({ resolve }) => resolve(Buffer.from(result.pdf.buffer)));
      else fail(result.fault);
    });
    started.on('error', (error) => drop(started, String(error)));
    started.on('exit', () => drop(started, 'the compiler ended'));
    return started;
  }

  /** A broken compiler takes the document under way with it; the next one gets a new compiler. */
  function drop(broken: Worker, fault: string): void {
    if (worker !== broken) return;
    worker = null;
    void broken.terminate();
    fail(fault);
  }

  function fail(fault: string): void {
    finish(({ reject }) => reject(new PdfError(`the PDF could not be set: ${fault}`)));
  }

  function finish(settle: (job: Job) => void): void {
    const done = current;
    current = null;
    if (done) {
      clearTimeout(done.timer);
      settle(done);
    }
    startNext();
  }

  function startNext(): void {
    if (current) return;
    const next = waiting.shift();
    if (!next) {
      // An idle compiler keeps no program from ending.
      worker?.unref();
      return;
    }
    current = next;
    const busy = (worker ??= startWorker());
    busy.ref();
    next.timer = setTimeout(() => drop(busy, `not done after ${patienceMs} ms`), patienceMs);
    // The second argument: nothing is handed over, the task is copied.
    busy.postMessage(next.task, []);
  }

  return {
    async print(template, data) {
      if (waiting.length + (current ? 1 : 0) >= limit) throw new PdfQueueFull('the queue is full');
      const task: PdfTask = { template, data: JSON.stringify(data) };
      return await new Promise<Buffer>((resolve, reject) => {
        waiting.push({ task, resolve, reject, timer: undefined });
        startNext();
      });
    },
    async close() {
      for (const { reject } of waiting.splice(0)) reject(new PdfError('the program is closing'));
      const closing = worker;
      worker = null;
      if (current) fail('the program is closing');
      await closing?.terminate();
    },
  };
}

interface Job {
  readonly task: PdfTask;
  readonly resolve: (pdf: Buffer) => void;
  readonly reject: (error: Error) => void;
  timer: NodeJS.Timeout | undefined;
}

let coverage: ((character: string) => boolean) | null = null;

/** What a document shows for a character that its font does not have. */
export const MISSING_GLYPH = '□';

/** Itself; else the plain form of it (the 2 of SO₂); else the box. */
function shownAs(character: string): string {
  const covers = (coverage ??= readCoverage(readFileSync(PDF_FONT)));
  if (character === '\n' || covers(character)) return character;
  const plain = Array.from(character.normalize('NFKC'));
  return plain.every(covers) ? plain.join('') : MISSING_GLYPH;
}

/**
 * The text as the font can show it: what it has no glyph for (emoji, the rarest names) becomes
 * MISSING_GLYPH, invisible controls go, and line ends other than "\n" become one.
 */
export function toPrintable(text: string): string {
  const plain = text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]|\p{Variation_Selector}/gu, '');
  return Array.from(plain, shownAs).join('');
}
