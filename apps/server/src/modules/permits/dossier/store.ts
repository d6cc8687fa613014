import type { ApplicationKind, HeldCategory, PermitContent } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';

export interface HeldPermit {
  readonly id: string;
  readonly site: string;
  readonly kind: ApplicationKind | null;
  readonly category: HeldCategory;
  readonly content: PermitContent;
  readonly number: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly state: 'IN_FORCE' | 'EXPIRED' | 'CANCELLED';
}

/** What the holder had on a day, in scope; one statement. */
export function findOfHolder(tx: Tx, holderId: string, on: string): Promise<HeldPermit[]> {
  return tx.query<HeldPermit>(
    `select p.id, p.site, v.kind, v.category, v.content, v.number, v.valid_from as "validFrom",
       v.valid_to as "validTo",
       case when v.kind = 'CANCEL' then 'CANCELLED' when v.valid_to < $2::date then 'EXPIRED'
         else 'IN_FORCE' end as state
     from permit p
       join lateral (select * from permit_version o
         where o.permit_id = p.id and o.in_force_from <= $2::date
         order by o.in_force_from desc, o.no desc limit 1) v on true
     where p.holder_id = $1 order by p.site`,
    [holderId, on],
  );
}
