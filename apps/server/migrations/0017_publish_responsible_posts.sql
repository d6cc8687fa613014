-- Which posts of offices and operators answer for a county or a park: titles, never who holds them.
-- Of organisations that are no secret, so that any reader of a file may know whom to turn to.
create view responsible_posts_public as
  select p.id as post_id, p.role, p.title, p.post_park, p.created_on, p.ended_on,
    o.id as organisation_id, o.name as organisation, o.kind, o.territory
  from post p join organisation o on o.id = p.owner_org
  where o.is_public;
grant select on responsible_posts_public to ludao_app;

-- The file of an enterprise asks for the checks that were made about it.
create index pre_lease_check_by_tenant on pre_lease_check (credit_code)
  where credit_code is not null;
