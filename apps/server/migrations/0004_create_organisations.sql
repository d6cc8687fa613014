-- Organisations, people, and the posts 岗位 that people hold. Rights flow from posts alone: whoever
-- holds none may do nothing. Whole lives are kept by dates; nothing is deleted.

create table organisation (
  id uuid constraint organisation_pk primary key,
  owner_org uuid not null generated always as (id) stored,
  kind text not null,
  name text not null,
  credit_code text,
  -- where it lies (GB/T 2260); the territory of an office may be wider
  district_code text not null,
  territory text[] not null default '{}',
  -- offices and park operators are no secret; an enterprise is
  is_public boolean not null default false,
  created_at timestamptz not null,
  constraint organisation_credit_code_unique unique (credit_code),
  constraint organisation_name_said check (length(name) between 2 and 100)
);
create index organisation_by_district on organisation (district_code);
select protect_rows('organisation');

-- Personal data stands here and nowhere else; events name people by id.
create table person (
  id uuid constraint person_pk primary key,
  owner_org uuid not null constraint person_org_fk references organisation (id),
  district_code text not null,
  name text not null,
  phone text,
  erased_at timestamptz,
  constraint person_name_said check (length(name) between 1 and 60)
);
create index person_by_org on person (owner_org);
select protect_rows('person');

create table post (
  id uuid constraint post_pk primary key,
  owner_org uuid not null constraint post_org_fk references organisation (id),
  district_code text not null,
  role text not null,
  title text not null,
  -- the one park that this post is chief or squad of, where it is
  post_park uuid,
  created_on date not null,
  ended_on date,
  constraint post_ends_after_start check (ended_on is null or ended_on >= created_on)
);
create index post_by_org on post (owner_org);
select protect_rows('post');

-- A: holds the post. B: stands in while the holder of A is absent.
create table post_holding (
  id uuid constraint post_holding_pk primary key,
  owner_org uuid not null constraint post_holding_org_fk references organisation (id),
  district_code text not null,
  post_id uuid not null constraint post_holding_post_fk references post (id),
  person_id uuid not null constraint post_holding_person_fk references person (id),
  part text not null,
  valid_from date not null,
  valid_to date,
  constraint post_holding_part_known check (part in ('A', 'B')),
  constraint post_holding_ends_after_start check (valid_to is null or valid_to >= valid_from)
);
create index post_holding_by_person on post_holding (person_id);
create index post_holding_by_post on post_holding (post_id);
select protect_rows('post_holding');

create table absence (
  id uuid constraint absence_pk primary key,
  owner_org uuid not null constraint absence_org_fk references organisation (id),
  district_code text not null,
  person_id uuid not null constraint absence_person_fk references person (id),
  first_day date not null,
  last_day date not null,
  constraint absence_ends_after_start check (last_day >= first_day)
);
create index absence_by_person on absence (person_id);
select protect_rows('absence');

-- An organisation lets another act for it, until an instant.
create table delegation (
  id uuid constraint delegation_pk primary key,
  owner_org uuid not null constraint delegation_owner_fk references organisation (id),
  district_code text not null,
  to_org uuid not null constraint delegation_to_fk references organisation (id),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  constraint delegation_to_another check (to_org <> owner_org),
  constraint delegation_ends_after_start check (ends_at > starts_at)
);
create index delegation_by_receiver on delegation (to_org);
select protect_rows('delegation');

-- What others may say about who acted, where the person's name is not theirs to see.
create view offices_public as
  select p.id as post_id, p.title, o.name as organisation
  from post p join organisation o on o.id = p.owner_org;
grant select on offices_public to ludao_app;
