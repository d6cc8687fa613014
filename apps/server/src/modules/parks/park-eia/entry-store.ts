import { totalsOf, type ParkEiaForm } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import type { Share } from '../admissions/model.ts';
import type { StoredParkEia } from './model.ts';
import { insertParkEia, insertReconciliation, openAllowance, updateParkEia } from './store.ts';

/** An approved park-wide EIA as it is first entered, with the tenants that were there before. */
export interface NewParkEia {
  readonly id: string;
  readonly park: Pick<StoredParkEia, 'ownerOrg' | 'districtCode'> & { readonly id: string };
  readonly form: ParkEiaForm;
  readonly approval: {
    readonly approvalNo: string;
    readonly approvedOn: string;
    readonly office: string;
    readonly inForceFrom: string;
    readonly validTo: string;
  };
  /** Its park in the list of the law; null where it is not listed. */
  readonly listedAs: string | null;
  readonly enteredBy: { readonly person: string; readonly post: string };
  readonly confirmedBy: string;
  readonly at: Date;
  /** The day on which the opening balance was confirmed. */
  readonly reconciledOn: string;
  readonly tenants: readonly {
    readonly id: string;
    readonly enterprise: string;
    readonly name: string;
    readonly unitId: string | null;
    readonly since: string;
    readonly shares: readonly Share[];
  }[];
}

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
  for (const tenant of eia.tenants) await enterTenant(tx, owned, tenant, eia);
}

async function enterTenant(
  tx: Tx,
  { id: eiaId, parkId, districtCode }: Pick<StoredParkEia, 'id' | 'parkId' | 'districtCode'>,
  { id, enterprise, name, unitId, since, shares }: NewParkEia['tenants'][number],
  { enteredBy, at }: NewParkEia,
): Promise<void> {
  await tx.query(
    `insert into admission (id, owner_org, district_code, park_id, park_eia_id, unit_id, state,
       historical, project, checks, representative, applied_by, applied_at, applied_on,
       enterprise_name)
     values ($1, $2, $3, $4, $5, $6, 'ADMITTED', true, '{}', '[]', '', $7, $8, $9, $10)`,
    [id, enterprise, districtCode, parkId, eiaId, unitId, enteredBy.person, at, since, name],
  );
  await tx.query(
    `insert into admission_share
       (admission_id, item, owner_org, district_code, park_id, park_eia_id, amount)
     select $1, item, $2, $3, $4, $5, amount from unnest($6::text[], $7::bigint[]) as given (item, amount)`,
    [
      id,
      enterprise,
      districtCode,
      parkId,
      eiaId,
      shares.map(({ item }) => item),
      shares.map(({ amount }) => amount),
    ],
  );
}
