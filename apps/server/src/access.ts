import type { LeaveCause, ScreeningRequest } from '@ludao/contracts';
import type { Answer, Refused } from '@ludao/rules';
import {
  batchesWork,
  casesTasks,
  casesWork,
  closeOutside,
  completionWork,
  registerCases,
  registerEffects,
  retrofitRecorded,
  retrofitWork,
  warnProponents,
  type CaseDeps,
} from './modules/cases/index.ts';
import type { DossierContribution } from './modules/dossier/index.ts';
import {
  draftsInto,
  endCertificate,
  issueCertificate,
  registerCertificates,
  type CertificateLaw,
  type Templates,
} from './modules/documents/index.ts';
import {
  accessDossier,
  accessTasks,
  changeWork,
  expireParkEias,
  followUpWork,
  noRestrictions,
  openTriggers,
  parkEiaWork,
  registerAdmissions,
  registerChanges,
  registerCiting,
  registerDatasets,
  registerFollowUps,
  registerParkEias,
  type AdmissionPapers,
  type ParkRestrictions,
  type PermitInForce,
} from './modules/parks/index.ts';
import {
  permitInForce as permitHeld,
  permitOfPark,
  permitsDossier,
  permitsTasks,
  permitsWork,
  registerPermits,
} from './modules/permits/index.ts';
import { registerStock, stockDossier } from './modules/stock/index.ts';
import type { RevealLimit } from './modules/organisations/index.ts';
import type { LiveLaw } from './modules/rulebook/index.ts';
import type { TaskSource, WorkKind } from './modules/tasks/index.ts';
import type { Api } from './platform/api.ts';
import type { Clock } from './platform/clock.ts';
import type { Database } from './platform/db.ts';
import type { Files } from './platform/files/index.ts';
import type { Jobs } from './platform/jobs.ts';
import type { PdfPress } from './platform/pdf.ts';
import { actorOf } from './platform/session.ts';

/** What access (measures 1 to 5) is put together from. */
export interface AccessParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly files: Files;
  readonly press: PdfPress;
  readonly law: LiveLaw;
  readonly templates: Templates;
  readonly certificates: CertificateLaw;
  readonly isDemo: () => Promise<boolean>;
  /** What the law says of a project, as it decides cases. */
  readonly askTheLaw: (
    project: Pick<ScreeningRequest, 'industries' | 'works' | 'facts' | 'unstated' | 'place'>,
    at: { readonly on: string; readonly jurisdiction: string },
  ) => Answer | Refused;
  readonly revealLimit: RevealLimit;
  /** None, until the duties of operators are kept. */
  readonly restrictions: ParkRestrictions | undefined;
  readonly permitInForce: PermitInForce | undefined;
  readonly permitOf: CaseDeps['permitOf'] | undefined;
}

/** Permits, park-wide EIAs and direct entry; and what they add to inbox, figures and files. */
export function registerAccess(
  api: Api,
  parts: AccessParts,
): {
  readonly tasks: readonly TaskSource[];
  readonly work: readonly WorkKind[];
  readonly dossiers: readonly DossierContribution[];
} {
  const { database, clock, jobs, files, press, law, templates, certificates, isDemo } = parts;
  const { askTheLaw, permitInForce = permitOfPark, restrictions = noRestrictions } = parts;
  const ruleSet = () => law.current().ruleSet;
  registerCertificates(api, {
    law: certificates,
    press,
    isDemo,
    recorded: {
      eia_case: async (...told) => {
        await closeOutside(...told);
        await retrofitRecorded(...told);
      },
    },
  });
  registerCases(api, {
    askTheLaw,
    certificates,
    law: () => law.ofCases().ruleSet,
    files,
    restrictions,
    templates,
    revealLimit: parts.revealLimit,
    permitOf: parts.permitOf ?? heldFor,
  });
  jobs.recurring({
    name: 'completion-warnings',
    seconds: 60 * 60,
    run: () => warnProponents(database, { now: clock.now(), today: clock.today() }),
  });
  registerPermits(api, {
    law: ruleSet,
    askTheLaw,
    draftPaper: draftsInto({ templates, law: ruleSet }),
  });
  registerParkEias(api, { law: () => law.current(), permitInForce, files }, law);
  registerAdmissions(api, {
    askTheLaw,
    law: () => law.ofCases(),
    permitInForce,
    restrictions,
    papers: papersBy(certificates),
  });
  registerStock(api, { files, law: () => law.current(), permitInForce });
  registerEffects(api, () => law.ofCases().ruleSet);
  const sharing = { files, law: ruleSet };
  registerDatasets(api, sharing, law);
  registerCiting(api, { ...sharing, press, isDemo });
  registerFollowUps(api, sharing);
  registerChanges(api, { triggers: openTriggers(), law });
  jobs.recurring({
    name: 'park-eia-expiry',
    seconds: 60 * 60,
    run: () => expireParkEias(database, { now: clock.now(), today: clock.today() }),
  });
  return {
    tasks: [...permitsTasks, ...accessTasks, ...casesTasks],
    work: [
      ...permitsWork,
      ...parkEiaWork,
      ...followUpWork,
      ...changeWork,
      ...casesWork,
      ...batchesWork,
      ...retrofitWork,
      ...completionWork,
    ],
    dossiers: [permitsDossier, accessDossier, stockDossier],
  };
}

/** What is permitted of a holder on a day, as a retrofit compares it. */
const heldFor: CaseDeps['permitOf'] = async (tx, holder, on) => {
  const held = await permitHeld(tx, holder, on);
  if (!held) return null;
  const amounts = [...held.gramsPerYear].map(([pollutant, grams]) => ({
    pollutant,
    gramsPerYear: Number(grams),
  }));
  return { number: held.number, amounts };
};

/** What a certificate of entry ends by. */
const ENDS: Readonly<Record<LeaveCause, Parameters<typeof endCertificate>[2]['reasonCode']>> = {
  TENANCY_ENDED: 'LEFT_PARK',
  PROJECT_ENDED: 'PROJECT_ENDED',
  OWN_EIA: 'CHANGED',
};

/** Direct entry is proven by a certificate, given in the transaction of the admission. */
function papersBy(certificates: CertificateLaw): AdmissionPapers {
  type Asked = Parameters<AdmissionPapers['end']>[3];
  const acting = ({ session, now, today, causeId }: Asked, action: 'create' | 'update') => ({
    ...actorOf(session, action, 'admission', null),
    actingFor: null,
    now,
    today,
    causeId,
  });
  return {
    async issue(tx, { id, enterpriseId, enterprise, districtCode, parkId, fields }, asking) {
      const issued = await issueCertificate(
        tx,
        certificates,
        {
          kind: 'admission',
          holderOrg: enterpriseId,
          districtCode,
          parkId,
          about: { kind: 'admission', id },
          name: enterprise,
          fields,
        },
        acting(asking, 'create'),
      );
      return issued.id;
    },
    async end(tx, certificateId, cause, asking) {
      const ending = { state: 'ENDED', reasonCode: ENDS[cause] } as const;
      const refused = await endCertificate(tx, certificateId, ending, acting(asking, 'update'));
      if (refused) throw new Error(`the certificate of an admission: ${refused.refused}`);
    },
  };
}
