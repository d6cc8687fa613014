import { randomUUID } from 'node:crypto';
import { can, type CaseForm, type CaseView } from '@ludao/contracts';
import { OUTSIDE_LISTS } from '@ludao/rules';
import type { Tx } from '../../../platform/db.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import { basisOf, decideTrack } from '../decide.ts';
import { freeze, type Applicant, type StoredCase } from '../model.ts';
import { actingOn, askOn, tell, viewOf, type Asking } from '../service.ts';
import * as store from '../store.ts';

/** Opens a case for the project as it was described; the law of the day decides how it is handled. */
export async function openCase(
  tx: Tx,
  { enterpriseId, parkId: ownPark, ...form }: CaseForm,
  asking: Asking,
  details: StoredCase['details'] = {},
): Promise<CaseView | Refusal> {
  const applicant = await store.findApplicant(tx, { enterpriseId, parkId: ownPark });
  if (!applicant) return notFound();
  const { ownerOrg } = applicant;
  const site = ownPark === null ? await siteOf(tx, form.project, applicant) : applicant;
  const { districtCode, parkId } = site;
  const owned = { ownerOrg, districtCode, parkId };
  if (!can(asking.session, 'create', 'eia_case', owned)) return refuse('CASE_NOT_YOURS', {}, 403);
  const found = askOn(form.project, districtCode, asking);
  if (isRefusal(found)) return found;
  const track = decideTrack(found);
  if (isRefusal(track)) return track;
  const { now } = asking;
  const opened: StoredCase = {
    ...form,
    ...owned,
    id: randomUUID(),
    enterpriseId,
    applicant: applicant.name,
    track,
    state: 'DRAFT',
    answer: freeze(found),
    basis: basisOf(found),
    details,
    invited: [],
    number: null,
    historical: false,
    openedAt: now,
    submittedOn: null,
    decidedOn: null,
    changedAt: now,
    version: 1,
  };
  await store.insertCase(tx, opened);
  const { digest, level, statutoryLevel } = opened.basis;
  await tell(
    tx,
    opened,
    'case.opened',
    { track, digest, level, statutoryLevel },
    actingOn(opened, 'create', asking),
  );
  return viewOf(tx, opened, asking);
}

/** Where it is built: in the park that the project names, else where the enterprise is. */
async function siteOf(
  tx: Tx,
  { place }: CaseForm['project'],
  { districtCode, parkId }: Applicant,
): Promise<Pick<Applicant, 'districtCode' | 'parkId'>> {
  const named = place?.park;
  // Outside every list says nothing of the place: a park under restriction is not left by saying so.
  if (named === undefined || OUTSIDE_LISTS.has(named)) return { districtCode, parkId };
  return (await store.findNamedPark(tx, named)) ?? { districtCode, parkId: null };
}
