import { ROUTES } from '@ludao/contracts';
import type { Api, Call } from '../../platform/api.ts';
import { isUniqueViolation } from '../../platform/db.ts';
import { isRefusal, notFound, refuse } from '../../platform/refusal.ts';
import { removePresentTenant } from '../parks/index.ts';
import { balanceOfPark, listParks } from './balance/service.ts';
import { commit } from './committing/service.ts';
import type { Asking, StockDeps } from './port.ts';
import * as service from './service.ts';

/** What exists when a park joins: workbook, scans, dry run, commit; and the balance of the park. */
export function registerStock(api: Api, deps: StockDeps): void {
  api.serve(ROUTES.listStockParks, ({ query, scoped }) => scoped((tx) => listParks(tx, query)));
  api.serve(ROUTES.getParkStock, ({ params, scoped, ...call }) =>
    scoped(async (tx) => {
      const park = await service.findParkFor(tx, params.id, 'read', call);
      return park ? balanceOfPark(tx, park, call, deps) : notFound();
    }),
  );
  api.serve(ROUTES.getStockTemplate, ({ params, query, scoped, ...call }) =>
    service.makeTemplate(scoped, params.id, query.language, call),
  );
  api.serve(ROUTES.sendStock, async ({ params, query, body, scoped, ...call }) => {
    try {
      return await service.send(scoped, params.id, body, query.fileName, askingOf(call), deps);
    } catch (error) {
      // Somebody sent the same file in the same moment.
      if (!isUniqueViolation(error, 'stock_import_once')) throw error;
      return refuse('STOCK_SENT_ALREADY');
    }
  });
  api.serve(ROUTES.getStockImport, ({ params, scoped, ...call }) =>
    scoped((tx) => service.readImport(tx, params.id, call, deps)),
  );
  api.serve(ROUTES.getStockWorkbook, ({ params, query, scoped, ...call }) =>
    service.makeProblems(scoped, params.id, query.language, call, deps),
  );
  api.serve(ROUTES.correctStock, ({ params, body, scoped, ...call }) =>
    service.correct(scoped, params.id, body, askingOf(call), deps),
  );
  api.serve(ROUTES.addStockScans, ({ params, body, scoped, ...call }) =>
    scoped((tx) => service.addScans(tx, params.id, body.files, askingOf(call), deps)),
  );
  api.serve(ROUTES.cancelStock, ({ params, scoped, ...call }) =>
    scoped((tx) => service.cancel(tx, params.id, askingOf(call), deps)),
  );
  api.serve(ROUTES.commitStock, ({ params, body, scoped, ...call }) =>
    commit(scoped, params.id, body.digest, askingOf(call), deps),
  );
  api.serve(ROUTES.removePresentTenant, ({ params, scoped, ...call }) =>
    scoped(async (tx) => {
      const removed = await removePresentTenant(tx, params.id, askingOf(call));
      if (isRefusal(removed)) return removed;
      const park = await service.findPark(tx, removed.parkId);
      return park ? balanceOfPark(tx, park, call, deps) : notFound();
    }),
  );
}

function askingOf({
  session,
  now,
  today,
  request,
}: Pick<Call<typeof ROUTES.commitStock>, 'session' | 'now' | 'today' | 'request'>): Asking {
  return { session, now, today, causeId: request.id };
}
