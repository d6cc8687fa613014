import type { CitationQuery } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import type {
  CitableDataset,
  CitedEia,
  CitingPlace,
  DatasetNow,
  NewCitation,
  StoredCitation,
} from './model.ts';

const PLACE = `e.enterprise_id as "enterpriseId", e.name as enterprise, e.owner_org as "ownerOrg",
  e.district_code as "districtCode", e.park_id as "parkId", p.name as park
  from enterprise_places e left join parks_public p on p.park_id = e.park_id`;

export async function findPlace(tx: Tx, enterpriseId: string): Promise<CitingPlace | undefined> {
  const [row] = await tx.query<CitingPlace>(
    `select ${PLACE} where e.enterprise_id = $1 and e.merged_into is null`,
    [enterpriseId],
  );
  return row;
}

/** Those that the organisations of the scope own or act for. */
export function listPlaces(tx: Tx): Promise<CitingPlace[]> {
  return tx.query<CitingPlace>(
    `select ${PLACE} where e.owner_org = any (scope_orgs()) and e.merged_into is null
     order by e.name, e.enterprise_id limit 200`,
  );
}

const EIA = `i.id, i.title, i.approval_no as "approvalNo", i.in_force_from as "from", i.valid_to as "to",
  i.state, i.stopped_on as "stoppedOn",
  coalesce(v.envelope -> 'conclusions', '[]'::jsonb) as conclusions
  from park_eias_public i join park_envelopes_public v on v.park_eia_id = i.id`;

/** The park-wide EIA that counts, or else the last that did. */
export async function findEiaOfPark(tx: Tx, parkId: string): Promise<CitedEia | null> {
  const [row] = await tx.query<CitedEia>(
    `select ${EIA} where i.park_id = $1
     order by i.state = 'IN_FORCE' desc, i.in_force_from desc, i.id limit 1`,
    [parkId],
  );
  return row ?? null;
}

export async function findEias(tx: Tx, ids: readonly string[]): Promise<Map<string, CitedEia>> {
  const rows = await tx.query<CitedEia>(`select ${EIA} where i.id = any ($1::uuid[])`, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

type Superseded<T> = Omit<T, 'supersededBy'> & { readonly superseded: string | null };
const withSuccessor = ({ superseded, ...row }: Superseded<DatasetNow>) => ({
  ...row,
  supersededBy: superseded === null ? null : { title: superseded },
});

/** What the park of an enterprise shares; empty where the scope does not act for it. */
export async function listCitableDatasets(tx: Tx, enterpriseId: string): Promise<CitableDataset[]> {
  const rows = await tx.query<Superseded<CitableDataset>>(
    `select id, kind, title, data_owner as "dataOwner", sampled_on as "sampledOn", laboratory,
       cma_no as "cmaNo", valid_from as "validFrom", valid_to as "validTo", state,
       ended_on as "endedOn", superseded_title as superseded, sha256, bytes,
       media_type as "mediaType", scan = 'INFECTED' as "isLocked"
     from citable_datasets($1)`,
    [enterpriseId],
  );
  return rows.map((row) => withSuccessor(row) as CitableDataset);
}

/** Nothing of it is withdrawn or stopped until this transaction ends. */
export async function holdCitable(tx: Tx, enterpriseId: string): Promise<void> {
  await tx.query('select hold_citable($1)', [enterpriseId]);
}

/** @returns the sets that each bundle names, as they stand now */
export async function findCitedDatasets(
  tx: Tx,
  citations: readonly string[],
): Promise<Map<string, DatasetNow>> {
  const rows = await tx.query<Superseded<DatasetNow>>(
    `select id, title, valid_from as "validFrom", valid_to as "validTo", state,
       ended_on as "endedOn", superseded_title as superseded from cited_datasets($1::uuid[])`,
    [citations],
  );
  return new Map(rows.map((row) => [row.id, withSuccessor(row)]));
}

/** The next number of the park and year; one that is not used leaves a gap, which harms nobody. */
export async function takeNumber(tx: Tx, parkId: string, year: number): Promise<string> {
  const [row] = await tx.query<{ serial: number }>(
    'select take_citation_number($1, $2) as serial',
    [parkId, year],
  );
  return `${year}-${String(row!.serial).padStart(4, '0')}`;
}

export async function insertCitation(tx: Tx, citation: NewCitation): Promise<void> {
  const { id, ownerOrg, districtCode, parkId } = citation;
  await tx.query(
    `insert into citation (id, owner_org, district_code, park_id, number, project, stage, case_ref,
       zoning, park_eia_id, file_id, sha256, made_by, made_at, made_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      id,
      ownerOrg,
      districtCode,
      parkId,
      citation.number,
      citation.project,
      citation.stage,
      citation.caseRef,
      citation.zoning,
      citation.parkEiaId,
      citation.fileId,
      citation.sha256,
      citation.madeBy,
      citation.madeAt,
      citation.madeOn,
    ],
  );
  await tx.query(
    `insert into citation_item (citation_id, position, owner_org, district_code, park_id, dataset_id, item)
     select $1, position, $2, $3, $4, dataset, item
     from unnest($5::uuid[], $6::jsonb[]) with ordinality as given (dataset, item, position)`,
    [
      id,
      ownerOrg,
      districtCode,
      parkId,
      citation.items.map(({ datasetId }) => datasetId),
      citation.items.map((one) => {
        const { datasetId: _, ...item } = one;
        return JSON.stringify(item);
      }),
    ],
  );
}

const COLUMNS = `c.id, c.owner_org as "ownerOrg", c.district_code as "districtCode",
  c.park_id as "parkId", p.name as park, coalesce(e.name, '') as enterprise, c.number, c.project,
  c.stage, c.case_ref as "caseRef", c.zoning, c.park_eia_id as "parkEiaId", c.file_id as "fileId",
  c.sha256, f.bytes, c.made_on as "madeOn",
  (select coalesce(jsonb_agg(i.item || jsonb_build_object('datasetId', i.dataset_id) order by i.position), '[]')
   from citation_item i where i.citation_id = c.id) as items`;
const FROM = `citation c join parks_public p on p.park_id = c.park_id join file f on f.id = c.file_id
  left join enterprise_places e on e.enterprise_id = c.owner_org`;

export async function findCitation(tx: Tx, id: string): Promise<StoredCitation | undefined> {
  const [row] = await tx.query<StoredCitation>(`select ${COLUMNS} from ${FROM} where c.id = $1`, [
    id,
  ]);
  return row;
}

const ORDERS = { madeOn: 'c.made_at', number: 'c.number' } as const;

export async function listCitations(
  tx: Tx,
  { q, stage, park, sort, page, size }: CitationQuery,
): Promise<{ readonly rows: StoredCitation[]; readonly total: number }> {
  const where = `($1::text is null or c.stage = $1) and ($2::uuid is null or c.park_id = $2)
    and ($3::text is null or strpos(lower(c.project || ' ' || c.number || ' ' || coalesce(e.name, '')), lower($3)) > 0)`;
  const values = [stage ?? null, park ?? null, q === '' ? null : q];
  const order = ORDERS[sort.replace('-', '') as keyof typeof ORDERS];
  const rows = await tx.query<StoredCitation>(
    `select ${COLUMNS} from ${FROM} where ${where}
     order by ${order} ${sort.startsWith('-') ? 'desc' : 'asc'}, c.id
     limit ${size} offset ${(page - 1) * size}`,
    values,
  );
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::integer as total from ${FROM} where ${where}`,
    values,
  );
  return { rows, total: count?.total ?? 0 };
}

/** Enterprises whose bundles of the park were made on that day or later. */
export async function findCitersSince(tx: Tx, parkId: string, day: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'select distinct owner_org as id from citation where park_id = $1 and made_on >= $2::date',
    [parkId, day],
  );
  return rows.map(({ id }) => id);
}
