import { ROUTES } from '@ludao/contracts';
import type { Api, Call } from '../../../platform/api.ts';
import { isRefusal } from '../../../platform/refusal.ts';
import type { LiveLaw } from '../../rulebook/index.ts';
import type { Triggers } from './rules.ts';
import * as service from './service.ts';

/** Changes of a park: judged by the triggers, reported, decided. */
export function registerChanges(
  api: Api,
  { triggers, law }: { readonly triggers: Triggers; readonly law: Pick<LiveLaw, 'reload'> },
): void {
  const askingOf = ({
    session,
    now,
    today,
    request,
  }: Pick<Call<typeof ROUTES.getChange>, 'session' | 'now' | 'today' | 'request'>) => ({
    session,
    now,
    today,
    causeId: request.id,
    triggers,
  });

  api.serve(ROUTES.listChanges, (call) =>
    call.scoped((tx) => service.listChanges(tx, call.params.id, askingOf(call))),
  );
  api.serve(ROUTES.assessChange, ({ body, today }) =>
    service.assessChange(body, { triggers, today }),
  );
  api.serve(ROUTES.reportChange, (call) =>
    call.scoped((tx) => service.reportChange(tx, call.params.id, call.body, askingOf(call))),
  );
  api.serve(ROUTES.getChange, (call) =>
    call.scoped((tx) => service.findChange(tx, call.params.id, askingOf(call))),
  );
  api.serve(ROUTES.decideChange, async (call) => {
    const decided = await call.scoped((tx) =>
      service.decide(tx, call.params.id, call.body, askingOf(call)),
    );
    // Only what is committed ends the law's entry.
    if (!isRefusal(decided) && decided.state === 'DECLARED') await law.reload();
    return decided;
  });
}
