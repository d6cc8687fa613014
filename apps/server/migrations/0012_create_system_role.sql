-- What the program itself may do, apart from whoever asks it and from whoever owns its tables: find
-- sessions, keep accounts, read the log to sign it. On a server its login is a member of this role
-- and of ludao_app, and owns nothing (ADR 0032).

do $$
begin
  -- Made beforehand where whoever migrates may not make roles.
  if not exists (select from pg_roles where rolname = 'ludao_system') then
    create role ludao_system nologin;
  end if;
exception
  when duplicate_object or unique_violation then null;
end $$;

-- How each recurring task of the program fares, over all its processes.
create table recurring_task (
  name text constraint recurring_task_pk primary key,
  first_seen_at timestamptz not null,
  done_at timestamptz,
  failures integer not null default 0,
  constraint recurring_task_named check (name ~ '^[a-z][a-z0-9-]{1,59}$'),
  constraint recurring_task_failures_counted check (failures >= 0)
);

grant usage on schema public, auth to ludao_system;
grant select on all tables in schema public to ludao_system;
grant insert, update on recurring_task to ludao_system;
grant insert on event_checkpoint to ludao_system;
grant select, insert, update on auth.account to ludao_system;
grant select, insert, update, delete on auth.session, auth.sign_on_link, auth.sign_on_attempt
  to ludao_system;
-- Tables to come: the program reads its own, and keeps those of signing in.
alter default privileges in schema public grant select on tables to ludao_system;
alter default privileges in schema auth
  grant select, insert, update, delete on tables to ludao_system;

-- The security log is added to and read; it is never changed, and what is younger than six months
-- is not deleted, whatever the program asks for.
grant select, insert, delete on auth.security_event to ludao_system;
alter table auth.security_event enable row level security;
create policy system_read on auth.security_event for select to ludao_system using (true);
create policy system_insert on auth.security_event for insert to ludao_system with check (true);
create policy system_forget on auth.security_event for delete to ludao_system
  using (at < now() - interval '6 months');

-- Up to which position the log is complete: whoever inserts holds a lock on the table from before
-- the position is drawn until it is committed, so once this lock was had, all of those have ended.
-- Waits up to ten seconds (55P03); a lock of this kind takes more rights than the program has.
create function settle_event_log() returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '10s' as $$
begin
  lock table public.event in share mode;
  return (select coalesce(max(position), 0) from public.event);
end $$;
revoke execute on function settle_event_log() from public;
grant execute on function settle_event_log() to ludao_system;

-- As in 0002, and the program itself reads every row: it writes none of them but as ludao_app.
create or replace function protect_rows(target regclass) returns void language plpgsql as $$
declare
  rights text := '';
  visible text;
begin
  select string_agg(condition, ' or ') into rights
  from (values
    ('owner_org', 'owner_org = any ((select scope_orgs())::uuid[])'),
    ('district_code', 'district_code = any ((select scope_districts())::text[])'),
    ('park_id', 'park_id = any ((select scope_parks())::uuid[])')
  ) as known (name, condition)
  where exists (
    select from pg_attribute
    where attrelid = target and attname = known.name and not attisdropped
  );
  if rights is null then
    raise exception '% has none of owner_org, district_code, park_id', target;
  end if;
  visible := rights;
  if exists (select from pg_attribute
             where attrelid = target and attname = 'is_public' and not attisdropped) then
    visible := rights || $q$ or (is_public and (select scope_actor()) <> '')$q$;
  end if;
  execute format('alter table %s enable row level security', target);
  execute format('create policy scope_read on %s for select to ludao_app using (%s)', target, visible);
  execute format('create policy scope_insert on %s for insert to ludao_app with check (%s)', target, rights);
  execute format('create policy scope_update on %s for update to ludao_app using (%s) with check (%s)',
    target, rights, rights);
  execute format('create policy system_read on %s for select to ludao_system using (true)', target);
  execute format('grant select, insert, update on %s to ludao_app', target);
end $$;

do $$
declare
  protected regclass;
begin
  for protected in
    select oid::regclass from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relrowsecurity
  loop
    execute format('create policy system_read on %s for select to ludao_system using (true)', protected);
  end loop;
end $$;
