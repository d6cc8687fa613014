-- Contacts of entries that were merged before contacts followed; each merge remembers which came
-- with it, so that undoing it gives them back.

update enterprise_merge g
set before = (g.before::jsonb || jsonb_build_object('contacts', (
  select coalesce(jsonb_agg(
    jsonb_build_object('id', c.id, 'version', c.version, 'cameFrom', null) order by c.id), '[]')
  from contact c where c.enterprise_id = g.merged and c.ended_on is null)))::json
where g.undone_at is null;

update contact c
set enterprise_id = s.id, owner_org = s.owner_org, district_code = s.district_code,
  park_id = s.park_id, came_from = m.id
from enterprise m join enterprise s on s.id = m.merged_into
where c.enterprise_id = m.id and c.ended_on is null;
