import type { AdmissionCheck, AdmissionForm, LeaveCause } from '@ludao/contracts';
import type { Answer } from '@ludao/rules';
import type { Tx } from '../../../platform/db.ts';
import type { Share, StoredAdmission, Tenant } from './model.ts';

/** @param orgs enterprises that the asker speaks for @param id one of them alone */
export function findTenants(
  tx: Tx,
  orgs: readonly string[],
  id: string | null = null,
): Promise<Tenant[]> {
  return tx.query<Tenant>(
    `select e.enterprise_id as "enterpriseId", e.name as enterprise, e.industries,
       t.park_id as "parkId", p.name as park, p.operator, t.district_code as "districtCode",
       t.unit_id as "unitId", u.name as unit, a.id as admission
     from enterprises_public e
       left join tenancies_public t on t.enterprise_id = e.enterprise_id
       left join parks_public p on p.park_id = t.park_id
       left join park_units_public u on u.unit_id = t.unit_id
       left join admission a on a.owner_org = e.enterprise_id and a.state = 'ADMITTED'
     where e.enterprise_id = any ($1::uuid[]) and ($2::uuid is null or e.enterprise_id = $2)
     order by e.name limit 200`,
    [orgs, id],
  );
}

export interface NewAdmission {
  readonly id: string;
  readonly ownerOrg: string;
  readonly enterprise: string;
  readonly districtCode: string;
  readonly parkId: string;
  readonly eiaId: string | null;
  readonly unitId: string | null;
  readonly state: 'ADMITTED' | 'REFUSED';
  readonly project: AdmissionForm['project'];
  readonly answer: Answer;
  readonly checks: readonly AdmissionCheck[];
  readonly representative: string;
  readonly appliedBy: string;
  readonly appliedAt: Date;
  readonly appliedOn: string;
}

export async function insertAdmission(tx: Tx, admission: NewAdmission): Promise<void> {
  await tx.query(
    `insert into admission (id, owner_org, district_code, park_id, park_eia_id, unit_id, state,
       project, answer, checks, representative, applied_by, applied_at, applied_on, enterprise_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      admission.id,
      admission.ownerOrg,
      admission.districtCode,
      admission.parkId,
      admission.eiaId,
      admission.unitId,
      admission.state,
      JSON.stringify(admission.project),
      JSON.stringify(admission.answer),
      JSON.stringify(admission.checks),
      admission.representative,
      admission.appliedBy,
      admission.appliedAt,
      admission.appliedOn,
      admission.enterprise,
    ],
  );
}

/** Draws all shares of an admission, in one statement: a trigger moves the account of the park. */
export async function insertShares(
  tx: Tx,
  {
    id,
    ownerOrg,
    districtCode,
    parkId,
    eiaId,
  }: Pick<NewAdmission, 'id' | 'ownerOrg' | 'districtCode' | 'parkId' | 'eiaId'>,
  shares: readonly Share[],
): Promise<void> {
  await tx.query(
    `insert into admission_share
       (admission_id, item, owner_org, district_code, park_id, park_eia_id, amount)
     select $1, item, $2, $3, $4, $5, amount from unnest($6::text[], $7::bigint[]) as given (item, amount)`,
    [
      id,
      ownerOrg,
      districtCode,
      parkId,
      eiaId,
      shares.map(({ item }) => item),
      shares.map(({ amount }) => amount),
    ],
  );
}

export async function setCertificate(tx: Tx, id: string, certificate: string): Promise<void> {
  await tx.query('update admission set certificate_id = $2 where id = $1', [id, certificate]);
}

/** @param lock for a change that follows in the same transaction */
export async function findAdmission(
  tx: Tx,
  id: string,
  { lock = false } = {},
): Promise<StoredAdmission | undefined> {
  const [row] = await tx.query<StoredAdmission>(
    `select a.id, a.owner_org as "ownerOrg", a.enterprise_name as enterprise,
       a.district_code as "districtCode", a.park_id as "parkId", p.name as park, u.name as unit,
       a.state, a.historical, a.project, a.answer, a.checks, a.representative,
       case when e.id is not null then json_build_object('id', e.id, 'title', e.title,
         'approvalNo', e.approval_no, 'liability', v.liability) end as eia,
       a.certificate_id as "certificateId", a.applied_on as "appliedOn", a.left_on as "leftOn",
       a.leave_cause as "leaveCause", a.version
     from admission a join parks_public p on p.park_id = a.park_id
       left join park_units_public u on u.unit_id = a.unit_id
       left join park_eias_public e on e.id = a.park_eia_id
       left join park_envelopes_public v on v.park_eia_id = a.park_eia_id
     where a.id = $1 ${lock ? 'for update of a' : ''}`,
    [id],
  );
  return row;
}

export function findShares(tx: Tx, id: string): Promise<Share[]> {
  return tx.query<Share>(
    'select item, amount from admission_share where admission_id = $1 order by item',
    [id],
  );
}

/** The tenant left: its shares go back to the account of the park. */
export async function returnShares(
  tx: Tx,
  id: string,
  end: { readonly on: string; readonly cause: LeaveCause; readonly by: string },
): Promise<void> {
  await tx.query('update admission_share set returned = true where admission_id = $1', [id]);
  await tx.query(
    `update admission set state = 'LEFT', left_on = $2, leave_cause = $3, left_by = $4,
       version = version + 1
     where id = $1`,
    [id, end.on, end.cause, end.by],
  );
}

/** A tenant that was in the park before, with its shares; no rule is run. */
export async function insertPresentTenant(
  tx: Tx,
  eia: { readonly id: string; readonly parkId: string; readonly districtCode: string },
  tenant: {
    readonly id: string;
    readonly enterprise: string;
    readonly name: string;
    readonly unitId: string | null;
    readonly since: string;
    readonly shares: readonly Share[];
  },
  by: { readonly person: string; readonly at: Date },
): Promise<void> {
  const { id, enterprise, name, unitId, since, shares } = tenant;
  const { id: eiaId, parkId, districtCode } = eia;
  await tx.query(
    `insert into admission (id, owner_org, district_code, park_id, park_eia_id, unit_id, state,
       historical, project, checks, representative, applied_by, applied_at, applied_on,
       enterprise_name)
     values ($1, $2, $3, $4, $5, $6, 'ADMITTED', true, '{}', '[]', '', $7, $8, $9, $10)`,
    [id, enterprise, districtCode, parkId, eiaId, unitId, by.person, by.at, since, name],
  );
  await insertShares(tx, { id, ownerOrg: enterprise, districtCode, parkId, eiaId }, shares);
}
