-- Posts, people and accounts as they are cared for on the screen (ADR 0029).

-- Two who change a post at once: the second is told.
alter table post add column version integer not null default 1;
alter table organisation add column version integer not null default 1;

-- What was called off before it began keeps its row, with a last day before its first: no day is in it.
alter table post_holding drop constraint post_holding_ends_after_start;
alter table post_holding add constraint post_holding_ends_after_start
  check (valid_to is null or valid_to >= valid_from - 1);
alter table absence drop constraint absence_ends_after_start;
alter table absence add constraint absence_ends_after_start check (last_day >= first_day - 1);

-- Whoever is one of the three officers 三员 is neither of the others on any day, however it is written.
create function refuse_second_officer() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  officers constant text[] := array['SYSTEM_OFFICER', 'SECURITY_OFFICER', 'AUDIT_OFFICER'];
  given text;
begin
  select role into given from public.post where id = new.post_id;
  if not given = any (officers) or new.valid_to < new.valid_from then
    return new;
  end if;
  -- Two at once for one person take turns.
  perform pg_advisory_xact_lock(hashtextextended('officer ' || new.person_id::text, 0));
  if exists (
    select from public.post_holding h join public.post p on p.id = h.post_id
    where h.person_id = new.person_id and h.id <> new.id
      and p.role = any (officers) and p.role <> given
      and h.valid_from <= coalesce(new.valid_to, date 'infinity')
      and coalesce(h.valid_to, date 'infinity') >= new.valid_from
      and coalesce(h.valid_to, date 'infinity') >= h.valid_from
  ) then
    raise exception 'nobody holds two of the three officers'' posts'
      using errcode = 'check_violation', constraint = 'post_holding_one_officer';
  end if;
  return new;
end $$;
revoke execute on function refuse_second_officer() from public;
create trigger post_holding_one_officer before insert or update on post_holding
  for each row execute function refuse_second_officer();

-- Who held each post on each day, by id alone: nobody reviews what is his own, also not through a
-- stand-in, and whoever compares may not see the other post.
create function holders_on(posts uuid[], days date[])
returns table (post_id uuid, day date, person_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select given.post_id, given.day, h.person_id
  from unnest(posts, days) as given (post_id, day)
  join public.post_holding h on h.post_id = given.post_id and h.part = 'A'
    and h.valid_from <= given.day and (h.valid_to is null or h.valid_to >= given.day)
$$;
revoke execute on function holders_on(uuid[], date[]) from public;
grant execute on function holders_on(uuid[], date[]) to ludao_app;

-- What the system officer put forward; it counts only once the security officer confirmed it.
create table appointment (
  id uuid constraint appointment_pk primary key,
  owner_org uuid not null constraint appointment_org_fk references organisation (id),
  district_code text not null,
  post_id uuid not null constraint appointment_post_fk references post (id),
  person_id uuid not null constraint appointment_person_fk references person (id),
  part text not null,
  valid_from date not null,
  valid_to date,
  state text not null default 'WAITING',
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  reason text,
  constraint appointment_part_known check (part in ('A', 'B')),
  constraint appointment_state_known check (state in ('WAITING', 'CONFIRMED', 'REFUSED')),
  constraint appointment_decided_with_state check ((state = 'WAITING') = (decided_at is null)),
  constraint appointment_decided_by_another check (decided_by <> proposed_by),
  constraint appointment_ends_after_start check (valid_to is null or valid_to >= valid_from)
);
create unique index appointment_waits_once on appointment (post_id, part) where state = 'WAITING';
select protect_rows('appointment');

-- Service agencies say in public that they are one: an enterprise chooses among them.
create view agencies_public as
  select id, name, district_code from organisation where kind = 'THIRD_PARTY_ORG';
grant select on agencies_public to ludao_app;

alter table auth.account
  -- an initial password opens nothing but its own change
  add column password_due boolean not null default false,
  add column created_at timestamptz;

create index security_event_by_kind on auth.security_event (kind, at);
create index security_event_by_person on auth.security_event (person_id, kind, at);

-- The way into the security log from a request, which says itself who it is.
create function record_security(
  at_time timestamptz, what text, by_person uuid, on_subject uuid, from_address text, with_detail text
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if public.scope_actor() not in ('', by_person::text) then
    raise exception 'an entry of the security log names whoever asked' using errcode = 'insufficient_privilege';
  end if;
  insert into auth.security_event (at, kind, person_id, subject, address, detail)
  values (at_time, what, by_person, on_subject, from_address, with_detail);
end $$;
revoke execute on function record_security(timestamptz, text, uuid, uuid, text, text) from public;
grant execute on function record_security(timestamptz, text, uuid, uuid, text, text) to ludao_app;
grant execute on function record_security(timestamptz, text, uuid, uuid, text, text),
  holders_on(uuid[], date[]) to ludao_system;

-- What the platform's own officers care for wherever it lies, the program writes itself, after the
-- table of rights said yes: no scope names every house.
do $$
declare
  kept text;
begin
  foreach kept in array array['organisation', 'person', 'post', 'post_holding', 'appointment',
    'absence', 'delegation']
  loop
    execute format('grant insert, update on %I to ludao_system', kept);
    execute format('create policy system_insert on %I for insert to ludao_system with check (true)', kept);
    execute format('create policy system_update on %I for update to ludao_system using (true)', kept);
  end loop;
end $$;
