import { ROUTES } from '@ludao/contracts';
import type { Api } from '../../../platform/api.ts';
import { isUniqueViolation } from '../../../platform/db.ts';
import { notFound, refuse } from '../../../platform/refusal.ts';
import { apply, listPlaces } from './applying/service.ts';
import { leave } from './leaving/service.ts';
import type { AdmissionDeps } from './port.ts';
import { listAdmissions, readAdmission } from './view/service.ts';

/** Direct entry of tenants under the park-wide EIA. */
export function registerAdmissions(api: Api, deps: AdmissionDeps): void {
  api.serve(ROUTES.listAdmissions, ({ query, scoped }) =>
    scoped((tx) => listAdmissions(tx, query)),
  );
  api.serve(ROUTES.listAdmissionPlaces, ({ session, scoped }) =>
    scoped((tx) => listPlaces(tx, { session })),
  );
  api.serve(ROUTES.getAdmission, async ({ params, session, scoped }) => {
    const admission = await scoped((tx) => readAdmission(tx, params.id, { session }));
    return admission ?? notFound();
  });
  api.serve(ROUTES.applyForAdmission, async ({ body, session, now, today, request, scoped }) => {
    const asking = { session, now, today, causeId: request.id };
    try {
      return await scoped((tx) => apply(tx, body, asking, deps));
    } catch (error) {
      // The same enterprise applied twice in one moment; the other one stands.
      if (!isUniqueViolation(error, 'admission_once')) throw error;
      return refuse('ADMITTED_ALREADY');
    }
  });
  api.serve(ROUTES.leaveAdmission, ({ params, body, session, now, today, request, scoped }) =>
    scoped((tx) => leave(tx, params.id, body, { session, now, today, causeId: request.id }, deps)),
  );
}
