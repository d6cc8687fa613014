import {
  can,
  maskName,
  maskPhone,
  type CaseView,
  type Filing,
  type FilingChange,
  type FilingForm,
  type FilingView,
  type FilingVoid,
  type Refiling,
} from '@ludao/contracts';
import { recordModeOf } from '@ludao/rules';
import type { Tx } from '../../../platform/db.ts';
import { sha256, writeCanonical, type EventContext } from '../../../platform/event-log/index.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import { widenScopeTo } from '../../../platform/scope.ts';
import {
  endCertificate,
  findCertificatesAbout,
  issueCertificate,
  type CertificateLaw,
  type OutsideListener,
} from '../../documents/index.ts';
import { notify } from '../../notifications/index.ts';
import type { ParkRestrictions } from '../../parks/index.ts';
import { applicantRole, type StoredCase } from '../model.ts';
import { findPersons, savePersons } from '../persons/store.ts';
import { openCase } from '../opening/service.ts';
import * as core from '../service.ts';
import * as cases from '../store.ts';
import { filingFault, refilingFault, restrictionFault } from './decide.ts';
import { detailsOf, formOf, keep, split } from './model.ts';
import { basisTextOf, catalogueItemOf, receiptFields } from './receipt.ts';

/** Beside the law of cases: by what receipts are made, and which parks take nothing new. */
export interface FilingAsking extends core.Asking {
  readonly certificates: CertificateLaw;
  readonly restrictions: ParkRestrictions;
}

/** Who acts, and on which day in China. */
type By = EventContext & { readonly today: string };

const aboutCase = (id: string) => ({ kind: 'eia_case', id });

/** The form as its reader may see it; the applicant sees every name, others do not. */
export async function readFiling(
  tx: Tx,
  id: string,
  { session, today, certificates }: Pick<FilingAsking, 'session' | 'today' | 'certificates'>,
): Promise<FilingView | Refusal> {
  const found = await cases.findCase(tx, id);
  if (!found || !can(session, 'read', 'eia_case', found)) return notFound();
  const details = detailsOf(found);
  const whole = formOf(details, await findPersons(tx, id));
  const isMasked = !can(session, 'update', 'eia_case', found);
  const { mode, system, address } = recordModeOf(
    certificates.ruleSet(),
    'filing',
    today,
    found.districtCode,
  );
  return {
    form: isMasked ? masked(whole) : whole,
    isMasked,
    declared: details.declared && { what: [...details.declared.what], on: details.declared.on },
    catalogueItem: catalogueItemOf(found),
    basis: basisTextOf(found),
    record: { mode: mode === 'front' ? 'FRONT' : 'RECORD', system, address },
    receipts: (await findCertificatesAbout(tx, aboutCase(id))).map((receipt) => {
      const { kind: _, ...one } = receipt;
      return one;
    }),
    refiles: details.refiles,
    voided: details.voided,
  };
}

function masked(form: FilingForm): FilingForm {
  return {
    ...form,
    legalRepresentative: maskName(form.legalRepresentative),
    contact: maskName(form.contact),
    phone: form.phone === '' ? '' : maskPhone(form.phone),
  };
}

/** Saves what is filled in so far, complete or not. */
export function changeFiling(
  tx: Tx,
  id: string,
  { version, form: given, ...head }: FilingChange,
  asking: core.Asking,
): Promise<CaseView | Refusal> {
  return core.take(tx, id, version, 'change', asking, async ({ found }) => {
    const { track } = found;
    if (track !== 'REGISTRATION' && track !== 'COMMITMENT') {
      return refuse('CASE_STEP_OF_OTHER_TRACK', { value: 'change', track });
    }
    const { form, persons } = split(given);
    await savePersons(tx, found, persons);
    const details = keep({ ...detailsOf(found), form });
    return {
      changed: { ...head, details },
      event: 'case.changed',
      body: { form: sha256.digest(writeCanonical(JSON.parse(JSON.stringify(form)))) },
    };
  });
}

/**
 * Files the form: where this platform is the record it is complete with the number of its receipt
 * (art. 12), elsewhere it is prepared for the official system and complete with that one's number.
 */
export function fileCase(
  tx: Tx,
  id: string,
  { version, declared }: Filing,
  asking: FilingAsking,
): Promise<CaseView | Refusal> {
  const { today, certificates, restrictions } = asking;
  return core.take(tx, id, version, 'file', asking, async ({ found, acting }) => {
    const before = detailsOf(found);
    const form = formOf(before, await findPersons(tx, id));
    const fault =
      filingFault(found, form, declared, today) ??
      core.lawFault(found, asking) ??
      restrictionFault(found.parkId === null ? null : await restrictions(tx, found.parkId, today));
    if (fault) return fault;
    const details = keep({ ...before, declared: { what: declared, on: today } });
    const { districtCode, parkId, applicant, ownerOrg } = found;
    const creditCode = await cases.findCreditCode(tx, found.enterpriseId);
    const receipt = await issueCertificate(
      tx,
      certificates,
      {
        kind: 'filing_receipt',
        holderOrg: ownerOrg,
        districtCode,
        parkId,
        about: aboutCase(id),
        name: applicant,
        fields: receiptFields(found, form, creditCode),
      },
      { ...acting, today },
    );
    const { number } = receipt;
    const isComplete = receipt.mode !== 'FRONT';
    if (isComplete) await completeFiling(tx, found, { ...acting, today });
    return {
      changed: {
        state: isComplete ? 'FILED' : 'PREPARED',
        details,
        number,
        submittedOn: today,
        decidedOn: isComplete ? today : null,
      },
      event: isComplete ? 'case.filed' : 'case.prepared',
      body: { number, certificate: receipt.id, declared: [...declared] },
    };
  });
}

/** Tells the applicant, and ends the filing that this one takes the place of. */
async function completeFiling(tx: Tx, found: StoredCase, acting: By): Promise<void> {
  await tell(tx, 'CASE_FILED', found, acting);
  const { refiles } = detailsOf(found);
  if (refiles) await supersede(tx, refiles.id, acting);
}

/** The right to the earlier filing was established when this one was begun. */
async function supersede(tx: Tx, id: string, acting: By): Promise<void> {
  const owner = await cases.findOwnerOfPublic(tx, id);
  if (owner === undefined) return;
  await widenScopeTo(tx, owner);
  const earlier = await cases.findCase(tx, id, { lock: true });
  if (earlier?.state !== 'FILED') return;
  await endReceipts(tx, id, { state: 'SUPERSEDED', reasonCode: 'FILED_ANEW' }, acting);
  await core.settle(tx, earlier, { state: 'SUPERSEDED' }, 'case.superseded', {}, acting);
}

async function endReceipts(
  tx: Tx,
  id: string,
  end: Parameters<typeof endCertificate>[2],
  acting: By,
): Promise<void> {
  for (const { id: receipt, state } of await findCertificatesAbout(tx, aboutCase(id))) {
    if (state !== 'VALID') continue;
    await endCertificate(tx, receipt, end, acting);
  }
}

/** The official system gave its number: the filing, or the record of a retrofit, is complete. */
export const closeOutside: OutsideListener = async (tx, { about, number, on }, acting) => {
  const found = await cases.findCase(tx, about.id, { lock: true });
  if (!found) return;
  const details = { ...found.details, officialNumber: number };
  if (found.state !== 'PREPARED') {
    await core.settle(tx, found, { details }, 'case.number_corrected', { on }, acting);
    return;
  }
  const state = found.track === 'ZERO_LAND' ? 'EXEMPT' : 'FILED';
  await completeFiling(tx, found, acting);
  await core.settle(
    tx,
    found,
    { state, details, decidedOn: on },
    'case.recorded_outside',
    { number, on },
    acting,
  );
};

/** Begins the filing that takes the place of this one; this one counts until that one is filed. */
export async function refileCase(
  tx: Tx,
  id: string,
  { version, reason, enterpriseId }: Refiling,
  asking: core.Asking,
): Promise<CaseView | Refusal> {
  const { session, today } = asking;
  const found = await core.findFor(tx, id, version, 'refile', asking);
  if (isRefusal(found)) return found;
  const { form, ...rest } = detailsOf(found);
  const fault = refilingFault(form.operationOn, today);
  if (fault) return fault;
  const applicant = enterpriseId ?? found.enterpriseId;
  if (applicant === null) return notFound();
  if ((applicant !== found.enterpriseId) !== (reason === 'PROPONENT_CHANGED')) {
    return refuse('REFILING_APPLICANT', { value: reason }, 422);
  }
  const { name, projectCode, address, project } = found;
  const opened = await openCase(
    tx,
    { enterpriseId: applicant, parkId: null, name, projectCode, address, project },
    asking,
    keep({ ...rest, form, declared: null, refiles: { id, reason }, voided: null }),
  );
  if (isRefusal(opened)) return opened;
  if (applicant === found.enterpriseId) {
    const persons = await findPersons(tx, id);
    const kept = persons.filter(({ role }) => role === 'CONTACT');
    const { ownerOrg, districtCode } = found;
    await savePersons(tx, { id: opened.id, ownerOrg, districtCode }, kept);
  }
  return core.viewOf(tx, (await cases.findCase(tx, opened.id))!, { session });
}

/** By the head of the office: the receipt is revoked, everybody can see it, the applicant is told. */
export function voidFiling(
  tx: Tx,
  id: string,
  { version, reason }: FilingVoid,
  asking: core.Asking,
): Promise<CaseView | Refusal> {
  const { today } = asking;
  return core.take(tx, id, version, 'voidFiling', asking, async ({ found, acting }) => {
    const { track } = found;
    // A retrofit falls only after a check found it not as declared: zero-land/ asks for that.
    if (track === 'ZERO_LAND') {
      return refuse('CASE_STEP_OF_OTHER_TRACK', { value: 'voidFiling', track });
    }
    const reasonCode = reason === 'FALSE_STATEMENT' ? reason : 'NOT_ENTITLED';
    await endReceipts(tx, id, { state: 'REVOKED', reasonCode }, { ...acting, today });
    await tell(tx, 'CASE_VOIDED', found, { ...acting, today });
    const details = { ...found.details, voided: { reason, on: today } };
    return { changed: { state: 'VOID', details }, event: 'case.voided', body: { reason } };
  });
}

async function tell(
  tx: Tx,
  kind: 'CASE_FILED' | 'CASE_VOIDED',
  found: StoredCase,
  when: { readonly now: Date; readonly today: string },
): Promise<void> {
  const { id, ownerOrg } = found;
  await notify(
    tx,
    {
      kind,
      toRoles: { organisations: [ownerOrg], roles: [applicantRole(found)] },
      params: { filing: id, on: when.today },
      link: `/cases/${id}`,
      dedupeKey: `case/${id}/${kind}`,
    },
    when,
  );
}
