import { PRE_LEASE_COLUMNS, PRE_LEASE_OUTCOMES, type PreLeaseList } from '@ludao/contracts';
import { writeSheet } from '../../platform/excel/index.ts';

const { tenantName, outcome, park, unit, madeOn, number } = PRE_LEASE_COLUMNS;

/** The opinions as officers and park operators pass them on. */
export function writeChecks(rows: PreLeaseList['rows']): Promise<Buffer> {
  return writeSheet({
    title: '租前查询',
    columns: [
      { key: 'tenantName', heading: tenantName.zh, type: 'text', width: 36 },
      { key: 'outcome', heading: outcome.zh, type: 'text', width: 24 },
      { key: 'park', heading: park.zh, type: 'text', width: 36 },
      { key: 'unit', heading: unit.zh, type: 'text', width: 14 },
      { key: 'madeOn', heading: madeOn.zh, type: 'date', width: 14 },
      { key: 'number', heading: number.zh, type: 'text', width: 24 },
    ],
    rows: rows.map((row) => ({ ...row, outcome: PRE_LEASE_OUTCOMES[row.outcome].zh })),
  });
}
