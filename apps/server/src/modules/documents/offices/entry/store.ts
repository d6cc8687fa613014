import type { Tx } from '../../../../platform/db.ts';
import { setSeries, type Series } from '../../numbers/store.ts';
import { writeOffice, type StoredOffice } from '../store.ts';

export type NewIssuingOffice = Omit<StoredOffice, 'name' | 'version'> & {
  readonly series: readonly Series[];
};

/** Sets an office up from nothing, as a demonstration or a test does. */
export async function enterOffice(tx: Tx, office: NewIssuingOffice): Promise<void> {
  await writeOffice(tx, office, { ...office, version: 0 });
  const owner = { ownerOrg: office.id, districtCode: office.districtCode };
  for (const series of office.series) await setSeries(tx, owner, series);
}
