-- Filing and approval of a project 环评备案与审批: one row per application, with the law's answer as
-- it was on its day. Persons stand in eia_case_person; what a kind of case asks besides, in details.
create table eia_case (
  id uuid constraint eia_case_pk primary key,
  owner_org uuid not null constraint eia_case_applicant_fk references organisation (id),
  district_code text not null,
  park_id uuid constraint eia_case_park_fk references park (id),
  enterprise_id uuid constraint eia_case_enterprise_fk references enterprise (id),
  is_public boolean not null default false,
  track text not null,
  state text not null,
  name text not null,
  applicant text not null,
  project_code text,
  address text not null,
  -- as it was asked and answered; frozen anew whenever the applicant changes the project
  project jsonb not null,
  answer jsonb not null,
  basis jsonb not null,
  details jsonb not null default '{}',
  number text,
  historical boolean not null default false,
  opened_at timestamptz not null,
  submitted_on date,
  decided_on date,
  search text not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  constraint eia_case_track_known
    check (track in ('REGISTRATION', 'COMMITMENT', 'FORM', 'REPORT', 'ZERO_LAND')),
  constraint eia_case_state_known check (state in ('DRAFT', 'PREPARED', 'FILED', 'SUBMITTED',
    'INCOMPLETE', 'NOT_ACCEPTED', 'ACCEPTED', 'INTENT', 'PROPOSED', 'APPROVED', 'REFUSED', 'EXEMPT',
    'WITHDRAWN', 'VOID', 'DISCARDED')),
  constraint eia_case_number_once unique (number)
);
create index eia_case_by_applicant on eia_case (owner_org, changed_at);
create index eia_case_by_district on eia_case (district_code, changed_at);
create index eia_case_by_park on eia_case (park_id, changed_at);
create index eia_case_by_enterprise on eia_case (enterprise_id);
select protect_rows('eia_case');

-- The persons of a case: never public, masked on screens.
create table eia_case_person (
  case_id uuid constraint eia_case_person_case_fk references eia_case (id),
  owner_org uuid not null,
  district_code text not null,
  role text not null,
  name text not null,
  phone text,
  constraint eia_case_person_pk primary key (case_id, role),
  constraint eia_case_person_role_known
    check (role in ('LEGAL_REPRESENTATIVE', 'CONTACT', 'LEAD_PREPARER'))
);
select protect_rows('eia_case_person');

-- Bureaus by territory, for whoever has to reach the one that handles a matter.
create view bureaus_public as
  select id, kind, name, territory from organisation
  where kind in ('MUNICIPAL_EEB', 'COUNTY_EEB');
grant select on bureaus_public to ludao_app;
