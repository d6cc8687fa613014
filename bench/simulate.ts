// npm run bench -- simulate [--projects 1000000] [--rounds 7] [--no-write]
// Our generated loops beside a loop written by hand and DuckDB, over the same columns.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { EIA_CATALOGUE } from '@ludao/rules';
import { Loops } from '@ludao/rules/columns';
import { openRulebook } from '../apps/server/src/modules/rulebook/index.ts';
import { seededRandom } from './measure/random.ts';
import { writeSection } from './measure/results-file.ts';
import { timeRounds, type Contender } from './measure/rounds.ts';
import { runByHand } from './simulate/by-hand.ts';
import { InDuckDb } from './simulate/duckdb.ts';
import {
  checkEqual,
  checkSamples,
  countRanks,
  ranksByHand,
  ranksByLoops,
} from './simulate/gate.ts';
import { describeRun, figuresOf } from './simulate/report.ts';
import { drawStored, type Stored } from './simulate/stored-projects.ts';
import { ATTACHED, CODES_BY_ITEM, SUBSET_CODES, subsetEngine } from './simulate/subset.ts';

const SEED = 20_261_125;

const { values } = parseArgs({
  allowNegative: true,
  options: {
    projects: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '7' },
    write: { type: 'boolean', default: true },
  },
});
const projects = Number(values.projects);
// One pass over all projects a turn: each is long enough to time by itself.
const timing = { warmUps: 2, rounds: Number(values.rounds), secondsPerRound: 0 };

const { screener, rulebook } = openRulebook();
const { table } = screener;
const pack = rulebook.ruleSet.packs.find(({ topic }) => topic === EIA_CATALOGUE);
if (!pack) throw new Error('no catalogue is loaded');

console.error(`drawing ${projects} projects over ${SUBSET_CODES.length} codes …`);
const subsetLoops = new Loops(subsetEngine(screener, pack));
const subset = drawStored(screener, subsetLoops, SUBSET_CODES, projects, seededRandom(SEED));

console.error('loading them into DuckDB …');
const started = performance.now();
const duckDb = await InDuckDb.load(subset, table);
const duckDbMs = performance.now() - started;

console.error('checking that all give the same floor and ceiling for every project …');
const ours = ranksByLoops(subset, subsetLoops);
checkEqual('by hand', ranksByHand(subset, table), ours);
checkEqual('DuckDB', await duckDb.each(), ours);
checkSamples(subset, subsetLoops.engine);
const expected = countRanks(ours);

const codes = screener.ruleSet.industries
  .map(({ code }) => code)
  .filter((code) => code.length === 4 && code >= '13' && code < '44');
console.error(`drawing ${projects} projects over all ${codes.length} codes …`);
const lawLoops = new Loops(screener.engineOf(pack));
const law = drawStored(screener, lawLoops, codes, projects, seededRandom(SEED + 1));
const lawRanks = ranksByLoops(law, lawLoops);
checkSamples(law, lawLoops.engine);

const pass = (id: string, label: string, run: () => number | Promise<number>): Contender => ({
  id,
  label,
  cases: projects,
  batch: projects,
  pass: run,
});
const contenders = [
  pass('hand', 'a loop written by hand, subset, one core', () => {
    for (const [group, ranks] of subset.ranks) runByHand(group, ranks, table);
    return lastFloor(subset);
  }),
  pass('ours', 'our generated loops, subset, one core', () => runOurs(subset, subsetLoops)),
  pass('duckdb.1', 'DuckDB 1.5.6 in process, subset, one thread', () => runDuckDb(1)),
  pass('duckdb', `DuckDB 1.5.6 in process, subset, ${availableParallelism()} threads`, () =>
    runDuckDb(availableParallelism()),
  ),
  pass('law', 'our generated loops, full law, all codes, one core', () => runOurs(law, lawLoops)),
];
const rates = await timeRounds(contenders, timing, (round) => {
  console.error(
    round < timing.warmUps
      ? 'warm-up …'
      : `round ${round - timing.warmUps + 1} of ${timing.rounds} …`,
  );
});

const run = {
  date: new Date().toISOString().slice(0, 10),
  seed: SEED,
  projects,
  timing,
  contenders,
  rates,
  subset: {
    items: Object.keys(CODES_BY_ITEM).length + ATTACHED.length,
    codes: SUBSET_CODES.length,
  },
  law: {
    items: pack.items.length,
    clauses: pack.items.reduce((sum, { clauses }) => sum + clauses.length, 0),
    codes: codes.length,
  },
  load: { 'columns, subset': subset.loadMs, 'columns, full law': law.loadMs, DuckDB: duckDbMs },
  decided: lawRanks.filter((both) => both % 5 === 0).length / projects,
};
const section = describeRun(run);
if (values.write) writeSection('simulate', section);
console.log(section);
console.log(JSON.stringify(figuresOf(run)));

function runOurs({ ranks }: Stored, loops: Loops): number {
  for (const [group, own] of ranks) loops.run(group, own);
  return lastFloor({ ranks });
}

function lastFloor({ ranks }: Pick<Stored, 'ranks'>): number {
  return [...ranks.values()].at(-1)?.floors[0] ?? 0;
}

async function runDuckDb(threads: number): Promise<number> {
  await duckDb.useThreads(threads);
  const counts = await duckDb.count();
  if ([...expected].some(([both, count]) => counts.get(both) !== count)) {
    throw new Error('DuckDB counts otherwise than before');
  }
  return counts.size;
}
