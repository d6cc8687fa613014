import { can, type RetrofitStep, type RetrofitView, type RetrofitVoiding } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import {
  endCertificate,
  issueCertificate,
  recordCertificateOutside,
  type CertificateLaw,
  type OutsideListener,
} from '../../documents/index.ts';
import { notify } from '../../notifications/index.ts';
import { openWorkItem, settleWorkItem, withdrawWorkItem } from '../../tasks/index.ts';
import { restrictionFault } from '../filing/decide.ts';
import { applicantRole, streamOf, type StoredCase } from '../model.ts';
import {
  actingOn,
  lawFault,
  take,
  tell,
  type Asking as CaseAsking,
  type Done,
  type Taking,
} from '../service.ts';
import { findCase, findCreditCode, updateCase } from '../store.ts';
import { declarationFault, decideRetrofit, voidingFault } from './decide.ts';
import { detailsOf, factsOf, type RetrofitDetails } from './model.ts';
import { fieldsOf } from './paper.ts';
import { findCheck } from './store.ts';
import { formOf, viewOf, type Viewing } from './view/service.ts';
import { OUTSIDE, PERMIT, VOIDING } from './work.ts';

export { listRetrofits } from './store.ts';

/** Who acts, when, and by which law and templates. */
export interface Asking extends CaseAsking, Viewing {
  readonly certificates: CertificateLaw;
}

/** The declaration of a case that is one of a retrofit; any other has none. */
export async function findRetrofit(
  tx: Tx,
  id: string,
  viewing: Viewing,
): Promise<RetrofitView | Refusal> {
  const found = await findCase(tx, id);
  return found?.track === 'ZERO_LAND' && can(viewing.session, 'read', 'eia_case', found)
    ? viewOf(tx, found, viewing)
    : notFound();
}

/** One step of whoever declares. */
export async function takeStep(
  tx: Tx,
  id: string,
  step: RetrofitStep,
  asking: Asking,
): Promise<RetrofitView | Refusal> {
  switch (step.step) {
    case 'save':
      return shown(tx, id, asking, (await save(tx, id, step, asking)) ?? null);
    case 'declare':
      return shown(tx, id, asking, await declare(tx, id, step.version, asking));
    case 'recordOutside':
      return shown(tx, id, asking, await recordOutside(tx, id, step, asking));
    case 'permitChanged':
      return shown(tx, id, asking, await recordPermit(tx, id, step, asking));
  }
}

async function shown(
  tx: Tx,
  id: string,
  asking: Asking,
  answer: unknown,
): Promise<RetrofitView | Refusal> {
  return isRefusal(answer) ? answer : findRetrofit(tx, id, asking);
}

/** Keeps what is filled in; the land certificate becomes a file of the case. */
function save(
  tx: Tx,
  id: string,
  { version, form }: Extract<RetrofitStep, { step: 'save' }>,
  asking: Asking,
) {
  return take(tx, id, version, 'change', asking, async (taking) => {
    const { found } = taking;
    const foreign = trackFault(found, 'change');
    if (foreign) return foreign;
    const before = formOf(found).landFile;
    const landFile =
      form.landFile === null || form.landFile === before
        ? form.landFile
        : await linked(tx, form.landFile, taking, asking);
    if (isRefusal(landFile)) return landFile;
    const retrofit = { ...detailsOf(found), form: { ...form, landFile } };
    const { verdict } = decideRetrofit(factsOf(found), retrofit.form);
    return done(found, { retrofit }, 'case.retrofit_filled_in', { verdict });
  });
}

async function linked(
  tx: Tx,
  file: string,
  { found, acting }: Taking,
  { files, today }: Asking,
): Promise<string | Refusal> {
  const { ownerOrg, districtCode, parkId } = found;
  const by = { ...acting, actingFor: null };
  const entry = { ownerOrg, districtCode, parkId, purpose: 'retrofit-land', by, today };
  const kept = await files.link(tx, file, entry);
  return isRefusal(kept) ? refuse('FILE_UNKNOWN', { field: 'form.landFile' }, 422) : kept.id;
}

/** A step that other tracks have as well, at an address of their own. */
function trackFault({ track }: StoredCase, value: string): Refusal | null {
  return track === 'ZERO_LAND' ? null : refuse('CASE_STEP_OF_OTHER_TRACK', { value, track });
}

/** Exempt, and on record at once; where an official system records it, exempt with its number. */
function declare(tx: Tx, id: string, version: number, asking: Asking) {
  return take(tx, id, version, 'declare', asking, async ({ found, acting }) => {
    const { today, restrictionOf, certificates } = asking;
    const { ownerOrg, districtCode, parkId, enterpriseId, name, address, applicant } = found;
    const form = formOf(found);
    const findings = decideRetrofit(factsOf(found), form);
    const fault = declarationFault(findings) ?? lawFault(found, asking);
    if (fault) return fault;
    const restriction = parkId === null ? null : await restrictionOf(tx, parkId, today);
    const restricted = restrictionFault(restriction);
    if (restricted) return restricted;
    const isPermitDue = findings.permit.change === 'DUE';
    const to = `/cases/${id}`;
    const place = { districtCode, parkId };
    const role = applicantRole(found);
    const item = { subject: subjectOf(id), title: name, org: ownerOrg, place, role, to } as const;
    if (isPermitDue) await openWorkItem(tx, { ...item, kind: PERMIT, to: '/permits' }, acting);
    const creditCode = await findCreditCode(tx, enterpriseId);
    const fields = fieldsOf({ name, address, creditCode }, form, findings);
    const about = { kind: 'eia_case', id };
    const paper = { kind: 'zero_land_record', holderOrg: ownerOrg, districtCode, parkId };
    const by = { ...acting, actingFor: null, today };
    const issued = await issueCertificate(
      tx,
      certificates,
      { ...paper, about, name: applicant, fields },
      by,
    );
    const isFront = issued.mode === 'FRONT';
    if (isFront) await openWorkItem(tx, { ...item, kind: OUTSIDE }, acting);
    const retrofit: RetrofitDetails = {
      ...detailsOf(found),
      certificate: issued.id,
      permitChange: isPermitDue,
    };
    const { changed } = done(found, { retrofit }, '', {});
    return {
      changed: {
        ...changed,
        state: isFront ? 'PREPARED' : 'EXEMPT',
        number: issued.number,
        submittedOn: today,
        ...(!isFront && { decidedOn: today }),
      },
      event: 'case.retrofit_declared',
      body: {
        number: issued.number,
        mode: issued.mode,
        permit: findings.permit.change,
        reasons: findings.permit.reasons,
        amounts: amountsOf(form),
        on: today,
      },
    };
  });
}

/** Before and after of each pollutant, in grams as decimal strings. */
function amountsOf({ amounts }: ReturnType<typeof formOf>) {
  return amounts.map(({ pollutant, beforeGrams, afterGrams }) => ({
    pollutant,
    before: String(beforeGrams),
    after: String(afterGrams),
  }));
}

/** With the number of the official system it is exempt, and stands in the pool of after-checks. */
function recordOutside(
  tx: Tx,
  id: string,
  { version, number, on }: Extract<RetrofitStep, { step: 'recordOutside' }>,
  asking: Asking,
) {
  return take(tx, id, version, 'recordOutside', asking, async ({ found, acting }) => {
    const foreign = trackFault(found, 'recordOutside');
    if (foreign) return foreign;
    const { certificate } = detailsOf(found);
    if (certificate === undefined) return refuse('CASE_STEP_NOT_NOW', { value: 'recordOutside' });
    const by = { ...acting, actingFor: null, today: asking.today };
    const official = { officialNumber: number, officialOn: on };
    const fault = await recordCertificateOutside(tx, certificate, official, by);
    if (fault) return fault;
    await settleWorkItem(tx, { subject: subjectOf(id), kind: OUTSIDE }, acting);
    return {
      changed: {
        state: 'EXEMPT',
        decidedOn: on,
        details: { ...found.details, officialNumber: number },
      },
      event: 'case.recorded_outside',
      body: { number, on },
    };
  });
}

/** The same, where the number was entered on the page of the certificate: nothing waits any more. */
export const retrofitRecorded: OutsideListener = async (tx, { about }, acting) => {
  const by = { ...acting, causeId: acting.causeId ?? streamOf(about.id) };
  await settleWorkItem(tx, { subject: subjectOf(about.id), kind: OUTSIDE }, by);
};

/** The permit was changed, with its number: nothing of the retrofit waits any more. */
async function recordPermit(
  tx: Tx,
  id: string,
  { version, number }: Extract<RetrofitStep, { step: 'permitChanged' }>,
  asking: Asking,
): Promise<Refusal | null> {
  const { session, now, today } = asking;
  const found = await findCase(tx, id, { lock: true });
  if (!found || !can(session, 'read', 'eia_case', found)) return notFound();
  if (!can(session, 'update', 'eia_case', found)) {
    return refuse('CASE_STEP_NOT_YOURS', { value: 'permitChanged' }, 403);
  }
  const { may } = await viewOf(tx, found, asking);
  if (found.version !== version || !may.permitChanged) {
    return refuse('CASE_STEP_NOT_NOW', { value: 'permitChanged', state: found.state });
  }
  const acting = actingOn(found, 'update', asking);
  const retrofit = { ...detailsOf(found), permitChanged: { number, on: today } };
  const isPublic = found.state === 'EXEMPT';
  const details = { ...found.details, retrofit };
  const after = await updateCase(tx, found, { details, isPublic }, now);
  await settleWorkItem(tx, { subject: subjectOf(id), kind: PERMIT }, acting);
  await tell(tx, after, 'case.permit_changed', { number, version: after.version }, acting);
  return null;
}

/** The exemption falls: the certificate verifies as revoked, and the applicant is told. */
export async function voidRetrofit(
  tx: Tx,
  id: string,
  { version, reason }: RetrofitVoiding,
  asking: Asking,
): Promise<RetrofitView | Refusal> {
  const answer = await take(tx, id, version, 'voidFiling', asking, async ({ found, acting }) => {
    const { session, now, today } = asking;
    const { ownerOrg, state, submittedOn, track } = found;
    if (track !== 'ZERO_LAND') return refuse('CASE_STEP_OF_OTHER_TRACK', { track });
    const check = await findCheck(tx, id);
    const fault = voidingFault(check, { state, person: session.personId });
    if (fault) return fault;
    const { certificate } = detailsOf(found);
    const by = { ...acting, actingFor: null, today };
    if (certificate !== undefined) {
      const ending = { state: 'REVOKED', reasonCode: 'FALSE_STATEMENT' } as const;
      const stopped = await endCertificate(tx, certificate, ending, by);
      if (stopped) return stopped;
    }
    const subject = subjectOf(id);
    await settleWorkItem(tx, { subject, kind: VOIDING }, acting);
    await withdrawWorkItem(tx, { subject }, acting);
    const roles = ['ENTERPRISE_OWNER', 'STEWARD', 'PARK_MANAGER'] as const;
    const notice = {
      kind: 'RETROFIT_VOID',
      toRoles: { organisations: [ownerOrg], roles },
      params: { on: submittedOn ?? today },
      link: `/cases/${id}`,
      dedupeKey: `case/${id}/void`,
    } as const;
    await notify(tx, notice, { now, today });
    const retrofit = { ...detailsOf(found), voided: { reason, on: today } };
    const { changed } = done(found, { retrofit }, '', {});
    return { changed: { ...changed, state: 'VOID' }, event: 'case.voided', body: { on: today } };
  });
  return shown(tx, id, asking, answer);
}

export const subjectOf = (id: string) => ({ kind: 'case', id }) as const;

function done(
  { details }: StoredCase,
  { retrofit }: { readonly retrofit: RetrofitDetails },
  event: string,
  body: Done['body'],
): Done {
  return { changed: { details: { ...details, retrofit } }, event, body };
}
