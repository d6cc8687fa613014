import { availableParallelism, cpus, loadavg } from 'node:os';
import { medianOf, type Contender, type Rates, type Timing } from '../measure/rounds.ts';
import type { Cold } from './cold.ts';
import { AT_ONCE, IN_VOLUME, type Desk } from './desk.ts';

/** Milliseconds for typst to compile a two-page notice, warm. */
export const TARGET_MS = 20;
const OURS = 'press';
const ALONE = 'typst';
const RIVAL = 'pdfmake';

export interface Run {
  readonly date: string;
  readonly seed: number;
  readonly notices: number;
  readonly timing: Timing;
  readonly contenders: readonly Contender[];
  readonly rates: Rates;
  readonly cold: Cold;
  /** Median size of a file. */
  readonly bytes: Readonly<Record<'typst' | 'pdfmake', number>>;
  /** null where no server was named. */
  readonly desk: Desk | null;
}

export function environmentOf() {
  return {
    node: process.version,
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    /** Of the minute before the run. */
    load: Number(loadavg()[0]!.toFixed(1)),
  };
}
type Environment = ReturnType<typeof environmentOf>;

const msOf = (rate: number) => 1000 / rate;
const medianMs = ({ rates }: Run, id: string) => msOf(rates.get(id)!.median);
const round = (value: number) => Number(value.toFixed(2));

/** Everything a reader may want to compute with, as the bench's last line. */
export function figuresOf(run: Run, environment: Environment) {
  const { date, seed, notices, timing, contenders, rates, cold, bytes, desk } = run;
  const ids = contenders.map(({ id }) => id);
  return {
    bench: 'documents',
    date,
    seed,
    notices,
    rounds: timing.rounds,
    environment,
    ms: Object.fromEntries(ids.map((id) => [id, round(medianMs(run, id))])),
    eachRoundMs: Object.fromEntries(
      ids.map((id) => [id, rates.get(id)!.rounds.map((rate) => round(msOf(rate)))]),
    ),
    pdfmakeTimesOurs: round(medianMs(run, RIVAL) / medianMs(run, OURS)),
    coldMs: { typst: Math.round(cold.typst), pdfmake: Math.round(cold.pdfmake) },
    bytes,
    desk: desk && {
      oneByOnePerSecond: desk.oneByOne.map(round),
      atOncePerSecond: desk.atOnce.map(round),
      atOnceTimesOneByOne: round(medianOf(desk.atOnce) / medianOf(desk.oneByOne)),
      firstClosingMs: Math.round(desk.firstClosingMs),
      closingMs: desk.closingMs.map(Math.round),
      zip: desk.zip,
    },
    targets: {
      ms: TARGET_MS,
      compileMet: medianMs(run, ALONE) <= TARGET_MS,
      pressMet: medianMs(run, OURS) <= TARGET_MS,
    },
  };
}

/** The section of bench/results.md, which is also what the terminal shows. */
export function describeRun(run: Run, { node, cpu, cores, load }: Environment): string {
  const { date, seed, notices, timing, contenders, rates, cold, bytes, desk } = run;
  const ours = medianMs(run, OURS);
  const rows = contenders.map(({ id, label }) => {
    const rounds = rates.get(id)!.rounds.map(msOf);
    const times = (medianMs(run, id) / ours).toFixed(2);
    return `| ${label} | ${medianMs(run, id).toFixed(1)} | ${spread(rounds, 1)} | ${times} |`;
  });
  const told = (id: string) =>
    `${medianMs(run, id).toFixed(1)} ms (${medianMs(run, id) <= TARGET_MS ? 'met' : 'not met'})`;
  const shared =
    load > 1 ? ' The machine was shared and busy: the ratios say more than the milliseconds.' : '';
  return `## documents: a notice of two pages → PDF; sign-offs; a volume → ZIP

${date} · Node ${node} · ${cpu}, ${cores} cores, load ${load} before the run ·
${notices} notices with a text each (seed ${seed}), the same font, each checked for two pages with every character ·
median of ${timing.rounds} rounds of ${timing.secondsPerRound} s after ${timing.warmUps} warm-up, interleaved, order rotated

| way, warm | ms | rounds | × ours |
| --- | ---: | ---: | ---: |
${rows.join('\n')}

- Target ≤ ${TARGET_MS} ms to compile the notice, warm: typst alone ${told(ALONE)}; with the way to the server's compiler thread and back ${told(OURS)}.${shared}
- Cold, from loading the library to the first document, median of 5 new processes each by turns: typst ${cold.typst.toFixed(0)} ms, pdfmake ${cold.pdfmake.toFixed(0)} ms (${(cold.pdfmake / cold.typst).toFixed(2)} ×). The server pays it once.
- A file: typst ${kilobytes(bytes.typst)} kB, pdfmake ${kilobytes(bytes.pdfmake)} kB (${(bytes.pdfmake / bytes.typst).toFixed(2)} ×).
${desk ? describeDesk(desk) : '- PostgreSQL was not measured: LUDAO_TEST_DATABASE_URL names no server.'}`;
}

function describeDesk({ oneByOne, atOnce, firstClosingMs, closingMs, zip }: Desk): string {
  const [alone, together] = [medianOf(oneByOne), medianOf(atOnce)];
  const perDocument = medianOf(closingMs) / IN_VOLUME;
  return `
| sign-offs of ${AT_ONCE} notices through HTTP on PostgreSQL | documents/s | rounds | × one by one |
| --- | ---: | ---: | ---: |
| one after the other | ${alone.toFixed(0)} | ${spread(oneByOne, 0)} | 1.00 |
| all at once, one number series | ${together.toFixed(0)} | ${spread(atOnce, 0)} | ${(together / alone).toFixed(2)} |

- Signing off takes the series' number under a lock held to the commit, so that none is skipped; no number was skipped or given twice in the run. Server, PostgreSQL and whoever asks share the cores.
- Closing a volume of ${IN_VOLUME} served documents: ${seconds(medianOf(closingMs))} s (${closingMs.map(seconds).join(', ')}; the first, which starts the compiler, ${seconds(firstClosingMs)}), ${perDocument.toFixed(0)} ms a document; the ZIP has ${zip.files} files and ${kilobytes(zip.bytes)} kB.`;
}

const seconds = (ms: number) => (ms / 1000).toFixed(2);
const kilobytes = (bytes: number) => (bytes / 1000).toFixed(0);

function spread(values: readonly number[], digits: number): string {
  return `${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)}`;
}
