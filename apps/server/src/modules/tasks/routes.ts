import { ROUTES } from '@ludao/contracts';
import type { Api } from '../../platform/api.ts';
import type { TaskSource } from './door.ts';
import { listTasks } from './service.ts';

/** What waits for the person, of what the capabilities contribute. */
export function registerTasks(api: Api, sources: readonly TaskSource[]): void {
  api.serve(ROUTES.listTasks, ({ session, now, today, scoped, request }) =>
    listTasks(sources, {
      session,
      now,
      today,
      scoped,
      report: (task, error) => request.log.error({ err: error, task }, 'a task was not counted'),
    }),
  );
}
