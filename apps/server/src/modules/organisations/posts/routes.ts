import { ROUTES, type Action } from '@ludao/contracts';
import type { Api, Call } from '../../../platform/api.ts';
import type { Database, Tx } from '../../../platform/db.ts';
import { notFound, refuse } from '../../../platform/refusal.ts';
import * as absences from '../absences/service.ts';
import { handOver } from '../hand-over/service.ts';
import { homesOf, type Asking } from './rights.ts';
import * as service from './service.ts';
import { writeColleagues, writePosts } from './sheet.ts';

/** Of one workbook: more posts than a city has. */
const MOST_ROWS = 20_000;

type Asked = Pick<Call<typeof ROUTES.appoint>, 'session' | 'now' | 'today' | 'request' | 'scoped'>;

/** Posts, the people in them, absences, and handing over. */
export function registerPosts(api: Api, database: Database): void {
  /**
   * The system officer cares for the posts of every house, which no scope can say: what he may, the
   * service asks of the table of rights, row by row (ADR 0029).
   */
  const within = <T>(action: Action, { session, scoped }: Asked, fn: (tx: Tx) => Promise<T>) =>
    homesOf(session, action) === null ? database.transaction(fn) : scoped(fn);

  api.serve(ROUTES.listPosts, (call) =>
    within('read', call, (tx) => service.listPosts(tx, call.query, call.session, call.today)),
  );

  api.serve(ROUTES.exportPosts, async (call) => {
    const { query, session, today } = call;
    const all = { ...query, page: 1, size: MOST_ROWS };
    const { rows, total } = await within('export', call, (tx) =>
      service.listPosts(tx, all, session, today, 'export'),
    );
    if (total > MOST_ROWS) return refuse('TOO_MANY_ROWS', { value: total, limit: MOST_ROWS }, 422);
    return writePosts(rows);
  });

  api.serve(ROUTES.listPostChoices, (call) =>
    within('create', call, (tx) => service.listChoices(tx, call.query.org, call.session)),
  );

  api.serve(ROUTES.createPost, (call) =>
    within('create', call, (tx) => service.createPost(tx, call.body, askingOf(call))),
  );

  api.serve(ROUTES.getPost, async (call) => {
    const { params, session, today } = call;
    const read = (tx: Tx) => service.findPost(tx, params.id, session, today);
    return (await within('read', call, read)) ?? notFound();
  });

  api.serve(ROUTES.getPostTimeline, async (call) => {
    const read = (tx: Tx) => service.readPostTimeline(tx, call.params.id, call);
    return (await within('read', call, read)) ?? notFound();
  });

  api.serve(ROUTES.endPost, (call) =>
    within('update', call, (tx) => service.endPost(tx, call.params.id, call.body, askingOf(call))),
  );

  api.serve(ROUTES.appoint, (call) =>
    within('update', call, (tx) => service.appoint(tx, call.params.id, call.body, askingOf(call))),
  );

  api.serve(ROUTES.endHolding, (call) =>
    within('update', call, (tx) =>
      service.endHolding(tx, call.params.id, call.body, askingOf(call)),
    ),
  );

  api.serve(ROUTES.listColleagues, async (call) => ({
    rows: await within('read', call, (tx) =>
      service.listColleagues(tx, call.query, call.session, call.today),
    ),
  }));

  api.serve(ROUTES.exportColleagues, async (call) => {
    const { query, session, today } = call;
    const rows = await within('export', call, (tx) =>
      service.listColleagues(tx, query, session, today, 'export'),
    );
    return writeColleagues(rows);
  });

  api.serve(ROUTES.getColleague, async (call) => {
    const { params, session, today } = call;
    const read = (tx: Tx) => service.findColleague(tx, params.id, session, today);
    return (await within('read', call, read)) ?? notFound();
  });

  api.serve(ROUTES.handOver, (call) =>
    within('update', call, (tx) => handOver(tx, call.params.id, call.body, askingOf(call))),
  );

  api.serve(ROUTES.listOwnAbsences, ({ session, today, scoped }) =>
    scoped((tx) => absences.listOwnAbsences(tx, session, today)),
  );

  api.serve(ROUTES.recordAbsence, (call) =>
    call.scoped((tx) => absences.recordAbsence(tx, call.body, askingOf(call))),
  );

  api.serve(ROUTES.endAbsence, (call) =>
    call.scoped((tx) => absences.endAbsence(tx, call.params.id, call.body.lastDay, askingOf(call))),
  );
}

function askingOf({ session, now, today, request }: Omit<Asked, 'scoped'>): Asking {
  return { session, now, today, causeId: request.id, address: request.ip };
}
