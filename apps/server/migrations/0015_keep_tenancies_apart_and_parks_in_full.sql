-- An enterprise is in one place at a time. Where two stays overlap already, the later one began on
-- a day that cannot be right: it becomes unknown here and stays in the log.
update tenancy t set valid_from = null
where t.valid_from is not null and exists (
  select from tenancy o
  where o.owner_org = t.owner_org and o.id <> t.id and o.valid_from is not null
    and daterange(o.valid_from, o.valid_to, '[]') && daterange(t.valid_from, t.valid_to, '[]')
    and (coalesce(o.valid_to, 'infinity'), o.id) < (coalesce(t.valid_to, 'infinity'), t.id));

-- A range of one id lets an exclusion constraint ask for the same id without any extension. What
-- undoes a merge puts several stays back at once, and asks only at the end.
create type uuidrange as range (subtype = uuid);
alter table tenancy add constraint tenancy_one_place_at_a_time exclude using gist (
  uuidrange(owner_org, owner_org, '[]') with =, daterange(valid_from, valid_to, '[]') with &&
) where (valid_from is not null) deferrable initially immediate;

-- Parks in full. What has ended stays, with its last day.
alter table park
  -- where the tenants' process wastewater goes, and what the park's own plant can take
  add column wastewater text,
  add column plant_litres_per_day bigint,
  add column rain_sewage_apart boolean,
  add column shared_facilities text not null default '',
  add constraint park_wastewater_known check (wastewater in ('NONE', 'SEWER', 'PARK_PLANT', 'DIRECT')),
  add constraint park_plant_not_negative check (plant_litres_per_day >= 0),
  add constraint park_position_whole check ((longitude is null) = (latitude is null));

alter table park_designation
  add column document_no text not null default '',
  add column issued_on date,
  add column end_reason text;

alter table park_building
  add column storeys integer,
  add column area_m2 integer,
  add column ended_on date,
  add constraint park_building_storeys_positive check (storeys between 1 and 200),
  add constraint park_building_area_positive check (area_m2 > 0),
  drop constraint park_building_name_unique;
-- A name is free again once what bore it has ended.
create unique index park_building_name_unique on park_building (park_id, name) where ended_on is null;

alter table park_unit
  add column storey integer,
  add column ended_on date,
  drop constraint park_unit_name_unique;
create unique index park_unit_name_unique on park_unit (building_id, name) where ended_on is null;

create or replace view park_units_public as
  select u.id as unit_id, u.park_id, b.name || ' ' || u.name as name,
    coalesce(u.ended_on, b.ended_on) as ended_on
  from park_unit u join park_building b on b.id = u.building_id;

-- Who answers for a park: posts, not persons.
create view park_posts_public as
  select p.id as post_id, p.post_park as park_id, p.role, p.title, o.name as organisation, p.ended_on
  from post p join organisation o on o.id = p.owner_org
  where p.role in ('PARK_CHIEF', 'SQUAD_MEMBER');
grant select on park_posts_public to ludao_app;
create index post_by_park on post (post_park) where post_park is not null;
