-- A landlord's check before a lease is signed, frozen with the answer of its day.
create table pre_lease_check (
  id uuid constraint pre_lease_check_pk primary key,
  owner_org uuid not null constraint pre_lease_check_org_fk references organisation (id),
  district_code text not null,
  park_id uuid not null constraint pre_lease_check_park_fk references park (id),
  unit_id uuid not null constraint pre_lease_check_unit_fk references park_unit (id),
  number text not null,
  tenant_name text not null,
  credit_code text,
  project jsonb not null,
  answer jsonb not null,
  outcome text not null,
  findings jsonb not null,
  made_by uuid not null,
  made_at timestamptz not null,
  made_on date not null,
  constraint pre_lease_check_number_unique unique (number),
  constraint pre_lease_check_outcome_known check (outcome in ('STOP', 'OPEN', 'CONDITIONAL', 'CLEAR'))
);
create index pre_lease_check_by_org on pre_lease_check (owner_org, made_at);
create index pre_lease_check_by_park on pre_lease_check (park_id);
create index pre_lease_check_by_district on pre_lease_check (district_code, made_at);
select protect_rows('pre_lease_check');

-- One number after the other within a day and county; a gap harms nobody.
create table pre_lease_number (
  district_code text not null,
  day date not null,
  last integer not null,
  constraint pre_lease_number_pk primary key (district_code, day)
);
-- The only way to it: nobody reads how many checks another county made, or sets a number back.
create function take_pre_lease_number(county text, on_day date) returns integer
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into pre_lease_number as n (district_code, day, last) values (county, on_day, 1)
  on conflict (district_code, day) do update set last = n.last + 1 returning last
$$;

-- Whether a unit is let, not to whom.
create view park_units_let as
  select unit_id, min(valid_from) as since from tenancy
  where valid_to is null and unit_id is not null group by unit_id;
grant select on park_units_let to ludao_app;
