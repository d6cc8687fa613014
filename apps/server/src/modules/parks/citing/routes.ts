import { ROUTES } from '@ludao/contracts';
import type { RuleSet } from '@ludao/rules';
import type { Api, Call } from '../../../platform/api.ts';
import { serveFile, type Files } from '../../../platform/files/index.ts';
import type { PdfPress } from '../../../platform/pdf.ts';
import { isRefusal } from '../../../platform/refusal.ts';
import { refuseWhereFull } from '../../../platform/refuse-where-full.ts';
import * as reading from './reading/service.ts';
import * as service from './service.ts';

/** What an enterprise may cite, and the bundles that it made. */
export function registerCiting(
  api: Api,
  deps: {
    readonly files: Files;
    readonly press: PdfPress;
    readonly law: () => RuleSet;
    readonly isDemo: () => Promise<boolean>;
  },
): void {
  const { files, press, law, isDemo } = deps;
  const askingOf = ({
    session,
    now,
    today,
    request,
  }: Pick<Call<typeof ROUTES.getCitation>, 'session' | 'now' | 'today' | 'request'>) => ({
    session,
    now,
    today,
    causeId: request.id,
    law,
  });

  api.serve(ROUTES.listCitingEnterprises, ({ session, scoped }) =>
    scoped((tx) => service.listEnterprises(tx, { session })),
  );
  api.serve(ROUTES.listCitable, (call) =>
    call.scoped((tx) => service.listCitable(tx, call.params.id, askingOf(call))),
  );
  api.serve(ROUTES.makeCitation, async (call) => {
    const packing = { scoped: call.scoped, press, files, isDemo: await isDemo() };
    try {
      return await service.makeCitation(call.body, askingOf(call), packing);
    } catch (error) {
      return refuseWhereFull(error, call.reply);
    }
  });
  api.serve(ROUTES.listCitations, (call) =>
    call.scoped((tx) => reading.listCitations(tx, call.query, askingOf(call))),
  );
  api.serve(ROUTES.getCitation, (call) =>
    call.scoped((tx) => reading.findCitation(tx, call.params.id, askingOf(call))),
  );
  api.serve(ROUTES.downloadCitation, async (call) => {
    const { params, session, scoped } = call;
    const file = await scoped((tx) => reading.findBundle(tx, params.id, { session, files }));
    return isRefusal(file) ? file : serveFile(call, files, file);
  });
}
