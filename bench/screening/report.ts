import { availableParallelism, cpus, loadavg } from 'node:os';
import type { Engine, Screener } from '@ludao/rules';
import type { Contender, Rates, Timing } from '../measure/rounds.ts';
import { executableCodes } from './projects.ts';

export const TARGET_RATE = 1_000_000;
export const TARGET_RATIO = 24;
const RIVAL = 'json-rules-engine';

export interface Run {
  readonly date: string;
  readonly seed: number;
  readonly projects: number;
  readonly timing: Timing;
  readonly contenders: readonly Contender[];
  readonly rates: Rates;
}

export function environmentOf(screener: Screener, engine: Engine) {
  const codes = executableCodes(screener, engine);
  const executable = engine.pack.items.filter((item) => item.executable);
  return {
    node: process.version,
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    /** Work that was waiting for the cores over the last minute, this bench included. */
    load: Number(loadavg()[0]!.toFixed(1)),
    pack: engine.pack.id,
    items: executable.length,
    clauses: executable.reduce((sum, item) => sum + item.clauses.length, 0),
    facts: engine.table.size,
    codes: codes.length,
  };
}

export type Environment = ReturnType<typeof environmentOf>;

/** Everything a reader may want to compute with, as the bench's last line. */
export function figuresOf(run: Run, environment: Environment) {
  const rate = (id: string) => Math.round(run.rates.get(id)!.median);
  const ratio = (id: string) => Number((rate(id) / rate(RIVAL)).toFixed(1));
  return {
    bench: 'screening',
    date: run.date,
    seed: run.seed,
    projects: run.projects,
    rounds: run.timing.rounds,
    secondsPerRound: run.timing.secondsPerRound,
    environment,
    evaluationsPerSecond: Object.fromEntries(run.contenders.map(({ id }) => [id, rate(id)])),
    eachRound: Object.fromEntries(
      run.contenders.map(({ id }) => [id, run.rates.get(id)!.rounds.map(Math.round)]),
    ),
    timesJsonRulesEngine: { complete: ratio('ours.complete'), partial: ratio('ours.partial') },
    targets: {
      evaluationsPerSecond: TARGET_RATE,
      timesJsonRulesEngine: TARGET_RATIO,
      metRate: { complete: isFast(run, 'complete'), partial: isFast(run, 'partial') },
      metRatio: ratio('ours.complete') >= TARGET_RATIO,
    },
  };
}

function isFast(run: Run, knowledge: string): boolean {
  return run.rates.get(`ours.${knowledge}`)!.median >= TARGET_RATE;
}

/** The section of bench/results.md, which is also what the terminal shows. */
export function describeRun(run: Run, environment: Environment): string {
  const { timing } = run;
  const median = (id: string) => run.rates.get(id)!.median;
  const rows = run.contenders.map(({ id, label }) => {
    const partial = id.endsWith('.partial');
    const { rounds } = run.rates.get(id)!;
    return [
      label,
      partial ? '75 %' : 'all',
      count(median(id)),
      `${count(Math.min(...rounds))}–${count(Math.max(...rounds))}`,
      share(median(id) / median(partial ? 'ours.partial' : 'ours.complete')),
      times(median(id) / median(RIVAL)),
    ];
  });
  const target = (met: boolean) => (met ? 'met' : 'not met');
  const factor = median('ours.complete') / median(RIVAL);
  return `## screening: one project → level, deciding clauses, missing facts

${run.date} · Node ${environment.node} · ${environment.cpu}, ${environment.cores} cores, load ${environment.load} ·
${environment.items} items, ${environment.clauses} clauses, ${environment.facts} facts ·
${count(run.projects)} random projects (seed ${run.seed}) over ${environment.codes} manufacturing codes, 1–2 codes each ·
median of ${timing.rounds} rounds of ${timing.secondsPerRound} s after ${timing.warmUps} warm-up, interleaved, order rotated

${markdownTable(
  ['engine', 'facts known', 'evaluations/s', 'rounds', 'of ours', '× json-rules-engine'],
  rows,
)}

- Target ≥ ${count(TARGET_RATE)} evaluations/s on one core: all facts known ${count(median('ours.complete'))} (${target(isFast(run, 'complete'))}), a quarter unknown ${count(median('ours.partial'))} (${target(isFast(run, 'partial'))}).
- Target ≥ ${TARGET_RATIO} × json-rules-engine, pre-indexed: ${times(factor)} (${target(factor >= TARGET_RATIO)}).
- Every engine gave the same level for every project it was timed on, before the clock started. The others have no third value, so they meet complete projects only; they report neither citations nor missing facts.`;
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]!.length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join(' | ')} |`;
  const rule = widths.map((width, at) =>
    at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

const count = (value: number) => Math.round(value).toLocaleString('en');
const times = (value: number) => (value >= 10 ? count(value) : value.toFixed(2));
const share = (value: number) => Number(value.toPrecision(2)).toString();
