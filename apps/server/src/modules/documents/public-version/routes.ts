import { ROUTES } from '@ludao/contracts';
import type { RuleSet } from '@ludao/rules';
import type { Api } from '../../../platform/api.ts';
import { dispositionOf } from '../../../platform/files/index.ts';
import type { PdfPress } from '../../../platform/pdf.ts';
import { notFound } from '../../../platform/refusal.ts';
import { refuseWhereFull } from '../../../platform/refuse-where-full.ts';
import { DOCUMENT_TEMPLATE, publicData } from '../paper/paper.ts';
import type { Asking } from '../step/service.ts';
import type { Templates } from '../template.ts';
import * as service from './service.ts';
import { writePublicDocuments } from './sheet.ts';

interface Asked {
  readonly session: Asking['session'];
  readonly now: Date;
  readonly today: string;
  readonly request: { readonly id: string };
}

/** Public versions: made and checked by an office, read by everybody. */
export function registerPublicVersions(
  api: Api,
  deps: {
    readonly templates: Templates;
    readonly press: PdfPress;
    readonly law: () => RuleSet;
    readonly isDemo: () => Promise<boolean>;
  },
): void {
  const { templates, press, law, isDemo } = deps;
  const asking = ({ session, now, today, request }: Asked): Asking => ({
    session,
    now,
    today,
    templates,
    law,
    causeId: request.id,
  });
  api.serve(ROUTES.getPublicVersion, (call) =>
    call.scoped((tx) => service.findVersion(tx, call.params.id, asking(call))),
  );
  api.serve(ROUTES.savePublicVersion, (call) =>
    call.scoped((tx) => service.saveVersion(tx, call.params.id, call.body, asking(call))),
  );
  api.serve(ROUTES.checkPublicVersion, (call) =>
    call.scoped((tx) => service.checkVersion(tx, call.params.id, call.body.version, asking(call))),
  );
  api.serve(ROUTES.listPublicDocuments, ({ query, scoped }) =>
    scoped((tx) => service.listPublic(tx, query)),
  );
  api.serve(ROUTES.exportPublicDocuments, async ({ query, scoped, reply }) => {
    const all = { ...query, page: 1, size: 10_000 };
    void reply.header('content-disposition', 'attachment; filename="public-documents.csv"');
    return writePublicDocuments(await scoped((tx) => service.listPublic(tx, all)));
  });
  api.serve(ROUTES.printPublicDocument, async ({ params, scoped, reply }) => {
    const found = await scoped((tx) => service.findOut(tx, params.id));
    if (!found) return notFound();
    try {
      const pdf = await press.print(DOCUMENT_TEMPLATE, publicData(found, await isDemo()));
      const { title, number } = found.paper;
      void reply.header(
        'content-disposition',
        dispositionOf(`${title}-${number}（公开本）.pdf`, true),
      );
      return pdf;
    } catch (error) {
      return refuseWhereFull(error, reply);
    }
  });
}
