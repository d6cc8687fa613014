import type { Tx } from '../db.ts';

/** One event of the whole log, with the text that its hash was taken of. */
export interface LogRow {
  readonly position: bigint;
  readonly stream: string;
  readonly seq: number;
  readonly type: string;
  readonly actor: string;
  readonly office: string | null;
  readonly districtCode: string | null;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly causeId: string | null;
  readonly body: string;
  readonly alg: string;
  readonly prevHash: string | null;
  readonly hash: string;
}

/** Each condition counts only where it is given. */
export interface LogConditions {
  /** First part of the stream's name. */
  readonly kind?: string | undefined;
  readonly type?: string | undefined;
  readonly districtCode?: string | undefined;
  /** Ids of persons, or named actors of the program. */
  readonly actors?: readonly string[] | undefined;
  /** Days of China, both included, by when it was recorded. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Position after which everything is left out, this one too. */
  readonly before?: bigint | undefined;
}

const COLUMNS = `position, stream, seq, type, actor, office, district_code as "districtCode",
  occurred_at as "occurredAt", recorded_at as "recordedAt", cause_id as "causeId", body, alg,
  prev_hash as "prevHash", hash`;

/**
 * The newest events of the whole log, as the transaction may see it. Only the conditions that are
 * given stand in the statement, so that each finds its index.
 */
export function readLog(tx: Tx, conditions: LogConditions, limit: number): Promise<LogRow[]> {
  const params: unknown[] = [limit];
  const where: string[] = [];
  const add = (value: unknown, condition: (place: string) => string) => {
    if (value === undefined) return;
    params.push(value);
    where.push(condition(`$${params.length}`));
  };
  const { kind, type, districtCode, actors, from, to, before } = conditions;
  add(kind && `${kind}/`, (place) => `stream >= ${place}::text collate "C"`);
  // '0' follows '/'.
  add(kind && `${kind}0`, (place) => `stream < ${place}::text collate "C"`);
  add(type, (place) => `type = ${place}`);
  add(districtCode, (place) => `district_code = ${place}`);
  add(actors, (place) => `actor = any (${place}::text[])`);
  add(from, (day) => `recorded_at >= ${day}::date::timestamp at time zone 'Asia/Shanghai'`);
  add(to, (day) => `recorded_at < (${day}::date + 1)::timestamp at time zone 'Asia/Shanghai'`);
  add(before, (place) => `position < ${place}::bigint`);
  return tx.query<LogRow>(
    `select ${COLUMNS} from event ${where.length > 0 ? `where ${where.join(' and ')}` : ''}
     order by position desc limit $1`,
    params,
  );
}

/** Every type that occurs, one look into the index for each. */
export async function listTypes(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ type: string }>(
    `with recursive found as (
       (select type from event order by type limit 1)
       union all
       select (select e.type from event e where e.type > f.type order by e.type limit 1)
       from found f where f.type is not null
     ) select type from found where type is not null`,
  );
  return rows.map(({ type }) => type);
}

/** The last checkpoint that the database knows, and how many events came after it. */
export async function readProtection(tx: Tx): Promise<{
  readonly last: {
    readonly number: number;
    readonly position: bigint;
    readonly takenAt: Date | null;
  } | null;
  readonly unprotected: number;
}> {
  const [last = null] = await tx.query<{ number: number; position: bigint; takenAt: Date | null }>(
    `select number, position, taken_at as "takenAt" from event_checkpoint
     order by number desc limit 1`,
  );
  const [after] = await tx.query<{ count: number }>(
    'select count(*)::integer as count from event where position > $1',
    [last?.position ?? 0n],
  );
  return { last, unprotected: after?.count ?? 0 };
}
