import { ROUTES } from '@ludao/contracts';
import type { Api } from '../../platform/api.ts';
import { notFound, refuse } from '../../platform/refusal.ts';
import * as service from './pre-lease-service.ts';
import { writeChecks } from './pre-lease-sheet.ts';

/** More than one office makes in years; a longer list is narrowed by county or word. */
const MOST_ROWS = 10_000;

/** The landlord's check before a lease is signed. */
export function registerPreLease(api: Api, askTheLaw: service.AskTheLaw): void {
  api.serve(ROUTES.listPreLeaseChecks, ({ query, scoped }) =>
    scoped((tx) => service.listChecks(tx, query)),
  );
  api.serve(ROUTES.exportPreLeaseChecks, async ({ query, scoped }) => {
    const all = { ...query, page: 1, size: MOST_ROWS };
    const { rows, total } = await scoped((tx) => service.listChecks(tx, all));
    if (total > MOST_ROWS) return refuse('TOO_MANY_ROWS', { value: total, limit: MOST_ROWS }, 422);
    return writeChecks(rows);
  });
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
