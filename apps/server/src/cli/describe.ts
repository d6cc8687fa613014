import { readFileSync } from 'node:fs';
import { problemText, proposalText, type Language } from '@ludao/contracts/texts';
import {
  buildLexicon,
  recognise,
  type Proposal,
  type Recognised,
  type Screener,
} from '@ludao/rules';
import { shippedLaw } from '../modules/rulebook/index.ts';

/** `ludao screen --text`: what a description seems to say, for a person to confirm. */
export function describeText(text: string, language: Language, json: boolean): number {
  const { rulebook, screener } = shippedLaw();
  const { vocabulary, industries } = rulebook.ruleSet;
  const lexicon = buildLexicon(vocabulary, industries, rulebook.aliases);
  const read = recognise(text === '-' ? readFileSync(0, 'utf8') : text, lexicon);
  if ('problems' in read) {
    if (json) process.stdout.write(`${JSON.stringify(read, null, 2)}\n`);
    for (const { code, params } of read.problems) {
      process.stderr.write(`${problemText(code, params, language)}\n`);
    }
    return 1;
  }
  process.stdout.write(
    json
      ? `${JSON.stringify({ decided: false, ...read }, null, 2)}\n`
      : writeRecognised(read, screener, language),
  );
  return 0;
}

function writeRecognised(read: Recognised, screener: Screener, language: Language): string {
  const zh = language === 'zh';
  const lines: string[] = [];
  const section = (title: string, entries: readonly string[]) => {
    if (entries.length > 0) lines.push('', title, ...entries.map((entry) => `  ${entry}`));
  };
  const about = (wanted: Proposal['kind'], amounts?: boolean) =>
    read.proposals
      .filter((entry) => entry.kind === wanted)
      .filter((entry) => entry.kind !== 'fact' || isAmount(entry.fact, screener) === amounts)
      .map((entry) => writeProposal(entry, screener, language));
  lines.push(
    zh
      ? '下面只是对文字的理解，供逐条核对；没有作出任何判断。'
      : 'This is only how the text was understood, to be confirmed line by line; nothing was decided.',
  );
  section(zh ? '行业' : 'Industries', about('industry'));
  section(zh ? '建设内容' : 'Works', about('work'));
  section(zh ? '工艺和情形' : 'Processes and features', about('fact', false));
  section(zh ? '用量和规模' : 'Amounts and scale', [...about('fact', true), ...about('mention')]);
  if (read.proposals.length === 0)
    lines.push('', zh ? '没有看出什么。' : 'Nothing was recognised.');
  section(
    zh ? '没有用上的文字' : 'Text that nothing was made of',
    read.unrecognised.map(({ text }) => `「${text}」`),
  );
  lines.push(
    '',
    zh
      ? '核对后写成项目文件，再运行 ludao screen FILE（写法见 docs/guides/screening.md）。'
      : 'Write what holds into a project file and run ludao screen FILE (docs/guides/screening.md).',
  );
  return `${lines.join('\n')}\n`;
}

const SAID: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: { true: '有', false: '没有', 0: '不用（0）' },
  en: { true: 'yes', false: 'no', 0: 'none (0)' },
};

function isAmount(fact: string, screener: Screener): boolean {
  return screener.table.getFact(fact).type === 'quantity';
}

function writeProposal(entry: Proposal, screener: Screener, language: Language): string {
  const unsure =
    language === 'zh' ? '（还有别的理解，请选）' : ' (there are other readings: choose)';
  const why = `「${entry.span.text}」 ${proposalText(entry.reason, language)}`;
  return `${meaningOf(entry, screener, language)}  ${why}${entry.ambiguous ? unsure : ''}`;
}

function meaningOf(entry: Proposal, { table }: Screener, language: Language): string {
  switch (entry.kind) {
    case 'industry':
      return `${entry.code} ${entry.name}`;
    case 'work':
      return `${table.findWork(entry.work)?.label[language] ?? entry.work} (${entry.work})`;
    case 'mention':
      return entry.facts.map((key) => table.getFact(key).label[language]).join(' / ');
    case 'fact': {
      const fact = table.getFact(entry.fact);
      const option =
        fact.type === 'choice' ? fact.options.find(({ id }) => id === entry.value) : undefined;
      const value = option?.label[language] ?? SAID[language][String(entry.value)] ?? entry.value;
      return `${fact.label[language]} (${entry.fact}): ${String(value)}`;
    }
  }
}
