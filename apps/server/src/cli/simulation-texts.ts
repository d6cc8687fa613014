import {
  levelText,
  permitLevelText,
  problemText,
  statusText,
  type Language,
} from '@ludao/contracts/texts';
import type { FactTable, InputProblem } from '@ludao/rules';
import type { Cause, Changed, Scale, Simulation, Standing } from '../modules/simulation/index.ts';

type Entry = readonly [zh: string, en: string];

/** What the simulation says, on the terminal and on the printed page. `{name}` is filled in. */
const TEXTS = {
  title: ['规则变化推演', 'What-if simulation'],
  side: ['{side}：{packs} · {day}', '{side}: {packs} · {day}'],
  own_day: ['各项目自己的日期，没有写的按 {today}', 'each project’s own day, else {today}'],
  lines: [
    '{lines} 行，已判定 {answered} 个项目，退回 {refused} 行',
    '{lines} lines, {answered} projects answered, {refused} lines refused',
  ],
  several: [
    '其中 {count} 个项目有多个行业，同一条款的规模合并计算',
    '{count} of them have several activities, whose scales count together',
  ],
  unlisted: [
    '{side} 的名单里没有 {count} 个项目写的园区、区域或设施，在 {side} 按“不在名单”计算',
    '{side} does not list the park, area or facility of {count} projects; there they count as unlisted',
  ],
  statutory: ['法定类别（不计减免）', 'Statutory level (before relief)'],
  level: ['计入减免后的类别', 'Level after relief'],
  permit: ['排污许可类别', 'Discharge permit category'],
  matrix: ['{scale}：A（行）→ B（列）', '{scale}: A (rows) → B (columns)'],
  total: ['合计', 'total'],
  changed: ['变化的项目：{changed} 个', 'Projects that change: {changed}'],
  listed: ['列出前 {shown} 个', 'the first {shown} are listed'],
  none_changed: ['没有项目变化', 'No project changes'],
  line: ['第 {line} 行', 'line {line}'],
  because: ['{side} 依据', '{side} because'],
  item: ['第{item}项 {name}：{quote}', 'item {item} {name}: {quote}'],
  permit_item: ['排污许可第{item}项 {name}：{quote}', 'permit item {item} {name}: {quote}'],
  relief: [
    '减免：{title}（{clause}）{change}{object}',
    'relief: {title} ({clause}) {change}{object}',
  ],
  adoption: ['，依据 {title}', ', by {title}'],
  missing: ['还差：{facts}', 'missing: {facts}'],
  and_more: ['，还有 {count} 项', ' and {count} more'],
  beyond: ['没有覆盖的行业：{codes}', 'industries not covered: {codes}'],
  refusals: ['退回的行：{refused}', 'Lines refused: {refused}'],
  project: ['项目', 'Project'],
  reasons: ['原因', 'Why'],
  digest: ['规则包摘要', 'Digest of the packs'],
  packs: ['规则包', 'Packs'],
  made: ['生成日期 {today}', 'Made on {today}'],
  note: [
    '推演结果不是审批结论；只比较所选两套规则对同一份材料的判定。',
    'A simulation is no decision: it compares what two sets of rules say of the same descriptions.',
  ],
} as const satisfies Record<string, Entry>;

const STANDINGS = {
  no_edition: ['没有生效的名录', 'no catalogue in force'],
  refused: ['不能判定', 'refused'],
} as const satisfies Record<string, Entry>;

/** Missing facts that a reason names; the rest are counted. */
const NAMED = 8;

export type Say = (
  code: keyof typeof TEXTS,
  params?: Readonly<Record<string, string | number>>,
) => string;

export function sayIn(language: Language): Say {
  return (code, params = {}) =>
    TEXTS[code][language === 'zh' ? 0 : 1].replace(/\{(\w+)\}/g, (_, name: string) =>
      String(params[name] ?? ''),
    );
}

export function standingText(scale: Scale, standing: Standing, language: Language): string {
  switch (standing) {
    case 'no_edition':
    case 'refused':
      return STANDINGS[standing][language === 'zh' ? 0 : 1];
    case 'provisional':
    case 'beyond_edition':
    case 'no_project':
      return statusText(standing, language);
    default:
      return scale === 'permit'
        ? permitLevelText(standing as Parameters<typeof permitLevelText>[0], language)
        : levelText(standing, language);
  }
}

/** Where a changed project stands on one side; undecided ones with their bounds. */
export function positionText(
  { positions }: Changed,
  side: 0 | 1,
  scale: Scale,
  language: Language,
): string {
  const { standing, floor, ceiling } = positions[side][scale];
  const name = standingText(scale, standing, language);
  if (floor === null || ceiling === null || floor === ceiling) return name;
  const [from, to] = [floor, ceiling].map((level) => standingText(scale, level, language));
  return `${name} (${from} … ${to})`;
}

export function causeText(cause: Cause, table: FactTable, language: Language): string {
  const say = sayIn(language);
  switch (cause.kind) {
    case 'item':
    case 'permit': {
      const { item, name, quote } = cause.citation;
      const params = { item, name: name.slice(0, 40), quote: quote.replaceAll('\n', '') };
      return say(cause.kind === 'item' ? 'item' : 'permit_item', params);
    }
    case 'relief': {
      const { title, clause, from, to, object, adoption } = cause.relief;
      const isStep = from && to && from !== to;
      return say('relief', {
        title: title[language],
        clause,
        change: isStep ? `${levelText(from, language)} → ${levelText(to, language)}` : '',
        object: `${object ? ` · ${object.name}` : ''}${adoption ? say('adoption', { title: `${adoption.title} ${adoption.documentNo}` }) : ''}`,
      });
    }
    case 'missing': {
      const labels = cause.missing.map(({ fact }) => table.findFact(fact)?.label[language] ?? fact);
      const [...all] = new Set(labels);
      const facts = all.slice(0, NAMED).join('; ');
      const count = all.length - NAMED;
      return say('missing', { facts }) + (count > 0 ? say('and_more', { count }) : '');
    }
    case 'beyond':
      return say('beyond', { codes: cause.codes.join(' ') });
    case 'problem':
      return problemLine(cause.problem, language);
  }
}

export function problemLine({ code, path, params }: InputProblem, language: Language): string {
  return `${path ? `${path}: ` : ''}${problemText(code, params, language)}`;
}

/** The facts above the tables: how many lines, what was read how. */
export function headLines(simulation: Simulation, language: Language): string[] {
  const say = sayIn(language);
  const { lines, answered, refused, several, unlisted } = simulation;
  return [
    say('lines', { lines, answered, refused }),
    ...(several > 0 ? [say('several', { count: several })] : []),
    ...unlisted.flatMap((count, at) =>
      count > 0 ? [say('unlisted', { side: 'AB'[at]!, count })] : [],
    ),
  ];
}

export function sideLine(simulation: Simulation, at: 0 | 1, language: Language): string {
  const say = sayIn(language);
  const { packs, day } = simulation.sides[at];
  const { today } = simulation;
  return say('side', { side: 'AB'[at]!, packs, day: day ?? say('own_day', { today }) });
}
