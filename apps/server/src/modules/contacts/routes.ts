import { ROUTES } from '@ludao/contracts';
import type { Api, Call } from '../../platform/api.ts';
import { isRefusal, notFound } from '../../platform/refusal.ts';
import type { RevealLimit } from '../organisations/index.ts';
import * as service from './service.ts';

const DONE = { done: true } as const;

/** @param limit how many whole names and numbers one person may look at */
export function registerContacts(api: Api, limit: RevealLimit): void {
  api.serve(ROUTES.listEnterpriseContacts, async ({ params, session, scoped }) => {
    const subject = { kind: 'enterprise', id: params.id } as const;
    return (await scoped((tx) => service.listContacts(tx, subject, session))) ?? notFound();
  });
  api.serve(ROUTES.listParkContacts, async ({ params, session, scoped }) => {
    const subject = { kind: 'park', id: params.id } as const;
    return (await scoped((tx) => service.listContacts(tx, subject, session))) ?? notFound();
  });
  api.serve(ROUTES.enterEnterpriseContact, (call) => {
    const subject = { kind: 'enterprise', id: call.params.id } as const;
    return call.scoped((tx) => service.enterContact(tx, subject, call.body, askingOf(call)));
  });
  api.serve(ROUTES.enterParkContact, (call) => {
    const subject = { kind: 'park', id: call.params.id } as const;
    return call.scoped((tx) => service.enterContact(tx, subject, call.body, askingOf(call)));
  });
  api.serve(ROUTES.changeContact, (call) =>
    call.scoped((tx) => service.changeContact(tx, call.params.id, call.body, askingOf(call))),
  );
  api.serve(ROUTES.endContact, async (call) => {
    const { params, body, scoped } = call;
    const ended = await scoped((tx) =>
      service.endContact(tx, params.id, body.version, askingOf(call)),
    );
    return isRefusal(ended) ? ended : DONE;
  });
  api.serve(ROUTES.eraseContact, async (call) => {
    const { params, body, scoped } = call;
    const erased = await scoped((tx) => service.eraseContact(tx, params.id, body, askingOf(call)));
    return isRefusal(erased) ? erased : DONE;
  });
  api.serve(ROUTES.revealContact, (call) => {
    const { params, body, scoped } = call;
    return scoped((tx) => service.revealContact(tx, params.id, body, askingOf(call), limit));
  });
}

type AnyCall = Pick<Call<typeof ROUTES.changeContact>, 'session' | 'now' | 'today' | 'request'>;

function askingOf({ session, now, today, request }: AnyCall): service.AskingFrom {
  return { session, now, today, causeId: request.id, address: request.ip };
}
