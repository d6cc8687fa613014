import {
  COMPLETION_COLUMNS,
  COMPLETION_STATES,
  DISTRICTS,
  type CompletionRow,
} from '@ludao/contracts';
import { writeSheet } from '../../../platform/excel/index.ts';

const {
  project,
  stage,
  proponent,
  park,
  district,
  approvalNumber,
  completedOn,
  state,
  dueOn,
  late,
} = COMPLETION_COLUMNS;

/** The list as officers pass it on. */
export function writeCompletions(rows: readonly CompletionRow[]): Promise<Buffer> {
  return writeSheet({
    title: '竣工环保验收',
    columns: [
      { key: 'project', heading: project.zh, type: 'text', width: 40 },
      { key: 'stage', heading: stage.zh, type: 'text', width: 12 },
      { key: 'proponent', heading: proponent.zh, type: 'text', width: 36 },
      { key: 'park', heading: park.zh, type: 'text', width: 30 },
      { key: 'district', heading: district.zh, type: 'text', width: 12 },
      { key: 'approvalNumber', heading: approvalNumber.zh, type: 'text', width: 26 },
      { key: 'completedOn', heading: completedOn.zh, type: 'text', width: 14 },
      { key: 'state', heading: state.zh, type: 'text', width: 20 },
      { key: 'dueOn', heading: dueOn.zh, type: 'text', width: 14 },
      { key: 'late', heading: late.zh, type: 'text', width: 14 },
    ],
    rows: rows.map((row) => ({
      ...row,
      state: COMPLETION_STATES[row.state].zh,
      dueOn: row.dueOn ?? '',
      late: row.isOverdue ? '已超期未办' : row.isLate ? '曾超期办理' : '',
      district:
        row.districtCode in DISTRICTS
          ? DISTRICTS[row.districtCode as keyof typeof DISTRICTS].zh
          : row.districtCode,
    })),
  });
}
