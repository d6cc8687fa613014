import { ROUTES, type SignOnOffer } from '@ludao/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Api } from '../../../platform/api.ts';
import type { Clock } from '../../../platform/clock.ts';
import { isRefusal, refuse } from '../../../platform/refusal.ts';
import { hashOf, setSessionCookie } from '../../../platform/session.ts';
import type { OrganisationsService } from '../service.ts';
import type { SignOnAccountsService } from './accounts/service.ts';
import { writeSignOnAccounts } from './accounts/sheet.ts';
import type { Departure, Moment, SignOnService } from './service.ts';

const DONE = { done: true } as const;
/** Its secret makes state, nonce and verifier: an answer for another browser fits none. */
const COOKIE = 'ludao_sign_on';
/** Nothing is set up; the links to it are not shown then. */
const OFF = refuse('SIGN_ON_OFF', {}, 404);
/** Of one workbook: more accounts than a city has. */
const MOST_ROWS = 20_000;

/** What there is where an office has its own sign-on. */
export interface SignOn {
  readonly service: SignOnService;
  readonly accounts: SignOnAccountsService;
}

/** @param signOn null where none is set up: the addresses then say so */
export function registerSignOn(
  api: Api,
  signOn: SignOn | null,
  organisations: OrganisationsService,
  clock: Clock,
  isDemo: () => Promise<boolean>,
): void {
  const { service, accounts } = signOn ?? { service: null, accounts: null };

  api.serve(ROUTES.getSignOn, (): SignOnOffer => {
    const { title = null, passwords = 'everyone' } = service?.config ?? {};
    return { title, passwords };
  });

  api.serve(ROUTES.startSignOn, async ({ query, now, reply }) => {
    const departure = service ? await service.depart(query.to ?? '/', now) : OFF;
    return isRefusal(departure) ? departure : send(reply, departure);
  });

  api.serve(ROUTES.returnFromSignOn, async ({ now, request, reply }) => {
    if (!service) return OFF;
    const { publicUrl } = service.config;
    const returned = new URL(publicUrl + request.url);
    const arrival = await service.comeBack(secretOf(request), returned, momentOf(request, now));
    // The cookie stays after a refusal: a forged answer must not take it from a true one.
    if (isRefusal(arrival)) return arrival;
    dropSecret(reply);
    switch (arrival.outcome) {
      case 'in':
        setSessionCookie(reply, arrival.token);
        return `/desk${arrival.landsOn}`;
      case 'code':
        keepSecret(reply, arrival.secret);
        return `/desk/sign-in?${new URLSearchParams({ step: 'code', to: arrival.landsOn }).toString()}`;
      case 'linked':
        return '/desk/sign-on?done=linked';
      case 'not_linked':
        return `/desk/sign-on?problem=${arrival.code}`;
    }
  });

  api.serve(ROUTES.confirmSignOn, async ({ body, now, request, reply }) => {
    if (!service) return OFF;
    const confirmed = await service.confirm(secretOf(request), body.code, momentOf(request, now));
    if (isRefusal(confirmed)) return confirmed;
    dropSecret(reply);
    setSessionCookie(reply, confirmed.token);
    const session = await organisations.findSession(hashOf(confirmed.token), now, clock.today());
    if (!session) throw new Error('a session that was just made is not there');
    return organisations.view(session, await isDemo());
  });

  api.serve(ROUTES.endSignOn, async () => {
    const url = service ? await service.endAddress() : OFF;
    return isRefusal(url) ? url : (url?.href ?? '/desk/sign-in');
  });

  api.serve(ROUTES.getOwnSignOn, async ({ session }) => {
    const linkedAt = await service?.findOwn(session);
    return { linkedAt: linkedAt?.toISOString() ?? null };
  });

  api.serve(ROUTES.linkOwnSignOn, async ({ session, body, now, reply }) => {
    const departure = service ? await service.departToLink(session, body.password, now) : OFF;
    return isRefusal(departure) ? departure : { url: send(reply, departure) };
  });

  api.serve(ROUTES.listSignOnAccounts, async ({ query }) =>
    accounts ? accounts.list(query) : OFF,
  );

  api.serve(ROUTES.exportSignOnAccounts, async ({ query }) => {
    if (!accounts) return OFF;
    const { rows, total } = await accounts.list({ ...query, page: 1, size: MOST_ROWS });
    if (total > MOST_ROWS) return refuse('TOO_MANY_ROWS', { value: total, limit: MOST_ROWS }, 422);
    return writeSignOnAccounts(rows);
  });

  api.serve(ROUTES.setStaffNumber, async ({ session, params, body, now, request }) => {
    const { staffNumber } = body;
    const refused = accounts
      ? await accounts.setStaffNumber(session, params.id, staffNumber, momentOf(request, now))
      : OFF;
    return refused ?? DONE;
  });

  api.serve(ROUTES.unlinkSignOn, async ({ session, params, now, request }) => {
    const refused = accounts
      ? await accounts.unlink(session, params.id, momentOf(request, now))
      : OFF;
    return refused ?? DONE;
  });

  function send(reply: FastifyReply, { url, secret }: Departure): string {
    keepSecret(reply, secret);
    return url;
  }

  /** Lax, unlike the session's: the browser comes back from another site, and must bring it. */
  function keepSecret(reply: FastifyReply, secret: string): void {
    void reply.setCookie(COOKIE, secret, cookieOptions());
  }

  function dropSecret(reply: FastifyReply): void {
    void reply.clearCookie(COOKIE, cookieOptions());
  }

  function cookieOptions() {
    const secure = service?.config.publicUrl.startsWith('https:') ?? true;
    return { path: '/api/sign-on', httpOnly: true, sameSite: 'lax', secure } as const;
  }
}

function secretOf(request: FastifyRequest): string {
  return request.cookies[COOKIE] ?? '';
}

function momentOf(request: FastifyRequest, now: Date): Moment {
  const agent = (request.headers['user-agent'] ?? '').slice(0, 200);
  return { address: request.ip, agent, now };
}
