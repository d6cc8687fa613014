import {
  can,
  CASE_STEPS,
  caseStepsFrom,
  type FacilityAgreement,
  type SharedFacilityView,
} from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { viewOf as fileViewOf, type Files } from '../../../platform/files/index.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import type { StoredCase } from '../model.ts';
import { take, type Asking as CaseAsking } from '../service.ts';
import { findCase } from '../store.ts';

export interface Asking extends CaseAsking {
  readonly files: Files;
}

interface Agreement {
  readonly number: string;
  readonly file: string | null;
}

export async function findSharedFacility(
  tx: Tx,
  id: string,
  { session, files }: Pick<Asking, 'session' | 'files'>,
): Promise<SharedFacilityView | Refusal> {
  const found = await findCase(tx, id);
  if (!found || !can(session, 'read', 'eia_case', found)) return notFound();
  const agreement = agreementOf(found);
  const file = agreement?.file ? await files.find(tx, agreement.file) : undefined;
  return {
    version: found.version,
    facilities: facilitiesOf(found),
    agreement: agreement
      ? { number: agreement.number, file: file ? fileViewOf(file) : null }
      : null,
    mayChange:
      caseStepsFrom(found.track, found.state).includes('change') &&
      can(session, CASE_STEPS.change.right, 'eia_case', found),
  };
}

/** Enters the agreement that a shared facility is relied on by. */
export async function recordAgreement(
  tx: Tx,
  id: string,
  { version, number, file }: FacilityAgreement,
  asking: Asking,
): Promise<SharedFacilityView | Refusal> {
  const { files, today } = asking;
  const taken = await take(tx, id, version, 'change', asking, async ({ found, acting }) => {
    if (facilitiesOf(found).length === 0) return refuse('CASE_NO_SHARED_FACILITY');
    const { ownerOrg, districtCode, parkId } = found;
    const by = { ...acting, actingFor: null };
    const entry = { ownerOrg, districtCode, parkId, purpose: 'facility-agreement', by, today };
    const kept =
      file === null || file === agreementOf(found)?.file ? file : await files.link(tx, file, entry);
    if (isRefusal(kept)) return refuse('FILE_UNKNOWN', { field: 'file' }, 422);
    const agreement: Agreement = {
      number,
      file: kept === null || typeof kept === 'string' ? kept : kept.id,
    };
    return {
      changed: { details: { ...found.details, facilityAgreement: agreement } },
      event: 'case.facility_agreement',
      body: { file: agreement.file },
    };
  });
  return isRefusal(taken) ? taken : findSharedFacility(tx, id, asking);
}

function agreementOf({ details }: StoredCase): Agreement | undefined {
  return details['facilityAgreement'] as Agreement | undefined;
}

/** Reliefs in force that leave out what a shared facility does. */
function facilitiesOf({ answer }: StoredCase): SharedFacilityView['facilities'] {
  return answer.reliefs
    .filter(({ kind, state }) => kind === 'leave_out' && state === 'applies')
    .map(({ object, clause, leftOut }) => ({ name: object?.name ?? '', clause, leftOut }));
}
