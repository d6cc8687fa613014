import type { Clock } from './clock.ts';
import type { Database } from './db.ts';
import type { Jobs } from './jobs.ts';
import { openJobsInProcess } from './jobs-in-process.ts';
import { openJobsOnServer } from './jobs-on-server.ts';
import type { Log } from './log.ts';

/** What works beside the requests: on a server through its queue, otherwise within this process. */
export function openJobs(
  databaseUrl: string | undefined,
  deps: { readonly database: Database; readonly clock: Clock; readonly log: Log },
): Jobs {
  return databaseUrl === undefined
    ? openJobsInProcess(deps)
    : openJobsOnServer({ databaseUrl, ...deps });
}
