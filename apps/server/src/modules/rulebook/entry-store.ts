import type { Tx } from '../../platform/db.ts';
import type { StoredEntry } from './entry-model.ts';

const COLUMNS = `id, owner_org as "ownerOrg", topic, key, version, district_code as district, body, layer,
  confidence, source_title as "sourceTitle", source_no as "sourceNo", state,
  entered_by as "enteredBy", entered_post as "enteredPost", entered_at as "enteredAt",
  decided_by as "decidedBy", decided_at as "decidedAt", reason, counts_until as "countsUntil"`;

/** What counts as law: for the program itself, which reads it outside any scope. */
export const APPROVED_ENTRIES = `select ${COLUMNS}, (select demo from installation) as demo
  from rulebook_entry where state = 'APPROVED' order by topic, key, version`;

export function listEntries(tx: Tx): Promise<StoredEntry[]> {
  return tx.query(
    `select ${COLUMNS} from rulebook_entry order by entered_at desc, version desc limit 500`,
  );
}

export async function lockEntry(tx: Tx, id: string): Promise<StoredEntry | undefined> {
  const [entry] = await tx.query<StoredEntry>(
    `select ${COLUMNS} from rulebook_entry where id = $1 for update`,
    [id],
  );
  return entry;
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

export async function insertEntry(
  tx: Tx,
  entry: Omit<StoredEntry, 'decidedBy' | 'decidedAt' | 'reason' | 'countsUntil' | 'state'>,
): Promise<void> {
  await tx.query(
    `insert into rulebook_entry (id, owner_org, district_code, topic, key, version, body, layer,
       confidence, source_title, source_no, state, entered_by, entered_post, entered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'SUBMITTED', $12, $13, $14)`,
    [
      entry.id,
      entry.ownerOrg,
      entry.district,
      entry.topic,
      entry.key,
      entry.version,
      JSON.stringify(entry.body),
      entry.layer,
      entry.confidence,
      entry.sourceTitle,
      entry.sourceNo,
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
    readonly state: 'APPROVED' | 'REJECTED';
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
export async function endEarlier(tx: Tx, entry: StoredEntry, from: string): Promise<void> {
  await tx.query(
    `update rulebook_entry set counts_until = $4::date - 1
     where topic = $1 and key = $2 and version < $3 and state = 'APPROVED'
       and (counts_until is null or counts_until >= $4::date)`,
    [entry.topic, entry.key, entry.version, from],
  );
}

/** Names of persons where they may be seen, and of posts. */
export async function nameEntered(
  tx: Tx,
  entries: readonly StoredEntry[],
): Promise<Map<string, string>> {
  const ids = entries.flatMap(({ enteredBy, decidedBy }) => [enteredBy, decidedBy ?? enteredBy]);
  const rows = await tx.query<{ id: string; name: string }>(
    'select id, name from person where id = any ($1::uuid[])',
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
