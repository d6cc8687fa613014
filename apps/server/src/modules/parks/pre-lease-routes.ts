import { ROUTES } from '@ludao/contracts';
import type { Api } from '../../platform/api.ts';
import { notFound } from '../../platform/refusal.ts';
import * as service from './pre-lease-service.ts';

/** The landlord's check before a lease is signed. */
export function registerPreLease(api: Api, askTheLaw: service.AskTheLaw): void {
  api.serve(ROUTES.listPreLeaseChecks, ({ scoped }) => scoped((tx) => service.listChecks(tx)));
  api.serve(ROUTES.listUnitsToLet, ({ scoped }) => scoped((tx) => service.listUnits(tx)));
  api.serve(ROUTES.makePreLeaseCheck, ({ body, session, now, today, request, scoped }) =>
    scoped((tx) =>
      service.makeCheck(tx, body, { session, now, today, causeId: request.id }, askTheLaw),
    ),
  );
  api.serve(ROUTES.getPreLeaseCheck, async ({ params, scoped }) => {
    const check = await scoped((tx) => service.findCheck(tx, params.id));
    return check ?? notFound();
  });
}
