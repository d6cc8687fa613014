-- What an enterprise discharges and throws away, and its other sites: lists of a few entries each,
-- always read and written whole with the enterprise, so they stand in its row. Amounts are whole
-- grams and litres.
alter table enterprise
  add column permit_category text,
  add column permit_number text,
  add column permit_valid_to date,
  add column wastewater_litres_per_year bigint,
  add column pollutants jsonb not null default '[]',
  add column eia_approvals jsonb not null default '[]',
  add column wastes jsonb not null default '[]',
  add column sites jsonb not null default '[]',
  -- the entry that took this one over; it stays readable and counts nowhere
  add column merged_into uuid constraint enterprise_merged_into_fk references enterprise (id),
  add constraint enterprise_permit_known
    check (permit_category in ('KEY', 'SIMPLIFIED', 'REGISTRATION', 'NONE')),
  add constraint enterprise_wastewater_not_negative check (wastewater_litres_per_year >= 0),
  add constraint enterprise_not_merged_into_itself check (merged_into <> id);
create index enterprise_merged on enterprise (merged_into) where merged_into is not null;
create index enterprise_by_waste on enterprise using gin (wastes jsonb_path_ops)
  where wastes <> '[]';

-- A stay that another one, of the same enterprise entered twice, took over.
alter table tenancy add column absorbed_by uuid constraint tenancy_absorbed_by_fk references tenancy (id);

-- Who merged what and why, and what it takes to put it right: the log says what happened, free text
-- stands here.
create table enterprise_merge (
  id uuid constraint enterprise_merge_pk primary key,
  -- the office that merged, and may undo it
  owner_org uuid not null constraint enterprise_merge_office_fk references organisation (id),
  district_code text not null,
  survivor uuid not null constraint enterprise_merge_survivor_fk references enterprise (id),
  merged uuid not null constraint enterprise_merge_merged_fk references enterprise (id),
  survivor_version integer not null,
  reason text not null,
  before json not null,
  merged_at timestamptz not null,
  undone_at timestamptz,
  undo_reason text,
  constraint enterprise_merge_of_two check (survivor <> merged),
  constraint enterprise_merge_undone_with_reason check ((undone_at is null) = (undo_reason is null))
);
create unique index enterprise_merge_once on enterprise_merge (merged) where undone_at is null;
create index enterprise_merge_by_survivor on enterprise_merge (survivor);
select protect_rows('enterprise_merge');

-- Two entries that an office looked at and found to be two enterprises.
create table enterprise_distinct (
  id uuid constraint enterprise_distinct_pk primary key,
  owner_org uuid not null constraint enterprise_distinct_office_fk references organisation (id),
  district_code text not null,
  one uuid not null constraint enterprise_distinct_one_fk references enterprise (id),
  other uuid not null constraint enterprise_distinct_other_fk references enterprise (id),
  constraint enterprise_distinct_ordered check (one < other),
  constraint enterprise_distinct_once unique (one, other)
);
select protect_rows('enterprise_distinct');

-- Whoever looks for an entry that was merged finds the one that took it over.
create or replace function find_enterprises(words text, parts text[], at_most integer) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(merged_into, id) from enterprise
  where grams @> parts and strpos(search, words) > 0
    and (owner_org = any ((select scope_orgs())::uuid[])
      or district_code = any ((select scope_districts())::text[])
      or park_id = any ((select scope_parks())::uuid[]))
  limit at_most
$$;

-- Whether a unit is let, not to whom.
create or replace view park_units_let as
  select unit_id, min(valid_from) as since from tenancy
  where valid_to is null and unit_id is not null and absorbed_by is null group by unit_id;

