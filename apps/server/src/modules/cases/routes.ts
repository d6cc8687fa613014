import { ROUTES } from '@ludao/contracts';
import type { Api } from '../../platform/api.ts';
import { refuse } from '../../platform/refusal.ts';
import type { CertificateLaw } from '../documents/index.ts';
import { registerCompletions } from './completion/routes.ts';
import { registerFiling } from './filing/routes.ts';
import { registerPublicCases } from './publicity/routes.ts';
import { openCase } from './opening/service.ts';
import * as service from './service.ts';
import { registerSharedFacility } from './shared-facility/routes.ts';
import { writeCases } from './sheet.ts';
import { registerBatches } from './batches/routes.ts';
import { registerApprovals, type ApprovalDeps } from './approval/routes.ts';
import { registerRetrofits } from './zero-land/routes.ts';
import type { PermitOf } from './zero-land/view/service.ts';

/** More than one county handles in years; a longer list is narrowed by county, kind or word. */
const MOST_ROWS = 10_000;

/** What the module is given by the program: the law as it decides cases, and what others know. */
export interface CaseDeps extends ApprovalDeps {
  readonly certificates: CertificateLaw;
  readonly permitOf: PermitOf;
}

/** Filing and approval of projects. */
export function registerCases(api: Api, deps: CaseDeps): void {
  const { askTheLaw, restrictions: restrictionOf, files, permitOf } = deps;
  const { ruleSet } = deps.certificates;
  registerFiling(api, deps);
  registerPublicCases(api);
  registerRetrofits(api, { ...deps, ruleSet, restrictionOf });
  registerSharedFacility(api, deps);
  registerCompletions(api, {
    law: ruleSet,
    files,
    permitNumberOf: async (...given) => (await permitOf(...given))?.number ?? null,
  });
  api.serve(ROUTES.listCases, ({ query, scoped }) => scoped((tx) => service.listCases(tx, query)));
  api.serve(ROUTES.exportCases, async ({ query, scoped }) => {
    const all = { ...query, page: 1, size: MOST_ROWS };
    const { rows, total } = await scoped((tx) => service.listCases(tx, all));
    if (total > MOST_ROWS) return refuse('TOO_MANY_ROWS', { value: total, limit: MOST_ROWS }, 422);
    return writeCases(rows);
  });
  api.serve(ROUTES.openCase, ({ body, session, now, today, request, scoped }) =>
    scoped((tx) => openCase(tx, body, { session, now, today, causeId: request.id, askTheLaw })),
  );
  api.serve(ROUTES.getCase, ({ params, session, scoped }) =>
    scoped((tx) => service.findCase(tx, params.id, { session })),
  );
  api.serve(ROUTES.getCaseTimeline, ({ params, session, scoped }) =>
    scoped((tx) => service.readTimelineOf(tx, params.id, { session })),
  );
  registerApprovals(api, deps);
  registerBatches(api, deps);
  api.serve(ROUTES.renewCaseAnswer, ({ params, body, session, now, today, request, scoped }) =>
    scoped((tx) => {
      const asking = { session, now, today, causeId: request.id, askTheLaw };
      return service.renewAnswer(tx, params.id, body.version, asking);
    }),
  );
  api.serve(ROUTES.discardCase, ({ params, body, session, now, today, request, scoped }) =>
    scoped((tx) => {
      const asking = { session, now, today, causeId: request.id, askTheLaw };
      return service.discardCase(tx, params.id, body.version, asking);
    }),
  );
}
