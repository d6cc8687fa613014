import type { VolumeList } from '@ludao/contracts';
import { writeSheet } from '../../../platform/excel/index.ts';

export function writeVolumes({ rows }: VolumeList): Promise<Buffer> {
  return writeSheet({
    title: '案卷目录',
    columns: [
      { key: 'number', heading: '案卷号', type: 'text', width: 14 },
      { key: 'title', heading: '案卷题名', type: 'text', width: 48 },
      { key: 'subject', heading: '对象', type: 'text', width: 36 },
      { key: 'office', heading: '立卷单位', type: 'text', width: 28 },
      { key: 'openedOn', heading: '立卷日期', type: 'date', width: 14 },
      { key: 'closedOn', heading: '归档日期', type: 'date', width: 14 },
      { key: 'documents', heading: '文件数', type: 'number', width: 10 },
    ],
    rows,
  });
}
