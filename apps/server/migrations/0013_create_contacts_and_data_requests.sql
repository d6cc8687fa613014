-- Contacts of enterprises and parks, what persons ask about their own data, and who looked at whose
-- (ADR 0033). Names and numbers stand here and nowhere else; events name a contact by its id.

create table contact (
  id uuid constraint contact_pk primary key,
  -- of the one or of the other
  enterprise_id uuid constraint contact_enterprise_fk references enterprise (id),
  of_park uuid constraint contact_of_park_fk references park (id),
  -- whose scope it is in: copies, kept by the triggers below
  owner_org uuid,
  district_code text not null,
  park_id uuid,
  kind text not null,
  name text not null,
  phone text,
  job_title text not null default '',
  entered_on date not null,
  ended_on date,
  erased_at timestamptz,
  version integer not null default 1,
  constraint contact_of_one check ((enterprise_id is null) <> (of_park is null)),
  constraint contact_kind_known
    check (kind in ('LEGAL_REPRESENTATIVE', 'ENVIRONMENT_LEAD', 'CONTACT', 'EMERGENCY')),
  constraint contact_ends_after_start check (ended_on is null or ended_on >= entered_on),
  constraint contact_named_or_erased check (
    case when erased_at is null then length(name) between 1 and 40
    else name = '' and phone is null and job_title = '' and ended_on is not null end
  )
);
create index contact_by_enterprise on contact (enterprise_id) where ended_on is null;
create index contact_by_park on contact (of_park) where ended_on is null;
create index contact_by_district on contact (district_code);
create index contact_by_phone on contact (phone) where erased_at is null;
create index contact_ended on contact (ended_on) where erased_at is null;
select protect_rows('contact');

-- An enterprise that moves, and a park that changes hands, take their contacts along, also where the
-- one who moves them could not see the contacts.
create function move_contacts_of_enterprise() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update contact set district_code = new.district_code, park_id = new.park_id
  where enterprise_id = new.id;
  return null;
end $$;
create trigger enterprise_takes_contacts_along after update of district_code, park_id on enterprise
  for each row
  when ((old.district_code, old.park_id) is distinct from (new.district_code, new.park_id))
  execute function move_contacts_of_enterprise();
create function move_contacts_of_park() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update contact set district_code = new.district_code, owner_org = new.owner_org
  where of_park = new.id;
  return null;
end $$;
create trigger park_takes_contacts_along after update of district_code, owner_org on park
  for each row
  when ((old.district_code, old.owner_org) is distinct from (new.district_code, new.owner_org))
  execute function move_contacts_of_park();
revoke execute on function move_contacts_of_enterprise(), move_contacts_of_park() from public;

-- Where an enterprise is, for whoever may see it: the view reads with the rights of its reader.
create view enterprise_places with (security_invoker = true) as
  select id as enterprise_id, name, owner_org, district_code, park_id from enterprise;
grant select on enterprise_places to ludao_app;

-- Of a line about personal data: whose they are, and by which post they were looked at.
alter table auth.security_event add column subject uuid, add column office uuid;
create index security_event_about on auth.security_event (subject, at) where subject is not null;
create index security_event_reveals on auth.security_event (person_id, at) where kind = 'REVEALED';
create index security_event_of_person on auth.security_event (person_id, at);

-- The only way from a request into the security log. Who looks is taken from the scope, so nobody
-- can put it down to another, and what is beyond the limit is logged too, and refused.
create function record_reveal(
  at_time timestamptz, from_address text, about uuid, by_office uuid, why text,
  since timestamptz, at_most integer
) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  who uuid := nullif(current_setting('ludao.actor', true), '')::uuid;
  is_within boolean;
begin
  -- Two at once are counted one after the other.
  perform pg_advisory_xact_lock(hashtextextended('reveal ' || who, 0));
  select count(*) < at_most into is_within
  from auth.security_event
  where person_id = who and kind = 'REVEALED' and at > since;
  insert into auth.security_event (at, kind, person_id, address, detail, subject, office)
  values (at_time, case when is_within then 'REVEALED' else 'REVEAL_LIMIT' end, who, from_address,
    why, about, by_office);
  return is_within;
end $$;

-- The same for blanking a contact: the reason may name somebody, so it stands here and in no event.
create function record_erasure(
  at_time timestamptz, from_address text, about uuid, by_office uuid, why text
) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into auth.security_event (at, kind, person_id, address, detail, subject, office)
  values (at_time, 'ERASED', nullif(current_setting('ludao.actor', true), '')::uuid, from_address,
    why, about, by_office)
$$;
revoke execute on function
  record_reveal(timestamptz, text, uuid, uuid, text, timestamptz, integer),
  record_erasure(timestamptz, text, uuid, uuid, text) from public;
grant execute on function
  record_reveal(timestamptz, text, uuid, uuid, text, timestamptz, integer),
  record_erasure(timestamptz, text, uuid, uuid, text) to ludao_app;

-- What persons ask about their own data. Out of reach of ludao_app, as accounts are: it concerns
-- the person and the officers of the platform, no office and no county.
create table auth.data_request (
  id uuid constraint data_request_pk primary key,
  person_id uuid not null constraint data_request_person_fk references person (id),
  kind text not null,
  words text not null,
  asked_at timestamptz not null,
  state text not null default 'OPEN',
  answered_by uuid,
  answered_at timestamptz,
  answer text,
  constraint data_request_kind_known check (kind in ('CORRECTION', 'ERASURE')),
  constraint data_request_state_known check (state in ('OPEN', 'DONE', 'REFUSED')),
  constraint data_request_answered check ((state = 'OPEN') = (answered_at is null))
);
create unique index data_request_open_once on auth.data_request (person_id, kind) where state = 'OPEN';
create index data_request_by_time on auth.data_request (asked_at);

-- What is left of somebody who was erased: that it was done, by whom and why.
create table auth.erasure (
  person_id uuid constraint erasure_pk primary key constraint erasure_person_fk references person (id),
  at timestamptz not null,
  -- null where the program did it because the term had run out
  by_person uuid,
  reason text not null
);

create table auth.notice_shown (
  person_id uuid not null constraint notice_shown_person_fk references person (id),
  version text not null,
  shown_at timestamptz not null,
  constraint notice_shown_pk primary key (person_id, version)
);

-- Erasing and correcting concern a person and no office: the program does both itself, and may write
-- these columns only (ADR 0032).
grant update (name, phone, erased_at) on person to ludao_system;
grant update (valid_to) on post_holding to ludao_system;
grant update (name, phone, job_title, ended_on, erased_at, version) on contact to ludao_system;
create policy system_erase on person for update to ludao_system using (true) with check (true);
create policy system_erase on post_holding for update to ludao_system using (true) with check (true);
create policy system_erase on contact for update to ludao_system using (true) with check (true);
