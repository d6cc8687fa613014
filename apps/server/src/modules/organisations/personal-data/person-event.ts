import type { Tx } from '../../../platform/db.ts';
import { append, type JsonObject } from '../../../platform/event-log/index.ts';
import type { StoredPerson } from './model.ts';

/** Says in the person's stream what was done, and by whom; never what stood or stands there. */
export async function logPerson(
  tx: Tx,
  { id, ownerOrg, districtCode }: StoredPerson,
  type: 'person.erased' | 'person.corrected',
  body: JsonObject,
  by: {
    readonly actor: string;
    readonly office: string | null;
    readonly now: Date;
    readonly causeId: string;
  },
): Promise<void> {
  await append(tx, { ...by, actingFor: null }, [
    { stream: `person/${id}`, type, typeVersion: 1, body, ownerOrg, districtCode },
  ]);
}
