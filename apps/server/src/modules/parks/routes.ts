import { ROUTES } from '@ludao/contracts';
import type { Api } from '../../platform/api.ts';
import { notFound, refuse } from '../../platform/refusal.ts';
import { registerParkEditing } from './edit-routes.ts';
import { findPark } from './edit-service.ts';
import * as service from './service.ts';
import { writeParks } from './sheet.ts';

/** More parks than a province has. */
const MOST_ROWS = 10_000;

export function registerParks(api: Api): void {
  api.serve(ROUTES.listParks, ({ query, scoped, today }) =>
    scoped((tx) => service.listParks(tx, query, today)),
  );
  api.serve(ROUTES.exportParks, async ({ query, scoped, today }) => {
    const all = { ...query, page: 1, size: MOST_ROWS };
    const { rows, total } = await scoped((tx) => service.listParks(tx, all, today));
    if (total > MOST_ROWS) return refuse('TOO_MANY_ROWS', { value: total, limit: MOST_ROWS }, 422);
    return writeParks(rows);
  });
  api.serve(ROUTES.getPark, async ({ params, scoped, session, today }) => {
    const park = await scoped((tx) => findPark(tx, params.id, { session, today }));
    return park ?? notFound();
  });
  registerParkEditing(api);
}
