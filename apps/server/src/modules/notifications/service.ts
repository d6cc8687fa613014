import type {
  MyData,
  NotificationKind,
  NotificationList,
  NotificationQuery,
  UnreadCount,
} from '@ludao/contracts';
import type { DatabaseAccess, Tx } from '../../platform/db.ts';
import { findWrongParam, readCursor, writeCursor } from './decide.ts';
import type { Notice, StoredNotification } from './model.ts';
import * as settings from './settings/store.ts';
import * as store from './store.ts';

/**
 * Tells persons of something in the transaction in which it happens: whoever is rolled back tells
 * nobody. Works with any scope and for the program itself. Sending follows later, by a job.
 * @returns how many persons were told; those who had been told of `dedupeKey` are not counted
 * @throws TypeError when a param is missing, unknown, or could be a name or free text
 */
export async function notify<K extends NotificationKind>(
  tx: Tx,
  notice: Notice<K>,
  when: { readonly now: Date; readonly today: string },
): Promise<number> {
  const wrong = findWrongParam(notice.kind, notice.params);
  if (wrong !== undefined) throw new TypeError(`${notice.kind}: ${wrong} is no param of its form`);
  return store.insertNotifications(tx, notice, when);
}

/** The asker's own messages: the policy shows nobody else's. */
export async function listNotifications(
  tx: Tx,
  { size, after }: NotificationQuery,
): Promise<NotificationList> {
  const from = after === undefined ? null : readCursor(after);
  const found = await store.listNotifications(tx, size + 1, from);
  const rows = found.slice(0, size);
  const last = rows.at(-1);
  return {
    unread: await store.countUnread(tx),
    rows: rows.map(rowOf),
    next: last && found.length > size ? writeCursor(last) : null,
  };
}

export async function countUnread(tx: Tx): Promise<UnreadCount> {
  return { unread: await store.countUnread(tx) };
}

export const markRead = store.markRead;

/** Deletes what was read so many days ago. */
export async function trimNotifications(
  database: DatabaseAccess,
  days: number,
  now: Date,
): Promise<void> {
  const before = new Date(now.getTime() - days * 24 * 60 * 60 * 1000);
  await database.transaction((tx) => store.deleteRead(tx, before));
}

/** What is kept about one person here; past the policies, for that person's own page and copy. */
export async function readOwnMessages(tx: Tx, personId: string): Promise<MyData['messages']> {
  const address = await settings.findAddress(tx, personId);
  const received = await store.listOf(tx, personId);
  return {
    email: address?.email ?? null,
    pendingEmail: address?.pendingEmail ?? null,
    choices: await settings.listChoices(tx, personId),
    received: received.map((row) => {
      const { link: _, ...told } = rowOf(row);
      return told;
    }),
  };
}

/** Forgets all of it, with what was still to be sent. */
export async function eraseMessages(tx: Tx, personId: string): Promise<void> {
  await settings.deleteAddress(tx, personId);
  await settings.deleteChoices(tx, personId);
  await store.deleteOf(tx, personId);
}

function rowOf({ createdAt, readAt, ...row }: StoredNotification) {
  return {
    ...row,
    params: { ...row.params },
    createdAt: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  };
}
