import { ROUTES, type DossierKind, type DossierView } from '@ludao/contracts';
import type { Api, Call } from '../../platform/api.ts';
import { PdfQueueFull, type PdfPress } from '../../platform/pdf.ts';
import { isRefusal, refuse } from '../../platform/refusal.ts';
import type { DossierContribution } from './door.ts';
import { attachmentOf, paperOf, TEMPLATE } from './paper.ts';
import { openDossiers, type Opening } from './service.ts';

const FILES = {
  enterprise: {
    get: ROUTES.getEnterpriseFile,
    events: ROUTES.listEnterpriseFileEvents,
    print: ROUTES.printEnterpriseFile,
  },
  park: {
    get: ROUTES.getParkFile,
    events: ROUTES.listParkFileEvents,
    print: ROUTES.printParkFile,
  },
} as const;

type AnyCall = Pick<
  Call<(typeof FILES)[DossierKind]['get']>,
  'session' | 'today' | 'scoped' | 'request' | 'query'
>;

/** One file per enterprise 一企一档 and per park 一园一档, of what the capabilities contribute. */
export function registerDossiers(
  api: Api,
  contributions: readonly DossierContribution[],
  press: PdfPress,
): void {
  const dossiers = openDossiers(contributions);

  for (const kind of ['enterprise', 'park'] as const) {
    const { get, events, print } = FILES[kind];

    api.serve(get, (call) => dossiers.readFile({ kind, id: call.params.id }, openingOf(call)));

    api.serve(events, (call) =>
      dossiers.listEvents({ kind, id: call.params.id }, BigInt(call.query.before), openingOf(call)),
    );

    api.serve(print, async (call) => {
      const { session, now, request, reply, params } = call;
      const address = `${request.protocol}://${request.host}/desk/${kind}s/${params.id}/file`;
      const set = (file: DossierView) =>
        press.print(TEMPLATE, paperOf(file, { by: session, now, address }));
      const at = { now, causeId: request.id };
      try {
        const opening = openingOf(call);
        const pdf = await dossiers.printFile({ kind, id: params.id }, opening, at, async (file) => {
          void reply.header('content-disposition', attachmentOf(file));
          return set(file);
        });
        if (isRefusal(pdf)) void reply.removeHeader('content-disposition');
        return pdf;
      } catch (error) {
        if (!(error instanceof PdfQueueFull)) throw error;
        void reply.removeHeader('content-disposition');
        void reply.header('retry-after', error.retryAfterSeconds);
        return refuse('BUSY', {}, 503);
      }
    });
  }
}

function openingOf({ session, today, query, scoped, request }: AnyCall): Opening {
  return {
    session,
    today,
    asOf: query.asOf,
    scoped,
    report: (section, error) =>
      request.log.error({ err: error, section }, 'a section of a file failed'),
  };
}
