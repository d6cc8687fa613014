import {
  ENTRY_LIMITS,
  ENTRY_STATES,
  ENTRY_TOPICS,
  entryColumns,
  fieldHint,
  fromDocument,
  type EntryColumn,
  type EntryHead,
} from '@ludao/contracts';
import { LAYER_NAMES } from '@ludao/contracts/law-words';
import type { RuleSet } from '@ludao/rules';
import { fieldsOf, IDENTITY, type EntryTopic } from '@ludao/rules/entries';
import { writeSheet, type SheetColumnOut } from '../../platform/excel/index.ts';
import type { EntryRow } from './entry-model.ts';
import { namesFor } from './entry-names.ts';

interface At {
  readonly ruleSet: RuleSet;
  readonly on: string;
  readonly jurisdiction: string;
}

const SEVERAL = '多个之间用顿号或换行隔开。';
/** Longer lists are told in words on the sheet of notes. */
const MOST_OPTIONS = 60;

/** The table of a topic: empty to be filled in, or with the rows of an entry. */
export function writeRows(
  topic: EntryTopic,
  entries: readonly EntryRow[],
  at: At,
): Promise<Buffer> {
  const columns = entryColumns(topic, fieldsOf(topic));
  const fromHead = fromDocument(topic);
  const told = columns.filter(({ key }) => key in fromHead).map(({ heading }) => heading.zh);
  const hasRows = columns.some(({ rows }) => rows !== null);
  return writeSheet({
    title: ENTRY_TOPICS[topic].zh,
    columns: columns.map((column) => columnOut(topic, column, at)),
    rows: entries.flatMap((entry) => linesOf(entry, columns, topic)),
    notes: {
      title: '填写说明',
      lines: [
        `一行一条，最多 ${ENTRY_LIMITS.rows} 行；表头不要改动，列的顺序可以不同，带 * 的必填。`,
        ...(hasRows
          ? ['一条有几款清单或几份数据的，在下面另起一行，只填编号和那几列，直到写完。']
          : []),
        ...(told.length > 0 ? [`${told.join('、')}与依据文件一致的留空。`] : []),
        '请不要使用公式和合并单元格。上传后先检查、不写入。',
        '',
      ],
    },
    optionRows: ENTRY_LIMITS.rows,
  });
}

/** The list of entries, as officers pass it on. */
export function writeEntries(rows: readonly EntryHead[]): Promise<Buffer> {
  const column = (key: string, heading: string, width: number, type: 'text' | 'date' = 'text') => ({
    key,
    heading,
    width,
    type,
  });
  return writeSheet({
    title: '规则条目',
    columns: [
      column('title', '名称', 40),
      column('topic', '类别', 24),
      column('district', '区、县（市）', 14),
      column('rows', '条数', 8),
      column('sourceTitle', '依据文件', 40),
      column('sourceNo', '文号', 24),
      column('issuer', '发文机关', 24),
      column('layer', '效力层级', 20),
      column('effectiveFrom', '施行日期', 14, 'date'),
      column('effectiveTo', '截止日期', 14, 'date'),
      column('state', '状态', 10),
      column('version', '版本', 8),
      column('enteredBy', '录入', 14),
      column('decidedBy', '审核', 14),
    ],
    rows: rows.map((row) => ({
      title: row.title,
      district: row.district,
      rows: row.rows,
      sourceTitle: row.sourceTitle,
      sourceNo: row.sourceNo,
      issuer: row.issuer,
      effectiveFrom: row.effectiveFrom,
      version: row.version,
      enteredBy: row.enteredBy,
      decidedBy: row.decidedBy,
      topic: ENTRY_TOPICS[row.topic].zh,
      layer: LAYER_NAMES[row.layer]?.zh,
      state: ENTRY_STATES[row.state].zh,
      effectiveTo: row.countsUntil ?? row.effectiveTo,
    })),
  });
}

function columnOut(
  topic: EntryTopic,
  { key, path, field, heading, rows }: EntryColumn,
  at: At,
): SheetColumnOut {
  const words = [...new Set(namesFor(field, at).values())];
  const isOne = field.kind !== 'texts';
  const isNeeded = field.required && rows === null && isAlways(topic, path);
  const hint = fieldHint(topic, path)?.zh ?? '';
  const choices = !isOne && words.length > 0 ? `可填：${words.join('；')}` : '';
  return {
    key,
    heading: isNeeded ? `${heading.zh}*` : heading.zh,
    type: field.kind === 'day' ? 'date' : field.kind === 'number' ? 'number' : 'text',
    width: Math.min(40, Math.max(14, heading.zh.length * 2 + 4)),
    note: [hint, isOne ? '' : SEVERAL, choices].filter(Boolean).join(''),
    ...(isOne && words.length > 0 && words.length <= MOST_OPTIONS && { options: words }),
  };
}

/** Whether a field is asked of every row: not what the document says, nor of an optional group. */
export function isAlways(topic: EntryTopic, path: readonly string[]): boolean {
  if (path.length === 1 && Object.hasOwn(fromDocument(topic), path[0] ?? '')) return false;
  const group = fieldsOf(topic).find(({ name }) => name === path[0]);
  return path.length === 1 || group?.required === true;
}

/** The rows of an entry with the rows inside it, side by side, one below the other. */
function linesOf(
  entry: EntryRow,
  columns: readonly EntryColumn[],
  topic: EntryTopic,
): Record<string, string>[] {
  const groups = new Map<string, readonly unknown[]>();
  for (const { rows } of columns) {
    const found = rows === null ? [] : valueAt(entry, rows.split('.'));
    if (rows !== null) groups.set(rows, Array.isArray(found) ? found : []);
  }
  const height = Math.max(1, ...[...groups.values()].map((rows) => rows.length));
  const identity = IDENTITY[topic];
  return Array.from({ length: height }, (_, line) =>
    Object.fromEntries(
      columns.map(({ key, path, rows }): [string, string] => {
        if (rows !== null) {
          const inside = path.slice(rows.split('.').length);
          return [key, cellOf(valueAt(groups.get(rows)?.[line], inside))];
        }
        return [key, line === 0 || key === identity ? cellOf(valueAt(entry, path)) : ''];
      }),
    ),
  );
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (part, name) => (part as Record<string, unknown> | null | undefined)?.[name],
    value,
  );
}

function cellOf(value: unknown): string {
  if (Array.isArray(value)) return value.join('、');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
