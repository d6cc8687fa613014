import {
  expireParkEias,
  noPapers,
  noRestrictions,
  registerAdmissions,
  registerParkEias,
  type AdmissionPapers,
  type ParkRestrictions,
  type PermitInForce,
} from './modules/parks/index.ts';
import type { LiveLaw } from './modules/rulebook/index.ts';
import { screen } from './modules/screening/index.ts';
import type { Api } from './platform/api.ts';
import type { Clock } from './platform/clock.ts';
import type { Database } from './platform/db.ts';
import type { Files } from './platform/files/index.ts';
import type { Jobs } from './platform/jobs.ts';

/** What direct entry asks of other capabilities. */
export interface AccessPorts {
  readonly permitInForce?: PermitInForce;
  readonly restrictions?: ParkRestrictions;
  readonly papers?: AdmissionPapers;
}

/** While nobody keeps permits. */
const noPermits: PermitInForce = () => Promise.resolve(null);

/** Park-wide EIAs and direct entry, wired to the law and to what other capabilities know. */
export function registerAccess(
  api: Api,
  {
    database,
    clock,
    parks = {},
  }: { readonly database: Database; readonly clock: Clock; readonly parks?: AccessPorts },
  {
    law,
    screeners,
    files,
    jobs,
  }: {
    readonly law: LiveLaw;
    readonly screeners: Parameters<typeof screen>[0];
    readonly files: Files;
    readonly jobs: Jobs;
  },
): void {
  const { permitInForce = noPermits, restrictions = noRestrictions, papers = noPapers } = parks;
  registerParkEias(api, { law: () => law.current(), permitInForce, files }, law);
  registerAdmissions(api, {
    askTheLaw: (project, { on, jurisdiction }) =>
      screen(screeners, { ...project, on, jurisdiction }, on),
    law: () => law.current(),
    permitInForce,
    restrictions,
    papers,
  });
  jobs.recurring({
    name: 'park-eia-expiry',
    seconds: 60 * 60,
    run: () => expireParkEias(database, { now: clock.now(), today: clock.today() }),
  });
}
