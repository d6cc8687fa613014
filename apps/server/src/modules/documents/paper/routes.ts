import { ROUTES, type DocumentView } from '@ludao/contracts';
import type { Api, Call } from '../../../platform/api.ts';
import { dispositionOf } from '../../../platform/files/index.ts';
import type { PdfPress } from '../../../platform/pdf.ts';
import { notFound, type Refusal } from '../../../platform/refusal.ts';
import { refuseWhereFull } from '../../../platform/refuse-where-full.ts';
import { findDocument } from '../reading/service.ts';
import type { Templates } from '../template.ts';
import { writeDocx } from './docx.ts';
import {
  DOCUMENT_TEMPLATE,
  documentData,
  handOverData,
  paperData,
  RECEIPT_TEMPLATE,
  receiptData,
} from './paper.ts';

type Printing = Pick<
  Call<typeof ROUTES.printDocument>,
  'params' | 'session' | 'today' | 'scoped' | 'request' | 'reply'
>;

/** Documents as PDF, set by typst outside any transaction. */
export function registerPapers(
  api: Api,
  deps: {
    readonly templates: Templates;
    readonly press: PdfPress;
    readonly isDemo: () => Promise<boolean>;
  },
): void {
  const { templates, press, isDemo } = deps;

  const print = async (
    { params, session, today, scoped, reply }: Printing,
    name: (view: DocumentView) => string,
    set: (view: DocumentView, demo: boolean) => readonly [string, object],
  ): Promise<Buffer | Refusal> => {
    const view = await scoped((tx) => findDocument(tx, params.id, { session, today, templates }));
    if (!view) return notFound();
    const [template, data] = set(view, await isDemo());
    try {
      const pdf = await press.print(template, data);
      void reply.header('content-disposition', dispositionOf(name(view), true));
      return pdf;
    } catch (error) {
      return refuseWhereFull(error, reply);
    }
  };

  api.serve(ROUTES.printDocument, (call) => {
    const origin = `${call.request.protocol}://${call.request.host}`;
    return print(
      call,
      ({ title, number }) => `${title}${number ? `-${number}` : ''}.pdf`,
      (view, demo) => [DOCUMENT_TEMPLATE, documentData(view, origin, demo)],
    );
  });
  api.serve(ROUTES.printHandOverSheet, (call) =>
    print(
      call,
      ({ title }) => `交接单-${title}.pdf`,
      (view, demo) => [RECEIPT_TEMPLATE, handOverData(view, demo)],
    ),
  );
  api.serve(ROUTES.writeDocument, async ({ params, session, today, scoped, request, reply }) => {
    const view = await scoped((tx) => findDocument(tx, params.id, { session, today, templates }));
    if (!view) return notFound();
    const origin = `${request.protocol}://${request.host}`;
    const written = await writeDocx(paperData(view, origin, await isDemo()));
    const name = `${view.title}${view.number ? `-${view.number}` : ''}.docx`;
    void reply.header('content-disposition', dispositionOf(name, false));
    return written;
  });
  api.serve(ROUTES.printServiceReceipt, (call) =>
    print(
      call,
      ({ title }) => `送达回证-${title}.pdf`,
      (view, demo) => [RECEIPT_TEMPLATE, receiptData(view, demo)],
    ),
  );
}
