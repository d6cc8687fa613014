import type { ClockState } from '@ludao/contracts';
import type { ClockTerms } from '@ludao/rules';
import type { Tx } from '../../../platform/db.ts';
import type { AboutSubject, Due, RunningClock, StoredSuspension } from './model.ts';

interface Row {
  readonly id: string;
  readonly owner_org: string | null;
  readonly district_code: string;
  readonly park_id: string | null;
  readonly office_org: string;
  readonly terms: ClockTerms;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly started_at: Date;
  readonly started_on: string;
  readonly state: ClockState;
  readonly due_on: string | null;
  readonly due_at: Date | null;
  readonly amber_on: string | null;
  readonly red_on: string | null;
  readonly open_years: number[];
  readonly settled_at: Date | null;
  readonly settled_on: string | null;
  readonly in_time: boolean | null;
  readonly suspensions: readonly {
    readonly from: number;
    readonly to: number | null;
    readonly reason: string;
    readonly words: string;
  }[];
}

const COLUMNS = `c.id, c.owner_org, c.district_code, c.park_id, c.office_org, c.terms, c.subject_kind,
  c.subject_id, c.started_at, c.started_on, c.state, c.due_on, c.due_at, c.amber_on, c.red_on,
  c.open_years, c.settled_at, c.settled_on, c.in_time,
  coalesce((select json_agg(json_build_object('from', extract(epoch from s.from_at)::float8,
      'to', extract(epoch from s.to_at)::float8, 'reason', s.reason, 'words', s.words)
      order by s.from_at)
    from clock_suspension s where s.clock_id = c.id), '[]') as suspensions`;

function toClock(row: Row): RunningClock {
  return {
    id: row.id,
    ownerOrg: row.owner_org,
    districtCode: row.district_code,
    parkId: row.park_id,
    officeOrg: row.office_org,
    terms: row.terms,
    subject: { kind: row.subject_kind, id: row.subject_id },
    startedAt: row.started_at,
    startedOn: row.terms.unit === 'HOUR' ? row.started_at.toISOString() : row.started_on,
    state: row.state,
    dueOn: row.due_on,
    dueAt: row.due_at?.toISOString() ?? null,
    amberOn: row.amber_on,
    redOn: row.red_on,
    provisional: row.open_years.length > 0,
    years: row.open_years,
    settledAt: row.settled_at,
    settledOn: row.settled_on,
    inTime: row.in_time,
    suspensions: row.suspensions.map(({ from, to, reason, words }): StoredSuspension => ({
      from: instant(from),
      to: to === null ? null : instant(to),
      reason,
      words,
    })),
  };
}

function instant(seconds: number): string {
  return new Date(Math.round(seconds * 1000)).toISOString();
}

export async function insertClock(
  tx: Tx,
  clock: Omit<RunningClock, 'startedOn' | 'settledAt' | 'settledOn' | 'inTime' | 'suspensions'> & {
    readonly startDay: string;
  },
): Promise<void> {
  await tx.query(
    `insert into clock (id, owner_org, district_code, park_id, office_org, definition, terms,
       subject_kind, subject_id, started_at, started_on, state, due_on, due_at, amber_on, red_on,
       open_years)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      clock.id,
      clock.ownerOrg,
      clock.districtCode,
      clock.parkId,
      clock.officeOrg,
      clock.terms.clock,
      JSON.stringify(clock.terms),
      clock.subject.kind,
      clock.subject.id,
      clock.startedAt,
      clock.startDay,
      clock.state,
      clock.dueOn,
      clock.dueAt,
      clock.amberOn,
      clock.redOn,
      clock.years,
    ],
  );
}

/** One in scope; locked where it is to be changed. */
export async function findClock(
  tx: Tx,
  id: string,
  { lock = false } = {},
): Promise<RunningClock | undefined> {
  if (lock) await tx.query('select from clock where id = $1 for update', [id]);
  const [row] = await tx.query<Row>(`select ${COLUMNS} from clock c where c.id = $1`, [id]);
  return row && toClock(row);
}

/** Those in scope by id: one statement, whatever the rows. */
export async function findClocksById(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, RunningClock>> {
  const rows = await tx.query<Row>(`select ${COLUMNS} from clock c where c.id = any ($1::uuid[])`, [
    ids,
  ]);
  return new Map(rows.map((row) => [row.id, toClock(row)]));
}

/** The same of many subjects of a kind: one statement, whatever the rows. */
export async function findClocksAbout(
  tx: Tx,
  kind: string,
  ids: readonly string[],
): Promise<Map<string, RunningClock[]>> {
  const rows = await tx.query<Row>(
    `select ${COLUMNS} from clock c where c.subject_kind = $1 and c.subject_id = any ($2::uuid[])
     order by c.started_at, c.definition, c.id`,
    [kind, ids],
  );
  const found = new Map<string, RunningClock[]>();
  for (const clock of rows.map(toClock)) {
    const { id } = clock.subject;
    found.set(id, [...(found.get(id) ?? []), clock]);
  }
  return found;
}

/** The clocks in scope of one subject, the first started first. */
export async function findClocksOf(tx: Tx, { kind, id }: AboutSubject): Promise<RunningClock[]> {
  const rows = await tx.query<Row>(
    `select ${COLUMNS} from clock c where c.subject_kind = $1 and c.subject_id = $2
     order by c.started_at, c.definition, c.id`,
    [kind, id],
  );
  return rows.map(toClock);
}

/** Past the policies: clocks that rest on years which have a calendar by now. */
export async function findClocksToRecompute(tx: Tx, most: number): Promise<RunningClock[]> {
  const rows = await tx.query<Row>(
    `select ${COLUMNS} from clock c
     where c.state = 'RUNNING' and c.open_years && (select array_agg(year) from calendar_year)
     order by c.id limit $1`,
    [most],
  );
  return rows.map(toClock);
}

export async function writeDue(tx: Tx, id: string, state: ClockState, due: Due): Promise<void> {
  await tx.query(
    `update clock set state = $2, due_on = $3, due_at = $4, amber_on = $5, red_on = $6, open_years = $7
     where id = $1`,
    [id, state, due.dueOn, due.dueAt, due.amberOn, due.redOn, due.years],
  );
}

export async function writeEnd(
  tx: Tx,
  id: string,
  end: {
    readonly state: 'MET' | 'CANCELLED';
    readonly at: Date;
    readonly on: string;
    readonly inTime: boolean | null;
  },
): Promise<void> {
  await tx.query(
    'update clock set state = $2, settled_at = $3, settled_on = $4, in_time = $5 where id = $1',
    [id, end.state, end.at, end.on, end.inTime],
  );
}

export async function insertSuspension(
  tx: Tx,
  clock: RunningClock,
  suspension: {
    readonly id: string;
    readonly from: Date;
    readonly reason: string;
    readonly words: string;
    readonly by: string;
  },
): Promise<void> {
  const { id, from, reason, words, by } = suspension;
  await tx.query(
    `insert into clock_suspension (id, clock_id, owner_org, district_code, park_id, from_at, reason,
       words, suspended_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, clock.id, clock.ownerOrg, clock.districtCode, clock.parkId, from, reason, words, by],
  );
}

export async function endSuspension(tx: Tx, clock: string, to: Date): Promise<void> {
  await tx.query(
    'update clock_suspension set to_at = greatest($2, from_at) where clock_id = $1 and to_at is null',
    [clock, to],
  );
}

/** Names of posts with their offices, for the history of a clock. */
export async function nameOffices(
  tx: Tx,
  posts: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(
    `select post_id as id, organisation || ' ' || title as name from offices_public
     where post_id = any ($1::uuid[])`,
    [posts],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
