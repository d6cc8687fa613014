-- A notice speaks for its case: once the case is decided or withdrawn, nobody speaks to it any more.
create or replace function leave_case_comment(
  new_id uuid, notice uuid, what text, said text, by_name text, by_phone text, on_day date,
  at_time timestamptz
) returns table (case_id uuid, owner_org uuid, district_code text, park_id uuid, office_org uuid, project text)
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with open_notice as (
    select n.id, n.case_id, n.district_code from public.case_notice n
      join public.eia_case c on c.id = n.case_id and c.state in ('ACCEPTED', 'INTENT')
    where n.id = notice and n.is_public and n.posted_on <= on_day
      and on_day <= case what when 'HEARING' then n.hearing_until else n.until_on end
  ), comment as (
    insert into public.case_comment (id, case_id, notice_id, district_code, kind, words, left_at)
    select new_id, o.case_id, o.id, o.district_code, what, said, at_time from open_notice o
    returning id, case_id, district_code
  ), person as (
    insert into public.case_comment_person (comment_id, district_code, name, phone)
    select c.id, c.district_code, by_name, by_phone from comment c
  )
  select c.case_id, e.owner_org, e.district_code, e.park_id, a.office_org, e.name
  from comment c join public.eia_case e on e.id = c.case_id
    join public.eia_approval a on a.case_id = c.case_id
$$;

-- What a park is permitted is what its permit names: a park that is only registered
-- (排污登记) has no amounts, and lifts no limit.
create or replace function permit_of_park(place uuid, on_day date)
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
    and v.kind is distinct from 'CANCEL' and v.valid_to >= on_day and v.category <> 'REGISTRATION'
  order by p.site limit 1
$$;

-- The park-wide EIA in force, held until the transaction ends: it is not stopped, and none takes its
-- place, while a tenant enters under it.
create function hold_park_eia(park uuid) returns table (id uuid)
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select e.id from public.park_eia e where e.park_id = park and e.state = 'IN_FORCE' for share
$$;
revoke execute on function hold_park_eia(uuid) from public;
grant execute on function hold_park_eia(uuid) to ludao_app;
