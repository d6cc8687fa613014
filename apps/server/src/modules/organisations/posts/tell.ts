import type { SecurityEventKind } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { append, type JsonObject, type NewEvent } from '../../../platform/event-log/index.ts';
import { recordSecurity } from '../security-log/record.ts';
import type { StoredPost } from './model.ts';
import type { Asking } from './rights.ts';

export const streamOfPost = (id: string) => `post/${id}`;

/** An event of a post; persons stand in it by id. */
export function event(
  { id, ownerOrg, districtCode }: Pick<StoredPost, 'id' | 'ownerOrg' | 'districtCode'>,
  type: string,
  body: JsonObject,
): NewEvent {
  return { stream: streamOfPost(id), type, typeVersion: 1, body, ownerOrg, districtCode };
}

/** Says in the event log what was done, and by which post. */
export async function tell(
  tx: Tx,
  { now, causeId }: Pick<Asking, 'now' | 'causeId'>,
  { actor, office }: { readonly actor: string; readonly office: string | null },
  events: readonly NewEvent[],
): Promise<void> {
  await append(tx, { actor, office, actingFor: null, now, causeId }, events);
}

/** Says in the security log who got or lost which right. */
export async function note(
  tx: Tx,
  { session, now, address }: Pick<Asking, 'session' | 'now' | 'address'>,
  kind: SecurityEventKind,
  subjectId: string | null,
  detail = '',
): Promise<void> {
  const { personId } = session;
  await recordSecurity(tx, { at: now, kind, personId, subjectId, address, detail });
}
