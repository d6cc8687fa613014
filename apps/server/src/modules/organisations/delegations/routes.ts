import { ROUTES } from '@ludao/contracts';
import type { Api, Call } from '../../../platform/api.ts';
import type { Asking } from '../posts/rights.ts';
import * as service from './service.ts';
import { writeDelegations } from './sheet.ts';

/** Whom an enterprise lets act for it, and for whom an agency acts. */
export function registerDelegations(api: Api): void {
  api.serve(ROUTES.listDelegations, ({ session, now, scoped }) =>
    scoped((tx) => service.listDelegations(tx, session, now)),
  );

  api.serve(ROUTES.exportDelegations, async ({ session, now, scoped }) => {
    const { rows } = await scoped((tx) => service.listDelegations(tx, session, now));
    return writeDelegations(rows);
  });

  api.serve(ROUTES.listAgencies, ({ scoped }) => scoped(service.listAgencies));

  api.serve(ROUTES.giveDelegation, (call) =>
    call.scoped((tx) => service.giveDelegation(tx, call.body, askingOf(call))),
  );

  api.serve(ROUTES.endDelegation, (call) =>
    call.scoped((tx) => service.endDelegation(tx, call.params.id, askingOf(call))),
  );
}

type Asked = Pick<Call<typeof ROUTES.giveDelegation>, 'session' | 'now' | 'today' | 'request'>;

function askingOf({ session, now, today, request }: Asked): Asking {
  return { session, now, today, causeId: request.id, address: request.ip };
}
