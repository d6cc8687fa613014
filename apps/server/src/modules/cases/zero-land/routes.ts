import { ROUTES } from '@ludao/contracts';
import type { Api } from '../../../platform/api.ts';
import { refuse } from '../../../platform/refusal.ts';
import type { Session } from '../../../platform/session.ts';
import { takeCheckStep } from './checks/service.ts';
import * as service from './service.ts';
import { writeRetrofits } from './sheet.ts';

const MOST_ROWS = 10_000;

/** What the program hands in besides who asks and when. */
export type RetrofitDeps = Omit<service.Asking, 'session' | 'now' | 'today' | 'causeId'>;

interface Asked {
  readonly session: Session;
  readonly now: Date;
  readonly today: string;
  readonly request: { readonly id: string };
}

/** Retrofits without new land: declaration, register, after-checks. */
export function registerRetrofits(api: Api, deps: RetrofitDeps): void {
  const asking = ({ session, now, today, request }: Asked): service.Asking => ({
    ...deps,
    session,
    now,
    today,
    causeId: request.id,
  });
  api.serve(ROUTES.getRetrofit, (call) =>
    call.scoped((tx) => service.findRetrofit(tx, call.params.id, asking(call))),
  );
  api.serve(ROUTES.takeRetrofitStep, (call) =>
    call.scoped((tx) => service.takeStep(tx, call.params.id, call.body, asking(call))),
  );
  api.serve(ROUTES.voidRetrofit, (call) =>
    call.scoped((tx) => service.voidRetrofit(tx, call.params.id, call.body, asking(call))),
  );
  api.serve(ROUTES.checkRetrofit, (call) =>
    call.scoped((tx) => takeCheckStep(tx, call.params.id, call.body, asking(call))),
  );
  api.serve(ROUTES.listRetrofits, async ({ query, scoped }) => {
    const { rows, total } = await scoped((tx) => service.listRetrofits(tx, query));
    return { rows: [...rows], total };
  });
  api.serve(ROUTES.exportRetrofits, async ({ query, scoped }) => {
    const all = { ...query, page: 1, size: MOST_ROWS };
    const { rows, total } = await scoped((tx) => service.listRetrofits(tx, all));
    if (total > MOST_ROWS) return refuse('TOO_MANY_ROWS', { value: total, limit: MOST_ROWS }, 422);
    return writeRetrofits(rows);
  });
}
