import { ROUTES } from '@ludao/contracts';
import type { Api } from '../../../platform/api.ts';
import { isRefusal, notFound } from '../../../platform/refusal.ts';
import type { KnownCodes } from '../profile-decide.ts';
import type { ImportRunner } from './runner.ts';
import * as service from './service.ts';

/** Enterprises from Excel; what takes long is left to the runner. */
export function registerImports(api: Api, runner: ImportRunner, codes: KnownCodes): void {
  api.serve(ROUTES.getImportTemplate, ({ session, scoped }) =>
    service.makeTemplate(scoped, session),
  );

  api.serve(ROUTES.uploadImport, async ({ body, query, session, now, scoped }) => {
    const view = await service.upload(scoped, body, query, session, now);
    if (!isRefusal(view)) await runner.take(view.id);
    return view;
  });

  api.serve(ROUTES.listImports, async ({ scoped }) => ({
    rows: await scoped((tx) => service.listImports(tx)),
  }));

  api.serve(ROUTES.getImport, async ({ params, scoped }) => {
    const view = await scoped((tx) => service.findImport(tx, params.id));
    return view ?? notFound();
  });

  api.serve(ROUTES.listImportRows, ({ params, query, scoped }) =>
    scoped(async (tx) => {
      if (!(await service.findImport(tx, params.id))) return notFound();
      return service.listRows(tx, params.id, query);
    }),
  );

  api.serve(ROUTES.getFaultyRows, ({ params, session, scoped }) =>
    service.makeFaultyRows(scoped, params.id, session),
  );

  api.serve(ROUTES.correctImport, async ({ params, body, session, now, scoped }) => {
    const view = await service.correct(scoped, params.id, body, session, now);
    if (!isRefusal(view)) await runner.take(view.id);
    return view;
  });

  api.serve(ROUTES.correctImportRow, ({ params, body, session, scoped, today }) =>
    scoped((tx) =>
      service.correctRow(tx, params.id, params.row, body.values, session, { codes, today }),
    ),
  );

  api.serve(ROUTES.commitImport, async ({ params, body, session, now, scoped }) => {
    const view = await scoped((tx) => service.commit(tx, params.id, body.rows, session, now));
    if (!isRefusal(view)) await runner.take(view.id);
    return view;
  });

  api.serve(ROUTES.cancelImport, ({ params, now, scoped }) =>
    scoped((tx) => service.cancel(tx, params.id, now)),
  );
}
