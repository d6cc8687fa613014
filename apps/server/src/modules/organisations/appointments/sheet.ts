import { APPOINTMENT_STATES, ROLES, type Appointment } from '@ludao/contracts';
import { writeSheet } from '../../../platform/excel/index.ts';

export function writeAppointments(rows: readonly Appointment[]): Promise<Buffer> {
  return writeSheet({
    title: '任命复核',
    columns: [
      { key: 'person', heading: '姓名', type: 'text', width: 16 },
      { key: 'organisation', heading: '单位', type: 'text', width: 36 },
      { key: 'post', heading: '岗位名称', type: 'text', width: 28 },
      { key: 'role', heading: '岗位类型', type: 'text', width: 18 },
      { key: 'part', heading: '角色', type: 'text', width: 10 },
      { key: 'from', heading: '任职首日', type: 'date', width: 14 },
      { key: 'to', heading: '任职末日', type: 'date', width: 14 },
      { key: 'state', heading: '状态', type: 'text', width: 14 },
      { key: 'proposedBy', heading: '提交人', type: 'text', width: 16 },
      { key: 'proposedAt', heading: '提交时间', type: 'moment', width: 22 },
      { key: 'decidedBy', heading: '复核人', type: 'text', width: 16 },
      { key: 'decidedAt', heading: '复核时间', type: 'moment', width: 22 },
      { key: 'reason', heading: '退回理由', type: 'text', width: 40 },
    ],
    rows: rows.map((row) => ({
      ...row,
      role: ROLES[row.role].zh,
      part: `${row.part} 角`,
      state: APPOINTMENT_STATES[row.state].zh,
    })),
  });
}
