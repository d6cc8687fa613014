-- For the audit officer, who reads the whole log: what is rare is found without walking through all
-- of it. Kinds of streams are found by the primary key; the rest is found from the newest backwards.

create index event_by_type on event (type, position);
create index event_by_actor on event (actor, position);

-- When a checkpoint was taken stood only in its file. Unknown of those taken before this release.
alter table event_checkpoint add column taken_at timestamptz;
