import type { InboxQuery } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import type { NewWorkItem, Seat, StoredItem } from './model.ts';

export async function insertItem(
  tx: Tx,
  id: string,
  item: NewWorkItem,
  openedAt: Date,
): Promise<void> {
  await tx.query(
    'select open_work_item($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)',
    [
      id,
      item.org,
      item.place.districtCode,
      item.place.parkId,
      item.role,
      item.post ?? null,
      item.kind.code,
      item.subject.kind,
      item.subject.id,
      item.title,
      item.to,
      item.notPersons ?? [],
      item.clock ?? null,
      item.dueOn ?? null,
      openedAt,
    ],
  );
}

export interface SettledItem {
  readonly id: string;
  readonly ownerOrg: string;
  readonly districtCode: string;
}

export function settleItems(
  tx: Tx,
  given: {
    readonly subjectKind: string;
    readonly subjectId: string;
    readonly kind: string | null;
    readonly state: 'DONE' | 'WITHDRAWN';
    readonly at: Date;
    readonly by: string;
  },
): Promise<SettledItem[]> {
  return tx.query(
    `select id, owner_org as "ownerOrg", district_code as "districtCode"
     from settle_work_items($1, $2, $3, $4, $5, $6)`,
    [given.subjectKind, given.subjectId, given.kind, given.state, given.at, given.by],
  );
}

const ITEM = `w.id, w.owner_org as "ownerOrg", w.district_code as "districtCode", w.park_id as "parkId",
  w.role, w.post_id as "postId", w.kind, w.subject_kind as "subjectKind",
  w.subject_id as "subjectId", w.title, w.address, w.clock_id as "clockId", w.state,
  w.opened_at as "openedAt", w.settled_at as "settledAt"`;

/** What one of the seats may do: nobody's own work, also not through whoever stands in. */
const SEATED = `w.owner_org = s.org and w.role = s.role
  and (s.parks is null or w.park_id = any (s.parks::uuid[]))
  and not w.not_persons && array_remove(array[$5::uuid, h.person_id], null)`;

/** $1 to $4 are the seats, $5 the person, $6 today. */
const SEATS = `unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[]) as s (post, role, org, parks)
  left join holders_on($1::uuid[], array_fill($6::date, array[cardinality($1::uuid[])])) h
    on h.post_id = s.post`;

function seatColumns(seats: readonly Seat[]): unknown[] {
  return [
    seats.map(({ post }) => post),
    seats.map(({ role }) => role),
    seats.map(({ org }) => org),
    // An array of arrays of different lengths is none in PostgreSQL: each travels as text.
    seats.map(({ parks }) => (parks === null ? null : `{${parks.join(',')}}`)),
  ];
}

/** How an item stands, from days that are stored, so that the database can sort out colours. */
const COLOUR = `case
  when w.state <> 'OPEN' then 'MET'
  when c.state = 'SUSPENDED' then 'SUSPENDED'
  when c.id is null and w.due_on is null then 'GREEN'
  when c.terms ->> 'direction' = 'AT_LEAST' then 'GREEN'
  when c.due_at < $7::timestamptz or coalesce(c.due_on, w.due_on) < $6::date then 'MISSED'
  when coalesce(c.red_on, w.due_on) <= $6::date then 'RED'
  when coalesce(c.amber_on, w.due_on - 3) <= $6::date then 'AMBER'
  else 'GREEN' end`;

export interface ListedItem extends StoredItem {
  readonly colour: string;
  readonly total: number;
}

const ORDER: Readonly<Record<InboxQuery['sort'], string>> = {
  due: `"dueOn" nulls last, "openedAt", id`,
  '-due': `"dueOn" desc nulls last, "openedAt", id`,
  opened: `"openedAt", id`,
  '-opened': `"openedAt" desc, id`,
};

export interface Listing {
  readonly personId: string;
  readonly today: string;
  readonly now: Date;
  /** For the head of an office: also what other posts took, and what is the own work. */
  readonly whole: boolean;
  /** One item alone. */
  readonly only?: string;
}

/** What waits at the seats, or was done there. One statement, whatever the rows. */
export function listItems(
  tx: Tx,
  seats: readonly Seat[],
  { personId, today, now, whole, only }: Listing,
  query: InboxQuery,
): Promise<ListedItem[]> {
  const seated = whole
    ? 'w.owner_org = s.org and w.role = s.role and $5::uuid is not null'
    : `${SEATED} and (w.post_id is null or w.post_id = s.post)`;
  return tx.query(
    `with waiting as (
       select distinct on (w.id) ${ITEM}, p.title as "postTitle",
         coalesce(c.due_on, w.due_on) as "dueOn", ${COLOUR} as colour
       from ${SEATS}
       join work_item w on ${seated}
         and ($15::uuid = w.id or $15::uuid is null and (w.state = 'OPEN') = not $8::boolean)
       left join clock c on c.id = w.clock_id
       left join offices_public p on p.post_id = w.post_id
       where ($9::text is null or w.kind = $9) and ($10::uuid is null or s.post = $10)
         and ($11 = '' or strpos(lower(w.title), lower($11)) > 0)
       order by w.id
     )
     select *, count(*) over ()::integer as total from waiting
     where $12::text is null or colour = $12
     order by ${query.state === 'done' ? '"settledAt" desc, id' : ORDER[query.sort]} limit $13 offset $14`,
    [
      ...seatColumns(seats),
      personId,
      today,
      now,
      query.state === 'done',
      query.kind ?? null,
      query.post ?? null,
      query.q,
      query.colour ?? null,
      query.size,
      (query.page - 1) * query.size,
      only ?? null,
    ],
  );
}

/** One in scope, locked. */
export async function lockItem(tx: Tx, id: string): Promise<StoredItem | undefined> {
  const [item] = await tx.query<StoredItem>(
    `select ${ITEM}, null as "postTitle", w.due_on as "dueOn" from work_item w where w.id = $1 for update`,
    [id],
  );
  return item;
}

/** The posts of those seats that may do an item. */
export async function seatedPosts(
  tx: Tx,
  id: string,
  seats: readonly Seat[],
  { personId, today }: { readonly personId: string; readonly today: string },
): Promise<string[]> {
  const rows = await tx.query<{ post: string }>(
    `select distinct s.post from ${SEATS}
     join work_item w on ${SEATED} where w.id = $7`,
    [...seatColumns(seats), personId, today, id],
  );
  return rows.map(({ post }) => post);
}

export async function writePost(tx: Tx, id: string, post: string | null): Promise<void> {
  await tx.query('update work_item set post_id = $2 where id = $1', [id, post]);
}

/** Posts of an item's role at its organisation whose holder today may do it. */
export function listPostsFor(
  tx: Tx,
  id: string,
  today: string,
): Promise<{ id: string; title: string }[]> {
  return tx.query(
    `select p.post_id as id, p.title from work_item w
     join responsible_posts_public p on p.organisation_id = w.owner_org and p.role = w.role
     left join holders_on(array[p.post_id], array[$2::date]) h on true
     where w.id = $1 and (p.ended_on is null or p.ended_on >= $2::date)
       and not w.not_persons && array_remove(array[h.person_id], null)
       and (p.post_park is null or p.post_park = w.park_id)
     order by p.title, p.post_id`,
    [id, today],
  );
}
