import { ROUTES } from '@ludao/contracts';
import type { Api, Call } from '../../../platform/api.ts';
import { serveFile } from '../../../platform/files/index.ts';
import { isRefusal, notFound } from '../../../platform/refusal.ts';
import type { Templates } from '../../documents/index.ts';
import type { RevealLimit } from '../../organisations/index.ts';
import { draftCasePaper } from './papers/service.ts';
import * as publicity from './publicity/service.ts';
import { giveOpinion } from './review/service.ts';
import * as service from './service.ts';
import type { Asking } from './step/service.ts';
import { findApprovalView } from './view/service.ts';

/** What approvals are given by the program. */
export interface ApprovalDeps extends Pick<Asking, 'askTheLaw' | 'law' | 'files' | 'restrictions'> {
  readonly templates: Templates;
  readonly revealLimit: RevealLimit;
}

type Asked = Pick<Call<typeof ROUTES.takeApprovalStep>, 'session' | 'now' | 'today' | 'request'>;

/** Report forms and report books, from the application to the start of works. */
export function registerApprovals(api: Api, deps: ApprovalDeps): void {
  const { askTheLaw, law, files, restrictions, templates, revealLimit } = deps;
  const asking = ({ session, now, today, request }: Asked): Asking => ({
    session,
    now,
    today,
    causeId: request.id,
    askTheLaw,
    law,
    files,
    restrictions,
  });
  api.serve(ROUTES.getApproval, (call) =>
    call.scoped((tx) => findApprovalView(tx, call.params.id, asking(call))),
  );
  api.serve(ROUTES.changeApproval, (call) =>
    call.scoped((tx) => service.changeApproval(tx, call.params.id, call.body, asking(call))),
  );
  api.serve(ROUTES.takeApprovalStep, (call) =>
    call.scoped((tx) => service.takeStep(tx, call.params.id, call.body, asking(call))),
  );
  api.serve(ROUTES.getApprovalFile, async (call) => {
    const { params, query } = call;
    const file = await call.scoped((tx) =>
      service.findApprovalFile(tx, params.id, query.kind, asking(call)),
    );
    return isRefusal(file) ? file : serveFile(call, files, file);
  });
  api.serve(ROUTES.draftCasePaper, (call) =>
    call.scoped((tx) =>
      draftCasePaper(tx, call.params.id, call.body.kind, { ...asking(call), templates }),
    ),
  );
  api.serve(ROUTES.giveOpinion, (call) =>
    call.scoped((tx) => giveOpinion(tx, call.params.id, call.body, asking(call))),
  );
  api.serve(ROUTES.revealCommenter, (call) => {
    const { params, body, session, now, request } = call;
    const looking = { session, now, address: request.ip };
    return call.scoped((tx) =>
      publicity.revealCommenter(tx, params.id, body, looking, revealLimit),
    );
  });
  api.serve(ROUTES.listPublicNotices, ({ query, today, scoped }) =>
    scoped((tx) => publicity.listPublicNotices(tx, query, today)),
  );
  api.serve(ROUTES.getPublicNotice, ({ params, today, scoped }) =>
    scoped((tx) => publicity.findPublicNotice(tx, params.id, today)),
  );
  api.serve(ROUTES.getPublicNoticeFile, async (call) => {
    const file = await call.scoped((tx) => publicity.findPublicFile(tx, call.params.id));
    return file ? serveFile(call, files, file) : notFound();
  });
  api.serve(ROUTES.leaveComment, ({ params, body, now, today, request, scoped }) =>
    scoped((tx) =>
      publicity.leaveComment(tx, params.id, body, { now, today, causeId: request.id }),
    ),
  );
}
