import {
  DATASET_COLUMNS,
  DATASET_KINDS,
  DATASET_STANDINGS,
  type DatasetRow,
} from '@ludao/contracts';
import { writeSheet } from '../../../platform/excel/index.ts';

const WIDTHS = { title: 44, dataOwner: 30, laboratory: 30, cmaNo: 22, kind: 20, reason: 36 };
const DAYS: readonly string[] = ['sampledOn', 'validFrom', 'validTo'];

/** The shared data of a park as its operator and the office pass them on. */
export function writeDatasets(park: string, rows: readonly DatasetRow[]): Promise<Buffer> {
  return writeSheet({
    title: `${park}共享数据`.slice(0, 31),
    columns: (Object.keys(DATASET_COLUMNS) as (keyof typeof DATASET_COLUMNS)[]).map((key) => ({
      key,
      heading: DATASET_COLUMNS[key].zh,
      type: DAYS.includes(key) ? 'date' : key === 'citations' ? 'number' : 'text',
      width: WIDTHS[key as keyof typeof WIDTHS] ?? 14,
    })),
    rows: rows.map((row) => ({
      ...row,
      kind: DATASET_KINDS[row.kind].zh,
      standing: DATASET_STANDINGS[row.standing].zh,
    })),
  });
}
