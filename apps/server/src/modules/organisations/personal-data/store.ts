import type { OrganisationKind } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import type { AskedExpired, Expired, StoredPerson } from './model.ts';

const PERSON = `select p.id, p.owner_org as "ownerOrg", p.district_code as "districtCode",
  o.name as organisation, p.name, p.phone
  from person p join organisation o on o.id = p.owner_org`;

/** Of persons in the scope of the transaction. */
export async function findPerson(tx: Tx, id: string): Promise<StoredPerson | undefined> {
  const [row] = await tx.query<StoredPerson>(`${PERSON} where p.id = $1 and p.erased_at is null`, [
    id,
  ]);
  return row;
}

/** For whoever is signed in. @throws Error when there is none */
export async function getPerson(tx: Tx, id: string): Promise<StoredPerson> {
  const person = await findPerson(tx, id);
  if (!person) throw new Error(`person ${id} has a session and is not there`);
  return person;
}

/** Locked until the transaction ends, so that nobody is erased twice. */
export async function lockPerson(tx: Tx, id: string): Promise<StoredPerson | undefined> {
  const [row] = await tx.query<StoredPerson>(
    `${PERSON} where p.id = $1 and p.erased_at is null for update of p`,
    [id],
  );
  return row;
}

export async function findPersonBySignInName(tx: Tx, name: string): Promise<string | undefined> {
  const [row] = await tx.query<{ person_id: string }>(
    'select person_id from auth.account where sign_in_name = $1 or phone = $1',
    [name],
  );
  return row?.person_id;
}

/** Numbers under which a person may stand in other lists. */
export async function findPhonesOf(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.query<{ phone: string }>(
    `select phone from person where id = $1 and phone is not null
     union select phone from auth.account where person_id = $1 and phone is not null`,
    [id],
  );
  return rows.map(({ phone }) => phone);
}

/** Titles of posts, of today or to come, that nobody else holds. */
export async function findPostsHeldAlone(tx: Tx, id: string, today: string): Promise<string[]> {
  const rows = await tx.query<{ title: string }>(
    `select distinct o.name || ' ' || po.title as title
     from post_holding h
       join post po on po.id = h.post_id and (po.ended_on is null or po.ended_on >= $2::date)
       join organisation o on o.id = po.owner_org
     where h.person_id = $1 and h.part = 'A' and (h.valid_to is null or h.valid_to >= $2::date)
       and not exists (
         select from post_holding other
         where other.post_id = h.post_id and other.part = 'A' and other.person_id <> $1
           and (other.valid_to is null or other.valid_to >= $2::date))
     order by title`,
    [id, today],
  );
  return rows.map(({ title }) => title);
}

/** Everything that says who it was goes; the row stays, because events name it by its id. */
export async function blankPerson(
  tx: Tx,
  id: string,
  {
    now,
    today,
    passwordHash,
  }: { readonly now: Date; readonly today: string; readonly passwordHash: string },
): Promise<void> {
  await tx.query('update person set name = $2, phone = null, erased_at = $3 where id = $1', [
    id,
    ERASED_NAME,
    now,
  ]);
  await tx.query('delete from auth.session where person_id = $1', [id]);
  await tx.query(
    `update auth.account set sign_in_name = 'erased-' || replace($1::text, '-', ''), phone = null,
       password_hash = $2, second_factor = null, second_factor_confirmed_at = null,
       second_factor_used = null, staff_number = null, failed_attempts = 0, locked_until = null,
       disabled_at = $3
     where person_id = $1::uuid`,
    [id, passwordHash, now],
  );
  await tx.query(
    `update post_holding set valid_to = greatest($2::date - 1, valid_from)
     where person_id = $1 and (valid_to is null or valid_to >= $2::date)`,
    [id, today],
  );
  await tx.query('delete from auth.sign_on_attempt where person_id = $1', [id]);
  await tx.query('delete from auth.sign_on_link where person_id = $1', [id]);
  await tx.query('delete from auth.notice_shown where person_id = $1', [id]);
  // What was asked may repeat the name; that it was asked and answered stays.
  await tx.query(`update auth.data_request set words = '', answer = null where person_id = $1`, [
    id,
  ]);
}

/** What a list or a timeline says in the place of the name. */
const ERASED_NAME = '已注销人员';

export async function insertErasure(
  tx: Tx,
  erasure: {
    readonly personId: string;
    readonly at: Date;
    readonly by: string | null;
    readonly reason: string;
  },
): Promise<void> {
  await tx.query(
    'insert into auth.erasure (person_id, at, by_person, reason) values ($1, $2, $3, $4)',
    [erasure.personId, erasure.at, erasure.by, erasure.reason],
  );
}

/** In the security log too, with whose data they were. */
export async function recordErased(
  tx: Tx,
  erased: {
    readonly at: Date;
    readonly by: string;
    readonly address: string;
    readonly subject: string;
  },
): Promise<void> {
  await tx.query(
    `insert into auth.security_event (at, kind, person_id, address, subject)
     values ($1, 'ERASED', $2, $3, $4)`,
    [erased.at, erased.by, erased.address, erased.subject],
  );
}

export async function listErasures(tx: Tx): Promise<
  {
    readonly id: string;
    readonly organisation_kind: OrganisationKind;
    readonly posts: string[];
    readonly erased_at: Date;
    readonly by_person: string | null;
    readonly reason: string;
  }[]
> {
  return tx.query(
    `select e.person_id as id, o.kind as organisation_kind, e.at as erased_at, e.by_person, e.reason,
       array(select distinct po.title from post_holding h join post po on po.id = h.post_id
         where h.person_id = e.person_id order by po.title) as posts
     from auth.erasure e join person p on p.id = e.person_id join organisation o on o.id = p.owner_org
     order by e.at desc, e.person_id`,
  );
}

/** Persons whose last post ended longer ago than the term, and who hold none. */
export async function findExpiredPersons(tx: Tx, asked: AskedExpired): Promise<Expired[]> {
  return tx.query<Expired>(
    `select p.id, p.name, o.kind as "organisationKind", p.district_code as "districtCode",
       left_on as "endedOn",
       (left_on + make_interval(months => $2::integer))::date as "dueOn"
     from (select person_id, max(valid_to) as left_on from post_holding
       group by person_id having bool_and(valid_to is not null)) gone
     join person p on p.id = gone.person_id and p.erased_at is null
     join organisation o on o.id = p.owner_org
     where left_on < ($1::date - make_interval(months => $2::integer))::date
       and ($3::uuid is null or p.id = $3)
     order by left_on, p.id limit $4`,
    [asked.today, asked.months, asked.id, asked.most],
  );
}

/** Sessions that can never be used again, with the address and browser they kept. */
export async function deleteEndedSessions(tx: Tx, now: Date, idleMinutes: number): Promise<void> {
  const idleSince = new Date(now.getTime() - idleMinutes * 60_000);
  await tx.query('delete from auth.session where expires_at <= $1 or seen_at <= $2', [
    now,
    idleSince,
  ]);
}
