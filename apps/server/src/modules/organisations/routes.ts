import { ROUTES, type DemoAccounts } from '@ludao/contracts';
import type { FastifyRequest } from 'fastify';
import type { Api } from '../../platform/api.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/db.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { clearSessionCookie, hashOf, setSessionCookie } from '../../platform/session.ts';
import { registerAccounts } from './accounts/routes.ts';
import { registerDelegations } from './delegations/routes.ts';
import { registerEventLog } from './event-log/routes.ts';
import { registerPosts } from './posts/routes.ts';
import { registerSecurityLog } from './security-log/routes.ts';
import type { OrganisationsService, Origin } from './service.ts';

const DONE = { done: true } as const;

/** Posts and the people in them, accounts, delegations, and the logs. */
export function registerPeople(
  api: Api,
  database: Database,
  { securityLogMonths }: { readonly securityLogMonths: number },
): void {
  registerPosts(api, database);
  registerAccounts(api, database);
  registerDelegations(api);
  registerSecurityLog(api, database, securityLogMonths);
  registerEventLog(api, database);
}

/**
 * Signing in and out, and the second factor.
 * @param demo the accounts to show on the sign-in page; none outside a demonstration
 */
export function registerOrganisations(
  api: Api,
  service: OrganisationsService,
  clock: Clock,
  demo: () => Promise<DemoAccounts>,
): void {
  const isDemo = async () => (await demo()).password !== null;

  api.serve(ROUTES.signIn, async ({ body, now, request, reply }) => {
    const { name, password, code } = body;
    const signedIn = await service.signIn(
      { name, password, code, ...originOf(request) },
      now,
      clock.today(),
    );
    if (isRefusal(signedIn)) return signedIn;
    const session = await service.findSession(hashOf(signedIn.token), now, clock.today());
    if (!session) throw new Error('a session that was just made is not there');
    setSessionCookie(reply, signedIn.token);
    return service.view(session, await isDemo());
  });

  api.serve(ROUTES.getSession, async ({ session }) => service.view(session, await isDemo()));

  api.serve(ROUTES.signOut, async ({ session, now, request, reply }) => {
    await service.signOut(session, originOf(request), now);
    clearSessionCookie(reply);
    return DONE;
  });

  api.serve(ROUTES.changePassword, async ({ session, body, now, request }) => {
    const refused = await service.changePassword(session, body, originOf(request), now);
    return refused ?? DONE;
  });

  api.serve(ROUTES.startSecondFactor, ({ session, body }) =>
    service.startSecondFactor(session, body.password),
  );

  api.serve(ROUTES.confirmSecondFactor, async ({ session, body, now, request }) => {
    const refused = await service.confirmSecondFactor(session, body.code, originOf(request), now);
    return refused ?? DONE;
  });

  api.serve(ROUTES.listDemoAccounts, () => demo());
}

function originOf(request: FastifyRequest): Origin {
  return { address: request.ip, agent: (request.headers['user-agent'] ?? '').slice(0, 200) };
}
