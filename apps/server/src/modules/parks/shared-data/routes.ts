import { ROUTES } from '@ludao/contracts';
import type { RuleSet } from '@ludao/rules';
import type { Api, Call } from '../../../platform/api.ts';
import type { LiveLaw } from '../../rulebook/index.ts';
import { serveFile, type Files } from '../../../platform/files/index.ts';
import { isRefusal, refuse } from '../../../platform/refusal.ts';
import * as service from './service.ts';
import { writeDatasets } from './sheet.ts';

/** More than a park will ever share. */
const MOST_ROWS = 10_000;

/** Data that a park shares: listed, entered, ended. */
export function registerDatasets(
  api: Api,
  { files, law }: { readonly files: Files; readonly law: () => RuleSet },
  live: Pick<LiveLaw, 'reload'>,
): void {
  /** Only what is committed is offered or refused by the law. */
  const reloaded = async <T>(changed: Promise<T>): Promise<T> => {
    const done = await changed;
    if (!isRefusal(done)) await live.reload();
    return done;
  };

  const askingOf = ({
    session,
    now,
    today,
    request,
  }: Pick<Call<typeof ROUTES.getDataset>, 'session' | 'now' | 'today' | 'request'>) => ({
    session,
    now,
    today,
    causeId: request.id,
    files,
    law,
  });

  api.serve(ROUTES.listDatasets, (call) =>
    call.scoped((tx) => service.listDatasets(tx, call.params.id, call.query, askingOf(call))),
  );
  api.serve(ROUTES.exportDatasets, async (call) => {
    const all = { ...call.query, page: 1, size: MOST_ROWS };
    const list = await call.scoped((tx) =>
      service.listDatasets(tx, call.params.id, all, askingOf(call)),
    );
    if (isRefusal(list)) return list;
    const { park, rows, total } = list;
    if (total > MOST_ROWS) return refuse('TOO_MANY_ROWS', { value: total, limit: MOST_ROWS }, 422);
    return writeDatasets(park.name, rows);
  });
  api.serve(ROUTES.enterDataset, (call) =>
    reloaded(
      call.scoped((tx) => service.enterDataset(tx, call.params.id, call.body, askingOf(call))),
    ),
  );
  api.serve(ROUTES.getDataset, (call) =>
    call.scoped((tx) => service.findDataset(tx, call.params.id, askingOf(call))),
  );
  api.serve(ROUTES.getDatasetFile, async (call) => {
    const file = await call.scoped((tx) =>
      service.findDatasetFile(tx, call.params.id, askingOf(call)),
    );
    return isRefusal(file) ? file : serveFile(call, files, file);
  });
  api.serve(ROUTES.shortenDataset, (call) =>
    reloaded(
      call.scoped((tx) =>
        service.shortenDataset(tx, call.params.id, call.body.validTo, askingOf(call)),
      ),
    ),
  );
  api.serve(ROUTES.withdrawDataset, (call) =>
    reloaded(
      call.scoped((tx) =>
        service.withdrawDataset(tx, call.params.id, call.body.reason, askingOf(call)),
      ),
    ),
  );
}
