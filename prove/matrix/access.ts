import { randomUUID } from 'node:crypto';
import type { AdmissionForm, Owned, ParkEiaForm, ParkEiaState } from '@ludao/contracts';
import type { Tx } from '../../apps/server/src/platform/db.ts';
import type { Hall } from './hall.ts';
import { NOW, type Ground } from './world.ts';

/** A dossier for dyeing mills, from paper. */
export function eiaForm(
  parkId: string,
  totals: ParkEiaForm['envelope']['totals'] = [{ pollutant: 'COD', gramsPerYear: 1_000_000 }],
): ParkEiaForm {
  return {
    parkId,
    title: '矩阵园区整体环境影响报告书',
    historical: true,
    liability: 'PARK_ENTITY',
    preparer: '',
    summary: '',
    reportFile: null,
    envelope: {
      industries: ['1752'],
      digits: 4,
      processes: ['process.dyeing'],
      conditions: [{ no: '条件1', text: '不超过6000吨', when: 'capacity.t_a <= 6000' }],
      totals,
      wastewaterLitresPerDay: 1_000_000,
      distances: [],
      conclusions: [],
    },
  };
}

/** A mill within it. */
export function applicationOf(
  enterpriseId: string,
  pollutants: AdmissionForm['pollutants'] = [{ pollutant: 'COD', gramsPerYear: 1000 }],
): AdmissionForm {
  return {
    enterpriseId,
    project: {
      industries: ['1752'],
      facts: { nature: 'new', building: 'industrial', 'capacity.t_a': 900 },
      unstated: 'no',
    },
    processes: ['process.dyeing'],
    pollutants,
    wastewaterLitresPerDay: 0,
    representative: '矩阵代表',
    committed: true,
  };
}

/** Parks with park-wide EIAs, in reach of some and out of reach of others. */
export function eiaParksOf({ places }: Ground) {
  return (['ownPark', 'neighbourPark', 'nextCounty', 'otherCity'] as const).map((relation) => ({
    relation,
    ...places[relation],
  }));
}

export function ownedPark({
  id,
  districtCode,
  operator,
}: ReturnType<typeof eiaParksOf>[number]): Owned {
  return { ownerOrg: operator, districtCode, parkId: id };
}

/** One EIA of a park in a state, entered by somebody who is nobody else of the world. */
export async function enterParkEia(
  tx: Tx,
  park: ReturnType<typeof eiaParksOf>[number],
  state: ParkEiaState,
  post: string,
): Promise<string> {
  const id = randomUUID();
  const { envelope, title } = eiaForm(park.id);
  const isDecided = state === 'PROPOSED';
  const isApproved = state === 'IN_FORCE';
  const decision = isApproved ? 'APPROVE' : isDecided ? 'REFUSE' : null;
  await tx.query(
    `insert into park_eia (id, park_id, owner_org, district_code, title, state, historical,
       liability, envelope, decision, approval_no, approved_on, in_force_from, valid_to, office,
       decision_words, entered_by, entered_post, entered_at, confirmed_by, confirmed_at, drafted_by,
       drafted_at)
     values ($1, $2, $3, $4, $5, $6, true, 'PARK_ENTITY', $7, $8, $9, $10, $10, $11, '矩阵机关', '',
       $12, $13, $14, $15, $14, gen_random_uuid(), $14)`,
    [
      id,
      park.id,
      park.operator,
      park.districtCode,
      title,
      state,
      JSON.stringify(envelope),
      decision,
      isApproved ? '矩阵环审1号' : null,
      isApproved ? '2026-01-01' : null,
      isApproved ? '2030-12-31' : null,
      decision && randomUUID(),
      decision && post,
      NOW,
      isApproved ? randomUUID() : null,
    ],
  );
  return id;
}

/** In each park one in force with its account, and a tenant that left it. */
export async function enterAccess(tx: Tx, ground: Ground): Promise<void> {
  const [post] = ground.world.posts;
  for (const park of eiaParksOf(ground)) {
    const id = await enterParkEia(tx, park, 'IN_FORCE', post!.id);
    const owned = [park.id, park.operator, park.districtCode];
    await tx.query(
      `insert into park_allowance (park_eia_id, item, park_id, owner_org, district_code, total)
       values ($1, 'COD', $2, $3, $4, 1000000)`,
      [id, ...owned],
    );
    await tx.query(
      `insert into park_reconciliation (park_eia_id, park_id, owner_org, district_code, manner,
         reconciled_on, reconciled_by)
       values ($1, $2, $3, $4, 'OPENED', '2026-01-01', gen_random_uuid())`,
      [id, ...owned],
    );
    const tenant = Object.values(ground.rows).find(({ parkId }) => parkId === park.id);
    if (tenant) await enterAdmission(tx, { ...park, eiaId: id }, tenant.id, 'LEFT');
  }
}

/** A tenant with a share of a kilogram, or one that gave it back. */
export async function enterAdmission(
  tx: Tx,
  park: { readonly id: string; readonly districtCode: string; readonly eiaId: string },
  enterprise: string,
  state: 'ADMITTED' | 'LEFT',
): Promise<string> {
  const id = randomUUID();
  const hasLeft = state === 'LEFT';
  await tx.query(
    `insert into admission (id, owner_org, district_code, park_id, park_eia_id, state, historical,
       project, checks, representative, applied_by, applied_at, applied_on, left_on,
       enterprise_name)
     values ($1, $2, $3, $4, $5, $6, true, '{}', '[]', '矩阵代表', gen_random_uuid(), $7,
       '2026-11-01', $8, (select name from enterprise where id = $2))`,
    [
      id,
      enterprise,
      park.districtCode,
      park.id,
      park.eiaId,
      state,
      NOW,
      hasLeft ? '2026-11-02' : null,
    ],
  );
  await tx.query(
    `insert into admission_share (admission_id, item, owner_org, district_code, park_id,
       park_eia_id, amount, returned)
     values ($1, 'COD', $2, $3, $4, $5, 1000, $6)`,
    [id, enterprise, park.districtCode, park.id, park.eiaId, hasLeft],
  );
  return id;
}

/** The EIA in force of a park. */
export async function inForceAt(hall: Hall, parkId: string): Promise<string> {
  const [row] = await hall.database.transaction((tx) =>
    tx.query<{ id: string }>(`select id from park_eia where park_id = $1 and state = 'IN_FORCE'`, [
      parkId,
    ]),
  );
  return row!.id;
}
