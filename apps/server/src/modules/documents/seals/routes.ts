import { ROUTES, type DocumentView } from '@ludao/contracts';
import type { RuleSet } from '@ludao/rules';
import type { Api, Call } from '../../../platform/api.ts';
import type { Files } from '../../../platform/files/index.ts';
import type { PdfPress } from '../../../platform/pdf.ts';
import { refuseWhereFull } from '../../../platform/refuse-where-full.ts';
import { DOCUMENT_TEMPLATE, documentData } from '../paper/paper.ts';
import type { Asking } from '../step/service.ts';
import type { Templates } from '../template.ts';
import type { SealPort } from './port.ts';
import { collectSeal, handToSeal, type Sealing } from './service.ts';

type Asked = Pick<
  Call<typeof ROUTES.handDocumentToSeal>,
  'session' | 'now' | 'today' | 'request' | 'scoped' | 'reply'
>;

/** Papers handed to a seal system and taken back, where one is set up. */
export function registerSeals(
  api: Api,
  deps: {
    readonly templates: Templates;
    readonly press: PdfPress;
    readonly files: Files;
    readonly seals: SealPort | null;
    readonly law: () => RuleSet;
    readonly isDemo: () => Promise<boolean>;
  },
): void {
  const { templates, press, files, seals, law, isDemo } = deps;
  const asking = ({ session, now, today, request }: Asked): Asking => ({
    session,
    now,
    today,
    templates,
    law,
    seals,
    causeId: request.id,
  });
  const sealing = ({ request, scoped }: Asked): Sealing => ({
    port: seals,
    files,
    scoped,
    address: request.ip,
    print: async (view: DocumentView) => {
      const origin = `${request.protocol}://${request.host}`;
      return press.print(DOCUMENT_TEMPLATE, documentData(view, origin, await isDemo()));
    },
  });

  api.serve(ROUTES.handDocumentToSeal, async (call) => {
    try {
      return await handToSeal(call.params.id, call.body.version, asking(call), sealing(call));
    } catch (error) {
      return refuseWhereFull(error, call.reply);
    }
  });
  api.serve(ROUTES.collectSealedDocument, (call) =>
    collectSeal(call.params.id, call.body.version, asking(call), sealing(call)),
  );
}
