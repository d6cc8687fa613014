import type { Tx } from '../../../platform/db.ts';
import type { Candidate, Recognised } from './model.ts';

export interface Attempt {
  readonly stage: 'AWAY' | 'CODE';
  readonly personId: string | null;
  readonly sessionHash: Buffer | null;
  readonly landsOn: string;
  readonly expiresAt: Date;
}

interface AttemptRow {
  readonly stage: 'AWAY' | 'CODE';
  readonly person_id: string | null;
  readonly session_hash: Buffer | null;
  readonly lands_on: string;
  readonly expires_at: Date;
}

export async function insertAttempt(
  tx: Tx,
  secretHash: Buffer,
  attempt: Attempt,
  now: Date,
): Promise<void> {
  // Whoever went away and never came back leaves nothing behind.
  await tx.query('delete from auth.sign_on_attempt where expires_at <= $1', [now]);
  const { stage, personId, sessionHash, landsOn, expiresAt } = attempt;
  await tx.query(
    `insert into auth.sign_on_attempt
       (secret_hash, stage, person_id, session_hash, lands_on, expires_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [secretHash, stage, personId, sessionHash, landsOn, expiresAt],
  );
}

/** Takes an attempt out: of two that bring the same secret, one finds it. */
export async function takeAttempt(
  tx: Tx,
  secretHash: Buffer,
  stage: Attempt['stage'],
  now: Date,
): Promise<Attempt | undefined> {
  const [row] = await tx.query<AttemptRow>(
    `delete from auth.sign_on_attempt where secret_hash = $1 and stage = $2 and expires_at > $3
     returning stage, person_id, session_hash, lands_on, expires_at`,
    [secretHash, stage, now],
  );
  return (
    row && {
      stage: row.stage,
      personId: row.person_id,
      sessionHash: row.session_hash,
      landsOn: row.lands_on,
      expiresAt: row.expires_at,
    }
  );
}

interface CandidateRow {
  readonly person_id: string;
  readonly second_factor: Uint8Array | null;
  readonly second_factor_used: bigint | null;
  readonly failed_attempts: number;
  readonly locked_until: Date | null;
  readonly disabled_at: Date | null;
}

const CANDIDATE = `a.person_id, a.second_factor_used, a.failed_attempts, a.locked_until, a.disabled_at,
  case when a.second_factor_confirmed_at is not null then a.second_factor end as second_factor`;

function candidateOf(row: CandidateRow | undefined): Candidate | undefined {
  return (
    row && {
      personId: row.person_id,
      secondFactor: row.second_factor,
      secondFactorUsed: row.second_factor_used,
      failedAttempts: row.failed_attempts,
      lockedUntil: row.locked_until,
      disabledAt: row.disabled_at,
    }
  );
}

/** Locked until the transaction ends, as signing in with a password does. */
export async function findLinked(
  tx: Tx,
  { issuer, subject }: Recognised,
): Promise<Candidate | undefined> {
  const [row] = await tx.query<CandidateRow>(
    `select ${CANDIDATE} from auth.sign_on_link l join auth.account a on a.person_id = l.person_id
     where l.issuer = $1 and l.subject = $2 for update of a`,
    [issuer, subject],
  );
  return candidateOf(row);
}

export async function getCandidate(tx: Tx, personId: string): Promise<Candidate | undefined> {
  const [row] = await tx.query<CandidateRow>(
    `select ${CANDIDATE} from auth.account a where a.person_id = $1 for update`,
    [personId],
  );
  return candidateOf(row);
}

/** The account that an administrator entered this phone or staff number for. */
export async function findByClaim(
  tx: Tx,
  by: 'phone' | 'number',
  value: string,
  issuer: string,
): Promise<(Candidate & { readonly linked: boolean }) | undefined> {
  const column = by === 'phone' ? 'a.phone' : 'a.staff_number';
  const [row] = await tx.query<CandidateRow & { readonly linked: boolean }>(
    `select ${CANDIDATE}, exists (
       select from auth.sign_on_link l where l.person_id = a.person_id and l.issuer = $2) as linked
     from auth.account a where ${column} = $1 for update`,
    [value, issuer],
  );
  const found = candidateOf(row);
  return row && found && { ...found, linked: row.linked };
}

export async function insertLink(
  tx: Tx,
  { issuer, subject }: Recognised,
  personId: string,
  linkedBy: 'OWN' | 'CLAIM',
  now: Date,
): Promise<void> {
  await tx.query(
    `insert into auth.sign_on_link (issuer, subject, person_id, linked_by, linked_at)
     values ($1, $2, $3, $4, $5)`,
    [issuer, subject, personId, linkedBy, now],
  );
}

export async function noteUse(tx: Tx, { issuer, subject }: Recognised, now: Date): Promise<void> {
  await tx.query('update auth.sign_on_link set used_at = $3 where issuer = $1 and subject = $2', [
    issuer,
    subject,
    now,
  ]);
}

export async function isAlive(tx: Tx, sessionHash: Buffer, now: Date): Promise<boolean> {
  const rows = await tx.query(
    'select from auth.session where token_hash = $1 and expires_at > $2',
    [sessionHash, now],
  );
  return rows.length > 0;
}

export async function findOwnLink(
  tx: Tx,
  issuer: string,
  personId: string,
): Promise<Date | undefined> {
  const [row] = await tx.query<{ linked_at: Date }>(
    'select linked_at from auth.sign_on_link where issuer = $1 and person_id = $2',
    [issuer, personId],
  );
  return row?.linked_at;
}
