import { mayEver, ROUTES, type Route } from '@ludao/contracts';
import { registerAccess, type AccessParts } from '../../apps/server/src/access.ts';
import {
  openCertificateTemplates,
  openTemplates,
} from '../../apps/server/src/modules/documents/index.ts';
import { openRulebook, type LiveLaw } from '../../apps/server/src/modules/rulebook/index.ts';
import type { Api, Call } from '../../apps/server/src/platform/api.ts';
import { dateInChina } from '../../apps/server/src/platform/clock.ts';
import type { Database, Tx } from '../../apps/server/src/platform/db.ts';
import { noScanner } from '../../apps/server/src/platform/files/scanner.ts';
import { openFiles } from '../../apps/server/src/platform/files/service.ts';
import { refuse } from '../../apps/server/src/platform/refusal.ts';
import { PUBLIC_SCOPE } from '../../apps/server/src/platform/scope.ts';
import { scopeOf, type Session } from '../../apps/server/src/platform/session.ts';

type RouteName = keyof typeof ROUTES;

/** What somebody asks, and when. */
export interface Asked {
  readonly by: Session | null;
  readonly now: Date;
  readonly id?: string;
  readonly body?: object;
}

/** What a step answers, as far as a life goes on from it. */
export interface Answered {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly track: string;
  readonly number: string | null;
  readonly refused?: string;
}

export interface Desk {
  /** One request in a transaction of its own, as the server takes it, without the network. */
  ask(name: RouteName, asked: Asked): Promise<Answered>;
}

/** The services of access as the server puts them together, entered without the network. */
export function openDesk(database: Database): Desk {
  const served = new Map<Route, (call: Call<Route>) => unknown>();
  const api: Api = {
    serve: (route, handler) => void served.set(route, handler),
  };
  registerAccess(api, partsOf(database));
  return {
    async ask(name, { by, now, id, body }) {
      const route: Route = ROUTES[name];
      const { access } = route;
      const right = typeof access === 'object' ? access : undefined;
      if (by && right && !mayEver(by, right.action, right.resource)) return FORBIDDEN;
      const scope = by ? scopeOf(by, right) : PUBLIC_SCOPE;
      const call = {
        params: { id },
        query: undefined,
        body: route.body ? route.body.parse(body) : undefined,
        session: by,
        now,
        today: dateInChina(now),
        scoped: <T>(fn: (tx: Tx) => Promise<T>) => database.scoped(scope, fn),
        request: { id: 'replay' },
      };
      return (await served.get(route)!(call as unknown as Call<Route>)) as Answered;
    },
  };
}

/** As the server tells whoever holds no post that gives the right of an address. */
const FORBIDDEN = refuse('FORBIDDEN', {}, 403) as unknown as Answered;

/** The law with the invented lists, so that every track is open; asked once about the same. */
function partsOf(database: Database): AccessParts {
  const screener = openRulebook().demoScreener();
  const law = { current: () => screener, ofCases: () => screener } as unknown as LiveLaw;
  const answers = new Map<string, ReturnType<AccessParts['askTheLaw']>>();
  return {
    database,
    law,
    clock: { now: () => new Date(), today: () => dateInChina(new Date()) },
    jobs: { recurring() {} } as unknown as AccessParts['jobs'],
    press: undefined as never,
    files: openFiles({
      database,
      store: undefined as never,
      scanner: noScanner,
      limits: { fileBytes: 1, dayBytes: 1 },
      tellInfected: () => Promise.resolve(),
    }),
    templates: openTemplates(),
    certificates: { templates: openCertificateTemplates(), ruleSet: () => screener.ruleSet },
    isDemo: () => Promise.resolve(false),
    revealLimit: { most: 1, minutes: 1 },
    askTheLaw(project, at) {
      const asked = JSON.stringify([project, at]);
      const answer = answers.get(asked) ?? screener.screen(project as never, at);
      answers.set(asked, answer);
      return answer;
    },
    restrictions: undefined,
    permitInForce: undefined,
    permitOf: undefined,
  };
}
