-- What a park shares, who cites it, and what ends that (ADR 0045).

create table shared_dataset (
  id uuid constraint shared_dataset_pk primary key,
  park_id uuid not null constraint shared_dataset_park_fk references park (id),
  -- who runs the park
  owner_org uuid not null constraint shared_dataset_operator_fk references organisation (id),
  district_code text not null,
  kind text not null,
  title text not null,
  data_owner text not null,
  -- the first day of sampling; a certificate has none
  sampled_on date,
  laboratory text not null default '',
  cma_no text not null default '',
  points jsonb not null default '[]',
  factors jsonb not null default '[]',
  file_id uuid not null constraint shared_dataset_file_fk references file (id),
  valid_from date not null,
  valid_to date not null,
  state text not null default 'AVAILABLE',
  ended_on date,
  -- why it was withdrawn; free text, and no part of the log
  reason text not null default '',
  superseded_by uuid constraint shared_dataset_superseded_fk references shared_dataset (id),
  entered_by uuid not null,
  entered_on date not null,
  constraint shared_dataset_kind_known check (kind in ('ambient', 'soil_groundwater', 'sewer')),
  constraint shared_dataset_state_known check (state in ('AVAILABLE', 'WITHDRAWN', 'SUPERSEDED')),
  constraint shared_dataset_ends_after_start check (valid_to >= valid_from),
  constraint shared_dataset_sampled check ((kind = 'sewer') = (sampled_on is null)),
  constraint shared_dataset_ended check ((state = 'AVAILABLE') = (ended_on is null)),
  constraint shared_dataset_superseded_by_one check ((state = 'SUPERSEDED') = (superseded_by is not null))
);
create index shared_dataset_by_park on shared_dataset (park_id, valid_to);
create index shared_dataset_by_district on shared_dataset (district_code);
select protect_rows('shared_dataset');

-- The bundle that a project cites by, as it was made.
create table citation (
  id uuid constraint citation_pk primary key,
  -- the enterprise whose project it is
  owner_org uuid not null constraint citation_enterprise_fk references enterprise (id),
  district_code text not null,
  park_id uuid not null constraint citation_park_fk references park (id),
  number text not null,
  project text not null,
  stage text not null,
  -- a case or project number, as text
  case_ref text not null default '',
  zoning text not null,
  park_eia_id uuid constraint citation_eia_fk references park_eia (id),
  file_id uuid not null constraint citation_file_fk references file (id),
  sha256 text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  made_on date not null,
  constraint citation_number_unique unique (park_id, number),
  constraint citation_stage_known check (stage in ('EIA', 'COMPLETION')),
  constraint citation_zoning_known check (zoning in ('entered', 'not_entered'))
);
create index citation_by_owner on citation (owner_org, made_at);
create index citation_by_park on citation (park_id, made_on);
create index citation_by_district on citation (district_code, made_at);
select protect_rows('citation');
revoke update on citation from ludao_app;

create table citation_item (
  citation_id uuid constraint citation_item_citation_fk references citation (id),
  position integer,
  owner_org uuid not null,
  district_code text not null,
  park_id uuid not null,
  dataset_id uuid constraint citation_item_dataset_fk references shared_dataset (id),
  -- as it stood on the day of the bundle
  item jsonb not null,
  constraint citation_item_pk primary key (citation_id, position)
);
create index citation_item_by_dataset on citation_item (dataset_id) where dataset_id is not null;
select protect_rows('citation_item');
revoke update on citation_item from ludao_app;

-- One number after the other within a year and park.
create table citation_year (
  park_id uuid constraint citation_year_park_fk references park (id),
  year integer,
  last integer not null,
  constraint citation_year_pk primary key (park_id, year)
);
-- The only way to it: a tenant does not learn how many bundles others made.
create function take_citation_number(of_park uuid, of_year integer) returns integer
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into citation_year as y (park_id, year, last) values (of_park, of_year, 1)
  on conflict (park_id, year) do update set last = y.last + 1 returning last
$$;

-- Whoever cites has to be told since when a park-wide EIA is stopped.
create or replace view park_eias_public as
  select id, park_id, district_code, title, approval_no, in_force_from, valid_to, state, stopped_on
  from park_eia where state in ('IN_FORCE', 'STOPPED', 'SUPERSEDED', 'EXPIRED');

-- What an enterprise's park shares. A tenant does not see the park's rows; it sees these through its
-- own place, and whoever acts for it does.
create function citable_datasets(of_enterprise uuid) returns table (
  id uuid, kind text, title text, data_owner text, sampled_on date, laboratory text, cma_no text,
  valid_from date, valid_to date, state text, ended_on date, superseded_title text,
  sha256 text, bytes integer, media_type text, scan text
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select d.id, d.kind, d.title, d.data_owner, d.sampled_on, d.laboratory, d.cma_no, d.valid_from,
    d.valid_to, d.state, d.ended_on, s.title, f.sha256, f.bytes, f.media_type, f.scan
  from enterprise e
    join shared_dataset d on d.park_id = e.park_id
    join file f on f.id = d.file_id
    left join shared_dataset s on s.id = d.superseded_by
  where e.id = of_enterprise and e.owner_org = any ((select scope_orgs())::uuid[])
  order by d.valid_to desc, d.title, d.id
$$;

-- Keeps what the enterprise may cite as it is until the transaction ends: whoever withdraws or stops
-- it in the same moment waits, and comes after the bundle.
create function hold_citable(of_enterprise uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  place uuid;
begin
  select e.park_id into place from enterprise e
  where e.id = of_enterprise and e.owner_org = any ((select scope_orgs())::uuid[]);
  perform 1 from park_eia p where p.park_id = place and p.state = 'IN_FORCE' for share;
  perform 1 from shared_dataset d where d.park_id = place order by d.id for share;
end $$;

-- What has become of the sets that bundles in reach name.
create function cited_datasets(of_citations uuid[]) returns table (
  citation_id uuid, id uuid, title text, valid_from date, valid_to date, state text, ended_on date,
  superseded_title text
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.id, d.id, d.title, d.valid_from, d.valid_to, d.state, d.ended_on, s.title
  from citation c
    join citation_item i on i.citation_id = c.id
    join shared_dataset d on d.id = i.dataset_id
    left join shared_dataset s on s.id = d.superseded_by
  where c.id = any (of_citations) and (c.owner_org = any ((select scope_orgs())::uuid[])
    or c.district_code = any ((select scope_districts())::text[])
    or c.park_id = any ((select scope_parks())::uuid[]))
$$;

-- The follow-up evaluation that is owed for a park-wide EIA, one after the other.
create table follow_up (
  id uuid constraint follow_up_pk primary key,
  park_id uuid not null constraint follow_up_park_fk references park (id),
  owner_org uuid not null constraint follow_up_operator_fk references organisation (id),
  district_code text not null,
  park_eia_id uuid not null constraint follow_up_eia_fk references park_eia (id),
  clock_id uuid not null constraint follow_up_clock_fk references clock (id),
  state text not null default 'DUE',
  conclusion text,
  file_id uuid constraint follow_up_file_fk references file (id),
  handed_in_on date,
  handed_in_by uuid,
  noted_on date,
  noted_by uuid,
  constraint follow_up_state_known check (state in ('DUE', 'HANDED_IN', 'NOTED', 'CANCELLED')),
  constraint follow_up_conclusion_known check (conclusion in ('NO_MAJOR_CHANGE', 'MAJOR_CHANGE')),
  constraint follow_up_handed_in check (state in ('DUE', 'CANCELLED')
    or (conclusion is not null and file_id is not null and handed_in_on is not null)),
  constraint follow_up_noted check ((state = 'NOTED') = (noted_on is not null))
);
create index follow_up_by_park on follow_up (park_id);
create index follow_up_by_district on follow_up (district_code);
create unique index follow_up_one_open on follow_up (park_eia_id) where state in ('DUE', 'HANDED_IN');
select protect_rows('follow_up');

-- A change of a park, judged by the thirteen triggers and decided by an officer.
create table park_change (
  id uuid constraint park_change_pk primary key,
  park_id uuid not null constraint park_change_park_fk references park (id),
  owner_org uuid not null constraint park_change_operator_fk references organisation (id),
  district_code text not null,
  park_eia_id uuid not null constraint park_change_eia_fk references park_eia (id),
  title text not null,
  description text not null default '',
  capacity_unit text not null default '',
  facts jsonb not null,
  -- by the edition of the day on which it was reported
  assessment jsonb not null,
  state text not null default 'REPORTED',
  reported_by uuid not null,
  reported_post uuid,
  reported_at timestamptz not null,
  reported_on date not null,
  decided_by uuid,
  decided_on date,
  reason text not null default '',
  told integer,
  constraint park_change_state_known check (state in ('REPORTED', 'DECLARED', 'DISMISSED')),
  constraint park_change_decided check ((state = 'REPORTED') = (decided_on is null)),
  constraint park_change_by_two_persons check (decided_by <> reported_by)
);
create index park_change_by_park on park_change (park_id);
create index park_change_by_district on park_change (district_code);
select protect_rows('park_change');

-- Who was admitted under a park-wide EIA, as far as the reader sees the admission itself.
create view admitted_tenants_public with (security_invoker = true) as
  select owner_org as enterprise_id, park_id from admission where state = 'ADMITTED';
grant select on admitted_tenants_public to ludao_app;

revoke execute on function take_citation_number(uuid, integer), citable_datasets(uuid),
  hold_citable(uuid), cited_datasets(uuid[]) from public;
grant execute on function take_citation_number(uuid, integer), citable_datasets(uuid),
  hold_citable(uuid), cited_datasets(uuid[]) to ludao_app;
