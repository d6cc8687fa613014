import type { DocumentQuery, DocumentRow } from '@ludao/contracts';
import { dateInChina } from '../../platform/clock.ts';
import type { Tx } from '../../platform/db.ts';
import { searchKey, searchWords } from '../../platform/word-search.ts';
import { isOut } from './public-version/model.ts';
import { publishAsItStands } from './public-version/store.ts';
import type { StoredAct, StoredDelivery, StoredDocument } from './model.ts';

const COLUMNS = `d.id, d.owner_org as "ownerOrg", d.district_code as "districtCode",
  d.volume_id as "volumeId", d.kind, d.edition, d.subject_kind as "subjectKind",
  d.subject_id as "subjectId", d.addressee_org as "addresseeOrg", d.addressee, d.issuer, d.remedies, d.contact,
  d.title, d.fields, d.digest, d.state, d.effect, d.corrects, d.number, d.signed_on as "signedOn",
  d.sealed_on as "sealedOn", d.served_on as "servedOn", d.counts_from as "countsFrom",
  d.verification, d.record_mode as "recordMode",
  d.official_system as "officialSystem", d.official_number as "officialNumber",
  d.official_on as "officialOn", d.seal_way as "sealWay", d.seal_file as "sealFile",
  d.seal_sha256 as "sealSha256", d.served_file as "servedFile", d.changed_at as "changedAt", d.version`;

/** Of the list's order, the column that it goes by. */
const ORDERS = { changed: 'd.changed_at', number: 'd.number', title: 'd.title' } as const;

export async function listDocuments(
  tx: Tx,
  { q, state, kind, volume, mine, outside, sort, page, size }: DocumentQuery,
  asker: string | null,
): Promise<{
  readonly rows: (Omit<DocumentRow, 'kindName' | 'changedAt'> & {
    readonly edition: string;
    readonly changedAt: Date;
  })[];
  readonly total: number;
}> {
  const conditions = ['true'];
  const values: unknown[] = [];
  const given = (value: unknown, condition: (place: string) => string) => {
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  if (state) given(state, (place) => `d.state = ${place}`);
  if (kind) given(kind, (place) => `d.kind = ${place}`);
  if (volume) given(volume, (place) => `d.volume_id = ${place}`);
  if (outside) conditions.push(`d.record_mode = 'FRONT' and d.official_number is null`);
  if (mine) {
    given(
      asker,
      (place) => `exists (select from document_act a
        where a.document_id = d.id and a.act = 'DRAFTED' and a.person_id = ${place})`,
    );
  }
  if (q) given(searchWords(q).search, (place) => `strpos(d.search, ${place}) > 0`);
  const where = conditions.join(' and ');
  const column = ORDERS[sort.replace('-', '') as keyof typeof ORDERS];
  const order = `${column} ${sort.startsWith('-') ? 'desc' : 'asc'} nulls last, d.id`;
  const rows = await tx.query<Awaited<ReturnType<typeof listDocuments>>['rows'][number]>(
    `select d.id, d.kind, d.edition, d.title, d.number, d.addressee, coalesce(o.organisation, d.issuer, '') as office,
       d.state, d.effect, d.signed_on as "signedOn", d.served_on as "servedOn",
       d.changed_at as "changedAt"
     from document d left join issuing_offices_public o on o.owner_org = d.owner_org
     where ${where} order by ${order} limit ${size} offset ${(page - 1) * size}`,
    values,
  );
  const [count] = await tx.query<{ total: bigint }>(
    `select count(*) as total from document d where ${where}`,
    values,
  );
  return { rows, total: Number(count?.total ?? 0n) };
}

export async function findDocument(
  tx: Tx,
  id: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<StoredDocument | undefined> {
  const [row] = await tx.query<StoredDocument>(
    `select ${COLUMNS} from document d where d.id = $1 ${lock ? 'for update' : ''}`,
    [id],
  );
  return row;
}

/** Documents of a volume in the order of their days; drafts last, in the order they came. */
export function findInVolume(
  tx: Tx,
  volume: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<StoredDocument[]> {
  return tx.query<StoredDocument>(
    `select ${COLUMNS} from document d where d.volume_id = $1
     order by (select max(a.at) from document_act a
       where a.document_id = d.id and a.act = 'SIGNED_OFF') nulls last, d.id ${lock ? 'for update' : ''}`,
    [volume],
  );
}

/** Documents about this one, the newest first. */
export function findFollowing(tx: Tx, id: string): Promise<StoredDocument[]> {
  return tx.query<StoredDocument>(
    `select ${COLUMNS} from document d where d.corrects = $1 and d.state <> 'DISCARDED'
     order by d.changed_at desc, d.id`,
    [id],
  );
}

export async function insertDocument(
  tx: Tx,
  document: Pick<
    StoredDocument,
    | 'id'
    | 'ownerOrg'
    | 'districtCode'
    | 'volumeId'
    | 'kind'
    | 'edition'
    | 'subjectKind'
    | 'subjectId'
    | 'addresseeOrg'
    | 'addressee'
    | 'title'
    | 'fields'
    | 'digest'
    | 'corrects'
  >,
  now: Date,
): Promise<void> {
  await tx.query(
    `insert into document (id, owner_org, district_code, volume_id, kind, edition, subject_kind,
       subject_id, addressee_org, addressee, title, fields, digest, corrects, state, search,
       changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'DRAFT', $15, $16)`,
    [
      document.id,
      document.ownerOrg,
      document.districtCode,
      document.volumeId,
      document.kind,
      document.edition,
      document.subjectKind,
      document.subjectId,
      document.addresseeOrg,
      document.addressee,
      document.title,
      JSON.stringify(document.fields),
      document.digest,
      document.corrects,
      searchOf(document, null),
      now,
    ],
  );
}

function searchOf(
  { title, addressee }: Pick<StoredDocument, 'title' | 'addressee'>,
  number: string | null,
) {
  return searchKey(`${title} ${addressee}`, number ?? '').search;
}

/** Writes what a step changed; `undefined` stays as it is. */
export async function updateDocument(
  tx: Tx,
  before: StoredDocument,
  changed: Partial<Omit<StoredDocument, 'id' | 'version' | 'changedAt'>>,
  now: Date,
): Promise<StoredDocument> {
  const after = { ...before, ...changed, changedAt: now, version: before.version + 1 };
  await tx.query(
    `update document set title = $2, fields = $3, digest = $4, state = $5, effect = $6, issuer = $7,
       remedies = $8, contact = $21, record_mode = $22,
       official_system = $23, official_number = $24, official_on = $25, served_file = $26, number = $9, signed_on = $10, sealed_on = $11, served_on = $12,
       counts_from = $13, verification = $14, seal_way = $15, seal_file = $16, seal_sha256 = $17,
       search = $18, changed_at = $19, version = $20
     where id = $1`,
    [
      after.id,
      after.title,
      JSON.stringify(after.fields),
      after.digest,
      after.state,
      after.effect,
      after.issuer,
      after.remedies,
      after.number,
      after.signedOn,
      after.sealedOn,
      after.servedOn,
      after.countsFrom,
      after.verification,
      after.sealWay,
      after.sealFile,
      after.sealSha256,
      searchOf(after, after.number),
      now,
      after.version,
      after.contact,
      after.recordMode,
      after.officialSystem,
      after.officialNumber,
      after.officialOn,
      after.servedFile,
    ],
  );
  const { id, effect } = after;
  await publishAsItStands(tx, { id, effect, isOut: isOut(after) }, dateInChina(now));
  return after;
}

export function findActs(tx: Tx, id: string): Promise<StoredAct[]> {
  return tx.query<StoredAct>(
    `select act, person_id as person, post_id as post, at, digest, reason
     from document_act where document_id = $1 order by nth`,
    [id],
  );
}

export async function insertAct(
  tx: Tx,
  {
    id,
    ownerOrg,
    districtCode,
    digest,
  }: Pick<StoredDocument, 'id' | 'ownerOrg' | 'districtCode' | 'digest'>,
  { act, person, post, at, reason }: Omit<StoredAct, 'digest'>,
): Promise<void> {
  await tx.query(
    `insert into document_act (owner_org, district_code, document_id, nth, act, person_id, post_id,
       at, digest, reason)
     select $1, $2, $3, coalesce(max(nth), 0) + 1, $4, $5, $6, $7, $8, $9
     from document_act where document_id = $3`,
    [ownerOrg, districtCode, id, act, person, post, at, digest, reason],
  );
}

export function findDeliveries(tx: Tx, id: string): Promise<StoredDelivery[]> {
  return tx.query<StoredDelivery>(
    `select outcome, way, on_day as "on", counts_from as "countsFrom", receiver, witness, consent,
       note, receipt_file as "receiptFile"
     from document_delivery where document_id = $1 order by nth`,
    [id],
  );
}

export async function insertDelivery(
  tx: Tx,
  { id, ownerOrg, districtCode }: StoredDocument,
  delivery: StoredDelivery,
): Promise<void> {
  await tx.query(
    `insert into document_delivery (owner_org, district_code, document_id, nth, outcome, way, on_day,
       counts_from, receiver, witness, consent, note, receipt_file)
     select $1, $2, $3, coalesce(max(nth), 0) + 1, $4, $5, $6, $7, $8, $9, $10, $11, $12
     from document_delivery where document_id = $3`,
    [
      ownerOrg,
      districtCode,
      id,
      delivery.outcome,
      delivery.way,
      delivery.on,
      delivery.countsFrom,
      delivery.receiver,
      delivery.witness,
      delivery.consent,
      delivery.note,
      delivery.receiptFile,
    ],
  );
}

export async function verify(
  tx: Tx,
  code: string,
): Promise<
  (Pick<StoredDocument, 'state' | 'effect'> & { number: string; signedOn: string }) | undefined
> {
  const [row] = await tx.query<
    Pick<StoredDocument, 'state' | 'effect'> & { number: string; signedOn: string }
  >('select number, signed_on as "signedOn", state, effect from verify_document($1)', [code]);
  return row;
}

/** Names of persons and of posts, where the reader may see them. */
export async function nameActors(
  tx: Tx,
  acts: readonly Pick<StoredAct, 'person' | 'post'>[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(
    `select id::text, name from person where id = any ($1::uuid[])
     union all
     select post_id::text, title from offices_public where post_id = any ($2::uuid[])`,
    [acts.map(({ person }) => person), acts.map(({ post }) => post)],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
