-- Papers that the platform gives at once by law, signed by nobody: receipts and certificates (ADR 0042).

create table certificate (
  id uuid constraint certificate_pk primary key,
  -- the organisation of the holder, and its name on the paper
  owner_org uuid not null constraint certificate_organisation_fk references organisation (id),
  district_code text not null,
  park_id uuid constraint certificate_park_fk references park (id),
  holder text not null,
  kind text not null,
  edition text not null,
  -- what it certifies: a row of another module
  about_kind text not null,
  about_id uuid not null,
  number text not null constraint certificate_number_unique unique,
  fields jsonb not null,
  digest text not null,
  verification text not null constraint certificate_verification_unique unique,
  issued_on date not null,
  issued_at timestamptz not null,
  -- whose record counts, as the lists of the day said it; OWN: no official system records it
  record_mode text not null,
  official_system text not null default '',
  official_number text,
  official_on date,
  state text not null default 'VALID',
  state_on date,
  state_reason text,
  version integer not null default 1,
  constraint certificate_state_known check (state in ('VALID', 'ENDED', 'REVOKED', 'SUPERSEDED')),
  constraint certificate_ended_for_a_reason check (
    (state = 'VALID') = (state_on is null) and (state_on is null) = (state_reason is null)),
  constraint certificate_mode_known check (record_mode in ('OWN', 'RECORD', 'FRONT')),
  constraint certificate_official_number_dated check ((official_number is null) = (official_on is null)
    and (official_number is null or record_mode = 'FRONT')),
  constraint certificate_digest_written check (digest ~ '^[0-9a-f]{64}$')
);
create index certificate_by_holder on certificate (owner_org, issued_at);
create index certificate_by_park on certificate (park_id) where park_id is not null;
create index certificate_by_district on certificate (district_code, issued_at);
create index certificate_by_matter on certificate (about_kind, about_id);
create index certificate_to_enter_outside on certificate (district_code)
  where record_mode = 'FRONT' and official_number is null and state = 'VALID';
select protect_rows('certificate');

-- The last number of a kind, county and year. Whoever issues holds the row until the transaction
-- ends, so one that fails gives its number back and two never get the same.
create table certificate_year (
  district_code text not null,
  kind text not null,
  year integer not null,
  last integer not null,
  constraint certificate_year_pk primary key (district_code, kind, year),
  constraint certificate_year_plausible check (year between 2000 and 2100)
);
-- The only way to it: nobody reads how many another county issued, or sets a number back.
create function take_certificate_number(county text, of_kind text, of_year integer) returns integer
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into public.certificate_year as y (district_code, kind, year, last)
  values (county, of_kind, of_year, 1)
  on conflict (district_code, kind, year) do update set last = y.last + 1 returning last
$$;

-- Whoever holds the paper and types its code learns number, date, status and whose record counts.
create function verify_certificate(code text)
returns table (number text, issued_on date, state text, record_mode text, official_system text,
  official_number text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.number, c.issued_on, c.state, c.record_mode, c.official_system, c.official_number
  from public.certificate c where c.verification = code
$$;

revoke execute on function take_certificate_number(text, text, integer), verify_certificate(text)
  from public;
grant execute on function take_certificate_number(text, text, integer), verify_certificate(text)
  to ludao_app;
