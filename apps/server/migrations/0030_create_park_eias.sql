-- Park-wide EIAs 园区整体环评 with what they allow, and the tenants that enter under them (ADR 0043).

create table park_eia (
  id uuid constraint park_eia_pk primary key,
  park_id uuid not null constraint park_eia_park_fk references park (id),
  -- who runs the park
  owner_org uuid constraint park_eia_operator_fk references organisation (id),
  district_code text not null,
  title text not null,
  state text not null,
  -- approved long ago and entered from paper
  historical boolean not null default false,
  liability text not null,
  -- industries, processes, conditions, totals in grams a year, litres a day, distances, conclusions
  envelope jsonb not null,
  preparer text not null default '',
  summary text not null default '',
  report_file uuid constraint park_eia_report_fk references file (id),
  -- what the office misses; free text, and no part of the log
  returned_for text,
  decision text,
  approval_no text,
  approved_on date,
  office text,
  approval_file uuid constraint park_eia_approval_fk references file (id),
  decision_words text,
  in_force_from date,
  valid_to date,
  permit_no text,
  entered_by uuid,
  entered_post uuid constraint park_eia_entered_post_fk references post (id),
  entered_at timestamptz,
  confirmed_by uuid,
  confirmed_at timestamptz,
  stopped_on date,
  stop_cause text,
  superseded_by uuid constraint park_eia_superseded_fk references park_eia (id),
  -- its park in the rulebook's list, and the entry that says so
  listed_as text,
  law_entry uuid constraint park_eia_law_entry_fk references rulebook_entry (id),
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  version integer not null default 1,
  constraint park_eia_state_known check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'PROPOSED',
    'IN_FORCE', 'REFUSED', 'STOPPED', 'SUPERSEDED', 'EXPIRED', 'DISCARDED')),
  constraint park_eia_liability_known check (liability in ('PARK_ENTITY', 'EACH_PROPONENT')),
  constraint park_eia_decision_known check (decision in ('APPROVE', 'REFUSE')),
  constraint park_eia_decided check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'DISCARDED')
    or (decision is not null and entered_by is not null)),
  constraint park_eia_approved check (state not in ('IN_FORCE', 'STOPPED', 'SUPERSEDED', 'EXPIRED')
    or (approval_no is not null and approved_on is not null and in_force_from is not null
      and valid_to is not null and confirmed_by is not null)),
  constraint park_eia_ends_after_start check (valid_to >= in_force_from),
  constraint park_eia_by_two_persons check (confirmed_by <> entered_by)
);
create index park_eia_by_park on park_eia (park_id, state);
create index park_eia_by_district on park_eia (district_code);
-- Two would count the same tenants twice.
create unique index park_eia_one_in_force on park_eia (park_id) where state = 'IN_FORCE';
select protect_rows('park_eia');

-- What a park-wide EIA allows in all, and what its tenants have taken of it: grams a year of a
-- pollutant, or litres a day of wastewater. `drawn` is kept by admission_share alone.
create table park_allowance (
  park_eia_id uuid constraint park_allowance_eia_fk references park_eia (id),
  item text,
  park_id uuid not null constraint park_allowance_park_fk references park (id),
  owner_org uuid,
  district_code text not null,
  total bigint not null,
  drawn bigint not null default 0,
  constraint park_allowance_pk primary key (park_eia_id, item),
  constraint park_allowance_item_known check (item in
    ('COD', 'NH3N', 'TN', 'TP', 'SO2', 'NOX', 'VOCS', 'PM', 'WASTEWATER')),
  constraint park_allowance_holds check (0 <= drawn and drawn <= total)
);
select protect_rows('park_allowance');
revoke update on park_allowance from ludao_app;

-- Who was in the park before is counted, or nobody was: without it nobody enters directly.
create table park_reconciliation (
  park_eia_id uuid constraint park_reconciliation_pk primary key
    constraint park_reconciliation_eia_fk references park_eia (id),
  park_id uuid not null constraint park_reconciliation_park_fk references park (id),
  owner_org uuid,
  district_code text not null,
  -- OPENED: no share was taken before; IMPORTED: those on record were entered; CARRIED: from the
  -- EIA before it
  manner text not null,
  reconciled_on date not null,
  reconciled_by uuid not null,
  constraint park_reconciliation_manner_known check (manner in ('OPENED', 'IMPORTED', 'CARRIED'))
);
select protect_rows('park_reconciliation');

create table admission (
  id uuid constraint admission_pk primary key,
  -- the tenant, and its name on that day: whoever runs the park still knows it when it has left
  owner_org uuid not null constraint admission_enterprise_fk references enterprise (id),
  enterprise_name text not null,
  district_code text not null,
  park_id uuid not null constraint admission_park_fk references park (id),
  park_eia_id uuid constraint admission_eia_fk references park_eia (id),
  unit_id uuid constraint admission_unit_fk references park_unit (id),
  state text not null,
  historical boolean not null default false,
  project jsonb not null,
  -- null of a tenant that was there before: no rule is run on it again
  answer jsonb,
  -- every check with value and limit, as it was on the day
  checks jsonb not null,
  representative text not null,
  certificate_id uuid,
  applied_by uuid not null,
  applied_at timestamptz not null,
  applied_on date not null,
  left_on date,
  leave_cause text,
  left_by uuid,
  version integer not null default 1,
  constraint admission_state_known check (state in ('ADMITTED', 'REFUSED', 'LEFT')),
  constraint admission_answered check (historical or answer is not null),
  constraint admission_under_an_eia check (state = 'REFUSED' or park_eia_id is not null),
  constraint admission_left_on_a_day check ((state = 'LEFT') = (left_on is not null)),
  constraint admission_leaves_after_entry check (left_on >= applied_on)
);
create index admission_by_park on admission (park_id, applied_at);
create index admission_by_district on admission (district_code, applied_at);
create index admission_by_enterprise on admission (owner_org, applied_at);
-- A second click takes no second share.
create unique index admission_once on admission (owner_org) where state = 'ADMITTED';
select protect_rows('admission');

create table admission_share (
  admission_id uuid constraint admission_share_admission_fk references admission (id),
  item text,
  owner_org uuid not null,
  district_code text not null,
  park_id uuid not null,
  park_eia_id uuid not null,
  amount bigint not null,
  returned boolean not null default false,
  constraint admission_share_pk primary key (admission_id, item),
  constraint admission_share_allowance_fk foreign key (park_eia_id, item)
    references park_allowance (park_eia_id, item),
  constraint admission_share_positive check (amount > 0)
);
create index admission_share_by_eia on admission_share (park_eia_id) where not returned;
select protect_rows('admission_share');

-- What is drawn is the sum of the shares that nobody has returned, whoever writes them: a tenant
-- does not see the park's account, and moves it by its own share only.
create function keep_park_allowance() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and not old.returned then
    update park_allowance set drawn = drawn - old.amount
    where park_eia_id = old.park_eia_id and item = old.item;
  end if;
  if not new.returned then
    update park_allowance set drawn = drawn + new.amount
    where park_eia_id = new.park_eia_id and item = new.item;
  end if;
  return null;
end $$;
revoke execute on function keep_park_allowance() from public;
create trigger admission_share_is_drawn after insert or update on admission_share
  for each row execute function keep_park_allowance();
create trigger admission_share_is_never_removed before delete or truncate on admission_share
  for each statement execute function refuse_change();

-- The account of a park-wide EIA, held until the transaction ends: whoever comes second waits, and
-- decides by what the first has left. Always in the same order.
create function hold_park_allowance(eia uuid) returns table (item text, total bigint, drawn bigint)
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  select a.item, a.total, a.drawn from park_allowance a
  where a.park_eia_id = eia order by a.item for update
$$;

-- What other modules may join, and what a tenant reads of its park: approvals are public.
create view park_eias_public as
  select id, park_id, district_code, title, approval_no, in_force_from, valid_to, state
  from park_eia where state in ('IN_FORCE', 'STOPPED', 'SUPERSEDED', 'EXPIRED');
create view park_envelopes_public as
  select e.id as park_eia_id, e.liability, e.envelope, e.listed_as,
    r.park_eia_id is not null as allowance_reconciled
  from park_eia e left join park_reconciliation r on r.park_eia_id = e.id
  where e.state in ('IN_FORCE', 'STOPPED', 'SUPERSEDED', 'EXPIRED');
grant select on park_eias_public, park_envelopes_public to ludao_app;

-- Where an enterprise is a tenant today, as far as the reader sees the tenancy itself.
create view tenancies_public with (security_invoker = true) as
  select owner_org as enterprise_id, park_id, unit_id, district_code, valid_from
  from tenancy where valid_to is null and absorbed_by is null;
-- An enterprise as its reader sees it, for whoever joins it.
create view enterprises_public with (security_invoker = true) as
  select id as enterprise_id, name, industries, district_code from enterprise
  where merged_into is null;
grant select on tenancies_public, enterprises_public to ludao_app;
