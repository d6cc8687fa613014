import type { AllowanceItem } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import type { AllowanceRow, EiaOfPark, StoredParkEia } from './model.ts';

const COLUMNS = `e.id, e.park_id as "parkId", p.name as park, p.operator as "ownerOrg",
  e.district_code as "districtCode", e.title, e.state, e.historical, e.liability, e.envelope,
  e.preparer, e.summary, e.report_file as "reportFile", e.returned_for as "returnedFor", e.decision,
  e.approval_no as "approvalNo", e.approved_on as "approvedOn", e.office,
  e.approval_file as "approvalFile", e.decision_words as "decisionWords",
  e.in_force_from as "inForceFrom", e.valid_to as "validTo", e.permit_no as "permitNo",
  e.entered_by as "enteredBy", e.entered_post as "enteredPost", e.entered_at as "enteredAt",
  e.confirmed_by as "confirmedBy", e.stopped_on as "stoppedOn", e.listed_as as "listedAs",
  e.law_entry as "lawEntry", e.version`;

/** @param lock for a step that follows in the same transaction */
export async function findParkEia(
  tx: Tx,
  id: string,
  { lock = false } = {},
): Promise<StoredParkEia | undefined> {
  const [row] = await tx.query<StoredParkEia>(
    `select ${COLUMNS} from park_eia e join parks_public p on p.park_id = e.park_id
     where e.id = $1 ${lock ? 'for update of e' : ''}`,
    [id],
  );
  return row;
}

/** The one in force of a park, locked. */
export async function lockInForce(tx: Tx, parkId: string): Promise<StoredParkEia | undefined> {
  const [row] = await tx.query<StoredParkEia>(
    `select ${COLUMNS} from park_eia e join parks_public p on p.park_id = e.park_id
     where e.park_id = $1 and e.state = 'IN_FORCE' for update of e`,
    [parkId],
  );
  return row;
}

export async function insertParkEia(
  tx: Tx,
  eia: Pick<
    StoredParkEia,
    'id' | 'parkId' | 'ownerOrg' | 'districtCode' | 'title' | 'historical' | 'liability'
  > &
    Pick<StoredParkEia, 'envelope' | 'preparer' | 'summary' | 'reportFile'>,
  by: { readonly person: string; readonly at: Date },
): Promise<void> {
  await tx.query(
    `insert into park_eia (id, park_id, owner_org, district_code, title, state, historical,
       liability, envelope, preparer, summary, report_file, drafted_by, drafted_at)
     values ($1, $2, $3, $4, $5, 'DRAFT', $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      eia.id,
      eia.parkId,
      eia.ownerOrg,
      eia.districtCode,
      eia.title,
      eia.historical,
      eia.liability,
      JSON.stringify(eia.envelope),
      eia.preparer,
      eia.summary,
      eia.reportFile,
      by.person,
      by.at,
    ],
  );
}

/** What a step changes; what is not named stays. */
export type Changes = Partial<
  Omit<StoredParkEia, 'id' | 'parkId' | 'park' | 'ownerOrg' | 'districtCode' | 'version'> & {
    readonly confirmedAt: Date;
    readonly stopCause: string;
    readonly supersededBy: string;
  }
>;

const NAMES: Readonly<Record<keyof Changes, string>> = {
  title: 'title',
  state: 'state',
  historical: 'historical',
  liability: 'liability',
  envelope: 'envelope',
  preparer: 'preparer',
  summary: 'summary',
  reportFile: 'report_file',
  returnedFor: 'returned_for',
  decision: 'decision',
  approvalNo: 'approval_no',
  approvedOn: 'approved_on',
  office: 'office',
  approvalFile: 'approval_file',
  decisionWords: 'decision_words',
  inForceFrom: 'in_force_from',
  validTo: 'valid_to',
  permitNo: 'permit_no',
  enteredBy: 'entered_by',
  enteredPost: 'entered_post',
  enteredAt: 'entered_at',
  confirmedBy: 'confirmed_by',
  confirmedAt: 'confirmed_at',
  stoppedOn: 'stopped_on',
  stopCause: 'stop_cause',
  supersededBy: 'superseded_by',
  listedAs: 'listed_as',
  lawEntry: 'law_entry',
};

/** Writes what changed and takes the next version. */
export async function updateParkEia(tx: Tx, id: string, changes: Changes): Promise<void> {
  const names = Object.keys(changes) as (keyof Changes)[];
  const sets = names.map((name, at) => `${NAMES[name]} = $${at + 2}`);
  const values = names.map((name) =>
    name === 'envelope' ? JSON.stringify(changes[name]) : changes[name],
  );
  await tx.query(
    `update park_eia set ${[...sets, 'version = version + 1'].join(', ')} where id = $1`,
    [id, ...values],
  );
}

/** What the tenants of a park hold now, by item. */
export function sumShares(
  tx: Tx,
  parkId: string,
): Promise<{ readonly item: AllowanceItem; readonly amount: bigint }[]> {
  return tx.query(
    `select item, sum(amount)::bigint as amount from admission_share
     where park_id = $1 and not returned group by item order by item`,
    [parkId],
  );
}

/** Opens the account of an EIA, one line for each item that it limits. */
export async function openAllowance(
  tx: Tx,
  eia: Pick<StoredParkEia, 'id' | 'parkId' | 'ownerOrg' | 'districtCode'>,
  totals: ReadonlyMap<AllowanceItem, number>,
): Promise<void> {
  await tx.query(
    `insert into park_allowance (park_eia_id, item, park_id, owner_org, district_code, total)
     select $1, item, $2, $3, $4, total from unnest($5::text[], $6::bigint[]) as given (item, total)`,
    [eia.id, eia.parkId, eia.ownerOrg, eia.districtCode, [...totals.keys()], [...totals.values()]],
  );
}

/** Puts the shares that tenants of the park hold under another EIA of the same park. */
export async function carryShares(tx: Tx, parkId: string, eiaId: string): Promise<number> {
  await tx.query(
    `update admission_share set park_eia_id = $2 where park_id = $1 and not returned`,
    [parkId, eiaId],
  );
  const moved = await tx.query(
    `update admission set park_eia_id = $2, version = version + 1
     where park_id = $1 and state = 'ADMITTED' returning id`,
    [parkId, eiaId],
  );
  return moved.length;
}

export async function findReconciliation(
  tx: Tx,
  id: string,
): Promise<{ readonly on: string } | undefined> {
  const [row] = await tx.query<{ on: string }>(
    'select reconciled_on as on from park_reconciliation where park_eia_id = $1',
    [id],
  );
  return row;
}

export async function insertReconciliation(
  tx: Tx,
  eia: Pick<StoredParkEia, 'id' | 'parkId' | 'ownerOrg' | 'districtCode'>,
  entry: {
    readonly manner: 'OPENED' | 'IMPORTED' | 'CARRIED';
    readonly on: string;
    readonly by: string;
  },
): Promise<void> {
  await tx.query(
    `insert into park_reconciliation (park_eia_id, park_id, owner_org, district_code, manner,
       reconciled_on, reconciled_by)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (park_eia_id) do nothing`,
    [eia.id, eia.parkId, eia.ownerOrg, eia.districtCode, entry.manner, entry.on, entry.by],
  );
}

/** The EIA in force of a park, held until the transaction ends: nobody stops or replaces it meanwhile. */
export async function holdParkEia(tx: Tx, parkId: string): Promise<void> {
  await tx.query('select id from hold_park_eia($1)', [parkId]);
}

/** The account of an EIA, held until the transaction ends. */
export function holdAllowance(tx: Tx, id: string): Promise<AllowanceRow[]> {
  return tx.query<AllowanceRow>('select item, total, drawn from hold_park_allowance($1)', [id]);
}

/** The latest approved EIA of each park, those in force first. */
export async function findEiasOfParks(
  tx: Tx,
  parkIds: readonly string[],
): Promise<Map<string, EiaOfPark>> {
  const rows = await tx.query<EiaOfPark & { readonly parkId: string }>(
    `select distinct on (e.park_id) e.park_id as "parkId", e.id, e.title,
       e.approval_no as "approvalNo", e.in_force_from as "inForceFrom", e.valid_to as "validTo",
       e.state, v.liability, v.envelope, v.listed_as as "listedAs",
       v.allowance_reconciled as reconciled
     from park_eias_public e join park_envelopes_public v on v.park_eia_id = e.id
     where e.park_id = any ($1::uuid[])
     order by e.park_id, e.state <> 'IN_FORCE', e.in_force_from desc`,
    [parkIds],
  );
  return new Map(rows.map(({ parkId, ...eia }) => [parkId, eia]));
}

/** Those in force whose last day lies before the given one. */
export function findPast(
  tx: Tx,
  today: string,
): Promise<{ readonly id: string; readonly districtCode: string }[]> {
  return tx.query(
    `select id, district_code as "districtCode" from park_eia
     where state = 'IN_FORCE' and valid_to < $1 order by id limit 100`,
    [today],
  );
}

export interface ParkPlace {
  readonly id: string;
  readonly name: string;
  readonly districtCode: string;
  readonly operator: string | null;
}

/** Parks in the scope of the transaction. */
export function listParkPlaces(tx: Tx, id: string | null = null): Promise<ParkPlace[]> {
  return tx.query<ParkPlace>(
    `select id, name, district_code as "districtCode", owner_org as operator from park
     where $1::uuid is null or id = $1 order by name limit 2000`,
    [id],
  );
}

/** The office of the county that answers for EIAs, by the post that would check them. */
export async function findOffice(
  tx: Tx,
  districtCode: string,
  today: string,
): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>(
    `select organisation_id as id from responsible_posts_public
     where role = 'APPROVAL_OFFICER' and $1 = any (territory)
       and (ended_on is null or ended_on >= $2::date)
     order by kind <> 'COUNTY_EEB', organisation_id limit 1`,
    [districtCode, today],
  );
  return row?.id;
}

/** The organisation of a post of an office. */
export async function findPostHome(tx: Tx, postId: string): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>(
    'select organisation_id as id from responsible_posts_public where post_id = $1',
    [postId],
  );
  return row?.id;
}

export async function namePersons(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(
    'select id, name from person where id = any ($1::uuid[])',
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
