create table enterprise (
  -- an enterprise is an organisation, and more
  id uuid constraint enterprise_pk primary key
    constraint enterprise_organisation_fk references organisation (id),
  owner_org uuid not null generated always as (id) stored,
  district_code text not null,
  -- where it is a tenant today: a copy of its open tenancy
  park_id uuid constraint enterprise_park_fk references park (id),
  moved_in date,
  name text not null,
  credit_code text not null,
  -- name, full pinyin, initials and credit code in small letters
  search text not null,
  grams text[] not null,
  -- GB/T 4754-2017, the main one first
  industries text[] not null,
  address text not null default '',
  unit_id uuid constraint enterprise_unit_fk references park_unit (id),
  wastewater text,
  hazardous_waste boolean,
  version integer not null default 1,
  constraint enterprise_credit_code_unique unique (credit_code),
  constraint enterprise_has_industry check (cardinality(industries) between 1 and 5),
  constraint enterprise_wastewater_known
    check (wastewater in ('NONE', 'SEWER', 'PARK_PLANT', 'DIRECT')),
  constraint enterprise_moved_into_a_park check (moved_in is null or park_id is not null)
);
create index enterprise_by_district on enterprise (district_code, name);
create index enterprise_by_park on enterprise (park_id, name);
create index enterprise_by_name on enterprise (name, id);
-- Without a list of pending entries, which every search would read through: written rarely, read often.
create index enterprise_by_words on enterprise using gin (grams) with (fastupdate = off);
select protect_rows('enterprise');

create table tenancy (
  id uuid constraint tenancy_pk primary key,
  owner_org uuid not null constraint tenancy_enterprise_fk references enterprise (id),
  park_id uuid not null constraint tenancy_park_fk references park (id),
  unit_id uuid constraint tenancy_unit_fk references park_unit (id),
  district_code text not null,
  valid_from date,
  valid_to date,
  constraint tenancy_ends_after_start check (valid_to is null or valid_from is null or valid_to >= valid_from)
);
create index tenancy_by_enterprise on tenancy (owner_org);
create index tenancy_by_park on tenancy (park_id);
-- One place at a time.
create unique index tenancy_open_once on tenancy (owner_org) where valid_to is null;
select protect_rows('tenancy');

-- A search under a row policy could not use the index, because its operators are not leakproof.
-- These functions read past the policy and repeat its conditions themselves (ADR 0024). pg_temp
-- comes last: it would otherwise come first, and a temporary table would stand in for the real one.
create function find_enterprises(words text, parts text[], at_most integer) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select id from enterprise
  where grams @> parts and strpos(search, words) > 0
    and (owner_org = any ((select scope_orgs())::uuid[])
      or district_code = any ((select scope_districts())::text[])
      or park_id = any ((select scope_parks())::uuid[]))
  limit at_most
$$;
create function find_parks(words text, parts text[], at_most integer) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select id from park
  where grams @> parts and strpos(search, words) > 0
    and (owner_org = any ((select scope_orgs())::uuid[])
      or district_code = any ((select scope_districts())::text[])
      or park_id = any ((select scope_parks())::uuid[]))
  limit at_most
$$;

-- Whether a code is registered anywhere, also where the asker may not look: yes or no, no more.
create function credit_code_taken(code text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from organisation where credit_code = code)
$$;
