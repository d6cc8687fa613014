-- Documents of an office 公文: drafted, reviewed, signed off with a number, sealed, served, archived.

-- How an office names itself on paper. Its own name, or that of the bureau it acts for.
create table issuing_office (
  owner_org uuid constraint issuing_office_pk primary key
    constraint issuing_office_organisation_fk references organisation (id),
  district_code text not null,
  issuer text not null,
  review_authority text not null,
  court text not null,
  contact text not null,
  version integer not null default 1
);
select protect_rows('issuing_office');

-- 代字〔年〕序号: one series per office and code, numbered anew each year.
create table number_series (
  owner_org uuid constraint number_series_organisation_fk references organisation (id),
  district_code text not null,
  code text,
  pattern text not null,
  constraint number_series_pk primary key (owner_org, code),
  constraint number_series_pattern_whole
    check (pattern like '%{year}%' and pattern like '%{serial}%')
);
select protect_rows('number_series');

-- The last number of each year. Whoever signs off holds this row until the transaction ends, so a
-- sign-off that fails gives its number back and two never get the same.
create table number_year (
  owner_org uuid,
  district_code text not null,
  code text,
  year integer,
  last integer not null,
  constraint number_year_pk primary key (owner_org, code, year),
  constraint number_year_series_fk foreign key (owner_org, code)
    references number_series (owner_org, code),
  constraint number_year_plausible check (year between 2000 and 2100),
  constraint number_year_counts_up check (last >= 0)
);
select protect_rows('number_year');

create table document_volume (
  id uuid constraint document_volume_pk primary key,
  owner_org uuid not null constraint document_volume_organisation_fk references organisation (id),
  district_code text not null,
  title text not null,
  subject_kind text not null,
  subject_id uuid not null,
  subject_name text not null,
  opened_on date not null,
  closed_on date,
  constraint document_volume_subject_known check (subject_kind in ('enterprise', 'park'))
);
create index document_volume_by_subject on document_volume (subject_id);
create index document_volume_by_office on document_volume (owner_org, opened_on);
select protect_rows('document_volume');

create table document (
  id uuid constraint document_pk primary key,
  owner_org uuid not null constraint document_organisation_fk references organisation (id),
  district_code text not null,
  volume_id uuid not null constraint document_volume_fk references document_volume (id),
  kind text not null,
  edition text not null,
  subject_kind text not null,
  subject_id uuid not null,
  -- the organisation that it is served on, and its name on the paper
  addressee_org uuid constraint document_addressee_fk references organisation (id),
  addressee text not null,
  -- issuer line, remedies and contact, frozen when it was signed off
  issuer text,
  remedies text[],
  contact text,
  title text not null,
  fields jsonb not null,
  digest text not null,
  state text not null,
  effect text,
  corrects uuid constraint document_corrects_fk references document (id),
  number text,
  signed_on date,
  sealed_on date,
  served_on date,
  -- the day from which the periods of the addressee run
  counts_from date,
  verification text,
  -- OWN: no official system records such papers; frozen when signed off
  record_mode text,
  official_system text not null default '',
  official_number text,
  official_on date,
  seal_way text,
  seal_file uuid,
  seal_sha256 text,
  served_file uuid,
  search text not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  constraint document_state_known check (state in ('DRAFT', 'SUBMITTED', 'REVIEWED', 'NUMBERED',
    'SEALED', 'SERVED', 'ARCHIVED', 'DISCARDED')),
  constraint document_effect_known check (effect in ('CORRECT', 'WITHDRAW', 'REVOKE', 'VOID')),
  constraint document_subject_known check (subject_kind in ('enterprise', 'park')),
  constraint document_numbered_when_signed check (
    (state in ('NUMBERED', 'SEALED', 'SERVED', 'ARCHIVED'))
      = (number is not null and signed_on is not null and issuer is not null and verification is not null)
  ),
  constraint document_sealed_by_hash check (
    (seal_file is null) = (seal_sha256 is null) and (seal_file is null) = (sealed_on is null)
    and (state not in ('SEALED', 'SERVED', 'ARCHIVED') or seal_file is not null)
  ),
  constraint document_served_on_a_day check ((served_on is null) = (counts_from is null)
    and (state <> 'SERVED' or served_on is not null)),
  constraint document_digest_written check (digest ~ '^[0-9a-f]{64}$'),
  constraint document_mode_known check (record_mode in ('OWN', 'RECORD', 'FRONT')),
  constraint document_mode_when_numbered check ((number is null) = (record_mode is null)),
  constraint document_official_number_dated check ((official_number is null) = (official_on is null)
    and (official_number is null or record_mode = 'FRONT')),
  constraint document_verification_unique unique (verification)
);
create unique index document_number_once on document (owner_org, number) where number is not null;
create index document_by_office on document (owner_org, changed_at);
create index document_by_district on document (district_code, changed_at);
create index document_by_volume on document (volume_id);
create index document_to_enter_outside on document (owner_org)
  where record_mode = 'FRONT' and official_number is null;
create index document_by_addressee on document (addressee_org, served_on) where served_on is not null;
create index document_by_corrected on document (corrects) where corrects is not null;
select protect_rows('document');
-- What was served is the addressee's too.
create policy addressee_read on document for select to ludao_app using (
  served_on is not null and addressee_org = any ((select scope_orgs())::uuid[])
);

-- Every number that a series gave, also those that no document bears.
create table document_number (
  owner_org uuid,
  district_code text not null,
  code text,
  year integer,
  serial integer,
  number text not null,
  document_id uuid constraint document_number_document_fk references document (id),
  state text not null,
  reason text,
  constraint document_number_pk primary key (owner_org, code, year, serial),
  constraint document_number_year_fk foreign key (owner_org, code, year)
    references number_year (owner_org, code, year),
  constraint document_number_text_once unique (owner_org, number),
  constraint document_number_state_known check (state in ('USED', 'VOID')),
  constraint document_number_void_has_reason check (
    (state = 'VOID') = (reason is not null) and (state = 'VOID' or document_id is not null))
);
select protect_rows('document_number');

-- Who did what with a document, at which post; reasons are free text and stand here, not in the log.
create table document_act (
  owner_org uuid not null,
  district_code text not null,
  document_id uuid constraint document_act_document_fk references document (id),
  nth integer,
  act text not null,
  person_id uuid not null constraint document_act_person_fk references person (id),
  post_id uuid not null constraint document_act_post_fk references post (id),
  at timestamptz not null,
  digest text not null,
  reason text,
  constraint document_act_pk primary key (document_id, nth)
);
select protect_rows('document_act');
revoke update on document_act from ludao_app;

create table document_delivery (
  owner_org uuid not null,
  district_code text not null,
  document_id uuid constraint document_delivery_document_fk references document (id),
  nth integer,
  outcome text not null,
  way text not null,
  on_day date not null,
  counts_from date,
  receiver text not null,
  witness text not null,
  consent boolean not null,
  note text not null,
  receipt_file uuid,
  constraint document_delivery_pk primary key (document_id, nth),
  constraint document_delivery_outcome_known check (outcome in ('SERVED', 'FAILED')),
  constraint document_delivery_way_known check (way in ('DIRECT', 'LEFT', 'MAIL', 'ELECTRONIC',
    'ENTRUSTED', 'ANNOUNCED')),
  constraint document_delivery_served_counts check ((outcome = 'SERVED') = (counts_from is not null))
);
select protect_rows('document_delivery');
revoke update on document_delivery from ludao_app;

-- Whoever holds the paper and types its code learns number, date and status: nothing else leaves.
create function verify_document(code text)
returns table (number text, signed_on date, state text, effect text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select d.number, d.signed_on, d.state, d.effect
  from public.document d where d.verification = code
$$;
revoke execute on function verify_document(text) from public;
grant execute on function verify_document(text) to ludao_app;

-- Whose documents they are, for whoever sees one.
create view issuing_offices_public as
  select id as owner_org, name as organisation from organisation where is_public;
grant select on issuing_offices_public to ludao_app;
