-- One log of everything that was decided or happened (ADR 0023). Each stream is a chain of hashes,
-- so that a changed row shows; a signed checkpoint kept elsewhere shows rows that are gone or new.

create table event (
  position bigint generated always as identity constraint event_position_unique unique,
  -- Sorted by bytes whatever the database's locale is, as the program sorts it.
  stream text collate "C" not null,
  seq integer not null,
  type text not null,
  type_version integer not null,
  -- Canonical JSON (RFC 8785), as text: jsonb would not give back the same bytes.
  body text not null,
  actor text not null,
  acting_for uuid,
  office uuid,
  owner_org uuid,
  district_code text,
  occurred_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  cause_id text,
  alg text not null,
  prev_hash text,
  hash text not null,
  constraint event_pk primary key (stream, seq),
  constraint event_stream_named check (
    stream ~ '^[a-z][a-z0-9-]*(/[a-z0-9-]+)+$' and length(stream) <= 200
  ),
  constraint event_seq_positive check (seq > 0),
  constraint event_type_named check (type <> '' and type_version > 0),
  constraint event_body_is_object check (json_typeof(body::json) = 'object'),
  constraint event_actor_named check (actor <> ''),
  constraint event_district_plausible check (district_code ~ '^[0-9]{6}$'),
  constraint event_occurred_plausible check (
    occurred_at >= timestamptz '1900-01-01 00:00Z' and occurred_at < timestamptz '3000-01-01 00:00Z'
  ),
  constraint event_recorded_plausible check (
    recorded_at >= timestamptz '1900-01-01 00:00Z' and recorded_at < timestamptz '3000-01-01 00:00Z'
  ),
  constraint event_alg_known check (alg in ('SHA-256', 'SM3')),
  constraint event_first_has_no_previous check ((seq = 1) = (prev_hash is null)),
  constraint event_hash_written check (hash ~ '^[0-9a-f]{64}$'),
  -- The canonical JSON of every column but position and hash, keys in order, hashed once more here:
  -- no role can store a row under a false SHA-256. PostgreSQL has no SM3; verify-log checks that.
  constraint event_hash_true check (
    alg <> 'SHA-256' or hash = encode(sha256(convert_to(
      '{"acting_for":' || coalesce(to_json(acting_for::text)::text, 'null')
      || ',"actor":' || to_json(actor)::text
      || ',"alg":' || to_json(alg)::text
      || ',"body":' || to_json(body)::text
      || ',"cause_id":' || coalesce(to_json(cause_id)::text, 'null')
      || ',"district_code":' || coalesce(to_json(district_code)::text, 'null')
      || ',"occurred_at":"' || to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
      || '","office":' || coalesce(to_json(office::text)::text, 'null')
      || ',"owner_org":' || coalesce(to_json(owner_org::text)::text, 'null')
      || ',"prev_hash":' || coalesce(to_json(prev_hash)::text, 'null')
      || ',"recorded_at":"' || to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
      || '","seq":' || seq::text
      || ',"stream":' || to_json(stream)::text
      || ',"type":' || to_json(type)::text
      || ',"type_version":' || type_version::text || '}', 'UTF8')), 'hex')
  )
);

-- The head of each stream: what the next event builds on. Changed with the events, in append_events.
create table event_stream (
  stream text collate "C" constraint event_stream_pk primary key,
  seq integer not null,
  hash text,
  constraint event_stream_hash_with_events check ((seq = 0) = (hash is null)),
  constraint event_stream_seq_plausible check (seq >= 0)
);

-- Where the last signed checkpoint ended. The checkpoints themselves are files outside the database.
create table event_checkpoint (
  number integer constraint event_checkpoint_pk primary key,
  position bigint not null,
  events bigint not null,
  digest text not null,
  constraint event_checkpoint_number_positive check (number > 0)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'insufficient_privilege';
end $$;

create trigger event_append_only before update or delete or truncate on event
  for each statement execute function refuse_change();
create trigger event_stream_append_only before delete or truncate on event_stream
  for each statement execute function refuse_change();
create trigger event_checkpoint_append_only before update or delete or truncate on event_checkpoint
  for each statement execute function refuse_change();
-- Always: also in a session that calls itself a replica.
alter table event enable always trigger event_append_only;
alter table event_stream enable always trigger event_stream_append_only;
alter table event_checkpoint enable always trigger event_checkpoint_append_only;

-- Reading follows the scope. Writing goes through append_events alone, whatever the scope: an office
-- writes into the stream of an enterprise in another county when it takes a case over.
select protect_rows('event');
drop policy scope_insert on event;
drop policy scope_update on event;
revoke all on event, event_stream, event_checkpoint from public, ludao_app;
grant select on event to ludao_app;

-- The heads of those of the streams that exist, locked until the transaction ends, in one order for
-- everybody, so that two that append to the same streams wait instead of blocking each other.
create function lock_event_streams(streams text[])
returns table (stream text, seq integer, hash text)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select head.stream, head.seq, head.hash
  from public.event_stream as head
  where head.stream = any (streams)
  order by head.stream
  for update
$$;

-- Appends a batch: the arrays hold one entry per event, in the order of their positions. The previous
-- hash is taken from the chain itself; each row's own hash is checked by the table.
-- Raises LD409 with {stream, expected, found} when a head is not where the batch begins.
create function append_events(
  streams text[], seqs integer[], types text[], type_versions integer[], bodies text[],
  owner_orgs uuid[], district_codes text[], occurred_ats timestamptz[], hashes text[],
  by_actor text, for_org uuid, from_office uuid, at_time timestamptz, by_cause text, with_alg text
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  conflict record;
begin
  -- A stream that does not exist cannot be locked: the second to create it waits here for the first.
  insert into public.event_stream (stream, seq)
  select given.stream, 0
  from unnest(streams, seqs) as given (stream, seq)
  where given.seq = 1
  order by given.stream
  on conflict do nothing;

  perform from public.lock_event_streams(streams);

  select given.stream, given.first - 1 as expected, coalesce(head.seq, 0) as found into conflict
  from (
    select one.stream, min(one.seq) as first
    from unnest(streams, seqs) as one (stream, seq)
    group by one.stream
  ) as given
  left join public.event_stream as head on head.stream = given.stream
  where head.seq is distinct from given.first - 1
  order by given.stream
  limit 1;
  if found then
    raise exception 'stream % has moved on', conflict.stream
      using errcode = 'LD409', detail = to_json(conflict)::text;
  end if;

  if exists (
    select from unnest(streams, seqs) as one (stream, seq)
    group by one.stream
    having max(one.seq) - min(one.seq) + 1 <> count(*)
  ) then
    raise exception 'the numbers of a stream have a gap' using errcode = 'check_violation';
  end if;

  insert into public.event (
    stream, seq, type, type_version, body, actor, acting_for, office, owner_org, district_code,
    occurred_at, recorded_at, cause_id, alg, prev_hash, hash
  )
  select
    given.stream, given.seq, given.type, given.type_version, given.body,
    by_actor, for_org, from_office, given.owner_org, given.district_code,
    given.occurred_at, at_time, by_cause, with_alg,
    coalesce(lag(given.hash) over (partition by given.stream order by given.seq), head.hash),
    given.hash
  from unnest(
    streams, seqs, types, type_versions, bodies, owner_orgs, district_codes, occurred_ats, hashes
  ) with ordinality as given (
    stream, seq, type, type_version, body, owner_org, district_code, occurred_at, hash, nth
  )
  join public.event_stream as head on head.stream = given.stream
  order by given.nth;

  update public.event_stream as head
  set seq = newest.seq, hash = newest.hash
  from (
    select distinct on (given.stream) given.stream, given.seq, given.hash
    from unnest(streams, seqs, hashes) as given (stream, seq, hash)
    order by given.stream, given.seq desc
  ) as newest
  where head.stream = newest.stream;
end $$;

revoke execute on function
  refuse_change(),
  lock_event_streams(text[]),
  append_events(text[], integer[], text[], integer[], text[], uuid[], text[], timestamptz[], text[],
    text, uuid, uuid, timestamptz, text, text)
  from public;
grant execute on function
  lock_event_streams(text[]),
  append_events(text[], integer[], text[], integer[], text[], uuid[], text[], timestamptz[], text[],
    text, uuid, uuid, timestamptz, text, text)
  to ludao_app;
