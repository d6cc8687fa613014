import { writeFileSync } from 'node:fs';
import { problemText } from '@ludao/contracts/texts';
import { openSides, simulate, type Both, type SideSpec } from '../modules/simulation/index.ts';
import { systemClock } from '../platform/clock.ts';
import { ProgressLine } from './progress.ts';
import { openLines, readEntries } from './read-lines.ts';
import { isDay } from './screen.ts';
import { chooseLanguage, readFlags, UsageError } from './usage.ts';
import { writeReport } from './write-report.ts';
import { writeSimulation } from './write-simulation.ts';

const USAGE = 'ludao simulate --packs A,B FILE.ndjson|-';
const LISTED = 50;

/** `ludao simulate`: many projects under two sets of rules; 1 when any line was refused. */
export async function runSimulate(args: string[]): Promise<number> {
  const { values, positionals } = readFlags(args, {
    packs: { type: 'string' },
    on: { type: 'string' },
    list: { type: 'string' },
    json: { type: 'boolean' },
    report: { type: 'string' },
    lang: { type: 'string' },
  });
  const language = chooseLanguage(values.lang);
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError(USAGE);
  const on = values.on === undefined ? null : readDay(values.on, '--on');
  const specs = readSpecs(values.packs, on);
  const list = readCount(values.list);
  let input;
  try {
    input = openLines(file);
  } catch (error) {
    const problem = problemText('file.not_found', { file, reason: String(error) }, language);
    process.stderr.write(`${problem}\n`);
    return 1;
  }
  const today = systemClock.today();
  const sides = openSides(specs, today);
  const reading = { size: input.size, read: 0 };
  const progress = new ProgressLine();
  const simulation = await simulate(readEntries(input.chunks, file, reading), sides, {
    list,
    today,
    onBatch: (done) => progress.show(done, reading.size && reading.read / reading.size),
  });
  progress.clear();
  const tables = [sides[0].screener.table, sides[1].screener.table] as const;
  if (values.report !== undefined) {
    writeFileSync(values.report, writeReport(simulation, tables, language));
  }
  process.stdout.write(
    values.json
      ? `${JSON.stringify(simulation, null, 2)}\n`
      : writeSimulation(simulation, tables, language),
  );
  return simulation.refused > 0 ? 1 : 0;
}

/** `law`, `demo@2026-01-01` or a folder; the folder's own name may not end in such a date. */
function readSpecs(text: string | undefined, on: string | null): Both<SideSpec> {
  const sides = (text ?? '').split(',').map((part) => {
    const [, packs = '', day] = /^(.*?)(?:@([^@/\\]*))?$/.exec(part.trim())!;
    return { packs, day: day === undefined ? on : readDay(day, '--packs') };
  });
  const [a, b] = sides;
  if (!a || !b || sides.length > 2 || a.packs === '' || b.packs === '') throw new UsageError(USAGE);
  return [a, b];
}

function readDay(text: string, flag: string): string {
  if (!isDay(text)) throw new UsageError(`${flag} ${text}: YYYY-MM-DD`);
  return text;
}

function readCount(text: string | undefined): number {
  if (text === undefined) return LISTED;
  if (!/^\d{1,6}$/.test(text)) throw new UsageError(`--list ${text}: 0 … 999999`);
  return Number(text);
}
