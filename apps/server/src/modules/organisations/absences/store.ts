import type { Absence, OwnAbsences } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';

export interface AbsentPerson {
  readonly id: string;
  readonly ownerOrg: string;
  readonly districtCode: string;
}

/** Locked, so that two absences of one person are entered one after the other. */
export async function lockPerson(tx: Tx, id: string): Promise<AbsentPerson | undefined> {
  const [row] = await tx.query<AbsentPerson>(
    `select id, owner_org as "ownerOrg", district_code as "districtCode" from person
     where id = $1 and erased_at is null for update`,
    [id],
  );
  return row;
}

export interface StoredAbsence extends Absence {
  readonly personId: string;
}

const COLUMNS = `id, person_id as "personId", first_day as "firstDay", last_day as "lastDay"`;

export async function findAbsence(tx: Tx, id: string): Promise<StoredAbsence | undefined> {
  const [row] = await tx.query<StoredAbsence>(
    `select ${COLUMNS} from absence where id = $1 and last_day >= first_day`,
    [id],
  );
  return row;
}

/** Those that end on that day or later, without what was called off. */
export function listAbsences(tx: Tx, person: string, from: string): Promise<StoredAbsence[]> {
  return tx.query(
    `select ${COLUMNS} from absence where person_id = $1 and last_day >= $2
       and last_day >= first_day order by first_day`,
    [person, from],
  );
}

export async function insertAbsence(
  tx: Tx,
  person: AbsentPerson,
  { id, firstDay, lastDay }: Absence,
): Promise<void> {
  await tx.query(
    `insert into absence (id, owner_org, district_code, person_id, first_day, last_day)
     values ($1, $2, $3, $4, $5, $6)`,
    [id, person.ownerOrg, person.districtCode, person.id, firstDay, lastDay],
  );
}

export async function moveLastDay(tx: Tx, id: string, lastDay: string): Promise<void> {
  await tx.query('update absence set last_day = $2 where id = $1', [id, lastDay]);
}

/** The posts that a person holds today, with who stands in for each. */
export function listOwnPosts(tx: Tx, person: string, today: string): Promise<OwnAbsences['posts']> {
  return tx.query(
    `select p.title, (select r.name from post_holding b join person r on r.id = b.person_id
         where b.post_id = p.id and b.part = 'B' and b.valid_from <= $2::date
           and (b.valid_to is null or b.valid_to >= $2::date) limit 1) as "standIn"
     from post_holding h join post p on p.id = h.post_id
     where h.person_id = $1 and h.part = 'A' and h.valid_from <= $2::date
       and (h.valid_to is null or h.valid_to >= $2::date)
       and (p.ended_on is null or p.ended_on >= $2::date)
     order by p.title`,
    [person, today],
  );
}
