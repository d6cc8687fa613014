import type { Language } from '@ludao/contracts/texts';
import type { CheckpointFault, Finding, LogReport } from '../platform/event-log/index.ts';

type Entry = readonly [zh: string, en: string];

const TEXTS = {
  read: [
    '{streams} 个事件流，{events} 个事件；签名有效的检查点 {checkpoints} 个',
    '{streams} streams, {events} events; {checkpoints} checkpoints with a good signature',
  ],
  whole: ['未发现改动、缺失或补入', 'Nothing altered, missing or added'],
  found: ['发现 {count} 处问题：', '{count} findings:'],
  more: ['……另有 {count} 处', '… and {count} more'],
  last: ['最近的检查点：第 {number} 号，{takenAt}', 'Last checkpoint: number {number}, {takenAt}'],
  none: ['还没有检查点', 'There is no checkpoint yet'],
  unprotected: [
    '尚未受检查点保护的事件：{count} 个',
    'Not yet protected by a checkpoint: {count} events',
  ],
} satisfies Record<string, Entry>;

const FINDINGS: Readonly<Record<Finding['kind'], Entry>> = {
  ALTERED: ['{stream} 第 {seq} 个事件被改动', '{stream}, event {seq}: altered'],
  CHAIN_BROKEN: [
    '{stream} 第 {seq} 个事件与前一个事件不衔接',
    '{stream}, event {seq}: does not follow from the one before',
  ],
  MISSING: ['{stream} 缺第 {seq} 至 {upTo} 个事件', '{stream}, events {seq} to {upTo}: missing'],
  ADDED: [
    '{stream} 第 {seq} 个事件是后来补入的',
    '{stream}, event {seq}: added later than its place says',
  ],
  REWRITTEN: [
    '{stream} 至第 {seq} 个事件的记录被重写（与第 {checkpoint} 号检查点不符）',
    '{stream}, up to event {seq}: rewritten (checkpoint {checkpoint} has another one)',
  ],
  HEAD_WRONG: [
    '{stream} 的末尾记录不是其最后一个事件（第 {seq} 个）',
    '{stream}: the head is not its last event ({seq})',
  ],
  RANGE_WRONG: [
    '第 {checkpoint} 号检查点所含的事件已不是原样（应有 {expected} 个，现有 {found} 个）',
    'Checkpoint {checkpoint}: the events it covers are not as they were ({expected} then, {found} now)',
  ],
  CHECKPOINT_BROKEN: ['第 {checkpoint} 号检查点：', 'Checkpoint {checkpoint}: '],
};

const FAULTS: Readonly<Record<CheckpointFault, Entry>> = {
  ABSENT: ['文件缺失', 'the file is missing'],
  UNREADABLE: ['文件内容不是该检查点', 'the file does not hold it'],
  SIGNATURE: ['签名无效，或公钥不对', 'the signature is not by a known key'],
  CHAIN: ['与前一个检查点不衔接', 'does not follow from the one before'],
  RECORD: ['与数据库中的登记不符', 'the database has another one on record'],
};

/** What verification found, a line each, for a person. */
export function writeLogReport(report: LogReport, language: Language): string {
  const say = ([zh, en]: Entry, values: Readonly<Record<string, unknown>> = {}) =>
    (language === 'zh' ? zh : en).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
  const describe = (finding: Finding) =>
    say(FINDINGS[finding.kind], { ...finding }) +
    (finding.kind === 'CHECKPOINT_BROKEN' ? say(FAULTS[finding.reason]) : '');
  const { findings, findingsTotal, last, unprotected } = report;
  const more = findingsTotal - findings.length;
  const lines = [
    say(TEXTS.read, { ...report }),
    findingsTotal === 0 ? say(TEXTS.whole) : say(TEXTS.found, { count: findingsTotal }),
    ...findings.map((finding) => `  ${finding.kind.padEnd(17)} ${describe(finding)}`),
    ...(more > 0 ? [`  ${say(TEXTS.more, { count: more })}`] : []),
    last === null ? say(TEXTS.none) : say(TEXTS.last, last),
    say(TEXTS.unprotected, { count: unprotected }),
  ];
  return `${lines.join('\n')}\n`;
}
