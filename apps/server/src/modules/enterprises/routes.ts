import { ROUTES } from '@ludao/contracts';
import type { Api } from '../../platform/api.ts';
import { isUniqueViolation } from '../../platform/db.ts';
import { notFound, refuse, type Refusal } from '../../platform/refusal.ts';
import { recordDeparture } from './departing/service.ts';
import { registerMerging } from './merging/routes.ts';
import type { KnownCodes } from './profile-decide.ts';
import * as service from './service.ts';
import { writeEnterprises } from './sheet.ts';

/** Of one workbook: what an office can still open. */
const MOST_ROWS = 50_000;

/** @param codes what industry and waste codes are checked against */
export function registerEnterprises(api: Api, codes: KnownCodes): void {
  api.serve(ROUTES.listEnterprises, ({ query, scoped }) =>
    scoped((tx) => service.listEnterprises(tx, query)),
  );

  api.serve(ROUTES.exportEnterprises, async ({ query, scoped }) => {
    const all = { ...query, page: 1, size: MOST_ROWS };
    const { rows, total, contacts } = await scoped((tx) => service.listWithContacts(tx, all));
    if (total > MOST_ROWS) return refuse('TOO_MANY_ROWS', { value: total, limit: MOST_ROWS }, 422);
    return writeEnterprises(rows, contacts);
  });

  api.serve(ROUTES.registerEnterprise, async ({ body, session, now, today, request, scoped }) => {
    const asking = { session, now, today, causeId: request.id };
    return unlessTaken(
      body.creditCode,
      scoped((tx) => service.registerEnterprise(tx, body, asking, codes)),
    );
  });

  api.serve(ROUTES.getEnterprise, async ({ params, session, scoped }) => {
    const found = await scoped((tx) => service.findEnterprise(tx, params.id, session));
    return found ?? notFound();
  });

  api.serve(ROUTES.changeEnterprise, ({ params, body, session, now, today, request, scoped }) => {
    const asking = { session, now, today, causeId: request.id };
    return unlessTaken(
      body.creditCode,
      scoped((tx) => service.changeEnterprise(tx, params.id, body, asking, codes)),
    );
  });

  registerMerging(api, codes);

  api.serve(ROUTES.endTenancy, ({ params, body, session, now, today, request, scoped }) => {
    const asking = { session, now, today, causeId: request.id };
    return scoped((tx) => recordDeparture(tx, params.id, body, asking));
  });

  api.serve(ROUTES.getEnterpriseTimeline, async ({ params, session, scoped }) => {
    const timeline = await scoped((tx) => service.readTimelineOf(tx, params.id, session));
    return timeline ?? notFound();
  });
}

/** Two people entered the same code in the same moment: the second is told, as any other is. */
async function unlessTaken<T>(creditCode: string, written: Promise<T>): Promise<T | Refusal> {
  try {
    return await written;
  } catch (error) {
    const isTaken = CODE_ONCE.some((constraint) => isUniqueViolation(error, constraint));
    if (!isTaken) throw error;
    return refuse('CREDIT_CODE_TAKEN', { value: creditCode });
  }
}
const CODE_ONCE = ['organisation_credit_code_unique', 'enterprise_credit_code_unique'];
