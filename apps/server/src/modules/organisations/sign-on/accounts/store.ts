import type { SignOnAccount, SignOnAccountsQuery } from '@ludao/contracts';
import { isUniqueViolation, type Tx } from '../../../../platform/db.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly sign_in_name: string;
  readonly staff_number: string | null;
  readonly linked_at: Date | null;
  readonly linked_by: 'OWN' | 'CLAIM' | null;
  readonly used_at: Date | null;
  readonly disabled: boolean;
  readonly total: bigint;
}

const ORDERS: Readonly<Record<SignOnAccountsQuery['sort'], string>> = {
  name: 'p.name, a.sign_in_name',
  '-name': 'p.name desc, a.sign_in_name desc',
  linkedAt: 'l.linked_at nulls last, p.name, a.sign_in_name',
  '-linkedAt': 'l.linked_at desc nulls last, p.name, a.sign_in_name',
};

/** One page of the accounts; past the policies, because an account lies beside them. */
export async function listAccounts(
  tx: Tx,
  issuer: string,
  { q, state, sort, page, size }: SignOnAccountsQuery,
): Promise<{ readonly rows: SignOnAccount[]; readonly total: number }> {
  const rows = await tx.query<Row>(
    `select a.person_id as id, p.name, o.name as organisation, a.sign_in_name, a.staff_number,
       l.linked_at, l.linked_by, l.used_at, a.disabled_at is not null as disabled,
       count(*) over () as total
     from auth.account a
     join person p on p.id = a.person_id
     join organisation o on o.id = p.owner_org
     left join auth.sign_on_link l on l.person_id = a.person_id and l.issuer = $1
     where ($2::text is null or position(lower($2) in lower(
         p.name || ' ' || o.name || ' ' || a.sign_in_name || ' ' || coalesce(a.staff_number, ''))) > 0)
       and ($3::text is null or ($3 = 'linked') = (l.person_id is not null))
     order by ${ORDERS[sort]} limit $4 offset $5`,
    [issuer, q || null, state ?? null, size, (page - 1) * size],
  );
  return {
    total: Number(rows[0]?.total ?? 0),
    rows: rows.map((row) => ({
      id: row.id,
      name: row.name,
      organisation: row.organisation,
      signInName: row.sign_in_name,
      staffNumber: row.staff_number,
      linkedAt: row.linked_at?.toISOString() ?? null,
      linkedBy: row.linked_by,
      usedAt: row.used_at?.toISOString() ?? null,
      disabled: row.disabled,
    })),
  };
}

export async function setStaffNumber(
  tx: Tx,
  personId: string,
  staffNumber: string | null,
): Promise<'done' | 'unknown'> {
  const rows = await tx.query(
    'update auth.account set staff_number = $2 where person_id = $1 returning person_id',
    [personId, staffNumber],
  );
  return rows.length > 0 ? 'done' : 'unknown';
}

export function isNumberTaken(error: unknown): boolean {
  return isUniqueViolation(error, 'account_staff_number_unique');
}

/** Also ends the sessions that the link opened. @returns whether there was a link */
export async function removeLink(tx: Tx, issuer: string, personId: string): Promise<boolean> {
  const rows = await tx.query(
    'delete from auth.sign_on_link where issuer = $1 and person_id = $2 returning person_id',
    [issuer, personId],
  );
  if (rows.length === 0) return false;
  await tx.query('delete from auth.session where person_id = $1 and signed_on', [personId]);
  return true;
}
