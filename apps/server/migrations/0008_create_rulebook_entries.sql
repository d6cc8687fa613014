-- Entries of the lists that authorities keep, entered in the software: each rests on a document,
-- is approved by a second person, and is superseded by a new version, never edited.

create table rulebook_entry (
  id uuid constraint rulebook_entry_pk primary key,
  -- the office that entered it
  owner_org uuid not null constraint rulebook_entry_org_fk references organisation (id),
  -- where it holds (GB/T 2260)
  district_code text not null,
  topic text not null,
  key text not null,
  version integer not null,
  -- one entry in the shape of its list's file
  body jsonb not null,
  layer text not null,
  confidence text not null,
  -- the document it rests on
  source_title text not null,
  source_no text not null,
  state text not null,
  entered_by uuid not null,
  entered_post uuid not null,
  entered_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  reason text,
  -- set when a later version was approved: the last day on which this one counts
  counts_until date,
  constraint rulebook_entry_version_unique unique (topic, key, version),
  constraint rulebook_entry_state_known check (state in ('SUBMITTED', 'APPROVED', 'REJECTED')),
  constraint rulebook_entry_decided check ((state = 'SUBMITTED') = (decided_at is null)),
  constraint rulebook_entry_second_person check (decided_by <> entered_by)
);
create index rulebook_entry_by_district on rulebook_entry (district_code);
select protect_rows('rulebook_entry');

-- What was decided stays: only the decision itself, and the end by a later version, may be written.
create function keep_rulebook_entry() returns trigger language plpgsql as $$
begin
  if (new.id, new.owner_org, new.district_code, new.topic, new.key, new.version, new.body, new.layer,
      new.confidence, new.source_title, new.source_no, new.entered_by, new.entered_post, new.entered_at)
     is distinct from
     (old.id, old.owner_org, old.district_code, old.topic, old.key, old.version, old.body, old.layer,
      old.confidence, old.source_title, old.source_no, old.entered_by, old.entered_post, old.entered_at)
     or (old.state <> 'SUBMITTED' and (new.state, new.decided_by, new.decided_at, new.reason)
         is distinct from (old.state, old.decided_by, old.decided_at, old.reason)) then
    raise exception 'an entry of the rulebook is superseded, never edited';
  end if;
  return new;
end $$;
create trigger rulebook_entry_is_kept before update on rulebook_entry
  for each row execute function keep_rulebook_entry();
