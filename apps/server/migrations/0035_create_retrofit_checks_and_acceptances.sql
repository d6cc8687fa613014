-- After-checks 事后核查 of retrofits that needed no EIA. That one was drawn is told nobody beforehand:
-- the applicant is put into owner_org only with the result.
create table retrofit_check (
  case_id uuid constraint retrofit_check_pk primary key
    constraint retrofit_check_case_fk references eia_case (id),
  owner_org uuid,
  district_code text not null,
  drawn_on date not null,
  drawn_by uuid not null,
  checked_on date,
  checked_by uuid,
  result text,
  words text not null default '',
  constraint retrofit_check_result_known check (result in ('AS_DECLARED', 'NOT_AS_DECLARED')),
  constraint retrofit_check_whole check ((result is null) = (checked_on is null)
    and (result is null) = (checked_by is null) and (result is null) = (owner_org is null))
);
select protect_rows('retrofit_check');
create index eia_case_retrofits on eia_case (submitted_on) where track = 'ZERO_LAND';

-- Completion acceptance 竣工环境保护验收 (国环规环评〔2017〕4号): one row per project, or per stage of one.
create table completion_acceptance (
  id uuid constraint completion_acceptance_pk primary key,
  owner_org uuid not null constraint completion_acceptance_proponent_fk references organisation (id),
  district_code text not null,
  park_id uuid constraint completion_acceptance_park_fk references park (id),
  enterprise_id uuid constraint completion_acceptance_enterprise_fk references enterprise (id),
  case_id uuid constraint completion_acceptance_case_fk references eia_case (id),
  is_public boolean not null default false,
  state text not null,
  project text not null,
  stage text not null default '',
  proponent text not null,
  document text not null,
  approval_number text not null,
  approved_on date not null,
  completed_on date not null,
  -- what the steps said: days, bars, papers, permit
  details jsonb not null,
  search text not null,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  constraint completion_acceptance_state_known check (state in ('COMPLETED', 'COMMISSIONING',
    'RECTIFYING', 'QUALIFIED', 'PUBLISHED', 'FILED', 'ABANDONED')),
  constraint completion_acceptance_document_known check (document in ('FORM', 'REPORT'))
);
create unique index completion_acceptance_once
  on completion_acceptance (owner_org, approval_number, stage) where state <> 'ABANDONED';
create index completion_acceptance_by_district on completion_acceptance (district_code, completed_on);
create index completion_acceptance_by_park on completion_acceptance (park_id);
create index completion_acceptance_public on completion_acceptance (completed_on) where is_public;
select protect_rows('completion_acceptance');

-- When the clocks of a matter end, for lists of the capability whose matter it is.
create view clock_dues with (security_invoker = true) as
  select id as clock_id, subject_kind, subject_id, definition, state, due_on, amber_on, red_on, in_time
  from clock;
grant select on clock_dues to ludao_app, ludao_system;

-- Approvals that an enterprise has on file from before.
create view enterprise_approvals with (security_invoker = true) as
  select id as enterprise_id, name, owner_org, district_code, park_id, eia_approvals from enterprise
  where merged_into is null;
grant select on enterprise_approvals to ludao_app;

-- The papers of an acceptance are public while its report is, and only as the acceptance names them.
create function public_completion_paper(acceptance uuid, paper text) returns setof public.file
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select f.* from public.completion_acceptance c
    join public.file f on f.id = (c.details -> 'report' -> 'papers' ->> paper)::uuid
  where c.id = acceptance and c.is_public and c.state in ('PUBLISHED', 'FILED')
    and paper in ('monitoring', 'opinion', 'matters')
$$;
revoke execute on function public_completion_paper(uuid, text) from public;
grant execute on function public_completion_paper(uuid, text) to ludao_app;
