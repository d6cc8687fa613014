import { ROUTES } from '@ludao/contracts';
import type { Api } from '../../../platform/api.ts';
import { refuse } from '../../../platform/refusal.ts';
import type { KnownCodes } from '../profile-decide.ts';
import * as service from './service.ts';
import { writeDuplicates } from './sheet.ts';

/** Of one workbook. */
const MOST_ROWS = 10_000;

export function registerMerging(api: Api, codes: KnownCodes): void {
  api.serve(ROUTES.listDuplicates, ({ query, scoped }) =>
    scoped((tx) => service.listDuplicates(tx, query)),
  );
  api.serve(ROUTES.exportDuplicates, async ({ query, scoped }) => {
    const all = { ...query, page: 1, size: MOST_ROWS };
    const { rows, total } = await scoped((tx) => service.listDuplicates(tx, all));
    if (total > MOST_ROWS) return refuse('TOO_MANY_ROWS', { value: total, limit: MOST_ROWS }, 422);
    return writeDuplicates(rows);
  });
  api.serve(ROUTES.mergeEnterprise, ({ params, body, session, now, today, request, scoped }) => {
    const asking = { session, now, today, causeId: request.id };
    return scoped((tx) => service.mergeEnterprises(tx, params.id, body, asking, codes));
  });
  api.serve(ROUTES.undoMerge, ({ params, body, session, now, today, request, scoped }) => {
    const asking = { session, now, today, causeId: request.id };
    return scoped((tx) => service.undoMerge(tx, params.id, body, asking));
  });
  api.serve(ROUTES.markDistinct, ({ params, body, session, now, today, request, scoped }) => {
    const asking = { session, now, today, causeId: request.id };
    return scoped((tx) => service.markDistinct(tx, params.id, body.other, asking));
  });
}
