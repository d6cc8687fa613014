-- Messages to persons, how each wants to be told, and what leaves the house (ADR 0039).

-- The person whom the transaction is for; null for the public and for the program.
create function scope_person() returns uuid language sql stable parallel safe as
$$ select case when scope_actor() ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then scope_actor()::uuid end $$;

-- A message belongs to a person, not to an office or county: nobody else sees it, whatever the posts
-- reach. Ids, codes and dates only; the words are looked up by the kind.
create table notification (
  id uuid constraint notification_pk primary key,
  person_id uuid not null constraint notification_person_fk references person (id),
  kind text not null,
  params jsonb not null,
  link text not null,
  dedupe_key text not null,
  -- false where the person wants this kind outside only
  in_app boolean not null,
  created_at timestamptz not null,
  read_at timestamptz,
  constraint notification_told_once unique (person_id, dedupe_key),
  constraint notification_kind_form check (kind ~ '^[A-Z][A-Z_]{2,39}$'),
  constraint notification_link_inside check (link ~ '^/[A-Za-z0-9/_?=&.-]{0,199}$'),
  constraint notification_params_short check (length(params::text) <= 1000)
);
create index notification_unread on notification (person_id, created_at desc, id desc)
  where in_app and read_at is null;
create index notification_seen on notification (person_id, created_at desc, id desc) where in_app;
create index notification_read on notification (read_at) where read_at is not null;

alter table notification enable row level security;
create policy own_read on notification for select to ludao_app
  using (person_id = (select scope_person()));
create policy own_update on notification for update to ludao_app
  using (person_id = (select scope_person())) with check (person_id = (select scope_person()));
create policy system_read on notification for select to ludao_system using (true);
create policy system_forget on notification for delete to ludao_system using (true);
grant select, update (read_at) on notification to ludao_app;
grant delete on notification to ludao_system;

-- Where to write to, out of reach of ludao_app as accounts are. Only what the code came back for counts.
create table auth.message_address (
  person_id uuid constraint message_address_pk primary key
    constraint message_address_person_fk references person (id),
  email text,
  pending_email text,
  -- SHA-256 of the code
  code_hash bytea,
  code_expires_at timestamptz,
  code_attempts integer not null default 0,
  constraint message_address_code_with_pending
    check ((pending_email is null) = (code_hash is null) and (code_hash is null) = (code_expires_at is null))
);

-- What differs from the defaults.
create table auth.notification_choice (
  person_id uuid not null constraint notification_choice_person_fk references person (id),
  kind text not null,
  place text not null,
  wanted boolean not null,
  constraint notification_choice_pk primary key (person_id, kind, place),
  constraint notification_choice_place_known check (place in ('IN_APP', 'EMAIL', 'SMS', 'WECHAT'))
);

-- What is to leave the house. The address is looked up when it is sent.
create table auth.notification_delivery (
  id uuid constraint notification_delivery_pk primary key,
  notification_id uuid not null constraint notification_delivery_of_fk
    references notification (id) on delete cascade,
  channel text not null,
  state text not null default 'WAITING',
  attempts integer not null default 0,
  next_at timestamptz not null,
  last_fault text,
  -- when the system officer was done with one that was given up
  settled_at timestamptz,
  constraint notification_delivery_once unique (notification_id, channel),
  constraint notification_delivery_channel_known check (channel in ('EMAIL', 'SMS', 'WECHAT')),
  constraint notification_delivery_state_known
    check (state in ('WAITING', 'SENT', 'FAILED', 'GIVEN_UP')),
  constraint notification_delivery_fault_said check (state not in ('FAILED', 'GIVEN_UP') or last_fault is not null)
);
create index notification_delivery_due on auth.notification_delivery (next_at)
  where state in ('WAITING', 'FAILED');
create index notification_delivery_given_up on auth.notification_delivery (id)
  where state = 'GIVEN_UP' and settled_at is null;

-- Tells persons, the holders and acting stand-ins of posts, and those of roles at organisations, in
-- the transaction of what happened. Whoever acts may see neither the persons nor their settings, so
-- this runs past the policies; it adds, reads nothing out, and answers how many were told.
create function notify_persons(
  at_time timestamptz, today date, what text, with_params jsonb, to_link text, once text,
  persons uuid[], posts uuid[], orgs uuid[], roles text[], channels text[], always_in_app boolean
) returns integer
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with named as (
    select unnest(persons) as person_id
    union
    select h.person_id
    from public.post po join public.post_holding h on h.post_id = po.id
    where (po.id = any (posts) or (po.owner_org = any (orgs) and po.role = any (roles)))
      and (po.ended_on is null or po.ended_on >= today)
      and h.valid_from <= today and (h.valid_to is null or h.valid_to >= today)
      and (h.part = 'A' or exists (
        select from public.post_holding a join public.absence b on b.person_id = a.person_id
        where a.post_id = h.post_id and a.part = 'A'
          and a.valid_from <= today and (a.valid_to is null or a.valid_to >= today)
          and today between b.first_day and b.last_day))
  ), told as (
    insert into public.notification
      (id, person_id, kind, params, link, dedupe_key, in_app, created_at)
    select gen_random_uuid(), p.id, what, with_params, to_link, once,
      always_in_app or not exists (
        select from auth.notification_choice c where c.person_id = p.id and c.kind = what
          and c.place = 'IN_APP' and not c.wanted),
      at_time
    from named join public.person p on p.id = named.person_id and p.erased_at is null
    on conflict on constraint notification_told_once do nothing
    returning id, person_id
  ), queued as (
    insert into auth.notification_delivery (id, notification_id, channel, next_at)
    select gen_random_uuid(), told.id, c.place, at_time
    from told
      join auth.notification_choice c on c.person_id = told.person_id and c.kind = what
        and c.place = any (channels) and c.wanted
      join public.person p on p.id = told.person_id
      left join auth.message_address a on a.person_id = told.person_id
    where case c.place when 'EMAIL' then a.email is not null else p.phone is not null end
  )
  select count(*)::integer from told
$$;
revoke execute on function notify_persons(timestamptz, date, text, jsonb, text, text, uuid[], uuid[],
  uuid[], text[], text[], boolean) from public;
grant execute on function notify_persons(timestamptz, date, text, jsonb, text, text, uuid[], uuid[],
  uuid[], text[], text[], boolean) to ludao_app, ludao_system;
