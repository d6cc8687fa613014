import { ROUTES } from '@ludao/contracts';
import type { RuleSet } from '@ludao/rules';
import type { Api, Call } from '../../../platform/api.ts';
import { serveFile, type Files } from '../../../platform/files/index.ts';
import { isRefusal } from '../../../platform/refusal.ts';
import * as service from './service.ts';

/** Follow-up evaluations: due, handed in, noted. */
export function registerFollowUps(
  api: Api,
  { files, law }: { readonly files: Files; readonly law: () => RuleSet },
): void {
  const askingOf = ({
    session,
    now,
    today,
    request,
  }: Pick<Call<typeof ROUTES.noteFollowUp>, 'session' | 'now' | 'today' | 'request'>) => ({
    session,
    now,
    today,
    causeId: request.id,
    files,
    law,
  });

  api.serve(ROUTES.listFollowUps, (call) =>
    call.scoped((tx) => service.listFollowUps(tx, call.params.id, askingOf(call))),
  );
  api.serve(ROUTES.handInFollowUp, (call) =>
    call.scoped((tx) => service.handIn(tx, call.params.id, call.body, askingOf(call))),
  );
  api.serve(ROUTES.noteFollowUp, (call) =>
    call.scoped((tx) => service.note(tx, call.params.id, askingOf(call))),
  );
  api.serve(ROUTES.getFollowUpFile, async (call) => {
    const file = await call.scoped((tx) => service.findReport(tx, call.params.id, askingOf(call)));
    return isRefusal(file) ? file : serveFile(call, files, file);
  });
}
