import { ROUTES } from '@ludao/contracts';
import type { Api } from '../../../platform/api.ts';
import type { Files } from '../../../platform/files/index.ts';
import type { AskTheLaw } from '../service.ts';
import * as service from './service.ts';

/** What a case leaves to a shared facility, and the agreement about it. */
export function registerSharedFacility(
  api: Api,
  { askTheLaw, files }: { readonly askTheLaw: AskTheLaw; readonly files: Files },
): void {
  api.serve(ROUTES.getSharedFacility, ({ params, session, scoped }) =>
    scoped((tx) => service.findSharedFacility(tx, params.id, { session, files })),
  );
  api.serve(ROUTES.recordFacilityAgreement, (call) => {
    const { params, body, session, now, today, request } = call;
    const asking = { session, now, today, causeId: request.id, askTheLaw, files };
    return call.scoped((tx) => service.recordAgreement(tx, params.id, body, asking));
  });
}
