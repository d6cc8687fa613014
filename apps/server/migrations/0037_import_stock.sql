-- What exists when a park joins 存量, taken over from one workbook, and what its tenants hold until
-- the park is reconciled (ADR 0049).

create table stock_import (
  id uuid constraint stock_import_pk primary key,
  park_id uuid not null constraint stock_import_park_fk references park (id),
  -- the organisation of whoever sent the file
  owner_org uuid not null constraint stock_import_owner_fk references organisation (id),
  district_code text not null,
  state text not null default 'CHECKED',
  file_name text not null,
  -- of the workbook as it was last sent
  sha256 text not null,
  bytes integer not null,
  -- by sheet: rows with their numbers, texts and the cells that could not be read
  rows jsonb not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  committed_by uuid,
  committed_at timestamptz,
  version integer not null default 1,
  constraint stock_import_state_known check (state in ('CHECKED', 'COMMITTED', 'CANCELLED')),
  constraint stock_import_committed check ((state = 'COMMITTED') = (committed_at is not null)),
  constraint stock_import_digest_written check (sha256 ~ '^[0-9a-f]{64}$')
);
create index stock_import_by_park on stock_import (park_id, sent_at);
create index stock_import_by_owner on stock_import (owner_org);
create index stock_import_by_district on stock_import (district_code);
-- The same file counts once.
create unique index stock_import_once on stock_import (park_id, sha256) where state <> 'CANCELLED';
select protect_rows('stock_import');

-- Scans that were sent with it, to be named by its rows.
create table stock_scan (
  import_id uuid constraint stock_scan_import_fk references stock_import (id),
  file_id uuid constraint stock_scan_file_fk references file (id),
  owner_org uuid not null,
  district_code text not null,
  park_id uuid not null,
  sent_at timestamptz not null,
  constraint stock_scan_pk primary key (import_id, file_id)
);
create index stock_scan_by_district on stock_scan (district_code);
select protect_rows('stock_scan');
drop policy scope_update on stock_scan;
revoke update on stock_scan from ludao_app;

-- A row of a workbook and what became of it.
create table stock_entry (
  import_id uuid constraint stock_entry_import_fk references stock_import (id),
  sheet text,
  row_number integer,
  -- whose it is: the tenant, or who runs the park
  owner_org uuid not null constraint stock_entry_owner_fk references organisation (id),
  district_code text not null,
  park_id uuid not null constraint stock_entry_park_fk references park (id),
  subject_id uuid not null,
  file_id uuid constraint stock_entry_file_fk references file (id),
  constraint stock_entry_pk primary key (import_id, sheet, row_number),
  constraint stock_entry_sheet_known check (sheet in ('EIA', 'PERMITS', 'APPROVALS', 'SHARES'))
);
create index stock_entry_by_owner on stock_entry (owner_org);
create index stock_entry_by_district on stock_entry (district_code);
create index stock_entry_by_subject on stock_entry (subject_id);
select protect_rows('stock_entry');
drop policy scope_update on stock_entry;
revoke update on stock_entry from ludao_app;

-- An EIA of a tenant from before the platform, as its paper says; no rule was run on it.
create table historical_approval (
  id uuid constraint historical_approval_pk primary key,
  owner_org uuid not null constraint historical_approval_enterprise_fk references enterprise (id),
  district_code text not null,
  park_id uuid not null constraint historical_approval_park_fk references park (id),
  import_id uuid not null constraint historical_approval_import_fk references stock_import (id),
  document text not null,
  project text not null,
  number text not null,
  office text not null,
  approved_on date not null,
  -- when its completion was accepted; null where that is not on paper
  accepted_on date,
  constraint historical_approval_document_known check (document in ('REPORT', 'FORM', 'REGISTRATION')),
  constraint historical_approval_once unique (owner_org, number),
  constraint historical_approval_accepted_after check (accepted_on >= approved_on)
);
create index historical_approval_by_park on historical_approval (park_id);
create index historical_approval_by_district on historical_approval (district_code);
select protect_rows('historical_approval');
drop policy scope_update on historical_approval;
revoke update on historical_approval from ludao_app;

-- What was on file from before, whoever entered it: the register by hand, or the stock of a park.
create or replace view enterprise_approvals with (security_invoker = true) as
  select e.id as enterprise_id, e.name, e.owner_org, e.district_code, e.park_id,
    e.eia_approvals || coalesce((
      select jsonb_agg(jsonb_build_object('project', h.project, 'document', h.document,
        'number', h.number, 'approvedOn', h.approved_on, 'acceptedOn', h.accepted_on)
        order by h.approved_on, h.number)
      from historical_approval h
      where h.owner_org = e.id and not exists (
        select from jsonb_array_elements(e.eia_approvals) as known (one)
        where one ->> 'number' = h.number)), '[]') as eia_approvals
  from enterprise e where e.merged_into is null;

-- A tenant that was in the park before, and the shares that it says it holds. They draw nothing: once
-- the park is reconciled they become admissions, all at once.
create table present_tenant (
  id uuid constraint present_tenant_pk primary key,
  -- the tenant
  owner_org uuid not null constraint present_tenant_enterprise_fk references enterprise (id),
  district_code text not null,
  park_id uuid not null constraint present_tenant_park_fk references park (id),
  state text not null default 'WAITING',
  since date not null,
  -- grams a year by pollutant, litres a day of wastewater, as decimal strings
  shares jsonb not null,
  admission_id uuid constraint present_tenant_admission_fk references admission (id),
  entered_by uuid not null,
  entered_at timestamptz not null,
  version integer not null default 1,
  constraint present_tenant_state_known check (state in ('WAITING', 'ADMITTED', 'REMOVED')),
  constraint present_tenant_admitted check ((state = 'ADMITTED') = (admission_id is not null))
);
create unique index present_tenant_once on present_tenant (owner_org) where state = 'WAITING';
create index present_tenant_by_park on present_tenant (park_id, state);
create index present_tenant_by_district on present_tenant (district_code);
select protect_rows('present_tenant');
