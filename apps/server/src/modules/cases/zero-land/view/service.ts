import { can, RETROFIT_BASELINE_NAMES, RetrofitForm, type RetrofitView } from '@ludao/contracts';
import { findParameter, ZERO_LAND_BASELINE, type RuleSet } from '@ludao/rules';
import type { Tx } from '../../../../platform/db.ts';
import { viewOf as fileViewOf, type Files } from '../../../../platform/files/index.ts';
import type { Session } from '../../../../platform/session.ts';
import { findCertificatesAbout } from '../../../documents/index.ts';
import type { ParkRestrictions } from '../../../parks/index.ts';
import type { StoredCase } from '../../model.ts';
import { checkFault, decideRetrofit, voidingFault } from '../decide.ts';
import { detailsOf, kindOf, factsOf, type KnownPermit } from '../model.ts';
import { findCheck } from '../store.ts';

/** The permit in force of a park or an enterprise, where the platform knows one. */
export type PermitOf = (
  tx: Tx,
  holder: { readonly parkId: string } | { readonly enterpriseId: string },
  on: string,
) => Promise<KnownPermit | null>;

/** Who reads it, when, and what is needed to show it whole. */
export interface Viewing {
  readonly session: Session;
  readonly today: string;
  readonly ruleSet: () => RuleSet;
  readonly files: Files;
  readonly restrictionOf: ParkRestrictions;
  readonly permitOf: PermitOf;
}

/** What has been filled in so far. */
export function formOf(found: StoredCase): RetrofitForm {
  return detailsOf(found).form ?? RetrofitForm.parse({ kind: kindOf(found) });
}

/** What the amounts before are taken from here, and what says so. */
export function baselineOf(
  { districtCode }: Pick<StoredCase, 'districtCode'>,
  { ruleSet, today }: Pick<Viewing, 'ruleSet' | 'today'>,
): RetrofitView['baseline'] {
  const at = { ruleSet: ruleSet(), on: today, jurisdiction: districtCode };
  const found = findParameter(at, ZERO_LAND_BASELINE);
  const named = RETROFIT_BASELINE_NAMES[(found?.entry.value ?? 1) - 1];
  return {
    baseline: named ?? 'PERMITTED',
    basis: found?.entry.basis ?? '',
    confidence: found?.list.confidence ?? 'practitioner',
  };
}

/** The declaration with everything that it comes to, and what the reader may do with it. */
export async function viewOf(tx: Tx, found: StoredCase, viewing: Viewing): Promise<RetrofitView> {
  const { session, today, files, restrictionOf, permitOf } = viewing;
  const { id, version, parkId, enterpriseId, state } = found;
  const form = formOf(found);
  const details = detailsOf(found);
  const check = await findCheck(tx, id);
  const restriction = parkId === null ? null : await restrictionOf(tx, parkId, today);
  const holder = enterpriseId === null ? parkId && { parkId } : { enterpriseId };
  const permit = holder ? await permitOf(tx, holder, today) : null;
  const landFile = form.landFile === null ? undefined : await files.find(tx, form.landFile);
  const certificates = await findCertificatesAbout(tx, { kind: 'eia_case', id });
  const certificate = certificates.find((one) => one.id === details.certificate);
  const isExempt = state === 'EXEMPT';
  const mayCheck = isExempt && can(session, 'update', 'retrofit_check', found);
  const days = { declaredOn: found.submittedOn, on: today, today };
  const mayVoid =
    (isExempt || state === 'PREPARED') &&
    can(session, 'sign', 'eia_case', found) &&
    voidingFault(check, { state, person: session.personId }) === null;
  return {
    caseId: id,
    version,
    form,
    findings: decideRetrofit(factsOf(found), form),
    baseline: baselineOf(found, viewing),
    permit: permit && { number: permit.number, amounts: [...permit.amounts] },
    landFile: landFile ? fileViewOf(landFile) : null,
    restriction: restriction && {
      documentNo: restriction.documentNo,
      since: restriction.since,
    },
    certificate: certificate
      ? {
          id: certificate.id,
          number: certificate.number,
          mode: certificate.mode,
          officialNumber: certificate.officialNumber,
          officialOn: certificate.officialOn,
        }
      : null,
    permitChanged: details.permitChanged ?? null,
    check: {
      state: check ? (check.result ?? 'DRAWN') : 'NOT_DRAWN',
      drawnOn: check?.drawnOn ?? null,
      checkedOn: check?.checkedOn ?? null,
      words: check?.words ?? '',
    },
    voided: details.voided ?? null,
    may: {
      draw: mayCheck && checkFault('draw', check, days) === null,
      check: mayCheck && checkFault('check', check, days) === null,
      void: mayVoid,
      permitChanged:
        details.permitChange === true &&
        details.permitChanged === undefined &&
        (isExempt || state === 'PREPARED') &&
        can(session, 'update', 'eia_case', found),
    },
  };
}
