import { DISTRICTS, type LoggedEvent } from '@ludao/contracts';
import { writeSheet } from '../../../platform/excel/index.ts';

/** The page as it is shown; a body longer than a cell is cut there, and whole on the screen. */
export function writeEvents(rows: readonly LoggedEvent[]): Promise<Buffer> {
  return writeSheet({
    title: '事件日志',
    columns: [
      { key: 'id', heading: '位置', type: 'number', width: 12 },
      { key: 'recordedAt', heading: '记录时间', type: 'moment', width: 22 },
      { key: 'occurredAt', heading: '发生时间', type: 'moment', width: 22 },
      { key: 'type', heading: '事件类型', type: 'text', width: 26 },
      { key: 'stream', heading: '对象', type: 'text', width: 50 },
      { key: 'seq', heading: '序号', type: 'number', width: 8 },
      { key: 'actor', heading: '操作人', type: 'text', width: 16 },
      { key: 'office', heading: '岗位', type: 'text', width: 36 },
      { key: 'district', heading: '区县', type: 'text', width: 12 },
      { key: 'protected', heading: '检查点保护', type: 'text', width: 14 },
      { key: 'body', heading: '内容（规范 JSON）', type: 'text', width: 80 },
      { key: 'hash', heading: '散列值', type: 'text', width: 68 },
    ],
    rows: rows.map((row) => ({
      ...row,
      district:
        row.districtCode !== null && row.districtCode in DISTRICTS
          ? DISTRICTS[row.districtCode as keyof typeof DISTRICTS].zh
          : row.districtCode,
      protected: row.protected ? '已受保护' : '尚未受保护',
    })),
  });
}
