import { EMPTY_APPROVAL_FILE } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import type { StoredCase } from '../model.ts';
import { CASE_ROWS } from '../columns.ts';
import { noteWritten } from '../replay/written.ts';
import { APPROVAL_ROWS, SERIAL_ROWS } from './columns.ts';
import { NOTHING_YET, type BureauOf, type StoredApproval } from './model.ts';

type Column = { readonly name: string; readonly json?: true };

/** The columns of eia_approval by the fields of StoredApproval, but its key. */
const COLUMNS: Readonly<Record<Exclude<keyof StoredApproval, 'caseId'>, Column>> = {
  officeOrg: { name: 'office_org' },
  file: { name: 'file', json: true },
  documentFile: { name: 'document_file' },
  publicFile: { name: 'public_file' },
  participationFile: { name: 'participation_file' },
  receivedAt: { name: 'received_at' },
  missing: { name: 'missing', json: true },
  missingOn: { name: 'missing_on' },
  intakeRefusal: { name: 'intake_refusal', json: true },
  acceptedOn: { name: 'accepted_on' },
  deemed: { name: 'deemed' },
  acceptanceNumber: { name: 'acceptance_number' },
  survey: { name: 'survey', json: true },
  visits: { name: 'visits', json: true },
  hearing: { name: 'hearing', json: true },
  intent: { name: 'intent' },
  proposal: { name: 'proposal', json: true },
  proposedBy: { name: 'proposed_by' },
  outcome: { name: 'outcome' },
  decisionNumber: { name: 'decision_number' },
  decidedBy: { name: 'decided_by' },
  recordMode: { name: 'record_mode' },
  officialSystem: { name: 'official_system' },
  officialNumber: { name: 'official_number' },
  officialOn: { name: 'official_on' },
  worksOn: { name: 'works_on' },
  papers: { name: 'papers', json: true },
};
const FIELDS = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
const SELECTED = FIELDS.map((field) => `a.${COLUMNS[field].name} as "${field}"`).join(', ');

/** What a case has as an approval; of one that nobody has filled in yet, nothing. */
export async function findApproval(tx: Tx, caseId: string): Promise<StoredApproval> {
  const [row] = await tx.query<StoredApproval>(
    `select a.case_id as "caseId", ${SELECTED} from eia_approval a where a.case_id = $1`,
    [caseId],
  );
  return row ?? { ...NOTHING_YET, caseId, file: EMPTY_APPROVAL_FILE };
}

export type ApprovalPatch = Partial<Omit<StoredApproval, 'caseId'>>;

/** Writes what a step changed; the row comes with the first of them. */
export async function updateApproval(
  tx: Tx,
  { id, ownerOrg, districtCode, parkId }: StoredCase,
  patch: ApprovalPatch,
): Promise<void> {
  const file = EMPTY_APPROVAL_FILE;
  const begun = await tx.query(
    `insert into eia_approval (case_id, owner_org, district_code, park_id, file)
     values ($1, $2, $3, $4, $5) on conflict (case_id) do nothing returning case_id`,
    [id, ownerOrg, districtCode, parkId, JSON.stringify(file)],
  );
  if (begun.length > 0) {
    const owned = { owner_org: ownerOrg, district_code: districtCode, park_id: parkId };
    noteWritten(tx, APPROVAL_ROWS, {
      case_id: id,
      ...owned,
      ...columnsOf({ ...NOTHING_YET, file }),
    });
  }
  const changed = FIELDS.filter((field) => field in patch);
  if (changed.length === 0) return;
  const sets = changed.map((field, at) => `${COLUMNS[field].name} = $${at + 2}`);
  const values = changed.map((field) => {
    const value = patch[field];
    return COLUMNS[field].json && value !== null ? JSON.stringify(value) : value;
  });
  await tx.query(`update eia_approval set ${sets.join(', ')} where case_id = $1`, [id, ...values]);
  noteWritten(tx, APPROVAL_ROWS, { case_id: id, ...columnsOf(patch) });
}

function columnsOf(patch: ApprovalPatch): Record<string, unknown> {
  return Object.fromEntries(
    FIELDS.filter((field) => field in patch).map((field) => [COLUMNS[field].name, patch[field]]),
  );
}

/** The next number of a county and year; its row stays locked, so there is neither gap nor repeat. */
export async function takeSerial(
  tx: Tx,
  districtCode: string,
  kind: 'ACCEPTANCE' | 'DECISION',
  year: number,
): Promise<number> {
  const [row] = await tx.query<{ last: number }>(
    `insert into case_serial as s (district_code, kind, year, last) values ($1, $2, $3, 1)
     on conflict (district_code, kind, year) do update set last = s.last + 1 returning last`,
    [districtCode, kind, year],
  );
  const { last } = row!;
  noteWritten(tx, SERIAL_ROWS, { district_code: districtCode, kind, year, last });
  return last;
}

/** The bureaus that a county lies with. */
export function findBureaus(tx: Tx, districtCode: string): Promise<BureauOf[]> {
  return tx.query<BureauOf>(
    `select id, kind, name from bureaus_public where $1 = any (territory) order by kind, name`,
    [districtCode],
  );
}

/** Bodies that may be asked for an opinion in a county. */
export function findReviewBodies(
  tx: Tx,
  districtCode: string,
): Promise<{ readonly id: string; readonly name: string }[]> {
  return tx.query(
    'select id, name from review_bodies_public where district_code = $1 order by name',
    [districtCode],
  );
}

/** Lets a body read the case. */
export async function invite(tx: Tx, caseId: string, body: string): Promise<void> {
  const [row] = await tx.query<{ id: string; invited: string[] }>(
    `update eia_case set invited = array_append(invited, $2::uuid)
     where id = $1 and not invited @> array[$2::uuid] returning id, invited`,
    [caseId, body],
  );
  if (row) noteWritten(tx, CASE_ROWS, row);
}

/** How an office is reached, as its papers say it. */
export async function findOfficeContact(tx: Tx, office: string): Promise<string> {
  const [row] = await tx.query<{ contact: string }>(
    'select contact from office_contacts_public where owner_org = $1',
    [office],
  );
  return row?.contact ?? '';
}
