import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Database } from './db.ts';
import { replyWithProblem, type ProblemSummary } from './problem.ts';

const PATIENCE_MS = 2000;

/**
 * GET /api/health: 200 { status: 'ok', database, version } when a person could use the page now,
 * otherwise a problem with status 503. For load balancers, monitors and whoever waits for a start.
 */
export function registerHealth(
  app: FastifyInstance,
  deps: { readonly database: Database; readonly webDist: string; readonly version: string },
): void {
  app.get('/api/health', { schema: { hide: true } }, async (request, reply) => {
    if (!existsSync(join(deps.webDist, 'index.html'))) {
      return replyWithProblem(request, reply, WEB_APP_MISSING);
    }
    if (!(await answers(deps.database))) {
      return replyWithProblem(request, reply, DATABASE_UNREACHABLE);
    }
    return { status: 'ok', database: deps.database.kind, version: deps.version };
  });
}

async function answers(database: Database): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => {
    setTimeout(resolve, PATIENCE_MS, false).unref();
  });
  const asked = database.transaction((tx) => tx.query('select 1'));
  return Promise.race([late, asked.then(() => true).catch(() => false)]);
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
