import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/db.ts';
import type { NewDelegation, NewOrganisation, NewPost } from './entries.ts';

/** Enters organisations, however many, in one statement. */
export async function enterOrganisations(
  tx: Tx,
  organisations: readonly NewOrganisation[],
  now: Date,
): Promise<void> {
  await tx.query(
    `insert into organisation
       (id, kind, name, credit_code, district_code, territory, is_public, created_at)
     select id, kind, name, credit_code, district_code,
       coalesce(string_to_array(nullif(territory, ''), ','), '{}'), is_public, $8
     from (select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[],
       $6::text[], $7::boolean[])) as given
       (id, kind, name, credit_code, district_code, territory, is_public)`,
    [
      organisations.map(({ id }) => id),
      organisations.map(({ kind }) => kind),
      organisations.map(({ name }) => name),
      organisations.map(({ creditCode }) => creditCode),
      organisations.map(({ districtCode }) => districtCode),
      organisations.map(({ territory }) => territory.join(',')),
      organisations.map(({ isPublic }) => isPublic),
      now,
    ],
  );
}

/** Makes posts with their first holders and the holders' accounts. */
export async function enterPosts(tx: Tx, posts: readonly NewPost[]): Promise<void> {
  const columns = (pick: (post: NewPost) => unknown) => posts.map(pick);
  await tx.query(
    `insert into person (id, owner_org, district_code, name, phone)
     select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[])`,
    [
      columns(({ holder }) => holder.personId),
      columns(({ organisation }) => organisation),
      columns(({ districtCode }) => districtCode),
      columns(({ holder }) => holder.name),
      columns(({ holder }) => holder.phone),
    ],
  );
  await tx.query(
    `insert into auth.account (person_id, sign_in_name, phone, password_hash)
     select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[])`,
    [
      columns(({ holder }) => holder.personId),
      columns(({ holder }) => holder.signInName),
      columns(({ holder }) => holder.phone),
      columns(({ holder }) => holder.passwordHash),
    ],
  );
  await tx.query(
    `insert into post (id, owner_org, district_code, role, title, post_park, created_on)
     select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[],
       $7::date[])`,
    [
      columns(({ id }) => id),
      columns(({ organisation }) => organisation),
      columns(({ districtCode }) => districtCode),
      columns(({ role }) => role),
      columns(({ title }) => title),
      columns(({ postPark }) => postPark),
      columns(({ createdOn }) => createdOn),
    ],
  );
  await tx.query(
    `insert into post_holding
       (id, owner_org, district_code, post_id, person_id, part, valid_from)
     select id, owner_org, district_code, post_id, person_id, 'A', valid_from
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::date[])
       as given (id, owner_org, district_code, post_id, person_id, valid_from)`,
    [
      columns(() => randomUUID()),
      columns(({ organisation }) => organisation),
      columns(({ districtCode }) => districtCode),
      columns(({ id }) => id),
      columns(({ holder }) => holder.personId),
      columns(({ createdOn }) => createdOn),
    ],
  );
}

export async function enterDelegations(
  tx: Tx,
  delegations: readonly NewDelegation[],
): Promise<void> {
  await tx.query(
    `insert into delegation (id, owner_org, district_code, to_org, starts_at, ends_at)
     select gen_random_uuid(), * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::timestamptz[],
       $5::timestamptz[])`,
    [
      delegations.map(({ owner }) => owner),
      delegations.map(({ districtCode }) => districtCode),
      delegations.map(({ to }) => to),
      delegations.map(({ startsAt }) => startsAt),
      delegations.map(({ endsAt }) => endsAt),
    ],
  );
}
