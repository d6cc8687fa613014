import { levelText, statusText, type Language } from '@ludao/contracts/texts';
import type { Answer, FactTable, Text } from '@ludao/rules';
import { writeProcedure, writeRelief } from './write-relief.ts';

/** The answer as plain text for a terminal: level, clause, what is open, what would change it. */
export function writeAnswer(
  answer: Answer,
  table: FactTable,
  name: string | undefined,
  language: Language,
): string {
  const zh = language === 'zh';
  const t = (text: Text) => text[language];
  const label = (key: string) => {
    const fact = table.findFact(key);
    return fact ? `${t(fact.label)} (${key})` : zh ? '行业（industry）' : 'industry';
  };
  const lines: string[] = [];
  const add = (line: string) => lines.push(line);
  const section = (title: string, entries: readonly string[]) => {
    if (entries.length > 0) lines.push('', title, ...entries.map((entry) => `  ${entry}`));
  };
  if (name) add(name);
  if (answer.demo) add(zh ? '【演示数据，不作依据】' : '[DEMONSTRATION, not to be relied on]');
  add(
    answer.level
      ? `${levelText(answer.level, language)}  [${answer.level}]`
      : `${statusText(answer.status, language)}: ${levelText(answer.floor, language)} … ${levelText(answer.ceiling, language)}  [${answer.floor}…${answer.ceiling}]`,
  );
  add(`${answer.law.title} · ${answer.law.documentNo} · ${answer.on} · ${answer.jurisdiction}`);
  const because = answer.items
    .filter(({ decides, citation }) => decides && citation)
    .map(({ citation }) =>
      zh
        ? `第${citation!.item}项 ${citation!.name.slice(0, 40)}：${citation!.quote.replaceAll('\n', '')}`
        : `item ${citation!.item} ${citation!.name.slice(0, 40)}: ${citation!.quote.replaceAll('\n', '')}`,
    );
  section(zh ? '依据' : 'Because', [
    ...because,
    ...new Set(
      answer.items.flatMap(({ decides, citation }) => (decides ? (citation?.notes ?? []) : [])),
    ),
    ...answer.articles.map(({ no, text }) => `${no} ${text}`),
  ]);
  for (const [title, entries] of writeRelief(answer, label, language)) section(title, entries);
  section(
    zh ? '还差' : 'Missing',
    answer.missing.map(({ fact, activity }) => `${label(fact)}${activity ? ` · ${activity}` : ''}`),
  );
  section(
    zh ? '本版还没有做成规则的项目' : 'Items not carried out yet',
    answer.unencoded.map(({ item, name: title }) => `${item} ${title}`),
  );
  section(zh ? '本版没有覆盖的行业' : 'Industries not covered', answer.beyond);
  section(
    zh ? '要由审批部门确认' : 'For an officer to confirm',
    answer.confirm.map(({ text, state, lowerReading }) => {
      const open = state === 'open' ? (zh ? '（如有）' : '(if so) ') : '';
      const lower = lowerReading ? ` → ${levelText(lowerReading, language)}?` : '';
      return `${open}${t(text)}${lower}`;
    }),
  );
  section(zh ? '按推定' : 'Presumed', answer.presumed.map(label));
  section(
    zh ? '没有写、按“没有”算的' : 'Left out and counted as none',
    answer.assumed.length > 0 ? [answer.assumed.map(label).join(zh ? '；' : '; ')] : [],
  );
  section(
    zh ? '哪一项不同就会变' : 'What would change it',
    answer.changes.map(({ fact, to, level }) => {
      const value = typeof to === 'object' ? `${to.by} ${to.value} ${to.unit}` : String(to);
      return `${label(fact)} = ${value} → ${levelText(level, language)}`;
    }),
  );
  for (const [title, entries] of writeProcedure(answer, label, language)) section(title, entries);
  lines.push('', `${zh ? '规则摘要' : 'Rule set'} sha256 ${answer.digest}`);
  section(
    zh ? '逐条' : 'Trace',
    (answer.trace ?? []).map(
      ({ item, level, part, verdict, text }) =>
        `${item} ${level}.${part} ${verdict}: ${text.replaceAll('\n', '')}`,
    ),
  );
  return `${lines.join('\n')}\n`;
}
