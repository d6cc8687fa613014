import { randomUUID } from 'node:crypto';
import type { DocumentState } from '@ludao/contracts';
import { enterOffice } from '../../apps/server/src/modules/documents/index.ts';
import type { NewOrganisation } from '../../apps/server/src/modules/organisations/index.ts';
import type { Tx } from '../../apps/server/src/platform/db.ts';
import { append } from '../../apps/server/src/platform/event-log/index.ts';
import { enterFile } from './file-walks.ts';
import { HOME, NEXT, NOW, type Ground } from './world.ts';

/** An office, and the county that its papers of this walk are about. */
export interface PaperHouse {
  readonly office: NewOrganisation;
  readonly districtCode: string;
}

/** Offices that write papers: one's own, another in the same county, next door, and the city. */
export function paperHousesOf({
  office,
  otherOffice,
  nextBranch,
}: Ground): Readonly<Record<string, PaperHouse>> {
  return {
    'the branch at home': { office: office.COUNTY_EEB, districtCode: HOME },
    'the branch next door': { office: nextBranch, districtCode: NEXT },
    'another office at home': { office: otherOffice, districtCode: HOME },
    'the city': { office: office.MUNICIPAL_EEB, districtCode: NEXT },
  };
}

/**
 * A paper names its addressee to all who may read the paper. The walk's papers name nobody's
 * enterprise, so that every name that is found anywhere is one that leaked.
 */
export const ADDRESSEE = '矩阵受送达人';
export const PAPER_TITLE = '矩阵文书';

const SIGNED: readonly DocumentState[] = ['NUMBERED', 'SEALED', 'SERVED', 'ARCHIVED'];
const SEALED = SIGNED.slice(1);
const SERVED = SIGNED.slice(2);
const CODE_SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** As a code of a paper is written. */
function newCode(): string {
  return Array.from(randomUUID().replaceAll('-', '').slice(0, 26).toUpperCase())
    .map((sign) => (CODE_SIGNS.includes(sign) ? sign : '0'))
    .join('');
}

/** A paper of the office as it stands in that state, drafted by somebody who is not walking. */
export async function enterDocument(
  tx: Tx,
  { drafters }: Ground,
  { office, districtCode }: PaperHouse,
  state: DocumentState,
  served: { readonly on: string | null; readonly volume: string },
): Promise<string> {
  const id = randomUUID();
  const drafter = drafters.get(office.id)!;
  const isSigned = SIGNED.includes(state);
  const isSealed = SEALED.includes(state);
  const day = '2026-11-24';
  const isOut = SERVED.includes(state) && served.on !== null;
  const servedFile = isOut
    ? await enterFile(tx, { operator: served.on, districtCode: null, id: null })
    : null;
  await tx.query(
    `insert into document (id, owner_org, district_code, volume_id, kind, edition, subject_kind,
       subject_id, addressee_org, addressee, issuer, remedies, contact, title, fields, digest, state,
       number, signed_on, sealed_on, served_on, counts_from, verification, seal_way, seal_file,
       seal_sha256, search, changed_at, record_mode, served_file)
     values ($1::uuid, $2, $3, $4, 'notice', '2026-1', 'park', $1::uuid, $5, $6, $7, $8, $9, $10, $11,
       repeat('0', 64), $12, $13, $14, $15, $16, $16, $17, $18, $19, $20, $10, $21, $22, $23)`,
    [
      id,
      office.id,
      districtCode,
      served.volume,
      served.on,
      ADDRESSEE,
      isSigned ? '矩阵机关' : null,
      isSigned ? [] : null,
      isSigned ? '' : null,
      PAPER_TITLE,
      JSON.stringify({ matter: '矩阵事项', content: '矩阵内容' }),
      state,
      isSigned ? `矩阵〔2025〕${id}号` : null,
      isSigned ? day : null,
      isSealed ? day : null,
      SERVED.includes(state) ? day : null,
      isSigned ? newCode() : null,
      isSealed ? 'SCAN' : null,
      isSealed ? randomUUID() : null,
      isSealed ? '0'.repeat(64) : null,
      NOW,
      isSigned ? 'FRONT' : null,
      servedFile,
    ],
  );
  await tx.query(
    `insert into document_act (owner_org, district_code, document_id, nth, act, person_id, post_id, at,
       digest) values ($1, $2, $3, 1, 'DRAFTED', $4, $5, $6, repeat('0', 64))`,
    [office.id, districtCode, id, drafter.holder.personId, drafter.id, NOW],
  );
  await append(tx, { actor: 'system:matrix', actingFor: null, office: null, now: NOW }, [
    {
      stream: `document/${id}`,
      type: 'document.drafted',
      typeVersion: 1,
      body: {},
      ownerOrg: office.id,
      districtCode,
      expectedSeq: 0,
    },
  ]);
  return id;
}

export async function enterVolume(
  tx: Tx,
  { office, districtCode }: PaperHouse,
  title = '矩阵案卷',
): Promise<string> {
  const id = randomUUID();
  await tx.query(
    `insert into document_volume (id, owner_org, district_code, title, subject_kind, subject_id,
       subject_name, opened_on, search)
     values ($1::uuid, $2, $3, $5, 'park', $1::uuid, $4, '2026-11-01', $5)`,
    [id, office.id, districtCode, ADDRESSEE, title],
  );
  return id;
}

/** What is left of a paper for the public, to be checked, or out. */
export async function enterPublic(
  tx: Tx,
  { drafters, office: { PLATFORM }, world }: Ground,
  { office, districtCode }: PaperHouse,
  document: string,
  isOut: boolean,
): Promise<void> {
  const drafter = drafters.get(office.id)!;
  const checker = world.posts.find(({ organisation }) => organisation === PLATFORM.id)!;
  const paper = {
    issuer: '矩阵机关',
    number: document,
    title: PAPER_TITLE,
    addressee: ADDRESSEE,
    body: ['■■■'],
    remedies: [],
    day: '2026-11-24',
    contact: '',
  };
  await tx.query(
    `insert into document_public (document_id, owner_org, district_code, is_public, state, marks,
       statement, paper, digest, search, published_on, drafted_by, drafted_post, drafted_at,
       checked_by, checked_post, checked_at)
     values ($1, $2, $3, $4, $5, '[]', '已删去个人隐私', $6, repeat('0', 64), $7, $8, $9, $10, $11,
       $12, $13, $14)`,
    [
      document,
      office.id,
      districtCode,
      isOut,
      isOut ? 'CHECKED' : 'PROPOSED',
      JSON.stringify(paper),
      PAPER_TITLE,
      isOut ? '2026-11-24' : null,
      drafter.holder.personId,
      drafter.id,
      NOW,
      ...(isOut ? [checker.holder.personId, checker.id, NOW] : [null, null, null]),
    ],
  );
}

/** By which the volumes of the world are told from those that the walk opens. */
export const FIRST_VOLUME = '矩阵原卷';

/** Each office with its issuer line and a series, and in one volume a draft and papers that were served. */
export async function enterDocuments(tx: Tx, ground: Ground): Promise<void> {
  const { rows, office: offices } = ground;
  for (const house of Object.values(paperHousesOf(ground))) {
    const { office, districtCode } = house;
    await enterOffice(tx, {
      id: office.id,
      districtCode,
      issuer: '矩阵机关',
      reviewAuthority: '矩阵政府',
      court: '矩阵法院',
      contact: '矩阵路1号',
      series: [{ code: 'notice', pattern: '矩阵〔{year}〕{serial}号' }],
    });
    const volume = await enterVolume(tx, house, FIRST_VOLUME);
    await enterDocument(tx, ground, house, 'DRAFT', { on: rows.own.id, volume });
    const [first, other] = [
      await enterDocument(tx, ground, house, 'SERVED', { on: rows.own.id, volume }),
      await enterDocument(tx, ground, house, 'SERVED', { on: offices.PARK_OWNER.id, volume }),
    ];
    await tx.query(
      `insert into document_delivery (owner_org, district_code, document_id, nth, outcome, way, on_day,
         counts_from, receiver, witness, consent, note)
       values ($1, $2, $3, 1, 'SERVED', 'DIRECT', '2026-11-24', '2026-11-24', '', '', false, '')`,
      [office.id, districtCode, first],
    );
    await enterPublic(tx, ground, house, first, true);
    await enterPublic(tx, ground, house, other, false);
    await tx.query(
      `insert into volume_year (owner_org, district_code, year, last) values ($1, $2, 2025, 7)`,
      [office.id, districtCode],
    );
    await tx.query(
      `insert into number_year (owner_org, district_code, code, year, last)
       values ($1, $2, 'notice', 2026, 1)`,
      [office.id, districtCode],
    );
    await tx.query(
      `insert into document_number (owner_org, district_code, code, year, serial, number, state, reason)
       values ($1, $2, 'notice', 2026, 1, '矩阵〔2026〕1号', 'VOID', '矩阵')`,
      [office.id, districtCode],
    );
  }
}
