import type { RetrofitQuery, RetrofitRow } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { searchWords } from '../../../platform/word-search.ts';
import { noteWritten } from '../replay/written.ts';
import { CHECK_ROWS } from './columns.ts';
import type { StoredCheck } from './model.ts';

const ORDER: Readonly<Record<RetrofitQuery['sort'], string>> = {
  '-declared': 'c.submitted_on desc nulls last, c.id',
  declared: 'c.submitted_on nulls last, c.id',
  name: 'c.name, c.id',
  '-name': 'c.name desc, c.id',
};

const CHECK = `case when k.case_id is null then 'NOT_DRAWN' else coalesce(k.result, 'DRAWN') end`;

/**
 * The register: every case that is exempt, by whatever way it came there, and what was exempt until
 * it was declared void. It is read from the cases themselves, so none can be missing.
 */
export async function listRetrofits(
  tx: Tx,
  query: RetrofitQuery,
): Promise<{ readonly rows: readonly RetrofitRow[]; readonly total: number }> {
  const { q, sort, page, size, district = null, park = null, state = null, check = null } = query;
  const values = [q === '' ? '' : searchWords(q).search, district, park, state, check];
  const from = `eia_case c left join parks_public p on p.park_id = c.park_id
    left join retrofit_check k on k.case_id = c.id
    where (c.state = 'EXEMPT' or (c.track = 'ZERO_LAND' and c.state in ('PREPARED', 'VOID')))
      and ($1 = '' or strpos(c.search, $1) > 0) and ($2::text is null or c.district_code = $2)
      and ($3::uuid is null or c.park_id = $3) and ($4::text is null or c.state = $4)
      and ($5::text is null or (c.state = 'EXEMPT' or k.case_id is not null) and ${CHECK} = $5)
      and (c.owner_org = any ((select scope_orgs())::uuid[])
        or c.district_code = any ((select scope_districts())::text[])
        or c.park_id = any ((select scope_parks())::uuid[]))`;
  const rows = await tx.query<RetrofitRow>(
    `select c.id, c.state, c.name, c.applicant, p.name as park, c.district_code as "districtCode",
       c.number, c.details -> 'retrofit' -> 'form' ->> 'kind' as kind,
       coalesce(c.details -> 'retrofit' -> 'form' ->> 'facility', '') as facility,
       c.submitted_on as "declaredOn",
       coalesce((c.details -> 'retrofit' ->> 'permitChange')::boolean, false) as "permitChange",
       ${CHECK} as "check", k.checked_on as "checkedOn"
     from ${from} order by ${ORDER[sort]} limit $6 offset $7`,
    [...values, size, (page - 1) * size],
  );
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::integer as total from ${from}`,
    values,
  );
  return { rows, total: count?.total ?? 0 };
}

/** The after-check, where one was drawn and the reader may know of it. */
export async function findCheck(
  tx: Tx,
  caseId: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<StoredCheck | undefined> {
  const [row] = await tx.query<StoredCheck>(
    `select case_id as "caseId", drawn_on as "drawnOn", checked_on as "checkedOn", result, words,
       checked_by as "checkedBy"
     from retrofit_check where case_id = $1 ${lock ? 'for update' : ''}`,
    [caseId],
  );
  return row;
}

export async function insertCheck(
  tx: Tx,
  drawn: {
    readonly caseId: string;
    readonly districtCode: string;
    readonly on: string;
    readonly by: string;
  },
): Promise<void> {
  const { caseId, districtCode, on, by } = drawn;
  await tx.query(
    'insert into retrofit_check (case_id, district_code, drawn_on, drawn_by) values ($1, $2, $3, $4)',
    [caseId, districtCode, on, by],
  );
  noteWritten(tx, CHECK_ROWS, {
    case_id: caseId,
    owner_org: null,
    district_code: districtCode,
    drawn_on: on,
    drawn_by: by,
    checked_on: null,
    checked_by: null,
    result: null,
    words: '',
  });
}

/** Writes what was found; from now on the applicant reads it. */
export async function writeResult(
  tx: Tx,
  caseId: string,
  found: {
    readonly ownerOrg: string;
    readonly on: string;
    readonly by: string;
    readonly result: NonNullable<StoredCheck['result']>;
    readonly words: string;
  },
): Promise<void> {
  const { ownerOrg, on, by, result, words } = found;
  await tx.query(
    `update retrofit_check
     set owner_org = $2, checked_on = $3, checked_by = $4, result = $5, words = $6
     where case_id = $1`,
    [caseId, ownerOrg, on, by, result, words],
  );
  noteWritten(tx, CHECK_ROWS, {
    case_id: caseId,
    owner_org: ownerOrg,
    checked_on: on,
    checked_by: by,
    result,
    words,
  });
}
