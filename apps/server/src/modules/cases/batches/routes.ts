import { ROUTES } from '@ludao/contracts';
import type { Api, Call } from '../../../platform/api.ts';
import { readBoard, type Asking } from './board/service.ts';
import * as service from './service.ts';

type Asked = Pick<Call<typeof ROUTES.openBatch>, 'session' | 'now' | 'today' | 'request'>;

/** Survey days and review meetings that many cases share. */
export function registerBatches(api: Api, { law }: Pick<Asking, 'law'>): void {
  const asking = ({ session, now, today, request }: Asked): Asking => ({
    session,
    now,
    today,
    causeId: request.id,
    law,
  });
  api.serve(ROUTES.getBatchBoard, (call) => call.scoped((tx) => readBoard(tx, asking(call))));
  api.serve(ROUTES.openBatch, (call) =>
    call.scoped((tx) => service.openBatch(tx, call.body, asking(call))),
  );
  api.serve(ROUTES.getBatch, (call) =>
    call.scoped((tx) => service.findBatch(tx, call.params.id, asking(call))),
  );
  api.serve(ROUTES.takeBatchStep, (call) =>
    call.scoped((tx) => service.takeStep(tx, call.params.id, call.body, asking(call))),
  );
}
