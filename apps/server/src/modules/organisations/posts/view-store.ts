import type { ColleagueDetail, Colleague, PostDetail, PostQuery, PostRow } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';

/** Posts with whoever is in them on the day $1, and how each stands on that day. */
const SEEN = `
  select p.id, p.owner_org, p.version, p.role, p.title, p.created_on, p.ended_on,
    o.name as org_name, o.kind as org_kind, k.name as park,
    a.person_id as a_id, a.name as a_name, a.valid_from as a_from, a.valid_to as a_to, a.away as a_away,
    b.person_id as b_id, b.name as b_name, b.valid_from as b_from, b.valid_to as b_to, b.away as b_away,
    case when p.ended_on < $1::date then 'ENDED'
      when a.person_id is null then 'VACANT'
      when a.away is null then 'PRESENT'
      when b.person_id is not null and b.away is null then 'STOOD_IN'
      else 'ABSENT' end as state
  from post p
    join organisation o on o.id = p.owner_org
    left join parks_public k on k.park_id = p.post_park
    left join lateral (${inPart('A')}) a on true
    left join lateral (${inPart('B')}) b on true`;

function inPart(part: 'A' | 'B'): string {
  return `select h.person_id, r.name, h.valid_from, h.valid_to, (
      select max(x.last_day) from absence x
      where x.person_id = h.person_id and $1::date between x.first_day and x.last_day) as away
    from post_holding h join person r on r.id = h.person_id
    where h.post_id = p.id and h.part = '${part}'
      and h.valid_from <= $1::date and (h.valid_to is null or h.valid_to >= $1::date)
    order by h.valid_from desc limit 1`;
}

interface SeenRow {
  readonly id: string;
  readonly owner_org: string;
  readonly version: number;
  readonly role: PostRow['role'];
  readonly title: string;
  readonly created_on: string;
  readonly ended_on: string | null;
  readonly org_name: string;
  readonly org_kind: PostRow['organisation']['kind'];
  readonly park: string | null;
  readonly a_id: string | null;
  readonly a_name: string;
  readonly a_from: string;
  readonly a_to: string | null;
  readonly a_away: string | null;
  readonly b_id: string | null;
  readonly b_name: string;
  readonly b_from: string;
  readonly b_to: string | null;
  readonly b_away: string | null;
  readonly state: PostRow['state'];
}

function toRow(row: SeenRow): PostRow {
  return {
    id: row.id,
    organisation: { id: row.owner_org, name: row.org_name, kind: row.org_kind },
    role: row.role,
    title: row.title,
    park: row.park,
    holder: row.a_id
      ? { id: row.a_id, name: row.a_name, from: row.a_from, to: row.a_to, absentUntil: row.a_away }
      : null,
    standIn: row.b_id
      ? { id: row.b_id, name: row.b_name, from: row.b_from, to: row.b_to, absentUntil: row.b_away }
      : null,
    state: row.state,
    createdOn: row.created_on,
    endedOn: row.ended_on,
  };
}

const ORDER: Readonly<Record<PostQuery['sort'], string>> = {
  title: 'title, id',
  '-title': 'title desc, id',
  role: 'role, title, id',
  '-role': 'role desc, title, id',
  holder: 'a_name nulls last, title, id',
  '-holder': 'a_name desc nulls last, title, id',
  state: 'state, title, id',
  '-state': 'state desc, title, id',
};

/** @param homes organisations whose posts the asker cares for; null for all */
export async function listPosts(
  tx: Tx,
  query: PostQuery,
  homes: readonly string[] | null,
  today: string,
): Promise<{ rows: PostRow[]; total: number }> {
  const rows = await tx.query<SeenRow & { total: number }>(
    `select *, count(*) over ()::integer as total from (${SEEN}) seen
     where ($2::uuid[] is null or owner_org = any ($2::uuid[]))
       and ($3::uuid is null or owner_org = $3) and ($4::text is null or role = $4)
       and (case when $5::text is null then state <> 'ENDED' else state = $5 end)
       and ($6 = '' or position($6 in lower(concat_ws(' ', title, a_name, b_name, park))) > 0)
     order by ${ORDER[query.sort]} limit $7 offset $8`,
    [
      today,
      homes,
      query.org ?? null,
      query.role ?? null,
      query.state ?? null,
      query.q.normalize('NFKC').toLowerCase(),
      query.size,
      (query.page - 1) * query.size,
    ],
  );
  if (rows.length === 0 && query.page > 1) {
    const { total } = await listPosts(tx, { ...query, page: 1, size: 1 }, homes, today);
    return { rows: [], total };
  }
  return { rows: rows.map(toRow), total: rows[0]?.total ?? 0 };
}

export type StoredDetail = Omit<PostDetail, 'may'> & { readonly districtCode: string };

export async function findPost(
  tx: Tx,
  id: string,
  today: string,
): Promise<StoredDetail | undefined> {
  const [row] = await tx.query<
    SeenRow & Pick<PostDetail, 'holdings' | 'waiting'> & { district_code: string }
  >(
    `select seen.*, (select district_code from post where id = seen.id) as district_code,
       coalesce((select json_agg(json_build_object('id', h.id, 'part', h.part, 'from', h.valid_from,
           'to', h.valid_to, 'person', json_build_object('id', r.id, 'name', r.name))
           order by h.valid_from desc, h.part)
         from post_holding h join person r on r.id = h.person_id
         where h.post_id = seen.id and (h.valid_to is null or h.valid_to >= h.valid_from)), '[]')
         as holdings,
       coalesce((select json_agg(json_build_object('id', w.id, 'part', w.part, 'from', w.valid_from,
           'person', json_build_object('id', r.id, 'name', r.name)) order by w.proposed_at)
         from appointment w join person r on r.id = w.person_id
         where w.post_id = seen.id and w.state = 'WAITING'), '[]') as waiting
     from (${SEEN}) seen where seen.id = $2`,
    [today, id],
  );
  if (!row) return undefined;
  const { version, holdings, waiting, district_code: districtCode } = row;
  return { ...toRow(row), version, holdings, waiting, districtCode };
}

export function listColleagues(
  tx: Tx,
  homes: readonly string[],
  today: string,
): Promise<Colleague[]> {
  return tx.query(
    `select r.id, r.name, (select max(x.last_day) from absence x where x.person_id = r.id
         and $2::date between x.first_day and x.last_day) as "absentUntil",
       coalesce((select json_agg(json_build_object('id', p.id, 'title', p.title, 'part', h.part)
           order by h.part, p.title)
         from post_holding h join post p on p.id = h.post_id
         where h.person_id = r.id and h.valid_from <= $2::date
           and (h.valid_to is null or h.valid_to >= $2::date)), '[]') as posts
     from person r where r.owner_org = any ($1::uuid[]) and r.erased_at is null
     order by r.name, r.id limit 2000`,
    [homes, today],
  );
}

export type StoredColleague = ColleagueDetail & { readonly districtCode: string };

export async function findColleague(
  tx: Tx,
  id: string,
  today: string,
): Promise<StoredColleague | undefined> {
  const [row] = await tx.query<StoredColleague>(
    `select r.id, r.name, r.district_code as "districtCode",
       json_build_object('id', o.id, 'name', o.name) as organisation,
       coalesce((select json_agg(json_build_object('holdingId', h.id, 'postId', p.id,
           'title', p.title, 'role', p.role, 'part', h.part, 'from', h.valid_from, 'to', h.valid_to)
           order by h.part, p.title, h.id)
         from post_holding h join post p on p.id = h.post_id
         where h.person_id = r.id and (h.valid_to is null
           or (h.valid_to >= $2::date and h.valid_to >= h.valid_from))), '[]') as holdings,
       coalesce((select json_agg(json_build_object('id', x.id, 'firstDay', x.first_day,
           'lastDay', x.last_day) order by x.first_day)
         from absence x where x.person_id = r.id and x.last_day >= $2::date
           and x.last_day >= x.first_day), '[]') as absences
     from person r join organisation o on o.id = r.owner_org
     where r.id = $1 and r.erased_at is null`,
    [id, today],
  );
  return row;
}

/** Names of persons where they may be seen, and of offices: what a timeline shows. */
export async function nameActors(
  tx: Tx,
  events: readonly { readonly actor: string; readonly office: string | null }[],
  others: readonly string[] = [],
): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(
    `select id::text, name from person where id::text = any ($1::text[])
     union all
     select post_id::text, organisation || ' ' || title from offices_public
     where post_id = any ($2::uuid[])`,
    [
      [...events.map(({ actor }) => actor), ...others],
      events.flatMap(({ office }) => office ?? []),
    ],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
