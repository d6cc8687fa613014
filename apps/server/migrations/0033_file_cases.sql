-- A filing that was filed anew, because applicant or legal representative changed, is neither in force
-- nor void (登记表备案管理办法 art. 13).
alter table eia_case drop constraint eia_case_state_known;
alter table eia_case add constraint eia_case_state_known
  check (state in ('DRAFT', 'PREPARED', 'FILED', 'SUBMITTED', 'INCOMPLETE', 'NOT_ACCEPTED', 'ACCEPTED',
    'INTENT', 'PROPOSED', 'APPROVED', 'REFUSED', 'EXEMPT', 'WITHDRAWN', 'SUPERSEDED', 'VOID',
    'DISCARDED'));
create index eia_case_public on eia_case (district_code, decided_on) where is_public;

-- What a receipt says of its holder, for whoever may see the enterprise.
create or replace view enterprise_places with (security_invoker = true) as
  select id as enterprise_id, name, owner_org, district_code, park_id, merged_into, credit_code
  from enterprise;
