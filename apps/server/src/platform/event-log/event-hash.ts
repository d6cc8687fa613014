import { writeCanonical } from './body.ts';
import type { Digester } from './digest.ts';

/**
 * What an event's hash covers: every column but position and hash. The names are the columns', the
 * instants ISO 8601 in UTC with milliseconds, the ids lower case. The database writes the same text
 * in its constraint event_hash_true.
 */
export interface HashedColumns {
  readonly acting_for: string | null;
  readonly actor: string;
  readonly alg: string;
  readonly body: string;
  readonly cause_id: string | null;
  readonly district_code: string | null;
  readonly occurred_at: string;
  readonly office: string | null;
  readonly owner_org: string | null;
  readonly prev_hash: string | null;
  readonly recorded_at: string;
  readonly seq: number;
  readonly stream: string;
  readonly type: string;
  readonly type_version: number;
}

/** @throws BodyError when a text holds half a character */
export function hashEvent(columns: HashedColumns, digester: Digester): string {
  return digester.digest(writeCanonical(columns));
}
