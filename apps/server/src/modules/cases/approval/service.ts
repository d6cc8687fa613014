import {
  readPhone,
  type ApprovalChange,
  type ApprovalFileKind,
  type ApprovalStep,
  type CaseView,
} from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import type { StoredFile } from '../../../platform/files/index.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import { savePersons } from '../persons/store.ts';
import { take } from '../service.ts';
import { fileFault } from './decide.ts';
import {
  decide,
  propose,
  recordDecision,
  renewBasis,
  sendBack,
  startWorks,
} from './deciding/service.ts';
import { accept, askMissing, refuseIntake, submit, withdraw } from './intake/service.ts';
import type { StoredApproval } from './model.ts';
import { answerHearing, endHearing, publishIntent } from './publicity/service.ts';
import { endReview, noteSurvey, startReview } from './review/service.ts';
import type { Asking } from './step/service.ts';
import { findApproval, updateApproval, type ApprovalPatch } from './store.ts';
import { findReadable } from './view/service.ts';

const FILE_COLUMNS = {
  document: 'documentFile',
  publicVersion: 'publicFile',
  participation: 'participationFile',
} as const satisfies Record<ApprovalFileKind, keyof StoredApproval>;

/** Saves what the applicant filled in; what was attached becomes the office's to read as well. */
export function changeApproval(
  tx: Tx,
  id: string,
  { version, file, contact, lead, attached }: ApprovalChange,
  asking: Asking,
): Promise<CaseView | Refusal> {
  return take(tx, id, version, 'change', asking, async ({ found, acting }) => {
    if (found.track !== 'FORM' && found.track !== 'REPORT') {
      return refuse('CASE_STEP_OF_OTHER_TRACK', { value: 'change', track: found.track });
    }
    const fault = fileFault(file);
    if (fault) return fault;
    const patch: { -readonly [K in keyof ApprovalPatch]: ApprovalPatch[K] } = { file };
    for (const [kind, fileId] of Object.entries(attached) as [ApprovalFileKind, string][]) {
      const { ownerOrg, districtCode } = found;
      const linked = await asking.files.link(tx, fileId, {
        ownerOrg,
        districtCode,
        parkId: null,
        purpose: `eia-${kind === 'publicVersion' ? 'public' : kind}`,
        by: { ...acting, actingFor: null },
        today: asking.today,
      });
      if (isRefusal(linked)) return refuse('FILE_UNKNOWN', { field: kind }, 422);
      if (linked.mediaType !== 'application/pdf') {
        return refuse('FILE_NO_PDF', { field: kind, value: linked.mediaType }, 422);
      }
      patch[FILE_COLUMNS[kind]] = linked.id;
    }
    await updateApproval(tx, found, patch);
    const persons = [
      ['CONTACT', contact],
      ['LEAD_PREPARER', lead],
    ] as const;
    const given = persons.flatMap(([role, person]) =>
      person ? [{ role, name: person.name, phone: readPhone(person.phone ?? '') }] : [],
    );
    await savePersons(tx, found, given);
    const { projectCode } = file;
    return {
      changed: { projectCode },
      event: 'case.application_changed',
      body: { files: Object.keys(attached).sort() },
    };
  });
}

/** Every other step, by its name. */
export function takeStep(
  tx: Tx,
  id: string,
  step: ApprovalStep,
  asking: Asking,
): Promise<CaseView | Refusal> {
  switch (step.step) {
    case 'submit':
      return submit(tx, id, step, asking);
    case 'withdraw':
      return withdraw(tx, id, step, asking);
    case 'askMissing':
      return askMissing(tx, id, step, asking);
    case 'refuseIntake':
      return refuseIntake(tx, id, step, asking);
    case 'accept':
      return accept(tx, id, step, asking);
    case 'noteSurvey':
      return noteSurvey(tx, id, step, asking);
    case 'startReview':
      return startReview(tx, id, step, asking);
    case 'endReview':
      return endReview(tx, id, step, asking);
    case 'publishIntent':
      return publishIntent(tx, id, step, asking);
    case 'answerHearing':
      return answerHearing(tx, id, step, asking);
    case 'endHearing':
      return endHearing(tx, id, step, asking);
    case 'propose':
      return propose(tx, id, step, asking);
    case 'renewBasis':
      return renewBasis(tx, id, step, asking);
    case 'sendBack':
      return sendBack(tx, id, step, asking);
    case 'decide':
      return decide(tx, id, step, asking);
    case 'recordDecision':
      return recordDecision(tx, id, step, asking);
    case 'startWorks':
      return startWorks(tx, id, step, asking);
  }
}

/** A file of the application, for whoever reads the case. */
export async function findApprovalFile(
  tx: Tx,
  id: string,
  kind: ApprovalFileKind,
  { session, files }: Pick<Asking, 'session' | 'files'>,
): Promise<StoredFile | Refusal> {
  const found = await findReadable(tx, id, session);
  if (!found) return notFound();
  const fileId = (await findApproval(tx, id))[FILE_COLUMNS[kind]];
  const file = fileId === null ? undefined : await files.find(tx, fileId);
  return file ?? notFound();
}
