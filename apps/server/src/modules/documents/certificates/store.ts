import type { Tx } from '../../../platform/db.ts';
import type { Matter, StoredCertificate } from './model.ts';

const COLUMNS = `c.id, c.owner_org as "ownerOrg", c.district_code as "districtCode",
  c.park_id as "parkId", c.holder, c.kind, c.edition, c.about_kind as "aboutKind",
  c.about_id as "aboutId", c.number, c.fields, c.digest, c.verification, c.issued_on as "issuedOn",
  c.issued_at as "issuedAt", c.record_mode as "recordMode", c.official_system as "officialSystem",
  c.official_number as "officialNumber", c.official_on as "officialOn", c.state,
  c.state_on as "stateOn", c.state_reason as "stateReason", c.version`;

/**
 * The next serial number of a kind in a county and year. Its row stays locked until the transaction
 * ends: whoever else issues waits, and a transaction that fails gives the number back.
 */
export async function takeSerial(
  tx: Tx,
  districtCode: string,
  kind: string,
  year: number,
): Promise<number> {
  const [row] = await tx.query<{ serial: number }>(
    'select take_certificate_number($1, $2, $3) as serial',
    [districtCode, kind, year],
  );
  return row!.serial;
}

export async function insertCertificate(
  tx: Tx,
  certificate: Omit<StoredCertificate, 'version' | 'state' | 'stateOn' | 'stateReason'>,
): Promise<void> {
  await tx.query(
    `insert into certificate (id, owner_org, district_code, park_id, holder, kind, edition, about_kind,
       about_id, number, fields, digest, verification, issued_on, issued_at, record_mode,
       official_system)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      certificate.id,
      certificate.ownerOrg,
      certificate.districtCode,
      certificate.parkId,
      certificate.holder,
      certificate.kind,
      certificate.edition,
      certificate.aboutKind,
      certificate.aboutId,
      certificate.number,
      JSON.stringify(certificate.fields),
      certificate.digest,
      certificate.verification,
      certificate.issuedOn,
      certificate.issuedAt,
      certificate.recordMode,
      certificate.officialSystem,
    ],
  );
}

export async function findCertificate(
  tx: Tx,
  id: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<StoredCertificate | undefined> {
  const [row] = await tx.query<StoredCertificate>(
    `select ${COLUMNS} from certificate c where c.id = $1 ${lock ? 'for update' : ''}`,
    [id],
  );
  return row;
}

/** Certificates about one matter, the newest first. */
export function findAbout(tx: Tx, { kind, id }: Matter): Promise<StoredCertificate[]> {
  return tx.query<StoredCertificate>(
    `select ${COLUMNS} from certificate c where c.about_kind = $1 and c.about_id = $2
     order by c.issued_at desc, c.number desc`,
    [kind, id],
  );
}

/** Writes where it stands; what it says never changes. */
export async function updateCertificate(
  tx: Tx,
  before: StoredCertificate,
  changed: Partial<
    Pick<StoredCertificate, 'state' | 'stateOn' | 'stateReason' | 'officialNumber' | 'officialOn'>
  >,
): Promise<StoredCertificate> {
  const after = { ...before, ...changed, version: before.version + 1 };
  await tx.query(
    `update certificate set state = $2, state_on = $3, state_reason = $4, official_number = $5,
       official_on = $6, version = $7 where id = $1`,
    [
      after.id,
      after.state,
      after.stateOn,
      after.stateReason,
      after.officialNumber,
      after.officialOn,
      after.version,
    ],
  );
  return after;
}

export async function verify(
  tx: Tx,
  code: string,
): Promise<
  | Pick<
      StoredCertificate,
      'number' | 'issuedOn' | 'state' | 'recordMode' | 'officialSystem' | 'officialNumber'
    >
  | undefined
> {
  const [row] = await tx.query<NonNullable<Awaited<ReturnType<typeof verify>>>>(
    `select number, issued_on as "issuedOn", state, record_mode as "recordMode",
       official_system as "officialSystem", official_number as "officialNumber"
     from verify_certificate($1)`,
    [code],
  );
  return row;
}
