import type { Role } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';

export interface PostRow {
  readonly role: Role;
  readonly title: string;
  readonly organisation: string;
}

/**
 * Posts that answered for a county or a park on a day: of offices with the county, of the park's
 * operator, and those made for this one park. By role and office; nobody is named.
 */
export function listResponsible(
  tx: Tx,
  asked: {
    readonly district: string;
    readonly parkId: string | null;
    readonly asOf: string;
    /** Roles of the office of the county itself. */
    readonly countyKinds: readonly string[];
    readonly roles: readonly Role[];
  },
): Promise<PostRow[]> {
  const { district, parkId, asOf, countyKinds, roles } = asked;
  return tx.query<PostRow>(
    `select r.role, r.title, r.organisation
     from responsible_posts_public r
     where r.role = any ($1::text[]) and r.created_on <= $2::date
       and (r.ended_on is null or r.ended_on >= $2::date)
       and case
         when r.post_park is not null then r.post_park = $3::uuid
         when r.kind = any ($4::text[]) then $5 = any (r.territory)
         else exists (select from parks_public k where k.park_id = $3::uuid
           and r.organisation_id in (k.operator, k.legal_entity))
       end
     order by array_position($1::text[], r.role), r.organisation, r.title`,
    [roles, asOf, parkId, countyKinds, district],
  );
}
