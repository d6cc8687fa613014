-- Periods that run, and what waits at each post (ADR 0038). A clock keeps the terms it was started
-- with; its last day is a cache of them, of its suspensions and of the calendar.

create table clock (
  id uuid constraint clock_pk primary key,
  -- whose matter it is: an enterprise, an operator, or the office itself
  owner_org uuid,
  district_code text not null,
  park_id uuid,
  -- the office that answers for it or watches it
  office_org uuid not null constraint clock_office_fk references organisation (id),
  definition text not null,
  terms jsonb not null,
  subject_kind text not null,
  subject_id uuid not null,
  started_at timestamptz not null,
  -- the day of the event; of a clock that counts back, the day that ends something
  started_on date not null,
  state text not null default 'RUNNING',
  due_on date,
  due_at timestamptz,
  amber_on date,
  red_on date,
  -- years without a published calendar that it rests on
  open_years integer[] not null default '{}',
  settled_at timestamptz,
  settled_on date,
  in_time boolean,
  constraint clock_definition_named check (definition ~ '^C[0-9]{2}$'),
  constraint clock_state_known check (state in ('RUNNING', 'SUSPENDED', 'MET', 'CANCELLED')),
  constraint clock_due_while_running check (state not in ('RUNNING', 'SUSPENDED') or (state = 'RUNNING') = (due_on is not null)),
  constraint clock_settled check ((state in ('MET', 'CANCELLED')) = (settled_at is not null)),
  constraint clock_met_in_time_or_not check ((state = 'MET') = (in_time is not null))
);
create index clock_by_subject on clock (subject_kind, subject_id);
create index clock_by_district on clock (district_code);
create index clock_by_owner on clock (owner_org);
create index clock_open_years on clock using gin (open_years) where state = 'RUNNING' and open_years <> '{}';
select protect_rows('clock');

create table clock_suspension (
  id uuid constraint clock_suspension_pk primary key,
  clock_id uuid not null constraint clock_suspension_clock_fk references clock (id),
  owner_org uuid,
  district_code text not null,
  park_id uuid,
  -- this day does not count, the day it goes on does
  from_at timestamptz not null,
  to_at timestamptz,
  reason text not null,
  words text not null,
  suspended_by text not null,
  constraint clock_suspension_ends_after_start check (to_at >= from_at),
  constraint clock_suspension_words_short check (length(words) <= 500)
);
create index clock_suspension_by_clock on clock_suspension (clock_id, from_at);
create unique index clock_suspension_one_open on clock_suspension (clock_id) where to_at is null;
select protect_rows('clock_suspension');

-- What waits at a post: whoever holds it, or stands in, sees it.
create table work_item (
  id uuid constraint work_item_pk primary key,
  -- the organisation whose post it is for
  owner_org uuid not null constraint work_item_org_fk references organisation (id),
  district_code text not null,
  park_id uuid,
  role text not null,
  -- the one post that took it or was given it; null for all of the role
  post_id uuid constraint work_item_post_fk references post (id),
  kind text not null,
  subject_kind text not null,
  subject_id uuid not null,
  -- names things, never people
  title text not null,
  -- the page to go to, an address of the desk
  address text not null,
  -- whose own work it is: not for them, not through whoever stands in for them
  not_persons uuid[] not null default '{}',
  clock_id uuid constraint work_item_clock_fk references clock (id),
  -- where no clock says it
  due_on date,
  state text not null default 'OPEN',
  opened_at timestamptz not null,
  settled_at timestamptz,
  settled_by text,
  constraint work_item_state_known check (state in ('OPEN', 'DONE', 'WITHDRAWN')),
  constraint work_item_settled check ((state = 'OPEN') = (settled_at is null)),
  constraint work_item_title_said check (length(title) between 1 and 200),
  constraint work_item_address_inside check (address ~ '^/[^/]'),
  constraint work_item_dated_once check (clock_id is null or due_on is null)
);
create index work_item_waiting on work_item (owner_org, role) where state = 'OPEN';
create index work_item_settled on work_item (owner_org, role, settled_at) where state <> 'OPEN';
create index work_item_by_subject on work_item (subject_kind, subject_id);
create index work_item_by_district on work_item (district_code);
select protect_rows('work_item');
-- Made and settled by the functions below; a request changes no more than which post has it.
drop policy scope_insert on work_item;
revoke insert, update on work_item from ludao_app;
grant update (post_id) on work_item to ludao_app;

-- An enterprise that files something puts work before an office that it sees nothing of.
create function open_work_item(
  new_id uuid, org uuid, county text, park uuid, for_role text, for_post uuid, what text,
  about_kind text, about_id uuid, words text, at_address text, not_by uuid[], by_clock uuid,
  until date, at_time timestamptz
) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into public.work_item (id, owner_org, district_code, park_id, role, post_id, kind, subject_kind,
    subject_id, title, address, not_persons, clock_id, due_on, opened_at)
  values (new_id, org, county, park, for_role, for_post, what, about_kind, about_id, words, at_address,
    not_by, by_clock, until, at_time)
$$;

-- Ends what is open about a subject, of one kind or of all; what was done before is left alone.
create function settle_work_items(
  about_kind text, about_id uuid, what text, as_state text, at_time timestamptz, by_actor text
) returns table (id uuid, owner_org uuid, district_code text)
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update public.work_item w set state = as_state, settled_at = at_time, settled_by = by_actor
  where w.subject_kind = about_kind and w.subject_id = about_id and w.state = 'OPEN'
    and (what is null or w.kind = what) and as_state in ('DONE', 'WITHDRAWN')
  returning w.id, w.owner_org, w.district_code
$$;

revoke execute on function
  open_work_item(uuid, uuid, text, uuid, text, uuid, text, text, uuid, text, text, uuid[], uuid, date, timestamptz),
  settle_work_items(text, uuid, text, text, timestamptz, text) from public;
grant execute on function
  open_work_item(uuid, uuid, text, uuid, text, uuid, text, text, uuid, text, text, uuid[], uuid, date, timestamptz),
  settle_work_items(text, uuid, text, text, timestamptz, text) to ludao_app, ludao_system;

-- A calendar that is published moves clocks of every county: the program does that by itself.
grant update on clock to ludao_system;
create policy system_update on clock for update to ludao_system using (true);
