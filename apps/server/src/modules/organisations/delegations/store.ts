import type { Delegation } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';

export interface StoredDelegation {
  readonly id: string;
  readonly ownerOrg: string;
  readonly districtCode: string;
  readonly owner: Delegation['owner'];
  readonly to: Delegation['to'];
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export interface EndingDelegation {
  readonly id: string;
  readonly ownerOrg: string;
  readonly toOrg: string;
  readonly endsAt: Date;
}

const COLUMNS = `d.id, d.owner_org as "ownerOrg", d.district_code as "districtCode",
  d.starts_at as "startsAt", d.ends_at as "endsAt",
  json_build_object('id', o.id, 'name', o.name) as owner,
  json_build_object('id', d.to_org, 'name', coalesce(t.name, '')) as to`;
const FROM = `from delegation d join organisation o on o.id = d.owner_org
  left join agencies_public t on t.id = d.to_org`;

/** @param givers own houses that let others act; @param receivers own houses that act for others */
export function listDelegations(
  tx: Tx,
  givers: readonly string[],
  receivers: readonly string[],
): Promise<StoredDelegation[]> {
  return tx.query(
    `select ${COLUMNS} ${FROM}
     where d.owner_org = any ($1::uuid[]) or d.to_org = any ($2::uuid[])
     order by d.ends_at desc, d.id limit 2000`,
    [givers, receivers],
  );
}

export async function lockDelegation(tx: Tx, id: string): Promise<StoredDelegation | undefined> {
  const [row] = await tx.query<StoredDelegation>(
    `select ${COLUMNS} ${FROM} where d.id = $1 for update of d`,
    [id],
  );
  return row;
}

export function listAgencies(
  tx: Tx,
): Promise<{ id: string; name: string; districtCode: string }[]> {
  return tx.query(
    'select id, name, district_code as "districtCode" from agencies_public order by name limit 2000',
  );
}

/** The own house, locked: two delegations to one agency are given one after the other. */
export async function lockHome(
  tx: Tx,
  id: string,
): Promise<{ id: string; districtCode: string } | undefined> {
  const [row] = await tx.query<{ id: string; districtCode: string }>(
    'select id, district_code as "districtCode" from organisation where id = $1 for update',
    [id],
  );
  return row;
}

/** The end of the one that runs or is to come, to the same agency. */
export async function findRunning(
  tx: Tx,
  owner: string,
  to: string,
  now: Date,
): Promise<Date | undefined> {
  const [row] = await tx.query<{ ends_at: Date }>(
    `select ends_at from delegation where owner_org = $1 and to_org = $2 and ends_at > $3
     order by ends_at desc limit 1`,
    [owner, to, now],
  );
  return row?.ends_at;
}

export async function insertDelegation(
  tx: Tx,
  home: { readonly id: string; readonly districtCode: string },
  given: {
    readonly id: string;
    readonly to: string;
    readonly startsAt: Date;
    readonly endsAt: Date;
  },
): Promise<void> {
  await tx.query(
    `insert into delegation (id, owner_org, district_code, to_org, starts_at, ends_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [given.id, home.id, home.districtCode, given.to, given.startsAt, given.endsAt],
  );
}

/** Those that run and end by then, wherever they are: for the program itself. */
export function listEnding(tx: Tx, now: Date, until: Date): Promise<EndingDelegation[]> {
  return tx.query(
    `select id, owner_org as "ownerOrg", to_org as "toOrg", ends_at as "endsAt" from delegation
     where starts_at <= $1 and ends_at > $1 and ends_at <= $2 order by ends_at, id`,
    [now, until],
  );
}

export async function moveEnd(tx: Tx, id: string, endsAt: Date): Promise<void> {
  await tx.query('update delegation set ends_at = $2 where id = $1', [id, endsAt]);
}
