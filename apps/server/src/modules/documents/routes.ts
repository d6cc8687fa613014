import { ROUTES } from '@ludao/contracts';
import type { RuleSet } from '@ludao/rules';
import type { Api } from '../../platform/api.ts';
import { serveFile, type Files } from '../../platform/files/index.ts';
import { notFound } from '../../platform/refusal.ts';
import type { PdfPress } from '../../platform/pdf.ts';
import { draft, draftFollowUp } from './drafting/service.ts';
import { recordOutside, seal, serve } from './issuing/service.ts';
import * as offices from './offices/service.ts';
import { registerPapers } from './paper/routes.ts';
import { registerPublicVersions } from './public-version/routes.ts';
import * as reading from './reading/service.ts';
import type { SealPort } from './seals/port.ts';
import { registerSeals } from './seals/routes.ts';
import * as service from './service.ts';
import type { Asking } from './step/service.ts';
import { writeDocuments } from './sheet.ts';
import type { Templates } from './template.ts';
import { registerVolumes } from './volumes/routes.ts';

interface Asked {
  readonly session: Asking['session'];
  readonly now: Date;
  readonly today: string;
  readonly request: { readonly id: string };
}

/** Documents of offices, from the draft to the archive. */
export function registerDocuments(
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
  const { templates, files, law, seals } = deps;
  const asking = ({ session, now, today, request }: Asked): Asking => ({
    session,
    now,
    today,
    templates,
    law,
    seals,
    causeId: request.id,
  });

  api.serve(ROUTES.listDocumentKinds, (call) =>
    call.scoped((tx) => reading.listKinds(tx, asking(call))),
  );
  api.serve(ROUTES.listDocuments, ({ query, scoped, session }) =>
    scoped((tx) => reading.listDocuments(tx, query, { session, templates })),
  );
  api.serve(ROUTES.exportDocuments, async ({ query, scoped, session }) =>
    writeDocuments(
      await scoped((tx) =>
        reading.listDocuments(tx, { ...query, page: 1, size: 10_000 }, { session, templates }),
      ),
    ),
  );
  api.serve(ROUTES.listOpenVolumes, ({ query, scoped, session }) =>
    scoped((tx) => reading.listOpenVolumes(tx, query, session)),
  );
  api.serve(ROUTES.draftDocument, (call) =>
    call.scoped((tx) => draft(tx, call.body, asking(call))),
  );
  api.serve(ROUTES.getDocument, async (call) => {
    const found = await call.scoped((tx) => reading.findDocument(tx, call.params.id, asking(call)));
    return found ?? notFound();
  });
  api.serve(ROUTES.getDocumentTimeline, ({ params, scoped, session }) =>
    scoped((tx) => reading.readTimeline(tx, params.id, session)),
  );
  api.serve(ROUTES.changeDocument, (call) =>
    call.scoped((tx) => service.change(tx, call.params.id, call.body, asking(call))),
  );
  api.serve(ROUTES.submitDocument, (call) =>
    call.scoped((tx) => service.submit(tx, call.params.id, call.body.version, asking(call))),
  );
  api.serve(ROUTES.takeBackDocument, (call) =>
    call.scoped((tx) => service.takeBack(tx, call.params.id, call.body.version, asking(call))),
  );
  api.serve(ROUTES.discardDocument, (call) =>
    call.scoped((tx) => service.discard(tx, call.params.id, call.body, asking(call))),
  );
  api.serve(ROUTES.reviewDocument, (call) =>
    call.scoped((tx) => service.review(tx, call.params.id, call.body, asking(call))),
  );
  api.serve(ROUTES.signDocument, (call) =>
    call.scoped((tx) => service.sign(tx, call.params.id, call.body, asking(call))),
  );
  api.serve(ROUTES.sealDocument, (call) =>
    call.scoped((tx) => seal(tx, call.params.id, call.body, asking(call), files)),
  );
  api.serve(ROUTES.serveDocument, (call) =>
    call.scoped((tx) => serve(tx, call.params.id, call.body, asking(call), files)),
  );
  api.serve(ROUTES.recordDocumentOutside, (call) =>
    call.scoped((tx) => recordOutside(tx, call.params.id, call.body, asking(call))),
  );
  api.serve(ROUTES.followUpDocument, (call) =>
    call.scoped((tx) => draftFollowUp(tx, call.params.id, call.body, asking(call))),
  );
  api.serve(ROUTES.verifyDocument, ({ params, scoped }) =>
    scoped((tx) => reading.verify(tx, params.code)),
  );
  api.serve(ROUTES.listReceivedDocuments, ({ query, scoped, session }) =>
    scoped((tx) => reading.listReceived(tx, query, session, templates)),
  );
  api.serve(ROUTES.getReceivedDocument, async (call) => {
    const { params, scoped, session } = call;
    const file = await scoped(async (tx) => {
      const served = await reading.findReceived(tx, params.id, session);
      return served && (await files.find(tx, served));
    });
    return file ? serveFile(call, files, file) : notFound();
  });
  registerPapers(api, deps);
  registerSeals(api, deps);
  registerVolumes(api, deps);
  registerPublicVersions(api, deps);
  registerOffices(api, templates);
}

function registerOffices(api: Api, templates: Templates): void {
  const asking = ({ session, now, today, request }: Asked): offices.Asking => ({
    session,
    now,
    today,
    causeId: request.id,
  });
  api.serve(ROUTES.listIssuingOffices, (call) =>
    call.scoped((tx) => offices.listOffices(tx, call, templates)),
  );
  api.serve(ROUTES.changeIssuingOffice, (call) =>
    call.scoped((tx) => offices.changeOffice(tx, call.params.id, call.body, asking(call))),
  );
  api.serve(ROUTES.setNumberSeries, (call) =>
    call.scoped((tx) => offices.setSeries(tx, call.params.id, call.body, asking(call))),
  );
  api.serve(ROUTES.voidNumber, (call) =>
    call.scoped((tx) => offices.voidNext(tx, call.params.id, call.body, asking(call))),
  );
}
