import { ROUTES } from '@ludao/contracts';
import type { Api } from '../../platform/api.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, DatabaseAccess } from '../../platform/db.ts';
import type { Jobs } from '../../platform/jobs.ts';
import type { MessageConfig } from '../../platform/message-config.ts';
import { listFailed, sendDue, settleDeliveries } from './delivery/service.ts';
import * as service from './service.ts';
import { openSettings } from './settings/service.ts';
import { openTransports } from './transport/service.ts';

const DONE = { done: true } as const;

export interface NotificationDeps {
  readonly database: Database;
  /** The same for requests, which do not wait long. */
  readonly asked: DatabaseAccess;
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly config: MessageConfig;
}

/**
 * A person's messages and settings, the officer's list of what could not be sent, and the work that
 * sends and forgets. Close what it returns when the program ends.
 * @throws StartupError when a secret of a transport cannot be read
 */
export function registerNotifications(api: Api, deps: NotificationDeps): { close(): void } {
  const { database, asked, clock, jobs, config } = deps;
  const transports = openTransports(config);
  const settings = openSettings(asked, transports);

  api.serve(ROUTES.listNotifications, ({ query, scoped }) =>
    scoped((tx) => service.listNotifications(tx, query)),
  );
  api.serve(ROUTES.countUnread, ({ scoped }) => scoped(service.countUnread));
  api.serve(ROUTES.readNotifications, async ({ body: { ids }, now, scoped }) => {
    await scoped((tx) => service.markRead(tx, ids === 'all' ? null : ids, now));
    return DONE;
  });
  api.serve(ROUTES.getNotificationSettings, ({ session }) => settings.read(session.personId));
  api.serve(ROUTES.changeNotificationSettings, ({ session, body }) =>
    settings.change(session.personId, body.choices),
  );
  api.serve(ROUTES.giveEmail, ({ session, body, now }) =>
    settings.giveEmail(session.personId, body.email, now),
  );
  api.serve(ROUTES.confirmEmail, ({ session, body, now }) =>
    settings.confirmEmail(session.personId, body.code, now),
  );
  api.serve(ROUTES.forgetEmail, ({ session }) => settings.forgetEmail(session.personId));
  // What belongs to persons everywhere is out of reach of every scope; the gate has judged.
  api.serve(ROUTES.listFailedDeliveries, () => asked.transaction(listFailed));
  api.serve(ROUTES.settleDeliveries, async ({ body, now }) => {
    await asked.transaction((tx) => settleDeliveries(tx, body, now));
    return DONE;
  });

  jobs.recurring({
    name: 'message-sending',
    seconds: 30,
    run: () => sendDue({ database, clock, transports, config }),
  });
  jobs.recurring({
    name: 'message-trim',
    seconds: 60 * 60,
    run: () => service.trimNotifications(database, config.keepDays, clock.now()),
  });
  return {
    close: () => {
      for (const transport of Object.values(transports)) transport.close();
    },
  };
}
