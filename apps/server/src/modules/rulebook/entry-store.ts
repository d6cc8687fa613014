import type { EntryQuery } from '@ludao/contracts';
import type { Tx } from '../../platform/db.ts';
import type { EntryRow, NewEntry, StoredEntry, StoredHead } from './entry-model.ts';

const HEAD = `id, owner_org as "ownerOrg", topic, key, version, district_code as district, title,
  jsonb_array_length(body) as rows, whole_list as "wholeList", layer, confidence,
  source_title as "sourceTitle", source_no as "sourceNo", issuer, source_date as "sourceDate",
  source_where as "sourceWhere", effective_from as "effectiveFrom", effective_to as "effectiveTo",
  provenance, state, entered_by as "enteredBy", entered_post as "enteredPost",
  entered_at as "enteredAt", decided_by as "decidedBy", decided_at as "decidedAt", reason,
  counts_until as "countsUntil"`;

/** What counts as law: for the program itself, which reads it outside any scope. */
export const APPROVED_ENTRIES = `select ${HEAD}, body as entries
  from rulebook_entry where state = 'APPROVED' and topic <> 'calendar' order by topic, key, version`;

/** What is in force on a day ($1), calendars of that year and later among it. */
export const IN_FORCE_ENTRIES = `select ${HEAD}, body as entries from rulebook_entry
  where state = 'APPROVED' and (topic = 'calendar' or effective_from <= $1::date)
    and (effective_to is null or effective_to >= $1::date)
    and (counts_until is null or counts_until >= $1::date)
  order by topic, key, version`;

/** Changes whenever what counts as law does, and is read without its rows. */
export const APPROVED_MARK = `select count(*)::text || ' ' || coalesce(max(decided_at)::text, '') || ' ' ||
    coalesce(sum(counts_until - date '2000-01-01')::text, '') as mark,
    coalesce((select demo from installation), false) as demo
  from rulebook_entry where state = 'APPROVED' and topic <> 'calendar'`;

const ORDER: Readonly<Record<EntryQuery['sort'], string>> = {
  entered: 'entered_at, version, id',
  '-entered': 'entered_at desc, version desc, id',
  from: 'effective_from, id',
  '-from': 'effective_from desc, id',
  title: 'title, id',
  '-title': 'title desc, id',
};

/** Entries in reach, those that wait first. Two statements, whatever the rows. */
export async function listEntries(
  tx: Tx,
  query: EntryQuery,
): Promise<{ rows: StoredHead[]; total: number; waiting: number }> {
  const where = `($1::text is null or topic = $1) and ($2::text is null or district_code = $2)
    and ($3::text is null or state = $3) and ($4 = '' or strpos(lower(title || ' ' || source_title ||
      ' ' || source_no || ' ' || key), lower($4)) > 0)`;
  const filters = [query.topic ?? null, query.district ?? null, query.state ?? null, query.q];
  const rows = await tx.query<StoredHead>(
    `select ${HEAD} from rulebook_entry where ${where}
     order by state <> 'SUBMITTED', ${ORDER[query.sort]} limit $5 offset $6`,
    [...filters, query.size, (query.page - 1) * query.size],
  );
  const [counts] = await tx.query<{ total: number; waiting: number }>(
    `select count(*) filter (where ${where})::integer as total,
       count(*) filter (where state = 'SUBMITTED')::integer as waiting from rulebook_entry`,
    filters,
  );
  return { rows, total: counts?.total ?? 0, waiting: counts?.waiting ?? 0 };
}

export async function findEntry(tx: Tx, id: string): Promise<StoredEntry | undefined> {
  const [entry] = await tx.query<StoredEntry>(
    `select ${HEAD}, body as entries from rulebook_entry where id = $1`,
    [id],
  );
  return entry;
}

export async function lockEntry(tx: Tx, id: string): Promise<StoredEntry | undefined> {
  const [entry] = await tx.query<StoredEntry>(
    `select ${HEAD}, body as entries from rulebook_entry where id = $1 for update`,
    [id],
  );
  return entry;
}

/** The rows of the approved version that holds before this one. */
export async function findBefore(
  tx: Tx,
  { topic, key, version }: Pick<StoredEntry, 'topic' | 'key' | 'version'>,
): Promise<readonly EntryRow[] | null> {
  const [row] = await tx.query<{ entries: EntryRow[] }>(
    `select body as entries from rulebook_entry
     where topic = $1 and key = $2 and version < $3 and state = 'APPROVED'
     order by version desc limit 1`,
    [topic, key, version],
  );
  return row?.entries ?? null;
}

/** The highest version of a key so far, and whether one of them still waits for a decision. */
export async function findVersions(
  tx: Tx,
  topic: string,
  key: string,
): Promise<{ readonly last: number; readonly waiting: boolean; readonly approved: string | null }> {
  const [row] = await tx.query<{ last: number; waiting: boolean; approved: string | null }>(
    `select coalesce(max(version), 0) as last, coalesce(bool_or(state = 'SUBMITTED'), false) as waiting,
       (array_agg(id order by version desc) filter (where state = 'APPROVED'))[1] as approved
     from rulebook_entry where topic = $1 and key = $2`,
    [topic, key],
  );
  return row ?? { last: 0, waiting: false, approved: null };
}

/** The version that waits for approval; null for none. */
export async function findWaiting(tx: Tx, topic: string, key: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `select id from rulebook_entry where topic = $1 and key = $2 and state = 'SUBMITTED'`,
    [topic, key],
  );
  return row?.id ?? null;
}

export async function insertEntry(tx: Tx, entry: NewEntry): Promise<void> {
  await tx.query(
    `insert into rulebook_entry (id, owner_org, district_code, topic, key, version, title, body,
       whole_list, layer, confidence, source_title, source_no, issuer, source_date, source_where,
       effective_from, effective_to, provenance, state, entered_by, entered_post, entered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
       'SUBMITTED', $20, $21, $22)`,
    [
      entry.id,
      entry.ownerOrg,
      entry.district,
      entry.topic,
      entry.key,
      entry.version,
      entry.title,
      JSON.stringify(entry.entries),
      entry.wholeList,
      entry.layer,
      entry.confidence,
      entry.sourceTitle,
      entry.sourceNo,
      entry.issuer,
      entry.sourceDate,
      entry.sourceWhere,
      entry.effectiveFrom,
      entry.effectiveTo,
      entry.provenance,
      entry.enteredBy,
      entry.enteredPost,
      entry.enteredAt,
    ],
  );
}

export async function writeDecision(
  tx: Tx,
  id: string,
  decision: {
    readonly state: 'APPROVED' | 'REJECTED' | 'WITHDRAWN';
    readonly reason: string | null;
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx.query(
    `update rulebook_entry set state = $2, reason = $3, decided_by = $4, decided_at = $5
     where id = $1`,
    [id, decision.state, decision.reason, decision.by, decision.at],
  );
}

/** The earlier versions of a key count to the day before the new one begins. */
export async function endEarlier(tx: Tx, entry: StoredHead): Promise<void> {
  await tx.query(
    `update rulebook_entry set counts_until = $4::date - 1
     where topic = $1 and key = $2 and version < $3 and state = 'APPROVED'
       and (counts_until is null or counts_until >= $4::date)`,
    [entry.topic, entry.key, entry.version, entry.effectiveFrom],
  );
}

/** Without a version that takes its place. */
export async function endEntry(tx: Tx, id: string, lastDay: string): Promise<void> {
  await tx.query('update rulebook_entry set counts_until = $2 where id = $1', [id, lastDay]);
}

/** Writes the days of an approved calendar; the database takes them from the entry itself. */
export async function publishYear(tx: Tx, id: string): Promise<void> {
  await tx.query('select publish_calendar_year($1)', [id]);
}

/** Names of persons where they may be seen. */
export async function nameEntered(
  tx: Tx,
  entries: readonly StoredHead[],
): Promise<Map<string, string>> {
  const ids = entries.flatMap(({ enteredBy, decidedBy }) => [enteredBy, decidedBy ?? enteredBy]);
  const rows = await tx.query<{ id: string; name: string }>(
    'select id, name from person where id = any ($1::uuid[])',
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
