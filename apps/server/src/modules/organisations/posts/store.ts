import type { OrganisationKind, PostForm, Role } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import type { HoldingChanges, OtherPost, StoredHolding, StoredPost } from './model.ts';

export interface HomeOrganisation {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly districtCode: string;
}

export async function findOrganisation(tx: Tx, id: string): Promise<HomeOrganisation | undefined> {
  const [row] = await tx.query<HomeOrganisation>(
    `select id, name, kind, district_code as "districtCode" from organisation where id = $1`,
    [id],
  );
  return row;
}

/** Names of parks are public: those in the county of an organisation, or in its territory. */
export function listParksNear(tx: Tx, org: string): Promise<{ id: string; name: string }[]> {
  return tx.query(
    `select k.park_id as id, k.name from parks_public k join organisation o on o.id = $1
     where k.district_code = o.district_code or k.district_code = any (o.territory)
     order by k.name limit 1000`,
    [org],
  );
}

const POST = `p.id, p.owner_org as "ownerOrg", p.district_code as "districtCode", o.kind, p.role,
  p.title, p.created_on as "createdOn", p.ended_on as "endedOn", p.version`;

/** Locked until the transaction ends: two appointments to one post take turns. */
export async function lockPost(tx: Tx, id: string): Promise<StoredPost | undefined> {
  const [post] = await lockPosts(tx, [id]);
  return post;
}

/** In one order for everybody, so that two hand-overs wait instead of blocking each other. */
export function lockPosts(tx: Tx, ids: readonly string[]): Promise<StoredPost[]> {
  return tx.query(
    `select ${POST} from post p join organisation o on o.id = p.owner_org
     where p.id = any ($1::uuid[]) order by p.id for update of p`,
    [ids],
  );
}

const HOLDING = `h.id, h.post_id as "postId", h.person_id as "personId", h.part,
  h.valid_from as "from", h.valid_to as "to"`;

/** All that was not called off before it began. */
export function listHoldings(tx: Tx, posts: readonly string[]): Promise<StoredHolding[]> {
  return tx.query(
    `select ${HOLDING} from post_holding h where h.post_id = any ($1::uuid[])
       and (h.valid_to is null or h.valid_to >= h.valid_from) order by h.valid_from`,
    [posts],
  );
}

/** What the person holds or will hold after that day. */
export function listOpenHoldings(tx: Tx, person: string, day: string): Promise<StoredHolding[]> {
  return tx.query(
    `select ${HOLDING} from post_holding h join post p on p.id = h.post_id
     where h.person_id = $1 and (h.valid_to is null or (h.valid_to > $2::date
       and h.valid_to >= h.valid_from)) order by h.part, p.title, h.id`,
    [person, day],
  );
}

/** People of the organisation with the posts they hold or will hold. */
export async function listHeldBy(
  tx: Tx,
  org: string,
  today: string,
): Promise<Map<string, OtherPost[]>> {
  const rows = await tx.query<OtherPost & { person: string; role: Role | null }>(
    `select r.id as person, p.role, h.valid_from as "from", h.valid_to as "to"
     from person r
       left join post_holding h on h.person_id = r.id and (h.valid_to is null or h.valid_to >= $2::date)
       left join post p on p.id = h.post_id
     where r.owner_org = $1 and r.erased_at is null`,
    [org, today],
  );
  const held = new Map<string, OtherPost[]>();
  for (const { person, role, from, to } of rows) {
    const before = held.get(person) ?? [];
    held.set(person, role === null ? before : [...before, { role, from, to }]);
  }
  return held;
}

export async function insertPost(
  tx: Tx,
  id: string,
  { role, title, parkId }: PostForm,
  { id: org, districtCode }: HomeOrganisation,
  today: string,
): Promise<void> {
  await tx.query(
    `insert into post (id, owner_org, district_code, role, title, post_park, created_on)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, org, districtCode, role, title, parkId, today],
  );
}

export async function endPost(tx: Tx, id: string, on: string): Promise<void> {
  await tx.query('update post set ended_on = $2 where id = $1', [id, on]);
}

/** Writes what was decided and counts the posts' versions on, in three statements at most. */
export async function applyHoldings(
  tx: Tx,
  { ownerOrg, districtCode }: Pick<StoredPost, 'ownerOrg' | 'districtCode'>,
  { end, begin }: HoldingChanges,
): Promise<void> {
  // First the ends: whoever rises from stand-in to holder is never both.
  if (end.length > 0) {
    await tx.query(
      `update post_holding h set valid_to = given.last_day
       from unnest($1::uuid[], $2::date[]) as given (id, last_day) where h.id = given.id`,
      [end.map(({ holding }) => holding.id), end.map(({ lastDay }) => lastDay)],
    );
  }
  if (begin.length > 0) {
    await tx.query(
      `insert into post_holding
         (id, owner_org, district_code, post_id, person_id, part, valid_from, valid_to)
       select gen_random_uuid(), $1, $2, * from unnest($3::uuid[], $4::uuid[], $5::text[],
         $6::date[], $7::date[])`,
      [
        ownerOrg,
        districtCode,
        begin.map(({ postId }) => postId),
        begin.map(({ personId }) => personId),
        begin.map(({ part }) => part),
        begin.map(({ from }) => from),
        begin.map(({ to }) => to),
      ],
    );
  }
}

export async function countVersions(tx: Tx, posts: readonly string[]): Promise<void> {
  await tx.query('update post set version = version + 1 where id = any ($1::uuid[])', [posts]);
}

export async function insertProposal(
  tx: Tx,
  post: StoredPost,
  { personId, part, from, to }: Omit<StoredHolding, 'id' | 'postId'>,
  by: { readonly id: string; readonly person: string; readonly now: Date },
): Promise<void> {
  await tx.query(
    `insert into appointment (id, owner_org, district_code, post_id, person_id, part, valid_from,
       valid_to, proposed_by, proposed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [by.id, post.ownerOrg, post.districtCode, post.id, personId, part, from, to, by.person, by.now],
  );
}

export async function isProposed(tx: Tx, post: string, part: string): Promise<boolean> {
  const [row] = await tx.query<{ waits: boolean }>(
    `select exists (select from appointment where post_id = $1 and part = $2
       and state = 'WAITING') as waits`,
    [post, part],
  );
  return row?.waits ?? false;
}

/** Who held each post on each day, by id, whoever may see the post. */
export async function holdersOn(
  tx: Tx,
  asked: readonly { readonly post: string; readonly day: string }[],
): Promise<Map<string, string>> {
  if (asked.length === 0) return new Map();
  const rows = await tx.query<{ post_id: string; day: string; person_id: string }>(
    'select post_id, day, person_id from holders_on($1::uuid[], $2::date[])',
    [asked.map(({ post }) => post), asked.map(({ day }) => day)],
  );
  return new Map(rows.map(({ post_id, day, person_id }) => [`${post_id} ${day}`, person_id]));
}
