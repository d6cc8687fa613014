import type { FastifyInstance } from 'fastify';
import packageJson from '../package.json' with { type: 'json' };
import { PackError } from '@ludao/rules/load';
import { openRulebook, registerRulebook, type RulebookService } from './modules/rulebook/index.ts';
import { registerScreening } from './modules/screening/index.ts';
import { registerApiDocs } from './platform/api-docs.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import type { Database } from './platform/db.ts';
import { registerHealth } from './platform/health.ts';
import { createHttpServer } from './platform/http.ts';
import type { Log } from './platform/log.ts';
import { openPdfPress } from './platform/pdf.ts';
import { WEB_DIST } from './platform/paths.ts';
import { StartupError } from './platform/startup-error.ts';

/** Everything a running program consists of; a test hands in its own. */
export interface AppDeps {
  readonly config: Config;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
}

/** Builds the server from the list of modules. It does not listen yet. */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const { database, log, clock } = deps;
  const rulebook = openTheLaw();
  const app = await createHttpServer({ log, webDist: WEB_DIST });
  await registerApiDocs(app, packageJson.version);
  const press = openPdfPress();
  app.addHook('onClose', () => press.close());
  registerHealth(app, { database, webDist: WEB_DIST, version: packageJson.version });
  registerRulebook(app, rulebook);
  registerScreening(app, rulebook, clock, press);
  return app;
}

/** On half the law nobody may be answered: a faulty pack keeps the program from starting. */
function openTheLaw(): RulebookService {
  try {
    return openRulebook();
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    throw new StartupError(
      `规则包有错，程序没有启动：\n${error.message}\n`,
      'The rule packs have the faults above; the program did not start.',
      { cause: error },
    );
  }
}
