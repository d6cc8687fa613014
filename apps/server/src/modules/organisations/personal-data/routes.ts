import { ROUTES } from '@ludao/contracts';
import type { Api, Call } from '../../../platform/api.ts';
import type { RevealLimit } from './model.ts';
import { writeMyData } from './own/sheet.ts';
import { revealPerson } from './reveal/service.ts';
import type { AskingFrom, PersonalDataService } from './service.ts';
import { writeDataRequests, writeErasedPersons, writeExpiredData } from './sheet.ts';

const DONE = { done: true } as const;

/** What a person may know, copy, correct and end, and what the security officer does about it. */
export function registerPersonalData(
  api: Api,
  service: PersonalDataService,
  limit: RevealLimit,
): void {
  api.serve(ROUTES.revealPerson, (call) =>
    call.scoped((tx) => revealPerson(tx, call.params.id, call.body, askingOf(call), limit)),
  );

  api.serve(ROUTES.getMyData, ({ session, today }) => service.read(session.personId, today));
  api.serve(ROUTES.copyMyData, async ({ session, now, today }) => {
    const copy = await service.copy(session.personId, { now, today });
    return Buffer.from(JSON.stringify(copy, null, 2));
  });
  api.serve(ROUTES.exportMyData, async ({ session, now, today }) =>
    writeMyData(await service.copy(session.personId, { now, today })),
  );
  api.serve(ROUTES.askAboutMyData, async ({ session, body, now }) => {
    return (await service.ask(session.personId, body, now)) ?? DONE;
  });
  api.serve(ROUTES.eraseMyself, async (call) => {
    return (await service.eraseSelf(call.body.password, askingOf(call))) ?? DONE;
  });

  api.serve(ROUTES.getNotice, ({ session }) => service.noticeOf(session.personId));
  api.serve(ROUTES.recordNotice, async ({ session, body, now }) => {
    return (await service.recordNotice(session.personId, body.version, now)) ?? DONE;
  });

  api.serve(ROUTES.listDataRequests, ({ query }) => service.listRequests(query.state));
  api.serve(ROUTES.exportDataRequests, async ({ query }) =>
    writeDataRequests((await service.listRequests(query.state)).requests),
  );
  api.serve(ROUTES.answerDataRequest, async (call) => {
    return (await service.answer(call.params.id, call.body, askingOf(call))) ?? DONE;
  });
  api.serve(ROUTES.listErasedPersons, () => service.listErased());
  api.serve(ROUTES.exportErasedPersons, async () => writeErasedPersons(await service.listErased()));
  api.serve(ROUTES.erasePerson, async (call) => {
    return (await service.eraseByName(call.body, askingOf(call))) ?? DONE;
  });
  api.serve(ROUTES.listExpiredData, ({ today }) => service.listExpired(today));
  api.serve(ROUTES.exportExpiredData, async ({ today }) =>
    writeExpiredData(await service.listExpired(today)),
  );
  api.serve(ROUTES.clearExpiredData, async (call) => {
    return (await service.clearExpired(call.body, askingOf(call))) ?? DONE;
  });
}

type AnyCall = Pick<Call<typeof ROUTES.getMyData>, 'session' | 'now' | 'today' | 'request'>;

function askingOf({ session, now, today, request }: AnyCall): AskingFrom {
  return { session, now, today, causeId: request.id, address: request.ip };
}
