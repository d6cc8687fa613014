-- Discharge permits and registrations (ADR 0047). One row for each place of a holder, whatever was
-- applied for there; what it permits stands in versions, each in force from a day.

create table permit (
  id uuid constraint permit_pk primary key,
  -- who holds it: the enterprise, or the legal entity of the park
  owner_org uuid not null constraint permit_holder_fk references organisation (id),
  -- of the place of production
  district_code text not null,
  park_id uuid,
  holder_kind text not null,
  -- the enterprise, or the park
  holder_id uuid not null,
  -- name of a further place of the holder; empty for its own address
  site text not null default '',
  holder_name text not null,
  credit_code text,
  -- the branch that handles it
  office_org uuid not null constraint permit_office_fk references organisation (id),
  -- taken over from earlier records
  historical boolean not null default false,
  -- by when its renewal is to be applied for
  renewal_clock uuid constraint permit_renewal_clock_fk references clock (id),
  search text not null,
  constraint permit_holder_known check (holder_kind in ('enterprise', 'park')),
  constraint permit_park_of_its_own check (holder_kind <> 'park' or park_id = holder_id),
  -- one permit for each place of production: 排污许可管理条例第六条
  constraint permit_once unique (holder_id, site)
);
create index permit_by_owner on permit (owner_org);
create index permit_by_district on permit (district_code);
create index permit_by_park on permit (park_id);
select protect_rows('permit');

create table permit_application (
  id uuid constraint permit_application_pk primary key,
  permit_id uuid not null constraint permit_application_permit_fk references permit (id),
  owner_org uuid not null constraint permit_application_holder_fk references organisation (id),
  district_code text not null,
  park_id uuid,
  kind text not null,
  state text not null,
  category text not null,
  content jsonb not null,
  changed_on date,
  reasons text[] not null default '{}',
  -- the project of an answer, and what the permit catalogue said of it, frozen when it was submitted
  project jsonb,
  proposal jsonb,
  submitted_at timestamptz,
  -- when the office had it: again when it was completed
  received_at timestamptz,
  -- whether the applicant kept the own period; null where there is none
  in_time boolean,
  asked text[],
  asked_on date,
  supplemented_on date,
  accepted_on date,
  deemed boolean not null default false,
  site_checked_on date,
  site_words text,
  declined_for text,
  declined_words text,
  returned_words text,
  outcome text,
  outcome_reasons text,
  outcome_law text,
  decided_on date,
  record_mode text,
  official_system text not null default '',
  official_address text not null default '',
  official_number text,
  official_on date,
  notice_clock uuid constraint permit_application_notice_clock_fk references clock (id),
  decision_clock uuid constraint permit_application_decision_clock_fk references clock (id),
  party_clock uuid constraint permit_application_party_clock_fk references clock (id),
  created_at timestamptz not null,
  version integer not null default 1,
  constraint permit_application_kind_known check (kind in ('NEW', 'RENEWAL', 'CHANGE_BASIC', 'REAPPLY',
    'CANCEL', 'REGISTRATION', 'REGISTRATION_CHANGE')),
  constraint permit_application_state_known check (state in ('DRAFT', 'SUBMITTED', 'INCOMPLETE', 'ACCEPTED',
    'PROPOSED', 'TO_RECORD', 'IN_FORCE', 'REFUSED', 'DECLINED', 'WITHDRAWN')),
  constraint permit_application_category_known check (category in ('KEY', 'SIMPLIFIED', 'REGISTRATION')),
  constraint permit_application_outcome_known check (outcome in ('GRANT', 'REFUSE')),
  constraint permit_application_submitted check (state in ('DRAFT', 'WITHDRAWN') or submitted_at is not null),
  constraint permit_application_asked check ((asked is null) = (asked_on is null)),
  constraint permit_application_decided check (state <> 'REFUSED' or decided_on is not null),
  constraint permit_application_mode_known check (record_mode in ('RECORD', 'FRONT'))
);
create unique index permit_application_one_running on permit_application (permit_id)
  where state in ('DRAFT', 'SUBMITTED', 'INCOMPLETE', 'ACCEPTED', 'PROPOSED', 'TO_RECORD');
create index permit_application_by_permit on permit_application (permit_id, created_at);
create index permit_application_by_owner on permit_application (owner_org);
create index permit_application_by_district on permit_application (district_code);
select protect_rows('permit_application');

-- Who took which step, at which post: nobody decides what he proposed.
create table permit_act (
  id uuid constraint permit_act_pk primary key,
  application_id uuid not null constraint permit_act_application_fk references permit_application (id),
  owner_org uuid not null constraint permit_act_holder_fk references organisation (id),
  district_code text not null,
  park_id uuid,
  step text not null,
  person_id uuid not null constraint permit_act_person_fk references person (id),
  post_id uuid not null constraint permit_act_post_fk references post (id),
  at timestamptz not null
);
create index permit_act_by_application on permit_act (application_id, at);
select protect_rows('permit_act');

-- What is permitted from a day on. A later version does not change an earlier one.
create table permit_version (
  permit_id uuid not null constraint permit_version_permit_fk references permit (id),
  no integer not null,
  owner_org uuid not null constraint permit_version_holder_fk references organisation (id),
  district_code text not null,
  park_id uuid,
  -- null: taken over from earlier records; of kind CANCEL, from this version on there is none
  application_id uuid constraint permit_version_application_fk references permit_application (id),
  kind text,
  category text not null,
  content jsonb not null,
  -- SHA-256 of category and content, as the log has it
  digest text not null,
  number text not null,
  in_force_from date not null,
  valid_from date not null,
  valid_to date not null,
  created_at timestamptz not null,
  constraint permit_version_pk primary key (permit_id, no),
  constraint permit_version_numbered check (no >= 1),
  constraint permit_version_category_known check (category in ('KEY', 'SIMPLIFIED', 'REGISTRATION')),
  constraint permit_version_number_whole check (number ~ '^[0-9A-Z]{22}$'),
  constraint permit_version_digest_written check (digest ~ '^[0-9a-f]{64}$'),
  constraint permit_version_ends_after_start check (valid_to >= valid_from)
);
create index permit_version_of_day on permit_version (permit_id, in_force_from desc, no desc);
create index permit_version_by_owner on permit_version (owner_org);
create index permit_version_by_district on permit_version (district_code);
create index permit_version_ending on permit_version (valid_to);
select protect_rows('permit_version');
-- What was in force stays as it was.
drop policy scope_update on permit_version;
revoke update on permit_version from ludao_app;

-- Permitted amounts of a year, by pollutant.
create table permit_amount (
  permit_id uuid not null,
  no integer not null,
  owner_org uuid not null constraint permit_amount_holder_fk references organisation (id),
  district_code text not null,
  park_id uuid,
  pollutant text not null,
  grams_per_year bigint not null,
  constraint permit_amount_pk primary key (permit_id, no, pollutant),
  constraint permit_amount_version_fk foreign key (permit_id, no) references permit_version (permit_id, no),
  constraint permit_amount_positive check (grams_per_year > 0)
);
create index permit_amount_by_owner on permit_amount (owner_org);
create index permit_amount_by_district on permit_amount (district_code);
select protect_rows('permit_amount');
drop policy scope_update on permit_amount;
revoke update on permit_amount from ludao_app;

-- What other modules may join, with the rights of their readers.
create view permits_public with (security_invoker = true) as
  select p.id as permit_id, p.holder_kind, p.holder_id, p.site, p.owner_org, p.district_code, p.park_id,
    v.no, v.kind, v.category, v.number, v.in_force_from, v.valid_from, v.valid_to
  from permit p join permit_version v on v.permit_id = p.id;
-- Who a holder is, for whoever may see it.
create view enterprise_identities with (security_invoker = true) as
  select id as enterprise_id, name, credit_code, address, owner_org, district_code, park_id, merged_into
  from enterprise;
create view organisation_identities with (security_invoker = true) as
  select id as organisation_id, name, credit_code from organisation;
grant select on permits_public, enterprise_identities, organisation_identities to ludao_app;

-- The serial of a holder's next place, also where its others lie in other counties: a number alone.
create function next_permit_serial(holder uuid) returns integer
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(max(substr(v.number, 19, 3)::integer), 0) + 1 from public.permit_version v
  where v.owner_org = holder and substr(v.number, 19, 3) ~ '^[0-9]{3}$'
$$;
revoke execute on function next_permit_serial(uuid) from public;
grant execute on function next_permit_serial(uuid) to ludao_app;

-- What a park is permitted on a day, for its tenants too: a permit is published by law
-- (排污许可管理条例 art. 13, its main contents), and a tenant's share is drawn from these amounts.
create function permit_of_park(place uuid, on_day date)
returns table (number text, valid_to date, amounts json)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select v.number, v.valid_to,
    coalesce((select json_agg(json_build_object('pollutant', m.pollutant,
        'grams', m.grams_per_year::text) order by m.pollutant)
      from public.permit_amount m where m.permit_id = v.permit_id and m.no = v.no), '[]')
  from public.permit p
    join lateral (select * from public.permit_version o
      where o.permit_id = p.id and o.in_force_from <= on_day
      order by o.in_force_from desc, o.no desc limit 1) v on true
  where p.holder_kind = 'park' and p.holder_id = place
    and v.kind is distinct from 'CANCEL' and v.valid_to >= on_day
  order by p.site limit 1
$$;
revoke execute on function permit_of_park(uuid, date) from public;
grant execute on function permit_of_park(uuid, date) to ludao_app;
