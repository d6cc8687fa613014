import { ROUTES } from '@ludao/contracts';
import type { Api, Call } from '../../../platform/api.ts';
import { isUniqueViolation } from '../../../platform/db.ts';
import { isRefusal, notFound, refuse } from '../../../platform/refusal.ts';
import type { LiveLaw } from '../../rulebook/index.ts';
import { confirm, relist } from './deciding/service.ts';
import type { Asking } from './port.ts';
import { reconcile } from '../reconciling/service.ts';
import * as service from './service.ts';
import type { ParkEiaDeps } from './step/service.ts';
import { listParkEias, listParkPlaces, readParkEia, readTimelineOf } from './view/service.ts';

/** Park-wide EIAs: prepared by operators, checked and decided by the office. */
export function registerParkEias(api: Api, deps: ParkEiaDeps, law: Pick<LiveLaw, 'reload'>): void {
  api.serve(ROUTES.listParkEias, ({ query, scoped }) => scoped((tx) => listParkEias(tx, query)));
  api.serve(ROUTES.listParkEiaPlaces, async ({ scoped }) => {
    const parks = await scoped((tx) => listParkPlaces(tx));
    return { parks: parks.map(({ id, name, districtCode }) => ({ id, name, districtCode })) };
  });
  api.serve(ROUTES.getParkEia, async ({ params, session, today, scoped }) => {
    const asking = { session, today };
    const eia = await scoped((tx) => readParkEia(tx, params.id, asking, deps.permitInForce));
    return eia ?? notFound();
  });
  api.serve(ROUTES.getParkEiaTimeline, async ({ params, session, scoped }) => {
    const timeline = await scoped((tx) => readTimelineOf(tx, params.id, { session }));
    return timeline ?? notFound();
  });
  api.serve(ROUTES.draftParkEia, (call) =>
    call.scoped((tx) => service.draft(tx, call.body, askingOf(call), deps)),
  );
  api.serve(ROUTES.changeParkEia, (call) =>
    call.scoped((tx) => service.change(tx, call.params.id, call.body, askingOf(call), deps)),
  );
  api.serve(ROUTES.submitParkEia, ({ params: { id }, body: { version }, ...call }) =>
    call.scoped((tx) => service.submitParkEia(tx, id, version, askingOf(call), deps)),
  );
  api.serve(ROUTES.discardParkEia, ({ params: { id }, body: { version }, ...call }) =>
    call.scoped((tx) => service.discard(tx, id, version, askingOf(call), deps)),
  );
  api.serve(ROUTES.returnParkEia, ({ params, body, ...call }) =>
    call.scoped((tx) => service.sendBack(tx, params.id, body, askingOf(call), deps)),
  );
  api.serve(ROUTES.proposeParkEia, ({ params, body, ...call }) =>
    call.scoped((tx) => service.propose(tx, params.id, body, askingOf(call), deps)),
  );
  api.serve(ROUTES.declineParkEia, ({ params, body, ...call }) =>
    call.scoped((tx) => service.decline(tx, params.id, body, askingOf(call), deps)),
  );
  api.serve(ROUTES.reconcileParkEia, async ({ params: { id }, body, ...call }) => {
    try {
      return await call.scoped((tx) => reconcile(tx, id, body, askingOf(call), deps));
    } catch (error) {
      // One of the tenants still holds a share of another park.
      if (!isUniqueViolation(error, 'admission_once')) throw error;
      return refuse('STOCK_SHARE_ELSEWHERE');
    }
  });
  api.serve(ROUTES.relistParkEia, ({ params: { id }, body: { version }, ...call }) =>
    call.scoped((tx) => relist(tx, id, version, askingOf(call), deps)),
  );
  api.serve(ROUTES.confirmParkEia, async ({ params: { id }, body: { version }, ...call }) => {
    const confirmed = await call.scoped((tx) => confirm(tx, id, version, askingOf(call), deps));
    // Only what is committed becomes law.
    if (!isRefusal(confirmed)) await law.reload();
    return confirmed;
  });
}

function askingOf({
  session,
  now,
  today,
  request,
}: Pick<Call<typeof ROUTES.confirmParkEia>, 'session' | 'now' | 'today' | 'request'>): Asking {
  return { session, now, today, causeId: request.id };
}
