import type { Tx } from '../../platform/db.ts';
import type { Account, PostOfToday } from './model.ts';

interface AccountRow {
  readonly person_id: string;
  readonly password_hash: string;
  readonly second_factor: Uint8Array | null;
  readonly second_factor_used: bigint | null;
  readonly failed_attempts: number;
  readonly locked_until: Date | null;
  readonly disabled_at: Date | null;
  readonly password_due: boolean;
}

/** Locked until the transaction ends: two attempts at once are counted as two. */
export async function findAccount(tx: Tx, name: string): Promise<Account | undefined> {
  const [row] = await tx.query<AccountRow>(
    `select person_id, password_hash, second_factor_used, failed_attempts, locked_until, disabled_at,
       password_due, case when second_factor_confirmed_at is not null then second_factor end as second_factor
     from auth.account where sign_in_name = $1 or phone = $1 for update`,
    [name],
  );
  return (
    row && {
      personId: row.person_id,
      passwordHash: row.password_hash,
      secondFactor: row.second_factor,
      secondFactorUsed: row.second_factor_used,
      failedAttempts: row.failed_attempts,
      lockedUntil: row.locked_until,
      disabledAt: row.disabled_at,
      passwordDue: row.password_due,
    }
  );
}

export async function countFailure(
  tx: Tx,
  personId: string,
  failedAttempts: number,
  lockedUntil: Date | null,
): Promise<void> {
  await tx.query(
    'update auth.account set failed_attempts = $2, locked_until = $3 where person_id = $1',
    [personId, failedAttempts, lockedUntil],
  );
}

export async function countSuccess(
  tx: Tx,
  personId: string,
  usedPeriod: bigint | null,
): Promise<void> {
  await tx.query(
    `update auth.account set failed_attempts = 0, locked_until = null,
       second_factor_used = coalesce($2, second_factor_used) where person_id = $1`,
    [personId, usedPeriod],
  );
}

export interface NewSession {
  readonly tokenHash: Buffer;
  readonly personId: string;
  readonly secondFactor: boolean;
  /** Opened by the office's own sign-on. */
  readonly signedOn: boolean;
  readonly now: Date;
  readonly expiresAt: Date;
  readonly address: string;
  readonly agent: string;
}

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  const { tokenHash, personId, secondFactor, signedOn, now, expiresAt, address, agent } = session;
  await tx.query(
    `insert into auth.session
       (token_hash, person_id, second_factor, created_at, seen_at, expires_at, address, agent,
        signed_on)
     values ($1, $2, $3, $4, $4, $5, $6, $7, $8)`,
    [tokenHash, personId, secondFactor, now, expiresAt, address, agent, signedOn],
  );
}

export async function deleteSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.query('delete from auth.session where token_hash = $1', [tokenHash]);
}

export interface SessionRow {
  readonly person_id: string;
  readonly person_name: string;
  readonly person_org: string;
  readonly password_due: boolean;
  readonly second_factor: boolean;
  readonly signed_on: boolean;
  readonly seen_at: Date;
  readonly posts: readonly PostOfToday[];
}

/**
 * A living session with the posts held today: $1 hash of the token, $2 now, $3 today, $4 the
 * instant after which the session must have been used. One statement, indexed by the hash.
 */
export const FIND_SESSION = `
  select s.person_id, p.name as person_name, p.owner_org as person_org,
    a.password_due and not s.signed_on as password_due, s.second_factor, s.signed_on, s.seen_at,
    coalesce((
    select json_agg(json_build_object(
      'id', po.id, 'role', po.role, 'title', po.title, 'standIn', h.part = 'B',
      'postPark', po.post_park, 'territory', o.territory,
      'organisation', json_build_object('id', o.id, 'name', o.name, 'kind', o.kind),
      'operated', array(
        select k.park_id from parks_public k where k.operator = o.id or k.legal_entity = o.id),
      'delegated', array(
        select d.owner_org from delegation d
        where d.to_org = o.id and d.starts_at <= $2 and d.ends_at > $2)) order by h.part, po.title)
    from post_holding h
    join post po on po.id = h.post_id and (po.ended_on is null or po.ended_on >= $3::date)
    join organisation o on o.id = po.owner_org
    where h.person_id = s.person_id
      and h.valid_from <= $3::date and (h.valid_to is null or h.valid_to >= $3::date)
      and (h.part = 'A' or exists (
        select from post_holding a join absence b on b.person_id = a.person_id
        where a.post_id = h.post_id and a.part = 'A'
          and a.valid_from <= $3::date and (a.valid_to is null or a.valid_to >= $3::date)
          and $3::date between b.first_day and b.last_day))), '[]') as posts
  from auth.session s
  join auth.account a on a.person_id = s.person_id and a.disabled_at is null
  join person p on p.id = s.person_id
  where s.token_hash = $1 and s.expires_at > $2 and s.seen_at > $4`;

/** Whether the person holds a post with one of the roles on the day. */
export async function holdsOneOf(
  tx: Tx,
  personId: string,
  roles: readonly string[],
  today: string,
): Promise<boolean> {
  const rows = await tx.query(
    `select from post_holding h join post p on p.id = h.post_id
     where h.person_id = $1 and p.role = any ($2) and h.valid_from <= $3::date
       and (h.valid_to is null or h.valid_to >= $3::date)
       and (p.ended_on is null or p.ended_on >= $3::date) limit 1`,
    [personId, roles, today],
  );
  return rows.length > 0;
}

export async function touchSession(tx: Tx, tokenHash: Buffer, now: Date): Promise<void> {
  await tx.query('update auth.session set seen_at = $2 where token_hash = $1', [tokenHash, now]);
}

/** For whoever is signed in already. @throws Error when the account is gone */
export async function getAccountOf(
  tx: Tx,
  personId: string,
): Promise<Account & { readonly signInName: string }> {
  const [found] = await tx.query<{ sign_in_name: string }>(
    'select sign_in_name from auth.account where person_id = $1',
    [personId],
  );
  const account = found && (await findAccount(tx, found.sign_in_name));
  if (!account) throw new Error(`person ${personId} has a session but no account`);
  return { ...account, signInName: found.sign_in_name };
}

export async function keepUnconfirmedFactor(tx: Tx, personId: string, sealed: Buffer) {
  await tx.query(
    `update auth.account set second_factor = $2
     where person_id = $1 and second_factor_confirmed_at is null`,
    [personId, sealed],
  );
}

export async function findUnconfirmedFactor(
  tx: Tx,
  personId: string,
): Promise<Uint8Array | undefined> {
  const [row] = await tx.query<{ second_factor: Uint8Array | null }>(
    `select second_factor from auth.account
     where person_id = $1 and second_factor_confirmed_at is null for update`,
    [personId],
  );
  return row?.second_factor ?? undefined;
}

/** Every other session of the person ends. */
export async function changePassword(
  tx: Tx,
  personId: string,
  tokenHash: Buffer,
  passwordHash: string,
): Promise<void> {
  await tx.query(
    'update auth.account set password_hash = $2, password_due = false where person_id = $1',
    [personId, passwordHash],
  );
  await tx.query('delete from auth.session where person_id = $1 and token_hash <> $2', [
    personId,
    tokenHash,
  ]);
}

/** The session that confirmed it goes on as one with a second factor; all others end. */
export async function confirmFactor(
  tx: Tx,
  personId: string,
  tokenHash: Buffer,
  period: bigint,
  now: Date,
): Promise<void> {
  await tx.query(
    `update auth.account set second_factor_confirmed_at = $2, second_factor_used = $3
     where person_id = $1`,
    [personId, now, period],
  );
  await tx.query('delete from auth.session where person_id = $1 and token_hash <> $2', [
    personId,
    tokenHash,
  ]);
  await tx.query('update auth.session set second_factor = true where token_hash = $1', [tokenHash]);
}
