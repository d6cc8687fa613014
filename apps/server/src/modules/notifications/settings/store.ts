import type { NotificationChoice } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import type { StoredAddress } from './model.ts';

export function listChoices(tx: Tx, personId: string): Promise<NotificationChoice[]> {
  return tx.query(
    `select kind, place, wanted as on from auth.notification_choice where person_id = $1
     order by kind, place`,
    [personId],
  );
}

export async function writeChoices(
  tx: Tx,
  personId: string,
  choices: readonly NotificationChoice[],
): Promise<void> {
  // Of one thing said twice the last counts.
  const last = [...new Map(choices.map((one) => [`${one.kind} ${one.place}`, one])).values()];
  await tx.query(
    `insert into auth.notification_choice (person_id, kind, place, wanted)
     select $1, * from unnest($2::text[], $3::text[], $4::boolean[])
     on conflict on constraint notification_choice_pk do update set wanted = excluded.wanted`,
    [
      personId,
      last.map(({ kind }) => kind),
      last.map(({ place }) => place),
      last.map(({ on }) => on),
    ],
  );
}

const ADDRESS = `email, pending_email as "pendingEmail", code_hash as "codeHash",
  code_expires_at as "codeExpiresAt", code_attempts as "codeAttempts"`;

export async function findAddress(tx: Tx, personId: string): Promise<StoredAddress | undefined> {
  const [row] = await tx.query<StoredAddress>(
    `select ${ADDRESS} from auth.message_address where person_id = $1`,
    [personId],
  );
  return row;
}

/** Locked, so that two guesses at once are counted as two. */
export async function lockAddress(tx: Tx, personId: string): Promise<StoredAddress | undefined> {
  const [row] = await tx.query<StoredAddress>(
    `select ${ADDRESS} from auth.message_address where person_id = $1 for update`,
    [personId],
  );
  return row;
}

export async function findPhone(tx: Tx, personId: string): Promise<string | null> {
  const [row] = await tx.query<{ phone: string | null }>('select phone from person where id = $1', [
    personId,
  ]);
  return row?.phone ?? null;
}

export async function writePending(
  tx: Tx,
  personId: string,
  given: { readonly email: string; readonly codeHash: Uint8Array; readonly expiresAt: Date },
): Promise<void> {
  await tx.query(
    `insert into auth.message_address (person_id, pending_email, code_hash, code_expires_at)
     values ($1, $2, $3, $4)
     on conflict on constraint message_address_pk do update set
       pending_email = excluded.pending_email, code_hash = excluded.code_hash,
       code_expires_at = excluded.code_expires_at, code_attempts = 0`,
    [personId, given.email, given.codeHash, given.expiresAt],
  );
}

export async function countAttempt(tx: Tx, personId: string): Promise<void> {
  await tx.query(
    'update auth.message_address set code_attempts = code_attempts + 1 where person_id = $1',
    [personId],
  );
}

export async function confirmPending(tx: Tx, personId: string): Promise<void> {
  await tx.query(
    `update auth.message_address set email = pending_email, pending_email = null, code_hash = null,
       code_expires_at = null, code_attempts = 0 where person_id = $1`,
    [personId],
  );
}

export async function deleteAddress(tx: Tx, personId: string): Promise<void> {
  await tx.query('delete from auth.message_address where person_id = $1', [personId]);
}

export async function deleteChoices(tx: Tx, personId: string): Promise<void> {
  await tx.query('delete from auth.notification_choice where person_id = $1', [personId]);
}
