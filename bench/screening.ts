// npm run bench -- screening [--seconds 0.7] [--rounds 5] [--no-write]
// Our screening engine beside three others over the same law and the same projects.
import { parseArgs } from 'node:util';
import { EIA_CATALOGUE } from '@ludao/rules';
import { openRulebook } from '../apps/server/src/modules/rulebook/index.ts';
import { seededRandom } from './measure/random.ts';
import { writeSection } from './measure/results-file.ts';
import { timeRounds } from './measure/rounds.ts';
import { checkLevels, expectedLevels } from './screening/gate.ts';
import { ourContenders } from './screening/ours.ts';
import { drawProjects } from './screening/projects.ts';
import { describeRun, environmentOf, figuresOf } from './screening/report.ts';
import { rivalContenders } from './screening/rivals.ts';

const PROJECTS = 4096;
const SEED = 20_261_123;

const { values } = parseArgs({
  allowNegative: true,
  options: {
    seconds: { type: 'string', default: '0.7' },
    rounds: { type: 'string', default: '5' },
    write: { type: 'boolean', default: true },
  },
});
const timing = {
  warmUps: 1,
  rounds: Number(values.rounds),
  secondsPerRound: Number(values.seconds),
};

const { screener, rulebook } = openRulebook();
const pack = rulebook.ruleSet.packs.find(({ topic }) => topic === EIA_CATALOGUE);
if (!pack) throw new Error('no catalogue is loaded');
const engine = screener.engineOf(pack);

console.error(`drawing ${PROJECTS} projects …`);
const drawn = drawProjects(screener, engine, PROJECTS, seededRandom(SEED));
const ours = {
  complete: ourContenders(screener, engine, drawn, 'complete'),
  partial: ourContenders(screener, engine, drawn, 'partial'),
};
const rivals = rivalContenders(engine, drawn);

console.error('checking that every engine gives the same levels …');
const expected = expectedLevels(engine, drawn);
await checkLevels([...ours.complete, ...rivals], expected.complete);
await checkLevels(ours.partial, expected.partial);

const contenders = [...ours.complete, ...ours.partial, ...rivals];
const rates = await timeRounds(contenders, timing, (round) => {
  console.error(round < timing.warmUps ? 'warm-up …' : `round ${round} of ${timing.rounds} …`);
});

const run = {
  date: new Date().toISOString().slice(0, 10),
  seed: SEED,
  projects: PROJECTS,
  timing,
  contenders,
  rates,
};
const environment = environmentOf(screener, engine);
const section = describeRun(run, environment);
if (values.write) writeSection('screening', section);
console.log(section);
console.log(JSON.stringify(figuresOf(run, environment)));
