// npm run bench -- documents [--rounds 7] [--seconds 1] [--no-write]
// A two-page notice set by typst beside pdfmake; on PostgreSQL (LUDAO_TEST_DATABASE_URL) sign-offs
// through HTTP, 32 at once beside one after the other, and a volume packed into its ZIP.
import { parseArgs } from 'node:util';
import { openPdfPress } from '../apps/server/src/platform/pdf.ts';
import { measureCold } from './documents/cold.ts';
import { measureDesk } from './documents/desk.ts';
import { checkSame } from './documents/gate.ts';
import { drawNotices } from './documents/notices.ts';
import { setByPdfmake } from './documents/pdfmake.ts';
import { describeRun, environmentOf, figuresOf } from './documents/report.ts';
import { setByPress, setInThread } from './documents/typst.ts';
import { seededRandom } from './measure/random.ts';
import { writeSection } from './measure/results-file.ts';
import { timeRounds, type Contender } from './measure/rounds.ts';

const SEED = 20_261_201;
const NOTICES = 64;

const { values } = parseArgs({
  allowNegative: true,
  options: {
    rounds: { type: 'string', default: '7' },
    seconds: { type: 'string', default: '1' },
    write: { type: 'boolean', default: true },
  },
});
const rounds = Number(values.rounds);
const server = process.env['LUDAO_TEST_DATABASE_URL'];
const environment = environmentOf();

console.error('cold: the first document of a new process …');
const cold = measureCold(5);

const press = openPdfPress();
const notices = drawNotices(NOTICES, seededRandom(SEED));
const contender = (id: string, label: string, set: (at: number) => Promise<Buffer>): Contender => ({
  id,
  label,
  cases: NOTICES,
  batch: 1,
  pass: async (from) => (await set(from)).length,
});
const contenders = [
  contender('press', 'ours as the server sets it, in a thread of its own', (at) =>
    setByPress(press, notices[at]!),
  ),
  contender('typst', 'ours, typst alone', (at) => setInThread(notices[at]!)),
  contender('pdfmake', 'pdfmake 0.3.11', (at) => setByPdfmake(notices[at]!)),
];
console.error('checking that each way sets two pages with the same characters …');
const bytes = await checkSame(notices, {
  typst: (notice) => setByPress(press, notice),
  pdfmake: setByPdfmake,
});
const timing = { warmUps: 2, rounds, secondsPerRound: Number(values.seconds) };
const rates = await timeRounds(contenders, timing, (round) => {
  console.error(round < timing.warmUps ? 'warm-up …' : `round ${round - 1} of ${rounds} …`);
});
await press.close();

if (server) console.error('PostgreSQL: sign-offs and volumes …');
else console.error('PostgreSQL is left out: LUDAO_TEST_DATABASE_URL names no server');
const desk = server ? await measureDesk(server, rounds) : null;

const run = {
  date: new Date().toISOString().slice(0, 10),
  seed: SEED,
  notices: NOTICES,
  timing,
  contenders,
  rates,
  cold,
  bytes,
  desk,
};
const section = describeRun(run, environment);
if (values.write) writeSection('documents', section);
console.log(section);
console.log(JSON.stringify(figuresOf(run, environment)));
