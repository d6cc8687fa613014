import type { DatasetQuery, DatasetState } from '@ludao/contracts';
import type { DatabaseAccess, Tx } from '../../../platform/db.ts';
import { byListedPark, type ListedDataset } from './for-law.ts';
import type { NewDataset, ParkPlace, StoredDataset } from './model.ts';

const COLUMNS = `d.id, d.park_id as "parkId", p.name as park, d.owner_org as "ownerOrg",
  d.district_code as "districtCode", d.kind, d.title, d.data_owner as "dataOwner",
  d.sampled_on as "sampledOn", d.laboratory, d.cma_no as "cmaNo", d.points, d.factors,
  d.file_id as "fileId", d.valid_from as "validFrom", d.valid_to as "validTo", d.state,
  d.ended_on as "endedOn", d.reason,
  (select json_build_object('id', s.id, 'title', s.title) from shared_dataset s
   where s.id = d.superseded_by) as "supersededBy",
  d.entered_on as "enteredOn",
  (select count(*)::integer from citation_item i where i.dataset_id = d.id) as citations`;
const FROM = 'shared_dataset d join parks_public p on p.park_id = d.park_id';

/** Whose a park is that the reader sees; undefined where it is not in scope. */
export async function findParkPlace(tx: Tx, parkId: string): Promise<ParkPlace | undefined> {
  const [row] = await tx.query<ParkPlace>(
    `select id, name, district_code as "districtCode", coalesce(owner_org, legal_entity) as "ownerOrg"
     from park where id = $1`,
    [parkId],
  );
  return row;
}

/** @param lock for a step that follows in the same transaction */
export async function findDataset(
  tx: Tx,
  id: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<StoredDataset | undefined> {
  if (lock) await tx.query('select id from shared_dataset where id = $1 for update', [id]);
  const [row] = await tx.query<StoredDataset>(`select ${COLUMNS} from ${FROM} where d.id = $1`, [
    id,
  ]);
  return row;
}

const ORDERS = { validTo: 'd.valid_to', title: 'd.title', citations: 'citations' } as const;
const STANDINGS = {
  AVAILABLE: `d.state = 'AVAILABLE' and $2::date between d.valid_from and d.valid_to`,
  NOT_YET: `d.state = 'AVAILABLE' and $2::date < d.valid_from`,
  EXPIRED: `d.state = 'AVAILABLE' and d.valid_to < $2::date`,
  WITHDRAWN: `d.state = 'WITHDRAWN' and $2::date is not null`,
  SUPERSEDED: `d.state = 'SUPERSEDED' and $2::date is not null`,
} as const;

export async function listDatasets(
  tx: Tx,
  parkId: string,
  { q, kind, standing, sort, page, size }: DatasetQuery,
  today: string,
): Promise<{ readonly rows: StoredDataset[]; readonly total: number }> {
  const where = `d.park_id = $1 and ${standing ? STANDINGS[standing] : '$2::date is not null'}
    and ($3::text is null or d.kind = $3)
    and ($4::text is null or strpos(lower(d.title || ' ' || d.laboratory || ' ' || d.data_owner), lower($4)) > 0)`;
  const values = [parkId, today, kind ?? null, q === '' ? null : q];
  const order = ORDERS[sort.replace('-', '') as keyof typeof ORDERS];
  const rows = await tx.query<StoredDataset>(
    `select ${COLUMNS} from ${FROM} where ${where}
     order by ${order} ${sort.startsWith('-') ? 'desc' : 'asc'}, d.id
     limit ${size} offset ${(page - 1) * size}`,
    values,
  );
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::integer as total from ${FROM} where ${where}`,
    values,
  );
  return { rows, total: count?.total ?? 0 };
}

const LISTED = `from shared_dataset d
  join park_eias_public e on e.park_id = d.park_id and e.state = 'IN_FORCE'
  join park_envelopes_public v on v.park_eia_id = e.id and v.listed_as is not null`;

/** What listed parks share, for the law: read as the program itself, past all scopes. */
export function sharedDataOfParks(database: Pick<DatabaseAccess, 'lookup'>) {
  return {
    /** Another one whenever anything of it has changed. */
    async mark(): Promise<string> {
      const [row] = await database.lookup<{ mark: string | null }>(
        `select md5(string_agg(concat_ws(' ', v.listed_as, d.id, d.state, d.valid_to), ',' order by d.id)) as mark
         ${LISTED}`,
        [],
      );
      return row?.mark ?? '';
    },
    async datasets() {
      const rows = await database.lookup<ListedDataset>(
        `select v.listed_as as park, d.id, d.kind, d.title, d.data_owner as owner, d.laboratory,
           d.sampled_on as "sampledOn", d.valid_from as "validFrom", d.valid_to as "validTo",
           d.ended_on as "endedOn"
         ${LISTED} order by d.valid_to, d.id`,
        [],
      );
      return byListedPark(rows);
    },
  };
}

export async function insertDataset(tx: Tx, dataset: NewDataset): Promise<void> {
  await tx.query(
    `insert into shared_dataset (id, park_id, owner_org, district_code, kind, title, data_owner,
       sampled_on, laboratory, cma_no, points, factors, file_id, valid_from, valid_to, entered_by, entered_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      dataset.id,
      dataset.parkId,
      dataset.ownerOrg,
      dataset.districtCode,
      dataset.kind,
      dataset.title,
      dataset.dataOwner,
      dataset.sampledOn,
      dataset.laboratory,
      dataset.cmaNo,
      JSON.stringify(dataset.points),
      JSON.stringify(dataset.factors),
      dataset.fileId,
      dataset.validFrom,
      dataset.validTo,
      dataset.enteredBy,
      dataset.enteredOn,
    ],
  );
}

export async function setValidTo(tx: Tx, id: string, validTo: string): Promise<void> {
  await tx.query('update shared_dataset set valid_to = $2 where id = $1', [id, validTo]);
}

export async function endDataset(
  tx: Tx,
  id: string,
  end: {
    readonly state: DatasetState;
    readonly on: string;
    readonly reason?: string;
    readonly supersededBy?: string;
  },
): Promise<void> {
  await tx.query(
    `update shared_dataset set state = $2, ended_on = $3, reason = $4, superseded_by = $5
     where id = $1`,
    [id, end.state, end.on, end.reason ?? '', end.supersededBy ?? null],
  );
}
