import { kindOf } from '@ludao/contracts';
import type { Tx } from '../../platform/db.ts';
import type { Cursor, Notice, StoredNotification } from './model.ts';

/** @returns how many persons were told who had not been */
export async function insertNotifications(
  tx: Tx,
  notice: Notice,
  { now, today }: { readonly now: Date; readonly today: string },
): Promise<number> {
  const { kind, params, link, dedupeKey, toPersons = [], toPosts = [], toRoles } = notice;
  const { importance, channels } = kindOf(kind);
  const [row] = await tx.query<{ told: number }>(
    `select notify_persons($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) as told`,
    [
      now,
      today,
      kind,
      JSON.stringify(params),
      link,
      dedupeKey,
      toPersons,
      toPosts,
      toRoles?.organisations ?? [],
      toRoles?.roles ?? [],
      channels,
      importance === 'security',
    ],
  );
  return row?.told ?? 0;
}

const COLUMNS = `id, kind, params, link, created_at as "createdAt", read_at as "readAt"`;

/** Of whoever the transaction is for; the policy shows nothing else. */
export async function countUnread(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::integer as count from notification
     where person_id = (select scope_person()) and in_app and read_at is null`,
  );
  return row?.count ?? 0;
}

/** Unread ones first, then read ones, the latest on top; two walks along an index. */
export async function listNotifications(
  tx: Tx,
  most: number,
  after: Cursor | null,
): Promise<StoredNotification[]> {
  const unread = after && !after.unread ? [] : await listPart(tx, 'unread', most, after);
  if (unread.length >= most) return unread;
  const read = await listPart(tx, 'read', most - unread.length, after?.unread ? null : after);
  return [...unread, ...read];
}

function listPart(
  tx: Tx,
  part: 'unread' | 'read',
  most: number,
  after: Cursor | null,
): Promise<StoredNotification[]> {
  return tx.query(
    `select ${COLUMNS} from notification
     where person_id = (select scope_person()) and in_app
       and read_at is ${part === 'unread' ? '' : 'not '}null
       and ($1::timestamptz is null or (created_at, id) < ($1, $2::uuid))
     order by created_at desc, id desc limit $3`,
    [after?.at ?? null, after?.id ?? null, most],
  );
}

/** @param ids null for all of them */
export async function markRead(tx: Tx, ids: readonly string[] | null, now: Date): Promise<void> {
  await tx.query(
    `update notification set read_at = $2
     where person_id = (select scope_person()) and read_at is null
       and ($1::uuid[] is null or id = any ($1::uuid[]))`,
    [ids, now],
  );
}

/** Everything that was told to one person; past the policies, for that person's own page. */
export function listOf(tx: Tx, personId: string): Promise<StoredNotification[]> {
  return tx.query(
    `select ${COLUMNS} from notification where person_id = $1 order by created_at desc limit 1000`,
    [personId],
  );
}

/** Read long ago, or never meant for the screen; what still waits to be sent stays. */
export async function deleteRead(tx: Tx, before: Date): Promise<void> {
  await tx.query(
    `delete from notification n
     where (n.read_at < $1 or (not n.in_app and n.created_at < $1))
       and not exists (select from auth.notification_delivery d where d.notification_id = n.id
         and (d.state in ('WAITING', 'FAILED') or (d.state = 'GIVEN_UP' and d.settled_at is null)))`,
    [before],
  );
}

export async function deleteOf(tx: Tx, personId: string): Promise<void> {
  await tx.query('delete from notification where person_id = $1', [personId]);
}
