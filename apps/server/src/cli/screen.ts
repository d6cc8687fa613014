import { problemText } from '@ludao/contracts/texts';
import type { InputProblem } from '@ludao/rules';
import { shippedLaw } from '../modules/rulebook/index.ts';
import { screen, screenerFor } from '../modules/screening/index.ts';
import { systemClock } from '../platform/clock.ts';
import { describeText } from './describe.ts';
import { readProjectFile } from './project-file.ts';
import { writeAnswer } from './write-answer.ts';
import { writePdf } from './write-pdf.ts';
import { chooseLanguage, readFlags, UsageError } from './usage.ts';

/** `ludao screen`: one project in, one answer out, and a document of it where one is asked for. */
export async function runScreen(args: string[]): Promise<number> {
  const { values, positionals } = readFlags(args, {
    on: { type: 'string' },
    jurisdiction: { type: 'string' },
    json: { type: 'boolean' },
    explain: { type: 'boolean' },
    demo: { type: 'boolean' },
    pdf: { type: 'string' },
    lang: { type: 'string' },
    text: { type: 'string' },
  });
  const language = chooseLanguage(values.lang);
  if (values.text !== undefined) {
    if (positionals.length > 0) throw new UsageError('ludao screen --text TEXT|-');
    return describeText(values.text, language, values.json ?? false);
  }
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError('ludao screen FILE|-');
  if (values.on !== undefined && !isDay(values.on)) {
    throw new UsageError(`--on ${values.on}: YYYY-MM-DD`);
  }
  if (values.jurisdiction !== undefined && !/^\d{6}$/.test(values.jurisdiction)) {
    throw new UsageError(`--jurisdiction ${values.jurisdiction}: GB/T 2260, 6 位数字 / 6 digits`);
  }
  const read = readProjectFile(file);
  if ('problems' in read) return refuse(read.problems);
  const law = shippedLaw();
  const request = {
    ...read.request,
    ...(values.on === undefined ? {} : { on: values.on }),
    ...(values.jurisdiction === undefined ? {} : { jurisdiction: values.jurisdiction }),
    ...(values.explain ? { explain: true } : {}),
    ...(values.demo ? { demo: true } : {}),
  };
  const answer = screen(law, request, systemClock.today());
  if ('problems' in answer) return refuse(answer.problems);
  if (values.pdf !== undefined) {
    await writePdf(values.pdf, screenerFor(law, request), request, answer);
  }
  if (values.json) process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  else process.stdout.write(writeAnswer(answer, law.screener.table, request.name, language));
  return 0;

  function refuse(problems: readonly InputProblem[]): number {
    if (values.json) process.stdout.write(`${JSON.stringify({ problems }, null, 2)}\n`);
    for (const { code, path, params } of problems) {
      process.stderr.write(`${path ? `${path}: ` : ''}${problemText(code, params, language)}\n`);
    }
    return 1;
  }
}

export function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(day.getTime()) &&
    day.toISOString().startsWith(text)
  );
}
