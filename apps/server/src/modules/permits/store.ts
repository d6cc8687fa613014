import type { Tx } from '../../platform/db.ts';
import { searchKey } from '../../platform/word-search.ts';
import type { Placed, StoredAct, StoredApplication, StoredPermit, StoredVersion } from './model.ts';

const PERMIT = `p.id, p.owner_org as "ownerOrg", p.district_code as "districtCode",
  p.park_id as "parkId", p.holder_kind as "holderKind", p.holder_id as "holderId", p.site,
  p.holder_name as "holderName", p.credit_code as "creditCode", p.office_org as "officeOrg",
  p.historical, p.renewal_clock as "renewalClock"`;

export async function findPermit(
  tx: Tx,
  id: string,
  { lock = false } = {},
): Promise<StoredPermit | undefined> {
  const [row] = await tx.query<StoredPermit>(
    `select ${PERMIT} from permit p where p.id = $1 ${lock ? 'for update' : ''}`,
    [id],
  );
  return row;
}

/** The one row of a place, locked. */
export async function findPermitAt(
  tx: Tx,
  holderId: string,
  site: string,
): Promise<StoredPermit | undefined> {
  const [row] = await tx.query<StoredPermit>(
    `select ${PERMIT} from permit p where p.holder_id = $1 and p.site = $2 for update`,
    [holderId, site],
  );
  return row;
}

export async function insertPermit(
  tx: Tx,
  permit: Omit<StoredPermit, 'renewalClock'>,
): Promise<void> {
  await tx.query(
    `insert into permit (id, owner_org, district_code, park_id, holder_kind, holder_id, site,
       holder_name, credit_code, office_org, historical, search)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      permit.id,
      permit.ownerOrg,
      permit.districtCode,
      permit.parkId,
      permit.holderKind,
      permit.holderId,
      permit.site,
      permit.holderName,
      permit.creditCode,
      permit.officeOrg,
      permit.historical,
      searchOf(permit),
    ],
  );
}

/** Who holds it by now, and by when its renewal is due. */
export async function updatePermit(
  tx: Tx,
  { id, renewalClock, holderName, creditCode, site }: StoredPermit,
): Promise<void> {
  await tx.query(
    `update permit set renewal_clock = $2, holder_name = $3, credit_code = $4, search = $5 where id = $1`,
    [id, renewalClock, holderName, creditCode, searchOf({ holderName, creditCode, site })],
  );
}

function searchOf({
  holderName,
  creditCode,
  site,
}: Pick<StoredPermit, 'holderName' | 'creditCode' | 'site'>): string {
  return searchKey(`${holderName} ${site}`, creditCode ?? '').search;
}

const VERSION = `v.no, v.application_id as "applicationId", v.kind, v.category, v.content, v.digest,
  v.number, v.in_force_from as "inForceFrom", v.valid_from as "validFrom", v.valid_to as "validTo"`;

/** All versions of a permit in scope, the first first. */
export function findVersions(tx: Tx, permit: string): Promise<StoredVersion[]> {
  return tx.query<StoredVersion>(
    `select ${VERSION} from permit_version v where v.permit_id = $1 order by v.no`,
    [permit],
  );
}

export async function insertVersion(
  tx: Tx,
  permit: Placed & { readonly id: string },
  version: StoredVersion,
  now: Date,
): Promise<void> {
  const { id, ownerOrg, districtCode, parkId } = permit;
  const { amounts } = version.content;
  await tx.query(
    `insert into permit_version (permit_id, no, owner_org, district_code, park_id, application_id, kind,
       category, content, digest, number, in_force_from, valid_from, valid_to, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      id,
      version.no,
      ownerOrg,
      districtCode,
      parkId,
      version.applicationId,
      version.kind,
      version.category,
      JSON.stringify(version.content),
      version.digest,
      version.number,
      version.inForceFrom,
      version.validFrom,
      version.validTo,
      now,
    ],
  );
  await tx.query(
    `insert into permit_amount (permit_id, no, owner_org, district_code, park_id, pollutant, grams_per_year)
     select $1, $2, $3, $4, $5, pollutant, grams from unnest($6::text[], $7::bigint[]) as given (pollutant, grams)`,
    [
      id,
      version.no,
      ownerOrg,
      districtCode,
      parkId,
      amounts.map(({ pollutant }) => pollutant),
      amounts.map(({ gramsPerYear }) => gramsPerYear),
    ],
  );
}

/** Columns of an application by the names that the program uses, in the order of an insert. */
const FIELDS = {
  id: 'id',
  permitId: 'permit_id',
  ownerOrg: 'owner_org',
  districtCode: 'district_code',
  parkId: 'park_id',
  kind: 'kind',
  state: 'state',
  category: 'category',
  content: 'content',
  changedOn: 'changed_on',
  reasons: 'reasons',
  project: 'project',
  proposal: 'proposal',
  submittedAt: 'submitted_at',
  receivedAt: 'received_at',
  inTime: 'in_time',
  asked: 'asked',
  askedOn: 'asked_on',
  supplementedOn: 'supplemented_on',
  acceptedOn: 'accepted_on',
  deemed: 'deemed',
  siteCheckedOn: 'site_checked_on',
  siteWords: 'site_words',
  declinedFor: 'declined_for',
  declinedWords: 'declined_words',
  returnedWords: 'returned_words',
  outcome: 'outcome',
  outcomeReasons: 'outcome_reasons',
  outcomeLaw: 'outcome_law',
  decidedOn: 'decided_on',
  recordMode: 'record_mode',
  officialSystem: 'official_system',
  officialAddress: 'official_address',
  officialNumber: 'official_number',
  officialOn: 'official_on',
  noticeClock: 'notice_clock',
  decisionClock: 'decision_clock',
  partyClock: 'party_clock',
  version: 'version',
} as const satisfies Record<keyof StoredApplication, string>;
const NAMES = Object.keys(FIELDS) as (keyof StoredApplication)[];
const JSON_FIELDS: readonly string[] = ['content', 'project', 'proposal'];

const APPLICATION = NAMES.map((name) => `a.${FIELDS[name]} as "${name}"`).join(', ');

function valueOf(application: StoredApplication, name: keyof StoredApplication): unknown {
  const value = application[name];
  return JSON_FIELDS.includes(name) && value !== null ? JSON.stringify(value) : value;
}

export async function findApplication(
  tx: Tx,
  id: string,
  { lock = false } = {},
): Promise<StoredApplication | undefined> {
  const [row] = await tx.query<StoredApplication>(
    `select ${APPLICATION} from permit_application a where a.id = $1 ${lock ? 'for update' : ''}`,
    [id],
  );
  return row;
}

/** The applications of a permit in scope: the one under way, then the latest first. */
export function findApplications(tx: Tx, permit: string): Promise<StoredApplication[]> {
  return tx.query<StoredApplication>(
    `select ${APPLICATION} from permit_application a where a.permit_id = $1
     order by a.state in ('IN_FORCE', 'REFUSED', 'DECLINED', 'WITHDRAWN'), a.created_at desc, a.id`,
    [permit],
  );
}

export async function insertApplication(
  tx: Tx,
  application: StoredApplication,
  now: Date,
): Promise<void> {
  const places = NAMES.map((_, at) => `$${at + 1}`);
  await tx.query(
    `insert into permit_application (${NAMES.map((name) => FIELDS[name]).join(', ')}, created_at)
     values (${places.join(', ')}, $${NAMES.length + 1})`,
    [...NAMES.map((name) => valueOf(application, name)), now],
  );
}

/** Writes what a step changed. */
export async function updateApplication(
  tx: Tx,
  before: StoredApplication,
  changed: Partial<StoredApplication>,
): Promise<StoredApplication> {
  const after = { ...before, ...changed, version: before.version + 1 };
  const written = NAMES.filter((name) => name !== 'id');
  const set = written.map((name, at) => `${FIELDS[name]} = $${at + 2}`).join(', ');
  await tx.query(`update permit_application set ${set} where id = $1`, [
    before.id,
    ...written.map((name) => valueOf(after, name)),
  ]);
  return after;
}

export function findActs(tx: Tx, application: string): Promise<StoredAct[]> {
  return tx.query<StoredAct>(
    `select step, person_id as person, post_id as post, at from permit_act
     where application_id = $1 order by at, id`,
    [application],
  );
}

export async function insertAct(
  tx: Tx,
  { id, ownerOrg, districtCode, parkId }: StoredApplication,
  { step, person, post, at }: StoredAct,
): Promise<void> {
  await tx.query(
    `insert into permit_act (id, application_id, owner_org, district_code, park_id, step, person_id,
       post_id, at) values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, ownerOrg, districtCode, parkId, step, person, post, at],
  );
}
