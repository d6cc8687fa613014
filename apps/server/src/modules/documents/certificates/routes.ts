import { ROUTES } from '@ludao/contracts';
import type { Api } from '../../../platform/api.ts';
import { dispositionOf } from '../../../platform/files/index.ts';
import type { PdfPress } from '../../../platform/pdf.ts';
import { notFound } from '../../../platform/refusal.ts';
import { refuseWhereFull } from '../paper/routes.ts';
import { enterOfficialNumber, type OutsideListener } from './outside/service.ts';
import { CERTIFICATE_TEMPLATE, certificateData } from './paper.ts';
import type { CertificateLaw } from './service.ts';
import { findCertificate } from './view/service.ts';

/** What the platform gives at once: shown, printed outside any transaction, and closed. */
export function registerCertificates(
  api: Api,
  deps: {
    readonly law: CertificateLaw;
    readonly press: PdfPress;
    readonly isDemo: () => Promise<boolean>;
    /** Who is told of an official number, by the kind of what the certificate is about. */
    readonly recorded: Readonly<Record<string, OutsideListener>>;
  },
): void {
  const { law, press, isDemo, recorded } = deps;

  api.serve(ROUTES.getCertificate, async ({ params, session, today, scoped }) => {
    const found = await scoped((tx) => findCertificate(tx, params.id, { session, today, law }));
    return found ?? notFound();
  });
  api.serve(ROUTES.printCertificate, async ({ params, session, today, scoped, request, reply }) => {
    const view = await scoped((tx) => findCertificate(tx, params.id, { session, today, law }));
    if (!view) return notFound();
    const origin = `${request.protocol}://${request.host}`;
    const data = certificateData(view, origin, await isDemo());
    try {
      const pdf = await press.print(CERTIFICATE_TEMPLATE, data);
      const name = `${view.paper.title}-${view.number}.pdf`;
      void reply.header('content-disposition', dispositionOf(name, true));
      return pdf;
    } catch (error) {
      return refuseWhereFull(error, reply);
    }
  });
  api.serve(
    ROUTES.recordCertificateOutside,
    ({ params, body, session, now, today, request, scoped }) =>
      scoped((tx) => {
        const asking = { session, now, today, causeId: request.id, law };
        return enterOfficialNumber(tx, params.id, body, asking, recorded);
      }),
  );
}
