create table park (
  id uuid constraint park_pk primary key,
  park_id uuid not null generated always as (id) stored,
  owner_org uuid constraint park_operator_fk references organisation (id),
  legal_entity uuid constraint park_legal_entity_fk references organisation (id),
  district_code text not null,
  name text not null,
  -- name, full pinyin and initials in small letters: what a search looks in
  search text not null,
  -- its characters and pairs of characters, so that two Chinese characters find by index
  grams text[] not null,
  kind text not null,
  address text not null default '',
  longitude numeric(9, 6),
  latitude numeric(9, 6),
  version integer not null default 1,
  constraint park_kind_known check (kind in ('MANUFACTURING', 'SERVICE', 'INNOVATION')),
  constraint park_name_unique unique (district_code, name)
);
create index park_by_district on park (district_code);
create index park_by_operator on park (owner_org);
create index park_by_words on park using gin (grams) with (fastupdate = off);
select protect_rows('park');

-- Stars, benchmark, characteristic industry …: with the document they rest on, and until when.
create table park_designation (
  id uuid constraint park_designation_pk primary key,
  park_id uuid not null constraint park_designation_park_fk references park (id),
  district_code text not null,
  kind text not null,
  stars integer,
  evidence text not null,
  valid_from date not null,
  valid_to date,
  constraint park_designation_kind_known check (kind in
    ('STARS', 'CHARACTERISTIC_PARK', 'SEVEN_EXCELLENCE_FIVE_STAR', 'BENCHMARK_PARK')),
  constraint park_designation_stars check ((kind = 'STARS') = (stars is not null) and stars between 1 and 5),
  constraint park_designation_ends_after_start check (valid_to is null or valid_to >= valid_from)
);
create index park_designation_by_park on park_designation (park_id);
select protect_rows('park_designation');

create table park_building (
  id uuid constraint park_building_pk primary key,
  park_id uuid not null constraint park_building_park_fk references park (id),
  -- the landlord, who sees what he lets
  owner_org uuid constraint park_building_landlord_fk references organisation (id),
  district_code text not null,
  name text not null,
  constraint park_building_name_unique unique (park_id, name)
);
select protect_rows('park_building');

create table park_unit (
  id uuid constraint park_unit_pk primary key,
  park_id uuid not null constraint park_unit_park_fk references park (id),
  building_id uuid not null constraint park_unit_building_fk references park_building (id),
  owner_org uuid constraint park_unit_landlord_fk references organisation (id),
  district_code text not null,
  name text not null,
  area_m2 integer not null,
  constraint park_unit_area_positive check (area_m2 > 0),
  constraint park_unit_name_unique unique (building_id, name)
);
create index park_unit_by_park on park_unit (park_id);
select protect_rows('park_unit');

-- What other modules may join: whose park it is.
create view parks_public as
  select id as park_id, owner_org as operator, legal_entity, district_code, name from park;
create view park_units_public as
  select u.id as unit_id, u.park_id, b.name || ' ' || u.name as name
  from park_unit u join park_building b on b.id = u.building_id;
grant select on parks_public, park_units_public to ludao_app;
