/** Where a progress line is written. */
interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** A line on the terminal that is written over and over; nothing where nobody is looking. */
export class ProgressLine {
  readonly #out: Terminal;
  readonly #now: () => number;
  readonly #started: number;
  #shown = -Infinity;

  constructor(out: Terminal = process.stderr, now = () => performance.now()) {
    this.#out = out;
    this.#now = now;
    this.#started = now();
  }

  /** @param share of the input that is done, 0 … 1; null where its size is not known */
  show(done: number, share: number | null): void {
    const now = this.#now();
    if (!this.#out.isTTY || now - this.#shown < 100) return;
    this.#shown = now;
    this.#out.write(`\r${progressText(done, share, (now - this.#started) / 1000)}\u001b[K`);
  }

  /** Takes the line away again. */
  clear(): void {
    if (this.#out.isTTY) this.#out.write('\r\u001b[K');
  }
}

const WIDTH = 24;

/** `[######······] 42 %  12,000  9,500/s  ETA 0:32`; only numbers, so it reads in any language. */
export function progressText(done: number, share: number | null, seconds: number): string {
  const rate = seconds > 0 ? done / seconds : 0;
  const counts = `${format(done)}  ${format(rate)}/s`;
  if (share === null || share <= 0) return counts;
  const full = Math.round(WIDTH * Math.min(share, 1));
  const bar = `[${'#'.repeat(full)}${'·'.repeat(WIDTH - full)}]`;
  const left = Math.max(0, seconds / share - seconds);
  return `${bar} ${Math.floor(share * 100)} %  ${counts}  ETA ${clock(left)}`;
}

function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

const format = (value: number) => Math.round(value).toLocaleString('en');
