-- Who may see a row is decided once, here. Every request runs as ludao_app with the scope of its
-- session in four settings; without them no row of a protected table is visible (ADR 0024).

do $$
begin
  create role ludao_app nologin;
exception
  -- Roles belong to the whole cluster: another database, or another process, was first.
  when duplicate_object or unique_violation then null;
end $$;

do $$
begin
  if not pg_has_role(current_user, 'ludao_app', 'member') then
    execute format('grant ludao_app to %I', current_user);
  end if;
end $$;

grant usage on schema public to ludao_app;
grant select on calendar_year, calendar_day to ludao_app;

-- Organisations that the session speaks for: its own, and those that delegated to it.
create function scope_orgs() returns uuid[] language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('ludao.orgs', true), '')::uuid[], '{}') $$;

-- Counties (GB/T 2260) that the session's office is responsible for.
create function scope_districts() returns text[] language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('ludao.districts', true), '')::text[], '{}') $$;

-- Parks that the session's organisation operates, owns, or that the person is chief or squad of.
create function scope_parks() returns uuid[] language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('ludao.parks', true), '')::uuid[], '{}') $$;

-- The person or the named actor of the program, such as system:clock.
create function scope_actor() returns text language sql stable parallel safe as
$$ select coalesce(current_setting('ludao.actor', true), '') $$;

-- Puts a table under the scope. Of the columns owner_org, district_code, park_id and is_public it
-- uses those that the table has. Reading: any of the four; writing: any of the first three.
-- Each setting is read once per statement (the inner select), so that indexes stay usable.
create function protect_rows(target regclass) returns void language plpgsql as $$
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
  execute format('grant select, insert, update on %s to ludao_app', target);
end $$;
revoke execute on function protect_rows(regclass) from public;
