import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Database } from './db.ts';
import type { Jobs } from './jobs.ts';
import { replyWithProblem, type ProblemSummary } from './problem.ts';

const PATIENCE_MS = 2000;

/**
 * GET /api/health: 200 { status: 'ok', database, version, tasks } when a person could use the page
 * now, otherwise a problem with status 503. For load balancers, monitors and whoever waits for a
 * start. A recurring task that is late is told and stops nobody.
 */
export function registerHealth(
  app: FastifyInstance,
  deps: {
    readonly database: Database;
    readonly jobs: Pick<Jobs, 'states'>;
    readonly webDist: string;
    readonly version: string;
  },
): void {
  app.get('/api/health', { schema: { hide: true } }, async (request, reply) => {
    if (!existsSync(join(deps.webDist, 'index.html'))) {
      return replyWithProblem(request, reply, WEB_APP_MISSING);
    }
    const tasks = await inTime(deps.jobs.states());
    if (!tasks) return replyWithProblem(request, reply, DATABASE_UNREACHABLE);
    return { status: 'ok', database: deps.database.kind, version: deps.version, tasks };
  });
}

/** Asking how the tasks fare is asking the database. @returns null where it does not answer */
async function inTime<T>(asked: Promise<T>): Promise<T | null> {
  const late = new Promise<null>((resolve) => {
    setTimeout(resolve, PATIENCE_MS, null).unref();
  });
  return Promise.race([late, asked.catch(() => null)]);
}

const WEB_APP_MISSING: ProblemSummary = {
  status: 503,
  code: 'WEB_APP_MISSING',
  title: 'The web app has not been built',
};

const DATABASE_UNREACHABLE: ProblemSummary = {
  status: 503,
  code: 'DATABASE_UNREACHABLE',
  title: 'The database does not answer',
};
