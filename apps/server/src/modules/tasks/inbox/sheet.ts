import {
  CLOCK_COLOURS,
  CLOCK_LEFT_NAMES,
  INBOX_COLUMNS,
  ROLES,
  type InboxItem,
} from '@ludao/contracts';
import { dateInChina } from '../../../platform/clock.ts';
import { writeSheet } from '../../../platform/excel/index.ts';

const { title, kind, due, left, colour, note, post, opened } = INBOX_COLUMNS;

/** The list as an office prints it or passes it on. */
export function writeInbox(rows: readonly InboxItem[]): Promise<Buffer> {
  return writeSheet({
    title: '待办',
    columns: [
      { key: 'title', heading: title.zh, type: 'text', width: 40 },
      { key: 'kind', heading: kind.zh, type: 'text', width: 20 },
      { key: 'due', heading: due.zh, type: 'text', width: 18 },
      { key: 'left', heading: left.zh, type: 'text', width: 16 },
      { key: 'colour', heading: colour.zh, type: 'text', width: 12 },
      { key: 'note', heading: note.zh, type: 'text', width: 30 },
      { key: 'post', heading: post.zh, type: 'text', width: 22 },
      { key: 'opened', heading: opened.zh, type: 'text', width: 14 },
    ],
    rows: rows.map((row) => ({
      title: row.title,
      kind: row.kind.zh,
      due: row.dueOn ?? '',
      left:
        row.left === null || row.unit === null
          ? ''
          : `${row.left} ${CLOCK_LEFT_NAMES[row.unit].zh}`,
      colour: row.state === 'OPEN' ? CLOCK_COLOURS[row.colour].zh : CLOCK_COLOURS.MET.zh,
      note: noteOf(row),
      post: row.post?.title ?? ROLES[row.role].zh,
      opened: dateInChina(new Date(row.openedAt)),
    })),
  });
}

function noteOf({ suspendedFor, openYears }: InboxItem): string {
  if (suspendedFor) return suspendedFor.zh;
  return openYears.length > 0 ? `暂定：${openYears.join('、')} 年放假安排未公布` : '';
}
