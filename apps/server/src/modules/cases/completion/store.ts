import type {
  CompletionPaper,
  CompletionQuery,
  CompletionRow,
  EiaApproval,
  PublicCompletion,
  PublicCompletionQuery,
} from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import type { StoredFile } from '../../../platform/files/index.ts';
import { searchKey, searchWords } from '../../../platform/word-search.ts';
import { noteWritten } from '../replay/written.ts';
import { COMPLETION_ROWS } from './columns.ts';
import type { Approval, StoredCompletion } from './model.ts';

const COLUMNS = `a.id, a.owner_org as "ownerOrg", a.district_code as "districtCode",
  a.park_id as "parkId", a.enterprise_id as "enterpriseId", a.case_id as "caseId", a.state, a.project,
  a.stage, a.proponent, a.document, a.approval_number as "approvalNumber",
  a.approved_on as "approvedOn", a.completed_on as "completedOn", a.details,
  a.opened_at as "openedAt", a.changed_at as "changedAt", a.version`;

const ORDER: Readonly<Record<CompletionQuery['sort'], string>> = {
  due: '"dueOn" nulls last, a.completed_on desc, a.id',
  '-completed': 'a.completed_on desc, a.id',
  completed: 'a.completed_on, a.id',
  name: 'a.project, a.id',
  '-name': 'a.project desc, a.id',
};

/** Acceptances in reach; what is public of others has a list of its own. Two statements. */
export async function listCompletions(
  tx: Tx,
  query: CompletionQuery,
  today: string,
): Promise<{ readonly rows: readonly CompletionRow[]; readonly total: number }> {
  const { q, sort, page, size, district = null, park = null, state = null, due = null } = query;
  const values = [q === '' ? '' : searchWords(q).search, district, park, state, due, today];
  const from = `completion_acceptance a
    left join parks_public p on p.park_id = a.park_id
    left join lateral (
      select min(due_on) filter (where d.state = 'RUNNING' and d.definition <> 'C13') as due_on,
        coalesce(bool_or(d.in_time = false), false) as is_late
      from clock_dues d where d.subject_kind = 'completion' and d.subject_id = a.id
    ) c on true
    where ($1 = '' or strpos(a.search, $1) > 0) and ($2::text is null or a.district_code = $2)
      and ($3::uuid is null or a.park_id = $3) and ($4::text is null or a.state = $4)
      and ($5::text is null or ($5 = 'overdue' and c.due_on < $6::date) or ($5 = 'late' and c.is_late))
      and (a.owner_org = any ((select scope_orgs())::uuid[])
        or a.district_code = any ((select scope_districts())::text[])
        or a.park_id = any ((select scope_parks())::uuid[]))`;
  const rows = await tx.query<CompletionRow>(
    `select a.id, a.state, a.project, a.stage, a.proponent, p.name as park,
       a.district_code as "districtCode", a.approval_number as "approvalNumber",
       a.completed_on as "completedOn", c.due_on as "dueOn",
       coalesce(c.due_on < $6::date, false) as "isOverdue", c.is_late as "isLate"
     from ${from} order by ${ORDER[sort]} limit $7 offset $8`,
    [...values, size, (page - 1) * size],
  );
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::integer as total from ${from}`,
    values,
  );
  return { rows, total: count?.total ?? 0 };
}

export async function listPublicCompletions(
  tx: Tx,
  query: PublicCompletionQuery,
): Promise<{ readonly rows: readonly PublicCompletion[]; readonly total: number }> {
  const { q, page, size, district = null } = query;
  const values = [q === '' ? '' : searchWords(q).search, district];
  const from = `completion_acceptance a left join parks_public p on p.park_id = a.park_id
    where a.is_public and ($1 = '' or strpos(a.search, $1) > 0)
      and ($2::text is null or a.district_code = $2)`;
  const rows = await tx.query<PublicCompletion>(
    `select a.id, a.state, a.project, a.stage, a.proponent, p.name as park,
       a.district_code as "districtCode", a.approval_number as "approvalNumber",
       a.completed_on as "completedOn", a.details -> 'published' ->> 'on' as "publishedOn",
       a.details -> 'published' ->> 'until' as "publishedUntil",
       a.details -> 'report' ->> 'on' as "reportOn",
       a.details -> 'published' ->> 'where' as "where",
       array(select name from unnest(array['monitoring', 'opinion', 'matters']) name
         where exists (select from public_completion_paper(a.id, name))) as papers
     from ${from} order by "publishedOn" desc, a.id limit $3 offset $4`,
    [...values, size, (page - 1) * size],
  );
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::integer as total from ${from}`,
    values,
  );
  return { rows, total: count?.total ?? 0 };
}

/** One of the papers of a report that is public. */
export async function findPublicPaper(
  tx: Tx,
  id: string,
  paper: CompletionPaper,
): Promise<StoredFile | undefined> {
  const [row] = await tx.query<StoredFile>(
    `select id, owner_org as "ownerOrg", district_code as "districtCode", park_id as "parkId",
       sha256, bytes, media_type as "mediaType", name, purpose, scan, scan_detail as "scanDetail",
       created_by as "createdBy", created_at as "createdAt"
     from public_completion_paper($1, $2)`,
    [id, paper],
  );
  return row;
}

export async function findCompletion(
  tx: Tx,
  id: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<StoredCompletion | undefined> {
  const [row] = await tx.query<StoredCompletion>(
    `select ${COLUMNS} from completion_acceptance a where a.id = $1 ${lock ? 'for update' : ''}`,
    [id],
  );
  return row;
}

export async function isOpenAlready(
  tx: Tx,
  { ownerOrg, number }: Approval,
  stage: string,
): Promise<boolean> {
  const rows = await tx.query(
    `select from completion_acceptance
     where owner_org = $1 and approval_number = $2 and stage = $3 and state <> 'ABANDONED'`,
    [ownerOrg, number, stage],
  );
  return rows.length > 0;
}

export async function insertCompletion(tx: Tx, one: StoredCompletion): Promise<void> {
  const search = searchKey(`${one.project} ${one.proponent}`, one.approvalNumber, one.stage).search;
  await tx.query(
    `insert into completion_acceptance (id, owner_org, district_code, park_id, enterprise_id, case_id,
       state, project, stage, proponent, document, approval_number, approved_on, completed_on, details,
       search, opened_at, changed_at, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      one.id,
      one.ownerOrg,
      one.districtCode,
      one.parkId,
      one.enterpriseId,
      one.caseId,
      one.state,
      one.project,
      one.stage,
      one.proponent,
      one.document,
      one.approvalNumber,
      one.approvedOn,
      one.completedOn,
      JSON.stringify(one.details),
      search,
      one.openedAt,
      one.changedAt,
      one.version,
    ],
  );
  noteWritten(tx, COMPLETION_ROWS, {
    id: one.id,
    owner_org: one.ownerOrg,
    district_code: one.districtCode,
    park_id: one.parkId,
    enterprise_id: one.enterpriseId,
    case_id: one.caseId,
    is_public: false,
    state: one.state,
    project: one.project,
    stage: one.stage,
    proponent: one.proponent,
    document: one.document,
    approval_number: one.approvalNumber,
    approved_on: one.approvedOn,
    completed_on: one.completedOn,
    details: one.details,
    search,
    opened_at: one.openedAt,
    changed_at: one.changedAt,
    version: one.version,
  });
}

export async function updateCompletion(
  tx: Tx,
  before: StoredCompletion,
  changed: Pick<StoredCompletion, 'state' | 'details'>,
  { isPublic, now }: { readonly isPublic: boolean; readonly now: Date },
): Promise<StoredCompletion> {
  const after = { ...before, ...changed, changedAt: now, version: before.version + 1 };
  await tx.query(
    `update completion_acceptance
     set state = $2, details = $3, is_public = $4, changed_at = $5, version = $6 where id = $1`,
    [after.id, after.state, JSON.stringify(after.details), isPublic, now, after.version],
  );
  const { id, state, details, version } = after;
  const row = { id, state, details, is_public: isPublic, changed_at: now, version };
  noteWritten(tx, COMPLETION_ROWS, row);
  return after;
}

/** Approved cases of these organisations, the newest first. */
export function listApprovedCases(
  tx: Tx,
  orgs: readonly string[],
  id: string | null = null,
): Promise<Approval[]> {
  return tx.query<Approval>(
    `select c.owner_org as "ownerOrg", c.district_code as "districtCode", c.park_id as "parkId",
       c.enterprise_id as "enterpriseId", c.id as "caseId", c.applicant as proponent,
       c.name as project, c.track as document,
       coalesce(c.details ->> 'officialNumber', c.number, '') as number,
       c.decided_on as "approvedOn"
     from eia_case c left join eia_approval a on a.case_id = c.id
     where c.state = 'APPROVED' and c.track in ('FORM', 'REPORT') and c.decided_on is not null
       -- in front of an official system an approval has its number there first
       and (a.record_mode is distinct from 'FRONT' or a.official_number is not null)
       and c.owner_org = any ($1::uuid[]) and ($2::uuid is null or c.id = $2)
     order by c.decided_on desc, c.id`,
    [orgs, id],
  );
}

/** What enterprises have on file from before: reports and forms that are not accepted yet. */
export async function listHistoricalApprovals(
  tx: Tx,
  orgs: readonly string[],
): Promise<Approval[]> {
  const rows = await tx.query<{
    enterpriseId: string;
    name: string;
    ownerOrg: string;
    districtCode: string;
    parkId: string | null;
    approvals: readonly EiaApproval[];
  }>(
    `select enterprise_id as "enterpriseId", name, owner_org as "ownerOrg",
       district_code as "districtCode", park_id as "parkId", eia_approvals as approvals
     from enterprise_approvals where owner_org = any ($1::uuid[]) order by name, enterprise_id`,
    [orgs],
  );
  return rows.flatMap(({ enterpriseId, name, ownerOrg, districtCode, parkId, approvals }) =>
    approvals.flatMap(({ project, document, number, approvedOn, acceptedOn }) =>
      document === 'REGISTRATION' || acceptedOn !== null
        ? []
        : [
            {
              ownerOrg,
              districtCode,
              parkId,
              enterpriseId,
              caseId: null,
              proponent: name,
              project,
              document,
              number,
              approvedOn,
            },
          ],
    ),
  );
}

export async function listOpenOnes(
  tx: Tx,
  orgs: readonly string[],
): Promise<readonly { readonly ownerOrg: string; readonly number: string }[]> {
  return tx.query(
    `select owner_org as "ownerOrg", approval_number as number from completion_acceptance
     where owner_org = any ($1::uuid[]) and state <> 'ABANDONED' and stage = ''`,
    [orgs],
  );
}

/** Past the policies: running clocks of proponents that warn by now. */
export function listWarned(
  tx: Tx,
  today: string,
): Promise<
  readonly {
    readonly id: string;
    readonly ownerOrg: string;
    readonly clock: string;
    readonly dueOn: string;
  }[]
> {
  return tx.query(
    `select a.id, a.owner_org as "ownerOrg", d.definition as clock, d.due_on as "dueOn"
     from completion_acceptance a
       join clock_dues d on d.subject_kind = 'completion' and d.subject_id = a.id
     where d.state = 'RUNNING' and d.amber_on <= $1 and d.definition <> 'C13'
     order by d.due_on, a.id limit 1000`,
    [today],
  );
}
