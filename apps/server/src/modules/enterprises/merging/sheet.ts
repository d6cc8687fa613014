import { DUPLICATE_REASONS, ENTERPRISE_COLUMNS, type DuplicatePair } from '@ludao/contracts';
import { writeSheet } from '../../../platform/excel/index.ts';

const { name, creditCode, park } = ENTERPRISE_COLUMNS;

/** The pairs as officers pass them on to whoever knows the place. */
export function writeDuplicates(rows: readonly DuplicatePair[]): Promise<Buffer> {
  return writeSheet({
    title: '疑似重复登记',
    columns: [
      { key: 'reasons', heading: '理由', type: 'text', width: 24 },
      { key: 'name', heading: `${name.zh}（一）`, type: 'text', width: 36 },
      { key: 'code', heading: `${creditCode.zh}（一）`, type: 'text', width: 24 },
      { key: 'park', heading: `${park.zh}（一）`, type: 'text', width: 30 },
      { key: 'otherName', heading: `${name.zh}（二）`, type: 'text', width: 36 },
      { key: 'otherCode', heading: `${creditCode.zh}（二）`, type: 'text', width: 24 },
      { key: 'otherPark', heading: `${park.zh}（二）`, type: 'text', width: 30 },
    ],
    rows: rows.map(({ one, other, reasons }) => ({
      reasons: reasons.map((reason) => DUPLICATE_REASONS[reason].zh).join('；'),
      name: one.name,
      code: one.creditCode,
      park: one.park?.name ?? '',
      otherName: other.name,
      otherCode: other.creditCode,
      otherPark: other.park?.name ?? '',
    })),
  });
}
