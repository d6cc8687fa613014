import { DELEGATION_STATES, type Delegation } from '@ludao/contracts';
import { writeSheet } from '../../../platform/excel/index.ts';

export function writeDelegations(rows: readonly Delegation[]): Promise<Buffer> {
  return writeSheet({
    title: '委托名单',
    columns: [
      { key: 'owner', heading: '委托企业', type: 'text', width: 40 },
      { key: 'to', heading: '受托机构', type: 'text', width: 40 },
      { key: 'startsAt', heading: '开始时间', type: 'moment', width: 22 },
      { key: 'endsAt', heading: '结束时间', type: 'moment', width: 22 },
      { key: 'state', heading: '状态', type: 'text', width: 12 },
    ],
    rows: rows.map(({ owner, to, startsAt, endsAt, state }) => ({
      owner: owner.name,
      to: to.name,
      startsAt,
      endsAt,
      state: DELEGATION_STATES[state].zh,
    })),
  });
}
