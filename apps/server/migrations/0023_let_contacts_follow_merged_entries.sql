-- A contact of an entry that was merged follows to the survivor, and knows which entry it came with.

alter table contact
  add column came_from uuid constraint contact_came_from_fk references enterprise (id);

-- Nobody is entered any more at an entry that leads to another.
create or replace view enterprise_places with (security_invoker = true) as
  select id as enterprise_id, name, owner_org, district_code, park_id, merged_into from enterprise;
