import { SECURITY_EVENTS, type SecurityLogRow } from '@ludao/contracts';
import { writeSheet } from '../../../platform/excel/index.ts';

export function writeSecurityLog(rows: readonly SecurityLogRow[]): Promise<Buffer> {
  return writeSheet({
    title: '安全日志',
    columns: [
      { key: 'at', heading: '时间', type: 'moment', width: 22 },
      { key: 'kind', heading: '事项', type: 'text', width: 22 },
      { key: 'person', heading: '操作人', type: 'text', width: 16 },
      { key: 'signInName', heading: '用户名', type: 'text', width: 20 },
      { key: 'subject', heading: '涉及人员', type: 'text', width: 16 },
      { key: 'detail', heading: '说明', type: 'text', width: 50 },
      { key: 'address', heading: '来源地址', type: 'text', width: 20 },
    ],
    rows: rows.map((row) => ({ ...row, kind: SECURITY_EVENTS[row.kind].zh })),
  });
}
