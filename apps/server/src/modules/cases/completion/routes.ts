import { ROUTES } from '@ludao/contracts';
import type { RuleSet } from '@ludao/rules';
import type { Api } from '../../../platform/api.ts';
import { serveFile, type Files } from '../../../platform/files/index.ts';
import { notFound, refuse } from '../../../platform/refusal.ts';
import type { Session } from '../../../platform/session.ts';
import * as service from './service.ts';
import { writeCompletions } from './sheet.ts';
import type { PermitNumberOf } from './view/service.ts';

const MOST_ROWS = 10_000;

export interface CompletionDeps {
  readonly law: () => RuleSet;
  readonly files: Files;
  readonly permitNumberOf: PermitNumberOf;
}

interface Asked {
  readonly session: Session;
  readonly now: Date;
  readonly today: string;
  readonly request: { readonly id: string };
}

/** Completion acceptance: the proponent's steps, the lists of offices, and what everybody reads. */
export function registerCompletions(api: Api, deps: CompletionDeps): void {
  const asking = ({ session, now, today, request }: Asked): service.Asking => ({
    ...deps,
    session,
    now,
    today,
    causeId: request.id,
  });
  api.serve(ROUTES.listCompletions, ({ query, today, scoped }) =>
    scoped((tx) => listed(service.listCompletions(tx, query, today))),
  );
  api.serve(ROUTES.exportCompletions, async ({ query, today, scoped }) => {
    const all = { ...query, page: 1, size: MOST_ROWS };
    const { rows, total } = await scoped((tx) => service.listCompletions(tx, all, today));
    if (total > MOST_ROWS) return refuse('TOO_MANY_ROWS', { value: total, limit: MOST_ROWS }, 422);
    return writeCompletions(rows);
  });
  api.serve(ROUTES.listAcceptableApprovals, ({ session, scoped }) =>
    scoped((tx) => service.listApprovals(tx, { session })),
  );
  api.serve(ROUTES.openCompletion, (call) =>
    call.scoped((tx) => service.openCompletion(tx, call.body, asking(call))),
  );
  api.serve(ROUTES.getCompletion, (call) =>
    call.scoped((tx) => service.findCompletion(tx, call.params.id, asking(call))),
  );
  api.serve(ROUTES.getCompletionTimeline, ({ params, session, scoped }) =>
    scoped((tx) => service.readTimeline(tx, params.id, { session })),
  );
  api.serve(ROUTES.takeCompletionStep, (call) =>
    call.scoped((tx) => service.takeStep(tx, call.params.id, call.body, asking(call))),
  );
  api.serve(ROUTES.listPublicCompletions, ({ query, scoped }) =>
    scoped((tx) => listed(service.listPublicCompletions(tx, query))),
  );
  api.serve(ROUTES.getPublicCompletionPaper, async (call) => {
    const { params, query, scoped } = call;
    const file = await scoped((tx) => service.findPublicPaper(tx, params.id, query.paper));
    return file ? serveFile(call, deps.files, file) : notFound();
  });
}

async function listed<Row>(
  found: Promise<{ readonly rows: readonly Row[]; readonly total: number }>,
): Promise<{ rows: Row[]; total: number }> {
  const { rows, total } = await found;
  return { rows: [...rows], total };
}
