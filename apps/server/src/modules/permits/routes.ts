import { ROUTES } from '@ludao/contracts';
import type { RuleSet } from '@ludao/rules';
import type { Api } from '../../platform/api.ts';
import { isUniqueViolation } from '../../platform/db.ts';
import { refuse } from '../../platform/refusal.ts';
import { applicantStep, openApplication } from './applying/service.ts';
import { decide } from './deciding/service.ts';
import { officerStep } from './handling/service.ts';
import { draftPaper, type DraftPaper } from './papers/service.ts';
import { writePermits } from './sheet.ts';
import type { AskTheLaw } from './proposal.ts';
import type { Asking } from './step/service.ts';
import { findPermit, listPermits, readTimeline } from './view/service.ts';

const MOST_ROWS = 10_000;

interface Asked {
  readonly session: Asking['session'];
  readonly now: Date;
  readonly today: string;
  readonly request: { readonly id: string };
}

/** Discharge permits and registrations, from the application to the last version. */
export function registerPermits(
  api: Api,
  deps: {
    readonly law: () => RuleSet;
    readonly askTheLaw: AskTheLaw;
    readonly draftPaper: DraftPaper;
  },
): void {
  const { law, askTheLaw } = deps;
  const asking = ({ session, now, today, request }: Asked): Asking => ({
    session,
    now,
    today,
    causeId: request.id,
    law,
    askTheLaw,
  });

  api.serve(ROUTES.listPermits, (call) =>
    call.scoped((tx) => listPermits(tx, call.query, asking(call))),
  );
  api.serve(ROUTES.exportPermits, async (call) => {
    const query = { ...call.query, page: 1, size: MOST_ROWS };
    const found = await call.scoped((tx) => listPermits(tx, query, asking(call)));
    if (found.total > MOST_ROWS) {
      return refuse('TOO_MANY_ROWS', { value: found.total, limit: MOST_ROWS }, 422);
    }
    return writePermits(found);
  });
  api.serve(ROUTES.getPermit, (call) =>
    call.scoped((tx) => findPermit(tx, call.params.id, call.query.on, asking(call))),
  );
  api.serve(ROUTES.getPermitTimeline, (call) =>
    call.scoped((tx) => readTimeline(tx, call.params.id, asking(call))),
  );
  api.serve(ROUTES.openPermitApplication, async (call) => {
    try {
      return await call.scoped((tx) => openApplication(tx, call.body, asking(call)));
    } catch (error) {
      // Two people began at the same place in the same moment.
      const isTaken = ONCE.some((constraint) => isUniqueViolation(error, constraint));
      if (!isTaken) throw error;
      return refuse('APPLICATION_RUNNING');
    }
  });
  api.serve(ROUTES.stepPermitApplication, (call) =>
    call.scoped((tx) => applicantStep(tx, call.params.id, call.body, asking(call))),
  );
  api.serve(ROUTES.handlePermitApplication, (call) =>
    call.scoped((tx) => officerStep(tx, call.params.id, call.body, asking(call))),
  );
  api.serve(ROUTES.decidePermitApplication, (call) =>
    call.scoped((tx) => decide(tx, call.params.id, call.body, asking(call))),
  );
  api.serve(ROUTES.draftPermitPaper, (call) =>
    call.scoped((tx) =>
      draftPaper(tx, call.params.id, call.body.kind, asking(call), deps.draftPaper),
    ),
  );
}

const ONCE = ['permit_once', 'permit_application_one_running'];
