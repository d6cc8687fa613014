import { randomUUID } from 'node:crypto';
import type { ApplicationState, Owned } from '@ludao/contracts';
import type { Tx } from '../../apps/server/src/platform/db.ts';
import { NOW, type Ground } from './world.ts';

/** A place of an enterprise or of a park's legal entity. */
export interface PermitPlace extends Owned {
  readonly ownerOrg: string;
  readonly districtCode: string;
  readonly kind: 'enterprise' | 'park';
  readonly id: string;
}

export function permitPlacesOf({ rows, places, office }: Ground): [string, PermitPlace][] {
  const firms = Object.entries(rows).map(([relation, { id, districtCode, parkId }]) => {
    const place = { kind: 'enterprise', id, ownerOrg: id, districtCode, parkId } as const;
    return [relation, place] as [string, PermitPlace];
  });
  const { id, districtCode } = places.ownPark;
  const ownerOrg = office.PARK_LEGAL_ENTITY.id;
  return [...firms, ['own park', { kind: 'park', id, ownerOrg, districtCode, parkId: id }]];
}

const CONTENT = {
  address: '矩阵地址',
  industries: ['2926'],
  wastewater: 'NONE',
  outlets: [],
  amounts: [],
  measures: [],
  monitoring: [],
  ledger: [],
  standards: [],
};

/**
 * A permit in force with an application that stands there. It names nobody's enterprise, so that
 * every name that is found anywhere is one that leaked.
 */
export async function enterPermit(
  tx: Tx,
  { office, drafters }: Ground,
  place: PermitPlace,
  state: ApplicationState,
): Promise<{ readonly permit: string; readonly application: string }> {
  const [permit, application] = [randomUUID(), randomUUID()];
  const owned = [place.ownerOrg, place.districtCode, place.parkId];
  await tx.query(
    `insert into permit (id, owner_org, district_code, park_id, holder_kind, holder_id, site, holder_name,
       office_org, search) values ($1::uuid, $2, $3, $4, $5, $6, $1::uuid::text, $7, $8, '')`,
    [permit, ...owned, place.kind, place.id, `矩阵持证单位${permit}`, office.COUNTY_EEB.id],
  );
  await tx.query(
    `insert into permit_version (permit_id, no, owner_org, district_code, park_id, category, content,
       digest, number, in_force_from, valid_from, valid_to, created_at)
     values ($1, 1, $2, $3, $4, 'KEY', $5, repeat('0', 64), 'MATRIX0000000000000001', '2026-01-01',
       '2026-01-01', '2030-12-31', $6)`,
    [permit, ...owned, JSON.stringify(CONTENT), NOW],
  );
  await tx.query(
    `insert into permit_amount (permit_id, no, owner_org, district_code, park_id, pollutant, grams_per_year)
     values ($1, 1, $2, $3, $4, 'VOCS', 1)`,
    [permit, ...owned],
  );
  await tx.query(
    `insert into permit_application (id, permit_id, owner_org, district_code, park_id, kind, state,
       category, content, submitted_at, received_at, asked, asked_on, created_at)
     values ($1, $2, $3, $4, $5, 'CHANGE_BASIC', $6, 'KEY', $7, $8, $8, $9, $10, $8)`,
    [
      application,
      permit,
      ...owned,
      state,
      JSON.stringify(CONTENT),
      NOW,
      state === 'INCOMPLETE' ? ['矩阵材料'] : null,
      state === 'INCOMPLETE' ? '2026-11-25' : null,
    ],
  );
  const drafter = drafters.get(office.COUNTY_EEB.id)!;
  await tx.query(
    `insert into permit_act (id, application_id, owner_org, district_code, park_id, step, person_id,
       post_id, at) values (gen_random_uuid(), $1, $2, $3, $4, 'open', $5, $6, $7)`,
    [application, ...owned, drafter.holder.personId, drafter.id, NOW],
  );
  return { permit, application };
}

/** What a walk made is taken away again: a list shows no more than it holds. */
export async function removePermits(tx: Tx, permits: readonly string[]): Promise<void> {
  const ids = [permits];
  await tx.query(
    `delete from permit_act where application_id in
       (select id from permit_application where permit_id = any ($1::uuid[]))`,
    ids,
  );
  await tx.query('delete from permit_amount where permit_id = any ($1::uuid[])', ids);
  await tx.query('delete from permit_version where permit_id = any ($1::uuid[])', ids);
  await tx.query('delete from permit_application where permit_id = any ($1::uuid[])', ids);
  await tx.query('delete from permit where id = any ($1::uuid[])', ids);
}

/** One permit at each place, with an application at the office. */
export async function enterPermits(tx: Tx, ground: Ground): Promise<void> {
  for (const [, place] of permitPlacesOf(ground)) await enterPermit(tx, ground, place, 'ACCEPTED');
}
