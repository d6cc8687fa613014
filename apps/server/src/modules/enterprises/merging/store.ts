import { randomUUID } from 'node:crypto';
import type { DuplicatePair, DuplicateQuery } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import type { Before, JoinedStays, StayRow } from './model.ts';
import { reasonsFor } from './similar.ts';

/** Where more are at one place, as where firms only have their seat, the place says nothing. */
const MOST_AT_A_PLACE = 12;

interface Side {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string;
  readonly districtCode: string;
  readonly industries: string[];
  readonly park: { readonly id: string; readonly name: string } | null;
  readonly movedIn: string | null;
  readonly address: string;
  readonly sound: string;
  readonly places: string[];
}

const SIDE = (alias: string) => `json_build_object('id', ${alias}.id, 'name', ${alias}.name,
  'creditCode', ${alias}.credit_code, 'districtCode', ${alias}.district_code,
  'industries', ${alias}.industries, 'movedIn', ${alias}.moved_in, 'address', ${alias}.address,
  'sound', ${alias}.sound, 'places', ${alias}.places,
  'park', case when ${alias}.park is not null
    then json_build_object('id', ${alias}.park_id, 'name', ${alias}.park) end)`;

/**
 * Pairs of entries in scope that sound the same or lie at one place, without those that an office
 * found to be two. One statement, whatever the rows. The full pinyin stands last but two among the
 * words that an enterprise is found by.
 */
export async function findPairs(
  tx: Tx,
  { district = null }: { readonly district?: string | null | undefined },
): Promise<DuplicatePair[]> {
  const rows = await tx.query<{ one: Side; other: Side }>(
    `with entry as materialized (
       select e.id, e.name, e.credit_code, e.district_code, e.industries, e.moved_in, e.address,
         e.park_id, p.name as park,
         regexp_replace(split_part(e.search, ' ', -3), '[^a-z0-9]', '', 'g') as sound,
         array_remove(array[e.unit_id::text, nullif(regexp_replace(e.address, '\\s', '', 'g'), '')],
           null) as places
       from enterprise e left join parks_public p on p.park_id = e.park_id
       where e.merged_into is null and ($1::text is null or e.district_code = $1)
     ), keyed as (
       select id, 's' || sound as key, 1000 as most from entry where length(sound) > 3
       union all
       select id, 'p' || place, ${MOST_AT_A_PLACE} from entry, unnest(places) as place
     ), shared as (
       select id, key from (
         select id, key, most, count(*) over (partition by key) as together from keyed) counted
       where together between 2 and most
     ), pair as (
       select distinct a.id as one, b.id as other
       from shared a join shared b on b.key = a.key and a.id < b.id
     )
     select ${SIDE('a')} as one, ${SIDE('b')} as other
     from pair join entry a on a.id = pair.one join entry b on b.id = pair.other
     where not exists (select from enterprise_distinct d where d.one = a.id and d.other = b.id)`,
    [district],
  );
  return rows.flatMap(({ one, other }) => {
    const reasons = reasonsFor(one, other);
    return reasons.length === 0 ? [] : [{ one: shown(one), other: shown(other), reasons }];
  });
}

function shown({ id, name, creditCode, districtCode, ...row }: Side): DuplicatePair['one'] {
  const { industries, park, movedIn, address } = row;
  return { id, name, creditCode, districtCode, industries, park, movedIn, address };
}

export function ordered(
  pairs: readonly DuplicatePair[],
  sort: DuplicateQuery['sort'],
): DuplicatePair[] {
  const rank = { SAME_NAME: 0, SAME_SOUND: 1, SAME_PLACE: 2 } as const;
  const order = new Intl.Collator('zh-CN');
  const byName = (a: DuplicatePair, b: DuplicatePair) =>
    order.compare(a.one.name, b.one.name) ||
    (a.one.id + a.other.id < b.one.id + b.other.id ? -1 : 1);
  const likely = (a: DuplicatePair, b: DuplicatePair) =>
    rank[a.reasons[0]!] - rank[b.reasons[0]!] ||
    b.reasons.length - a.reasons.length ||
    byName(a, b);
  const up = pairs.toSorted(sort === 'likely' ? likely : byName);
  return sort === '-name' ? up.reverse() : up;
}

/** All stays of both, also those that were absorbed before. */
export function findStayRows(tx: Tx, ids: readonly string[]): Promise<StayRow[]> {
  return tx.query<StayRow>(
    `select t.id, t.owner_org as owner, t.park_id as "parkId", p.name as park,
       t.unit_id as "unitId", t.district_code as "districtCode", t.valid_from as "validFrom",
       t.valid_to as "validTo", t.absorbed_by as "absorbedBy"
     from tenancy t join parks_public p on p.park_id = t.park_id
     where t.owner_org = any ($1::uuid[]) order by t.valid_from nulls first, t.id`,
    [ids],
  );
}

/** Writes what became of the stays; those that are absorbed stay with the merged entry. */
export async function writeStays(tx: Tx, survivor: string, plan: JoinedStays): Promise<void> {
  await tx.query(
    `update tenancy t set absorbed_by = given.by
     from unnest($1::uuid[], $2::uuid[]) as given (id, by) where t.id = given.id`,
    [plan.absorbed.map(({ id }) => id), plan.absorbed.map(({ by }) => by)],
  );
  await restoreStays(tx, plan.changed);
  await tx.query('update tenancy set owner_org = $2 where id = any ($1::uuid[])', [
    plan.moved,
    survivor,
  ]);
}

/** Every stay as the rows say; whether two overlap is asked once all are written. */
export async function restoreStays(tx: Tx, stays: readonly StayRow[]): Promise<void> {
  await tx.query('set constraints tenancy_one_place_at_a_time deferred');
  await tx.query(
    `update tenancy t set owner_org = given.owner, unit_id = given.unit, park_id = given.park,
       district_code = given.county, valid_from = given.valid_from, valid_to = given.valid_to,
       absorbed_by = given.absorbed_by
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::date[], $7::date[],
       $8::uuid[]) as given (id, owner, unit, park, county, valid_from, valid_to, absorbed_by)
     where t.id = given.id`,
    [
      stays.map(({ id }) => id),
      stays.map(({ owner }) => owner),
      stays.map(({ unitId }) => unitId),
      stays.map(({ parkId }) => parkId),
      stays.map(({ districtCode }) => districtCode),
      stays.map(({ validFrom }) => validFrom),
      stays.map(({ validTo }) => validTo),
      stays.map(({ absorbedBy }) => absorbedBy),
    ],
  );
  await tx.query('set constraints tenancy_one_place_at_a_time immediate');
}

/** Points an entry, and those that it had taken over itself, to the survivor. @returns the latter */
export async function pointTo(tx: Tx, merged: string, survivor: string): Promise<string[]> {
  await tx.query('update enterprise set merged_into = $2, version = version + 1 where id = $1', [
    merged,
    survivor,
  ]);
  const rows = await tx.query<{ id: string }>(
    'update enterprise set merged_into = $2 where merged_into = $1 returning id',
    [merged, survivor],
  );
  return rows.map(({ id }) => id);
}

export async function pointBack(
  tx: Tx,
  merged: string,
  handedOn: readonly string[],
): Promise<void> {
  await tx.query('update enterprise set merged_into = null, version = version + 1 where id = $1', [
    merged,
  ]);
  await tx.query('update enterprise set merged_into = $2 where id = any ($1::uuid[])', [
    handedOn,
    merged,
  ]);
}

export interface MergeRow {
  readonly id: string;
  readonly office: string;
  readonly since: number;
  readonly before: Before;
}

export async function insertMerge(
  tx: Tx,
  row: {
    readonly office: string;
    readonly districtCode: string;
    readonly survivor: string;
    readonly merged: string;
    readonly since: number;
    readonly reason: string;
    readonly before: Before;
    readonly now: Date;
  },
): Promise<void> {
  await tx.query(
    `insert into enterprise_merge (id, owner_org, district_code, survivor, merged, survivor_version,
       reason, before, merged_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      randomUUID(),
      row.office,
      row.districtCode,
      row.survivor,
      row.merged,
      row.since,
      row.reason,
      JSON.stringify(row.before),
      row.now,
    ],
  );
}

/** The merge that still stands; undefined where there is none in sight. */
export async function findMerge(
  tx: Tx,
  survivor: string,
  merged: string,
): Promise<MergeRow | undefined> {
  const [row] = await tx.query<MergeRow>(
    `select id, owner_org as office, survivor_version as since, before from enterprise_merge
     where survivor = $1 and merged = $2 and undone_at is null for update`,
    [survivor, merged],
  );
  return row;
}

export async function closeMerge(tx: Tx, id: string, reason: string, now: Date): Promise<void> {
  await tx.query('update enterprise_merge set undone_at = $2, undo_reason = $3 where id = $1', [
    id,
    now,
    reason,
  ]);
}

/** @returns the row's id; null where somebody said so before */
export async function insertDistinct(
  tx: Tx,
  pair: { readonly one: string; readonly other: string },
  office: string,
  districtCode: string,
): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `insert into enterprise_distinct (id, owner_org, district_code, one, other)
     values ($1, $2, $3, least($4::uuid, $5::uuid), greatest($4::uuid, $5::uuid))
     on conflict (one, other) do nothing returning id`,
    [randomUUID(), office, districtCode, pair.one, pair.other],
  );
  return row?.id ?? null;
}
