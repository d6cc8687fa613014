import { availableParallelism, cpus, loadavg } from 'node:os';
import type { Contender, Rates, Timing } from '../measure/rounds.ts';

export const TARGET_RATIO = 4;
const BOUND = 'hand';

export interface Run {
  readonly date: string;
  readonly seed: number;
  readonly projects: number;
  readonly timing: Timing;
  readonly contenders: readonly Contender[];
  readonly rates: Rates;
  readonly subset: { readonly items: number; readonly codes: number };
  readonly law: { readonly items: number; readonly clauses: number; readonly codes: number };
  /** Milliseconds to build the columns, or to load DuckDB, for all projects. */
  readonly load: Readonly<Record<string, number>>;
  /** Share of projects that are decided although a quarter of the facts is unknown. */
  readonly decided: number;
}

export function environment() {
  return {
    node: process.version,
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    load: Number(loadavg()[0]!.toFixed(1)),
  };
}

/** Milliseconds for all projects, from a rate of projects per second. */
function msOf(run: Run, rate: number): number {
  return (run.projects / rate) * 1000;
}

const medianMs = (run: Run, id: string) => msOf(run, run.rates.get(id)!.median);
const ratio = (run: Run, id: string) => medianMs(run, id) / medianMs(run, BOUND);

/** Everything a reader may want to compute with, as the bench's last line. */
export function figuresOf(run: Run) {
  const round = (value: number) => Number(value.toFixed(2));
  return {
    bench: 'simulate',
    date: run.date,
    seed: run.seed,
    projects: run.projects,
    rounds: run.timing.rounds,
    environment: environment(),
    subset: run.subset,
    law: run.law,
    decided: round(run.decided),
    ms: Object.fromEntries(run.contenders.map(({ id }) => [id, round(medianMs(run, id))])),
    eachRoundMs: Object.fromEntries(
      run.contenders.map(({ id }) => [
        id,
        run.rates.get(id)!.rounds.map((rate) => round(msOf(run, rate))),
      ]),
    ),
    timesByHand: Object.fromEntries(run.contenders.map(({ id }) => [id, round(ratio(run, id))])),
    loadMs: Object.fromEntries(Object.entries(run.load).map(([id, ms]) => [id, Math.round(ms)])),
    targets: { timesByHand: TARGET_RATIO, met: ratio(run, 'ours') <= TARGET_RATIO },
  };
}

/** The section of bench/results.md, which is also what the terminal shows. */
export function describeRun(run: Run): string {
  const { node, cpu, cores, load } = environment();
  const rows = run.contenders.map(({ id, label }) => {
    const rounds = run.rates.get(id)!.rounds.map((rate) => msOf(run, rate));
    const ms = medianMs(run, id);
    const spread = `${Math.min(...rounds).toFixed(1)}–${Math.max(...rounds).toFixed(1)}`;
    const times = id === 'law' ? '' : ratio(run, id).toFixed(2);
    const nanoseconds = ((ms * 1e6) / run.projects).toFixed(0);
    return `| ${label} | ${ms.toFixed(1)} | ${spread} | ${nanoseconds} | ${times} |`;
  });
  const loads = Object.entries(run.load).map(([name, ms]) => `${name} ${count(ms)} ms`);
  const met = ratio(run, 'ours') <= TARGET_RATIO ? 'met' : 'not met';
  return `## simulate: a million projects → floor and ceiling of each

${run.date} · Node ${node} · ${cpu}, ${cores} cores, load ${load} ·
${count(run.projects)} random projects (seed ${run.seed}) of one activity each, a quarter of the facts unknown, ${(run.decided * 100).toFixed(0)} % decided ·
subset: ${run.subset.items} items, ${run.subset.codes} codes; full law: ${run.law.items} items, ${run.law.clauses} clauses, ${run.law.codes} codes of divisions 13–43 ·
median of ${run.timing.rounds} rounds after ${run.timing.warmUps} warm-up, interleaved, order rotated

| method | ms | rounds | ns/project | × by hand |
| --- | ---: | ---: | ---: | ---: |
${rows.join('\n')}

- Target ≤ ${TARGET_RATIO} × the loop written by hand: ${ratio(run, 'ours').toFixed(2)} (${met}).
- Loading, apart: ${loads.join(', ')}. Our columns are built from projects already read; reading NDJSON costs far more and is what \`ludao simulate\` waits for.
- By hand, ours and DuckDB gave the same floor and ceiling for every project before the clock started; the full law was held against the engine on one project in fifty. How many firms there are of each division is our assumption.
- The loops give ranks only. DuckDB counts by floor and ceiling, so that no million rows are handed over; ours and the hand-written loop write both for each project.`;
}

const count = (value: number) => Math.round(value).toLocaleString('en');
