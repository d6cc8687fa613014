import { randomUUID } from 'node:crypto';
import type { ApprovalOutcome, NoticeKind } from '@ludao/contracts';
import type { Tx } from '../../../../../platform/db.ts';
import { trackOf, type Asking, type Working } from '../../step/service.ts';
import { findBureaus, findOfficeContact } from '../../store.ts';
import { insertNotice } from '../store.ts';

/** Posts a notice with the columns of Shaoxing's table, as the file says them on this day. */
export async function post(
  tx: Tx,
  { found, approval }: Pick<Working, 'found' | 'approval'>,
  { today }: Pick<Asking, 'today'>,
  notice: {
    readonly kind: NoticeKind;
    readonly untilOn: string | null;
    readonly hearingUntil?: string;
    readonly number: string | null;
    readonly outcome?: ApprovalOutcome;
  },
): Promise<void> {
  const { id: caseId, ownerOrg, districtCode, name: project, address, applicant } = found;
  const { overview, participation, commitments, impacts } = approval.file;
  const bureaus = await findBureaus(tx, districtCode);
  const office = bureaus.find(({ id }) => id === approval.officeOrg);
  const { kind, untilOn, hearingUntil = null, number, outcome = null } = notice;
  await insertNotice(tx, {
    id: randomUUID(),
    caseId,
    ownerOrg,
    districtCode,
    kind,
    track: trackOf(found),
    office: office?.name ?? '',
    contact: office ? await findOfficeContact(tx, office.id) : '',
    postedOn: today,
    untilOn,
    hearingUntil,
    number,
    outcome,
    content: { project, address, applicant, overview, participation, commitments, impacts },
    fileId: approval.publicFile,
  });
}
