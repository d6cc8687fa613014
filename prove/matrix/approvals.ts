import { randomUUID } from 'node:crypto';
import { EMPTY_APPROVAL_FILE, type CaseState, type Owned } from '@ludao/contracts';
import type { Tx } from '../../apps/server/src/platform/db.ts';
import { APPLICANT, enterCase } from './cases.ts';
import { NOW, type Ground } from './world.ts';

const DAY = '2026-11-25';

/** What a report form has beside its case: received and accepted on the day of the walk. */
export async function enterApproval(
  tx: Tx,
  caseId: string,
  { ownerOrg, districtCode, parkId }: Owned,
  office: string,
): Promise<void> {
  const proposal = { outcome: 'APPROVE', grounds: [], words: '同意', on: DAY, post: randomUUID() };
  await tx.query(
    `insert into eia_approval (case_id, owner_org, district_code, park_id, office_org, file,
       received_at, accepted_on, proposal, proposed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      caseId,
      ownerOrg,
      districtCode,
      parkId,
      office,
      JSON.stringify(EMPTY_APPROVAL_FILE),
      NOW,
      DAY,
      JSON.stringify(proposal),
      randomUUID(),
    ],
  );
}

/** A report form of an enterprise in a state, with all that its office keeps of it. */
export async function enterForm(
  tx: Tx,
  { office }: Ground,
  { enterprise, place, state }: { enterprise: string; place: Owned; state: CaseState },
): Promise<string> {
  const id = await enterCase(tx, { enterprise, place, track: 'FORM', state });
  await enterApproval(tx, id, place, office.COUNTY_EEB.id);
  return id;
}

/** A notice that is open today. */
export async function enterNotice(tx: Tx, caseId: string, place: Owned): Promise<string> {
  const id = randomUUID();
  const words = {
    project: caseId,
    address: '',
    applicant: APPLICANT,
    overview: '',
    participation: '',
  };
  await tx.query(
    `insert into case_notice (id, case_id, owner_org, district_code, kind, track, office, contact,
       posted_on, until_on, hearing_until, content, search)
     values ($1, $2, $3, $4, 'INTENT', 'FORM', '', '', $5, '2026-12-02', '2026-11-30', $6, '')`,
    [
      id,
      caseId,
      place.ownerOrg,
      place.districtCode,
      DAY,
      JSON.stringify({ ...words, commitments: '', impacts: '' }),
    ],
  );
  return id;
}

export async function enterComment(
  tx: Tx,
  caseId: string,
  notice: string,
  districtCode: string | null,
): Promise<string> {
  const id = randomUUID();
  await tx.query(
    `insert into case_comment (id, case_id, notice_id, district_code, kind, words, left_at)
     values ($1, $2, $3, $4, 'COMMENT', '矩阵公众意见', $5)`,
    [id, caseId, notice, districtCode, NOW],
  );
  await tx.query(
    `insert into case_comment_person (comment_id, district_code, name, phone)
     values ($1, $2, '矩阵公众', '13700008888')`,
    [id, districtCode],
  );
  return id;
}

/** A technical evaluation that the body at home was asked for. */
export async function enterReview(
  tx: Tx,
  { office }: Ground,
  caseId: string,
  districtCode: string | null,
): Promise<string> {
  const id = randomUUID();
  const body = office.TECH_REVIEW_BODY.id;
  await tx.query(
    `insert into case_review (id, case_id, owner_org, district_code, kind, is_asked, started_at)
     values ($1, $2, $3, $4, 'TECHNICAL', true, $5)`,
    [id, caseId, body, districtCode, NOW],
  );
  await tx.query('update eia_case set invited = array[$2::uuid] where id = $1', [caseId, body]);
  return id;
}

/** A survey of the branch at home, in its own park, with the body at home invited. */
export async function enterBatch(
  tx: Tx,
  { office, places }: Ground,
  state: 'PROPOSED' | 'ANNOUNCED',
  caseId?: string,
): Promise<string> {
  const id = randomUUID();
  const { id: park, districtCode } = places.ownPark;
  const owner = office.COUNTY_EEB.id;
  await tx.query(
    `insert into batch (id, owner_org, district_code, park_id, kind, state, day, place, body_org,
       opened_at) values ($1, $2, $3, $4, 'SURVEY', $5, '2026-11-27', '', $6, $7)`,
    [id, owner, districtCode, park, state, office.TECH_REVIEW_BODY.id, NOW],
  );
  if (caseId !== undefined) {
    await tx.query(
      `insert into batch_case (batch_id, case_id, owner_org, district_code, park_id, kind)
       values ($1, $2, $3, $4, $5, 'SURVEY')`,
      [id, caseId, owner, districtCode, park],
    );
  }
  return id;
}

/** One report form of every enterprise, with its notice and a comment; numbers, a survey, a review. */
export async function enterForms(tx: Tx, ground: Ground): Promise<void> {
  let first: string | undefined;
  for (const { id, districtCode, parkId } of Object.values(ground.rows)) {
    const place = { ownerOrg: id, districtCode, parkId };
    const made = await enterForm(tx, ground, { enterprise: id, place, state: 'ACCEPTED' });
    const notice = await enterNotice(tx, made, place);
    await enterComment(tx, made, notice, districtCode);
    await tx.query(
      `insert into case_serial (district_code, kind, year, last) values ($1, 'ACCEPTANCE', 2026, 1)
       on conflict do nothing`,
      [districtCode],
    );
    if (first !== undefined) continue;
    first = made;
    await enterReview(tx, ground, made, districtCode);
    await enterBatch(tx, ground, 'ANNOUNCED', made);
    await enterBatch(tx, ground, 'PROPOSED');
  }
}
