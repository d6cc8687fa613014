-- Files: what was sent, by whom, whose it is. The bytes stand elsewhere, once, under their SHA-256
-- (ADR 0037).

create table file (
  id uuid constraint file_pk primary key,
  -- the row it was linked from, where a capability gave it to others as well
  origin uuid constraint file_origin_fk references file (id),
  owner_org uuid not null constraint file_org_fk references organisation (id),
  district_code text,
  park_id uuid constraint file_park_fk references park (id),
  sha256 text not null,
  bytes integer not null,
  -- found in the content
  media_type text not null,
  name text not null,
  purpose text not null,
  scan text not null,
  -- what the scanner called it
  scan_detail text not null default '',
  -- null where the program itself made it
  created_by uuid,
  created_at timestamptz not null,
  constraint file_sha256_hex check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint file_not_empty check (bytes > 0),
  constraint file_named check (length(name) between 1 and 200),
  constraint file_purpose_short check (purpose ~ '^[a-z][a-z0-9-]{1,39}$'),
  constraint file_scan_known check (scan in ('UNSCANNED', 'CLEAN', 'INFECTED'))
);
create index file_by_content on file (sha256);
create index file_by_sender on file (created_by, created_at) where origin is null;
create index file_by_org on file (owner_org);
create index file_by_district on file (district_code) where district_code is not null;
create index file_by_park on file (park_id) where park_id is not null;
create index file_to_scan on file (sha256) where scan = 'UNSCANNED';
select protect_rows('file');

-- Nobody changes a file. The program notes what a later scan found, and nothing else.
revoke update on file from ludao_app;
grant update (scan, scan_detail) on file to ludao_system;
create policy system_scan on file for update to ludao_system using (true) with check (true);
create function keep_file() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if (to_jsonb(old) - 'scan' - 'scan_detail') is distinct from (to_jsonb(new) - 'scan' - 'scan_detail') then
    raise exception 'a file is not changed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke execute on function keep_file() from public;
create trigger file_is_kept before update on file for each row execute function keep_file();
create trigger file_is_never_removed before delete or truncate on file
  for each statement execute function refuse_change();

-- What is being put into the store, noted before the first byte: bytes that no file names a day later
-- are removed, and nothing has to list the store.
create table file_intake (
  sha256 text constraint file_intake_pk primary key,
  noted_at timestamptz not null,
  -- from the moment that removing is decided until it is done; nobody may count on the bytes then
  removing boolean not null default false
);
create index file_intake_by_time on file_intake (noted_at);
grant insert, update, delete on file_intake to ludao_system;
