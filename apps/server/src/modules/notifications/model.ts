import type { NotificationKind, NotificationParams, Role } from '@ludao/contracts';

/**
 * Who is to be told: persons by id, posts (whoever holds them today, and stand-ins while the holder is
 * absent), or whoever holds a post with one of the roles at one of the organisations.
 */
export interface Recipients {
  readonly toPersons?: readonly string[];
  readonly toPosts?: readonly string[];
  readonly toRoles?: { readonly organisations: readonly string[]; readonly roles: readonly Role[] };
}

/** Something to be told. */
export type Notice<K extends NotificationKind = NotificationKind> = Recipients & {
  readonly kind: K;
  /** Ids, codes, 'YYYY-MM-DD' and counts that the kind names; never a name or free text. */
  readonly params: NotificationParams<K>;
  /** The address inside the desk, for example `/rulebook/<id>`; no parameter of it is a secret. */
  readonly link: string;
  /** The occasion: the same person is told of it once, however often this is called. */
  readonly dedupeKey: string;
};

/** A message as it is kept. */
export interface StoredNotification {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly params: Readonly<Record<string, string | number>>;
  readonly link: string;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

/** Where a page of messages begins: unread ones come first, then by time and id. */
export interface Cursor {
  readonly unread: boolean;
  readonly at: Date;
  readonly id: string;
}
