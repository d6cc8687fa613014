import { totalsOf } from '@ludao/contracts';
import type { Tx } from '../../../../platform/db.ts';
import { insertPresentTenant } from '../../admissions/store.ts';
import type { NewParkEia } from '../model.ts';
import { insertParkEia, insertReconciliation, openAllowance, updateParkEia } from '../store.ts';

/** Enters an approved EIA with its account and the shares of its tenants; no rule is run. */
export async function enterParkEia(tx: Tx, eia: NewParkEia): Promise<void> {
  const { id, park, form, approval, at, enteredBy, confirmedBy } = eia;
  const owned = { id, parkId: park.id, ownerOrg: park.ownerOrg, districtCode: park.districtCode };
  const { title, liability, envelope, preparer, summary } = form;
  const said = { title, liability, envelope, preparer, summary, reportFile: null };
  await insertParkEia(
    tx,
    { ...owned, ...said, historical: true },
    { person: enteredBy.person, at },
  );
  await updateParkEia(tx, id, {
    ...approval,
    state: 'IN_FORCE',
    decision: 'APPROVE',
    decisionWords: '',
    enteredBy: enteredBy.person,
    enteredPost: enteredBy.post,
    enteredAt: at,
    confirmedBy,
    confirmedAt: at,
    listedAs: eia.listedAs,
  });
  await openAllowance(tx, owned, totalsOf(envelope));
  const entry = { manner: 'IMPORTED', on: eia.reconciledOn, by: enteredBy.person } as const;
  await insertReconciliation(tx, owned, entry);
  for (const tenant of eia.tenants) {
    await insertPresentTenant(tx, owned, tenant, { person: enteredBy.person, at });
  }
}
