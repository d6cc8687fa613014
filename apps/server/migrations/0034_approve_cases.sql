-- Approval of report forms and report books (M4): what the applicant hands in, what the office does
-- with it, its publicity, and the surveys and meetings that many cases share. Periods are clocks.

-- Bodies that were asked for an opinion read the case.
alter table eia_case add column invited uuid[] not null default '{}';
create index eia_case_by_invited on eia_case using gin (invited);
create policy invited_read on eia_case for select to ludao_app
  using (invited && (select scope_orgs())::uuid[]);

create table eia_approval (
  case_id uuid constraint eia_approval_pk primary key
    constraint eia_approval_case_fk references eia_case (id),
  owner_org uuid not null,
  district_code text not null,
  park_id uuid,
  -- the bureau that handles and decides it, once it was submitted
  office_org uuid constraint eia_approval_office_fk references organisation (id),
  file jsonb not null,
  document_file uuid constraint eia_approval_document_fk references file (id),
  public_file uuid constraint eia_approval_public_fk references file (id),
  participation_file uuid constraint eia_approval_participation_fk references file (id),
  received_at timestamptz,
  missing jsonb,
  missing_on date,
  intake_refusal jsonb,
  accepted_on date,
  -- no notice came in time, and the law counts it as accepted
  deemed boolean not null default false,
  acceptance_number text,
  survey jsonb,
  visits jsonb not null default '[]',
  hearing jsonb,
  intent text,
  proposal jsonb,
  proposed_by uuid,
  outcome text,
  decision_number text,
  decided_by uuid,
  record_mode text,
  official_system text not null default '',
  official_number text,
  official_on date,
  works_on date,
  papers jsonb not null default '[]',
  constraint eia_approval_intent_known check (intent in ('APPROVE', 'REFUSE')),
  constraint eia_approval_outcome_known check (outcome in ('APPROVE', 'REFUSE')),
  constraint eia_approval_mode_known check (record_mode in ('RECORD', 'FRONT')),
  constraint eia_approval_decided_numbered check ((outcome is null) = (decision_number is null)),
  constraint eia_approval_acceptance_once unique (acceptance_number),
  constraint eia_approval_decision_once unique (decision_number)
);
create index eia_approval_by_office on eia_approval (office_org);
select protect_rows('eia_approval');

-- A technical evaluation or expert review. It belongs to the body that was asked, else to the office.
create table case_review (
  id uuid constraint case_review_pk primary key,
  case_id uuid not null constraint case_review_case_fk references eia_case (id),
  owner_org uuid not null constraint case_review_org_fk references organisation (id),
  district_code text not null,
  kind text not null,
  is_asked boolean not null,
  batch_id uuid,
  started_at timestamptz not null,
  ended_at timestamptz,
  result text,
  words text not null default '',
  constraint case_review_kind_known check (kind in ('TECHNICAL', 'EXPERTS')),
  constraint case_review_result_known check (result in ('FEASIBLE', 'AFTER_CHANGES', 'NOT_FEASIBLE')),
  constraint case_review_ended_with_result check ((ended_at is null) = (result is null))
);
create unique index case_review_one_open on case_review (case_id) where ended_at is null;
create index case_review_by_case on case_review (case_id, started_at);
create index case_review_by_org on case_review (owner_org);
select protect_rows('case_review');

-- What everybody may read: the table of Shaoxing's notices, as it was posted. It is never changed.
create table case_notice (
  id uuid constraint case_notice_pk primary key,
  case_id uuid not null constraint case_notice_case_fk references eia_case (id),
  owner_org uuid not null,
  district_code text not null,
  is_public boolean not null default true,
  kind text not null,
  track text not null,
  office text not null,
  contact text not null,
  posted_on date not null,
  until_on date,
  hearing_until date,
  number text,
  outcome text,
  content jsonb not null,
  file_id uuid constraint case_notice_file_fk references file (id),
  search text not null,
  constraint case_notice_kind_known check (kind in ('ACCEPTANCE', 'INTENT', 'DECISION'))
);
create index case_notice_by_case on case_notice (case_id);
create index case_notice_newest on case_notice (posted_on, id);
select protect_rows('case_notice');

-- What the public says to a notice. The office reads it; the applicant learns of it from the office.
create table case_comment (
  id uuid constraint case_comment_pk primary key,
  case_id uuid not null constraint case_comment_case_fk references eia_case (id),
  notice_id uuid not null constraint case_comment_notice_fk references case_notice (id),
  district_code text not null,
  kind text not null,
  words text not null,
  left_at timestamptz not null,
  constraint case_comment_kind_known check (kind in ('COMMENT', 'HEARING')),
  constraint case_comment_words_short check (length(words) between 5 and 2000)
);
create index case_comment_by_case on case_comment (case_id, left_at);
select protect_rows('case_comment');

create table case_comment_person (
  comment_id uuid constraint case_comment_person_pk primary key
    constraint case_comment_person_comment_fk references case_comment (id),
  district_code text not null,
  name text not null,
  phone text not null
);
select protect_rows('case_comment_person');

-- Written by leave_case_comment alone, and never changed.
revoke insert, update on case_comment, case_comment_person from ludao_app;

-- Anybody may speak to a notice while it is open. @returns whose case it is; nothing once it is closed
create function leave_case_comment(
  new_id uuid, notice uuid, what text, said text, by_name text, by_phone text, on_day date,
  at_time timestamptz
) returns table (case_id uuid, owner_org uuid, district_code text, park_id uuid, office_org uuid, project text)
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with open_notice as (
    select n.id, n.case_id, n.district_code from public.case_notice n
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

-- The public version of the document, of a notice that everybody may read.
create function public_notice_file(notice uuid)
returns table (id uuid, sha256 text, bytes integer, media_type text, name text, scan text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select f.id, f.sha256, f.bytes, f.media_type, f.name, f.scan
  from public.case_notice n join public.file f on f.id = n.file_id
  where n.id = notice and n.is_public
$$;
revoke execute on function
  leave_case_comment(uuid, uuid, text, text, text, text, date, timestamptz),
  public_notice_file(uuid) from public;
grant execute on function
  leave_case_comment(uuid, uuid, text, text, text, text, date, timestamptz),
  public_notice_file(uuid) to ludao_app;

-- The last number of acceptances and of decisions, per county and year: no gap and no repeat.
create table case_serial (
  district_code text not null,
  kind text not null,
  year integer not null,
  last integer not null,
  constraint case_serial_pk primary key (district_code, kind, year),
  constraint case_serial_kind_known check (kind in ('ACCEPTANCE', 'DECISION'))
);
select protect_rows('case_serial');

-- A survey day of a park or a meeting of an industry, of one office.
create table batch (
  id uuid constraint batch_pk primary key,
  owner_org uuid not null constraint batch_office_fk references organisation (id),
  district_code text not null,
  park_id uuid constraint batch_park_fk references park (id),
  kind text not null,
  state text not null,
  day date not null,
  place text not null,
  industry text,
  body_org uuid constraint batch_body_fk references organisation (id),
  opened_at timestamptz not null,
  version integer not null default 1,
  constraint batch_kind_known check (kind in ('SURVEY', 'MEETING')),
  constraint batch_state_known check (state in ('PROPOSED', 'ANNOUNCED', 'HELD', 'CANCELLED'))
);
create index batch_by_office on batch (owner_org, day);
create index batch_by_district on batch (district_code, day);
select protect_rows('batch');
-- Once it is announced, the body that is invited reads it.
create policy invited_read on batch for select to ludao_app
  using (state <> 'PROPOSED' and body_org = any ((select scope_orgs())::uuid[]));

create table batch_case (
  batch_id uuid constraint batch_case_batch_fk references batch (id),
  case_id uuid constraint batch_case_case_fk references eia_case (id),
  -- the office of the batch
  owner_org uuid not null,
  district_code text not null,
  park_id uuid,
  kind text not null,
  -- false once it was taken out, or its batch was cancelled
  counts boolean not null default true,
  outcome text,
  words text not null default '',
  constraint batch_case_pk primary key (batch_id, case_id),
  constraint batch_case_outcome_known check (outcome in ('DONE', 'ABSENT'))
);
-- A case is in one survey and one meeting at a time.
create unique index batch_case_once on batch_case (case_id, kind) where counts and outcome is null;
create index batch_case_by_case on batch_case (case_id);
select protect_rows('batch_case');

-- Who may be asked for an opinion, and how an office is reached, as its notices say it.
create view review_bodies_public as
  select id, name, district_code from organisation where kind = 'TECH_REVIEW_BODY';
grant select on review_bodies_public to ludao_app;
create view office_contacts_public as select owner_org, contact from issuing_office;
grant select on office_contacts_public to ludao_app;
