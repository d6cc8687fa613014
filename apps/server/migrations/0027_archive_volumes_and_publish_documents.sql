-- Volumes 案卷 are closed with a number of their year, kept for some years, and packed.
alter table document_volume
  add column version integer not null default 1,
  add column search text not null default '',
  add column number text,
  -- null in a closed volume: kept for ever
  add column retention_years integer,
  add column archive_file uuid,
  add column archive_sha256 text,
  -- path, bytes and SHA-256 of whatever is packed
  add column archive_items jsonb,
  add constraint document_volume_closed_whole check (
    (closed_on is null) = (number is null) and (closed_on is null) = (archive_file is null)
    and (closed_on is null) = (archive_sha256 is null) and (closed_on is null) = (archive_items is null)
    and (closed_on is not null or retention_years is null)),
  add constraint document_volume_retention_plausible check (retention_years between 1 and 200),
  add constraint document_volume_hash_written check (archive_sha256 ~ '^[0-9a-f]{64}$');
create unique index document_volume_number_once on document_volume (owner_org, number)
  where number is not null;

-- The last number of each year; whoever closes a volume holds the row until the transaction ends.
create table volume_year (
  owner_org uuid constraint volume_year_organisation_fk references organisation (id),
  district_code text not null,
  year integer,
  last integer not null,
  constraint volume_year_pk primary key (owner_org, year),
  constraint volume_year_plausible check (year between 2000 and 2100)
);
select protect_rows('volume_year');

-- The version of a document that everybody may read: what was blacked out is not in it. Visitors
-- see a row only while its document is out; of the marks only places and grounds are kept.
create table document_public (
  document_id uuid constraint document_public_pk primary key
    constraint document_public_document_fk references document (id),
  owner_org uuid not null constraint document_public_organisation_fk references organisation (id),
  district_code text not null,
  is_public boolean not null default false,
  state text not null,
  marks jsonb not null,
  statement text not null,
  paper jsonb not null,
  digest text not null,
  search text not null,
  effect text,
  published_on date,
  drafted_by uuid not null constraint document_public_drafter_fk references person (id),
  drafted_post uuid not null constraint document_public_drafter_post_fk references post (id),
  drafted_at timestamptz not null,
  checked_by uuid constraint document_public_checker_fk references person (id),
  checked_post uuid constraint document_public_checker_post_fk references post (id),
  checked_at timestamptz,
  version integer not null default 1,
  constraint document_public_state_known check (state in ('PROPOSED', 'CHECKED')),
  constraint document_public_effect_known check (effect in ('CORRECT', 'WITHDRAW', 'REVOKE', 'VOID')),
  constraint document_public_digest_written check (digest ~ '^[0-9a-f]{64}$'),
  constraint document_public_checked_by_somebody check (
    (state = 'CHECKED') = (checked_by is not null) and (checked_by is null) = (checked_at is null)
    and (checked_by is null) = (checked_post is null)),
  constraint document_public_by_another check (checked_by <> drafted_by),
  constraint document_public_only_checked check (not is_public or (state = 'CHECKED'
    and published_on is not null and effect is distinct from 'VOID'))
);
create index document_public_out on document_public (published_on desc, document_id) where is_public;
select protect_rows('document_public');
