import { ROUTES } from '@ludao/contracts';
import type { RuleSet } from '@ludao/rules';
import type { Api, Call } from '../../platform/api.ts';
import { clockTable, findClockDetail } from './clocks/view/service.ts';
import type { TaskSource } from './door.ts';
import type { WorkKind } from './inbox/model.ts';
import * as inbox from './inbox/service.ts';
import { writeInbox } from './inbox/sheet.ts';
import { listTasks } from './service.ts';

/** The city whose clocks are shown where nobody names a county. */
const CITY = '330600';
const MOST_ROWS = 5000;

/** What waits for the person, of what the capabilities contribute, and the clocks behind it. */
export function registerTasks(
  api: Api,
  sources: readonly TaskSource[],
  also: { readonly kinds: readonly WorkKind[]; readonly law: () => RuleSet },
): void {
  const { kinds, law } = also;
  api.serve(ROUTES.listTasks, ({ session, now, today, scoped, request }) =>
    listTasks(sources, {
      session,
      now,
      today,
      scoped,
      report: (task, error) => request.log.error({ err: error, task }, 'a task was not counted'),
    }),
  );
  api.serve(ROUTES.listInbox, (call) =>
    call.scoped((tx) => inbox.listInbox(tx, kinds, call.query, askingOf(call))),
  );
  api.serve(ROUTES.exportInbox, async (call) => {
    const query = { ...call.query, page: 1, size: MOST_ROWS };
    const { rows } = await call.scoped((tx) => inbox.listInbox(tx, kinds, query, askingOf(call)));
    return writeInbox(rows);
  });
  api.serve(ROUTES.claimWork, (call) =>
    call.scoped((tx) => inbox.claim(tx, kinds, call.params.id, askingOf(call))),
  );
  api.serve(ROUTES.releaseWork, (call) =>
    call.scoped((tx) => inbox.release(tx, kinds, call.params.id, askingOf(call))),
  );
  api.serve(ROUTES.listWorkPosts, (call) =>
    call.scoped((tx) => inbox.listPosts(tx, call.params.id, askingOf(call))),
  );
  api.serve(ROUTES.assignWork, (call) =>
    call.scoped((tx) => inbox.assign(tx, kinds, call.params.id, call.body.post, askingOf(call))),
  );
  api.serve(ROUTES.getClock, (call) =>
    call.scoped((tx) => findClockDetail(tx, call.params.id, call)),
  );
  api.serve(ROUTES.listClocks, ({ query, today }) =>
    clockTable(law(), query.on ?? today, query.district ?? CITY),
  );
}

function askingOf({
  session,
  now,
  today,
  request,
}: Pick<Call<typeof ROUTES.claimWork>, 'session' | 'now' | 'today' | 'request'>): inbox.Asking {
  return { session, now, today, causeId: request.id };
}
