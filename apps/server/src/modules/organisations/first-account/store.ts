import type { Role } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';

/** The mark of the database, locked until the transaction ends; undefined where it has none yet. */
export async function lockMark(tx: Tx): Promise<boolean | undefined> {
  await tx.query('lock table installation');
  const [row] = await tx.query<{ demo: boolean }>('select demo from installation');
  return row?.demo;
}

export async function markEarnest(tx: Tx, now: Date): Promise<void> {
  await tx.query('insert into installation (demo, seeded_at) values (false, $1)', [now]);
}

export async function findPlatform(
  tx: Tx,
): Promise<{ id: string; name: string; districtCode: string } | undefined> {
  const [row] = await tx.query<{ id: string; name: string; districtCode: string }>(
    `select id, name, district_code as "districtCode" from organisation
     where kind = 'PLATFORM' order by created_at, id limit 1`,
  );
  return row;
}

/** Whether the role was ever held, now or earlier. */
export async function wasHeld(tx: Tx, role: Role): Promise<boolean> {
  const [row] = await tx.query<{ held: boolean }>(
    `select exists (select from post_holding h join post p on p.id = h.post_id
       where p.role = $1 and (h.valid_to is null or h.valid_to >= h.valid_from)) as held`,
    [role],
  );
  return row?.held ?? false;
}

export async function isNameTaken(tx: Tx, signInName: string): Promise<boolean> {
  const [row] = await tx.query<{ taken: boolean }>(
    'select exists (select from auth.account where sign_in_name = $1) as taken',
    [signInName],
  );
  return row?.taken ?? false;
}

export async function setPasswordDue(tx: Tx, person: string, now: Date): Promise<void> {
  await tx.query(
    'update auth.account set password_due = true, created_at = $2 where person_id = $1',
    [person, now],
  );
}

/** One of the three officers by the sign-in name, with the office. */
export async function findOfficer(
  tx: Tx,
  signInName: string,
  roles: readonly Role[],
  today: string,
): Promise<{ id: string; name: string; ownerOrg: string; districtCode: string } | undefined> {
  const [row] = await tx.query<{
    id: string;
    name: string;
    ownerOrg: string;
    districtCode: string;
  }>(
    `select r.id, r.name, r.owner_org as "ownerOrg", r.district_code as "districtCode"
     from auth.account a join person r on r.id = a.person_id
     where a.sign_in_name = $1 and exists (select from post_holding h join post p on p.id = h.post_id
       where h.person_id = r.id and p.role = any ($2::text[])
         and h.valid_from <= $3::date and (h.valid_to is null or h.valid_to >= $3::date))
     for update of a`,
    [signInName, roles, today],
  );
  return row;
}
