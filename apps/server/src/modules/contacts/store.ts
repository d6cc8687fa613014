import type { ContactKind } from '@ludao/contracts';
import type { Tx } from '../../platform/db.ts';
import type { NewContact, Place, StoredContact, Subject, TakenContact } from './model.ts';

interface Row {
  readonly id: string;
  readonly enterprise_id: string | null;
  readonly of_park: string | null;
  readonly owner_org: string | null;
  readonly district_code: string;
  readonly park_id: string | null;
  readonly kind: ContactKind;
  readonly name: string;
  readonly phone: string | null;
  readonly job_title: string;
  readonly entered_on: string;
  readonly ended_on: string | null;
  readonly came_from: string | null;
  readonly came_from_name: string | null;
  readonly version: number;
}

const COLUMNS = `id, enterprise_id, of_park, owner_org, district_code, park_id, kind, name, phone,
  job_title, entered_on, ended_on, version, came_from,
  (select p.name from enterprise_places p where p.enterprise_id = came_from) as came_from_name`;

/** The one most asked for first. */
const BY_KIND = `array_position(
  array['ENVIRONMENT_LEAD', 'CONTACT', 'LEGAL_REPRESENTATIVE', 'EMERGENCY'], kind)`;

function toContact(row: Row): StoredContact {
  const { id, enterprise_id, of_park, kind, name, phone, version } = row;
  return {
    id,
    subject: enterprise_id
      ? { kind: 'enterprise', id: enterprise_id }
      : { kind: 'park', id: of_park! },
    ownerOrg: row.owner_org,
    districtCode: row.district_code,
    parkId: row.park_id,
    kind,
    name,
    phone,
    jobTitle: row.job_title,
    since: row.entered_on,
    endedOn: row.ended_on,
    cameWith: row.came_from === null ? null : { id: row.came_from, name: row.came_from_name },
    version,
  };
}

const PLACE_OF: Readonly<Record<Subject['kind'], string>> = {
  enterprise: `select owner_org, district_code, park_id, merged_into is not null as is_merged
    from enterprise_places where enterprise_id = $1`,
  park: `select operator as owner_org, district_code, park_id, false as is_merged
    from parks_public where park_id = $1`,
};

/** Where an enterprise in scope, or any park, lies. Whether the asker may look, the caller judges. */
export async function findPlace(
  tx: Tx,
  { kind, id }: Subject,
): Promise<(Place & { readonly isMerged: boolean }) | undefined> {
  const [row] = await tx.query<
    Pick<Row, 'owner_org' | 'district_code' | 'park_id'> & { readonly is_merged: boolean }
  >(PLACE_OF[kind], [id]);
  if (!row) return undefined;
  const { owner_org, district_code, park_id, is_merged } = row;
  return {
    ownerOrg: owner_org,
    districtCode: district_code,
    parkId: park_id,
    isMerged: is_merged,
  };
}

const COLUMN_OF = { enterprise: 'enterprise_id', park: 'of_park' } as const;

/** The contacts of today. */
export async function listContacts(tx: Tx, { kind, id }: Subject): Promise<StoredContact[]> {
  const rows = await tx.query<Row>(
    `select ${COLUMNS} from contact where ${COLUMN_OF[kind]} = $1 and ended_on is null
     order by ${BY_KIND}, entered_on, id`,
    [id],
  );
  return rows.map(toContact);
}

/** The contact to call first, of each enterprise in scope: one statement, whatever the rows. */
export async function findFirstContacts(
  tx: Tx,
  enterprises: readonly string[],
): Promise<Map<string, StoredContact>> {
  const rows = await tx.query<Row>(
    `select distinct on (enterprise_id) ${COLUMNS} from contact
     where enterprise_id = any ($1::uuid[]) and ended_on is null
     order by enterprise_id, ${BY_KIND}, entered_on, id`,
    [enterprises],
  );
  return new Map(rows.map((row) => [row.enterprise_id!, toContact(row)]));
}

/** One in scope that is not erased, also one that ended. */
export async function findContact(
  tx: Tx,
  id: string,
  { lock = false } = {},
): Promise<StoredContact | undefined> {
  const [row] = await tx.query<Row>(
    `select ${COLUMNS} from contact where id = $1 and erased_at is null ${lock ? 'for update' : ''}`,
    [id],
  );
  return row && toContact(row);
}

/** Enters contacts, however many, in one statement. */
export async function enterContacts(tx: Tx, contacts: readonly NewContact[]): Promise<void> {
  const column = (pick: (contact: NewContact) => unknown) => contacts.map(pick);
  await tx.query(
    `insert into contact (id, enterprise_id, of_park, owner_org, district_code, park_id, kind, name,
       phone, job_title, entered_on)
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[],
       $7::text[], $8::text[], $9::text[], $10::text[], $11::date[])`,
    [
      column(({ id }) => id),
      column(({ subject }) => (subject.kind === 'enterprise' ? subject.id : null)),
      column(({ subject }) => (subject.kind === 'park' ? subject.id : null)),
      column(({ place }) => place.ownerOrg),
      column(({ place }) => place.districtCode),
      column(({ place }) => place.parkId),
      column(({ kind }) => kind),
      column(({ name }) => name),
      column(({ phone }) => phone),
      column(({ jobTitle }) => jobTitle),
      column(({ enteredOn }) => enteredOn),
    ],
  );
}

export async function updateContact(
  tx: Tx,
  id: string,
  { kind, name, phone, jobTitle }: Pick<StoredContact, 'kind' | 'name' | 'phone' | 'jobTitle'>,
): Promise<void> {
  await tx.query(
    `update contact set kind = $2, name = $3, phone = $4, job_title = $5, version = version + 1
     where id = $1`,
    [id, kind, name, phone, jobTitle],
  );
}

export async function endContact(tx: Tx, id: string, today: string): Promise<void> {
  await tx.query(
    'update contact set ended_on = greatest($2::date, entered_on), version = version + 1 where id = $1',
    [id, today],
  );
}

/** Blanks everything that says who it was; that there was a contact of this kind stays. */
export async function blankContacts(
  tx: Tx,
  ids: readonly string[],
  { now, today }: { readonly now: Date; readonly today: string },
): Promise<void> {
  await tx.query(
    `update contact set name = '', phone = null, job_title = '', erased_at = $2,
       ended_on = coalesce(ended_on, greatest($3::date, entered_on)), version = version + 1
     where id = any ($1::uuid[]) and erased_at is null`,
    [ids, now, today],
  );
}

/** The contacts of today follow their enterprise to another one. */
export async function moveContacts(
  tx: Tx,
  from: string,
  to: { readonly id: string; readonly place: Place },
): Promise<{ readonly moved: StoredContact[]; readonly taken: TakenContact[] }> {
  const { ownerOrg, districtCode, parkId } = to.place;
  const rows = await tx.query<Row & { readonly earlier: string | null }>(
    `update contact set enterprise_id = $2, owner_org = $3, district_code = $4, park_id = $5,
       came_from = coalesce(came_from, $1)
     where enterprise_id = $1 and ended_on is null
     returning ${COLUMNS}, nullif(came_from, $1) as earlier`,
    [from, to.id, ownerOrg, districtCode, parkId],
  );
  return {
    moved: rows.map(toContact),
    taken: rows.map(({ id, version, earlier }) => ({ id, version, cameFrom: earlier })),
  };
}

/** Those of `taken` that nobody changed, ended or blanked since go to `to`. */
export async function moveContactsBack(
  tx: Tx,
  taken: readonly TakenContact[],
  from: string,
  to: { readonly id: string; readonly place: Place },
): Promise<StoredContact[]> {
  const { ownerOrg, districtCode, parkId } = to.place;
  const rows = await tx.query<Row>(
    `update contact set enterprise_id = $5, owner_org = $6, district_code = $7, park_id = $8,
       came_from = given.earlier
     from unnest($1::uuid[], $2::integer[], $3::uuid[]) as given (taken, seen, earlier)
     where id = given.taken and version = given.seen and enterprise_id = $4
     returning ${COLUMNS}`,
    [
      taken.map(({ id }) => id),
      taken.map(({ version }) => version),
      taken.map(({ cameFrom }) => cameFrom),
      from,
      to.id,
      ownerOrg,
      districtCode,
      parkId,
    ],
  );
  return rows.map(toContact);
}

export interface NamedContact extends StoredContact {
  /** Name of the enterprise or park. */
  readonly of: string;
}

const WITH_NAME = `select c.*, null as came_from_name, coalesce(e.name, p.name) as of_name
  from contact c left join enterprise_places e on e.enterprise_id = c.enterprise_id
    left join parks_public p on p.park_id = c.of_park`;

/** Past the policies, for the person alone: entries with the same name and the same number. */
export async function findContactsOf(
  tx: Tx,
  { name, phones }: { readonly name: string; readonly phones: readonly string[] },
): Promise<NamedContact[]> {
  const rows = await tx.query<Row & { of_name: string }>(
    `${WITH_NAME} where c.phone = any ($2::text[]) and c.name = $1 and c.erased_at is null
     order by c.entered_on, c.id`,
    [name, phones],
  );
  return rows.map((row) => ({ ...toContact(row), of: row.of_name }));
}

/**
 * Past the policies, for the security officer, who is not told of which firm or park: not yet blank,
 * and the term has run out.
 */
export async function findExpiredContacts(
  tx: Tx,
  asked: {
    readonly today: string;
    readonly months: number;
    readonly id: string | null;
    readonly most: number;
  },
): Promise<
  {
    readonly id: string;
    readonly name: string;
    readonly organisationKind: null;
    readonly districtCode: string;
    readonly endedOn: string;
    readonly dueOn: string;
  }[]
> {
  return tx.query(
    `select id, name, null as "organisationKind", district_code as "districtCode",
       ended_on as "endedOn", (ended_on + make_interval(months => $2::integer))::date as "dueOn"
     from contact
     where ended_on < ($1::date - make_interval(months => $2::integer))::date
       and erased_at is null and ($3::uuid is null or id = $3)
     order by ended_on, id limit $4`,
    [asked.today, asked.months, asked.id, asked.most],
  );
}

/** Past the policies: whatever of these is there, for the log of its blanking. */
export async function findContactsById(tx: Tx, ids: readonly string[]): Promise<StoredContact[]> {
  const rows = await tx.query<Row>(
    `select ${COLUMNS} from contact where id = any ($1::uuid[]) and erased_at is null for update`,
    [ids],
  );
  return rows.map(toContact);
}
