import { can, maskName, relationsTo, type Admission } from '@ludao/contracts';
import type { Tx } from '../../../../platform/db.ts';
import type { StoredAdmission } from '../model.ts';
import type { Asking } from '../../park-eia/port.ts';
import { findAdmission, findShares } from '../store.ts';

export { listAdmissions } from './store.ts';

export const ownedBy = ({
  ownerOrg,
  districtCode,
  parkId,
}: Pick<StoredAdmission, 'ownerOrg' | 'districtCode' | 'parkId'>) => ({
  ownerOrg,
  districtCode,
  parkId,
});

/** One application as the asker may see it; undefined where it is not in scope. */
export async function readAdmission(
  tx: Tx,
  id: string,
  asking: Pick<Asking, 'session'>,
): Promise<Admission | undefined> {
  const admission = await findAdmission(tx, id);
  return admission && viewOf(tx, admission, asking);
}

/** Whoever made the commitment is named in full to the enterprise alone. */
export async function viewOf(
  tx: Tx,
  admission: StoredAdmission,
  { session }: Pick<Asking, 'session'>,
): Promise<Admission> {
  const { ownerOrg: enterpriseId, representative, ...said } = admission;
  const owned = ownedBy(admission);
  const isOwn = relationsTo(session, 'read', 'admission', owned).includes('own');
  const shares = await findShares(tx, admission.id);
  const answer = admission.answer as Admission['answer'];
  return {
    ...said,
    enterpriseId,
    answer,
    checks: [...said.checks],
    shares: shares.map(({ item, amount }) => ({ item, amount: Number(amount) })),
    representative: isOwn ? representative : maskName(representative),
    may: { leave: said.state === 'ADMITTED' && can(session, 'update', 'admission', owned) },
  };
}
