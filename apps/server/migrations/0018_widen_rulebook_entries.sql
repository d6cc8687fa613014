-- An entry holds one row of a list, or a whole list that was imported; with the document it rests on
-- in full, its own dates, and where it came from when another installation sent it.

alter table rulebook_entry
  -- the name of its only row, else the document's title: what a list of entries shows
  add column title text not null default '',
  -- all that the office has on this list, told from one entry under its own key
  add column whole_list boolean not null default false,
  add column issuer text not null default '',
  add column source_date date,
  -- where the original can be seen, in words or as an address
  add column source_where text not null default '',
  add column effective_from date,
  add column effective_to date,
  -- the bundle and the installation that it came from
  add column provenance text,
  drop constraint rulebook_entry_state_known,
  drop constraint rulebook_entry_second_person,
  add constraint rulebook_entry_state_known
    check (state in ('SUBMITTED', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
  -- whoever entered it may take it back, and may do nothing else with it
  add constraint rulebook_entry_second_person
    check ((state = 'WITHDRAWN') or decided_by <> entered_by),
  add constraint rulebook_entry_dated check (effective_from is not null) not valid,
  add constraint rulebook_entry_ends_after_start
    check (effective_to is null or effective_to >= effective_from),
  add constraint rulebook_entry_rows check (jsonb_typeof(body) = 'array') not valid;
create index rulebook_entry_by_topic on rulebook_entry (topic, state);

create or replace function keep_rulebook_entry() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - array['state', 'decided_by', 'decided_at', 'reason', 'counts_until'])
     is distinct from
     (to_jsonb(old) - array['state', 'decided_by', 'decided_at', 'reason', 'counts_until'])
     or (old.state <> 'SUBMITTED' and (new.state, new.decided_by, new.decided_at, new.reason)
         is distinct from (old.state, old.decided_by, old.decided_at, old.reason)) then
    raise exception 'an entry of the rulebook is superseded, never edited';
  end if;
  return new;
end $$;

-- The days of a year as an approved entry has them, and the only way to write them: what is not an
-- approved entry gets in nowhere. Days that the notice does not name are as their weekday says.
create function publish_calendar_year(entry uuid) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  notice rulebook_entry;
  of_year integer;
  told text;
begin
  select * into notice from rulebook_entry
  where id = entry and topic = 'calendar' and state = 'APPROVED' and counts_until is null;
  if notice.id is null then
    raise exception 'no approved calendar is called %', entry;
  end if;
  of_year := extract(year from (notice.body -> 0 ->> 'date')::date);
  told := 'rulebook/calendar/' || notice.key || '/' || notice.version;
  insert into calendar_year as y (year, notice, source, confidence)
  values (of_year, notice.source_title || ' ' || notice.source_no, told, 'NOTICE')
  on conflict (year) do update
    set notice = excluded.notice, source = excluded.source, confidence = excluded.confidence;
  insert into calendar_day as d (date, is_working, kind, name, source)
  select day::date,
    case moved.kind when 'HOLIDAY' then false when 'MAKE_UP' then true
      else extract(isodow from day) <= 5 end,
    coalesce(moved.kind, case when extract(isodow from day) <= 5 then 'WORKDAY' else 'WEEKEND' end),
    moved.name, told
  from generate_series(make_date(of_year, 1, 1)::timestamp, make_date(of_year, 12, 31)::timestamp,
      interval '1 day') as day
    left join jsonb_to_recordset(notice.body) as moved (date date, kind text, name text)
      on moved.date = day::date
  on conflict (date) do update
    set is_working = excluded.is_working, kind = excluded.kind, name = excluded.name,
      source = excluded.source;
  return of_year;
end $$;
revoke execute on function publish_calendar_year(uuid) from public;
grant execute on function publish_calendar_year(uuid) to ludao_app;
