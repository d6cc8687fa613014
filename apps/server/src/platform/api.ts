import type { RateLimitOptions } from '@fastify/rate-limit';
import type { Readable } from 'node:stream';
import { mayEver, type Action, type Resource, type Route } from '@ludao/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { z } from 'zod';
import type { Clock } from './clock.ts';
import type { DatabaseAccess, Tx } from './db.ts';
import { findUnkeepable } from './keepable-text.ts';
import { replyWithProblem, summaryOf, type ProblemSummary } from './problem.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { PUBLIC_SCOPE } from './scope.ts';
import { scopeOf, tokenHashOf, type Session } from './session.ts';

type Part<R extends Route, Key extends 'params' | 'query' | 'body'> = Key extends 'body'
  ? R extends { readonly upload: true }
    ? Readable
    : Parsed<R, Key>
  : Parsed<R, Key>;

type Parsed<R extends Route, Key extends 'params' | 'query' | 'body'> = R extends {
  readonly [K in Key]: infer Schema extends z.ZodType;
}
  ? z.infer<Schema>
  : undefined;

/** What somebody may do to some kind of row. */
export interface Right {
  readonly action: Action;
  readonly resource: Resource;
}

/** One request to one address, read and checked. */
export interface Call<R extends Route> {
  readonly params: Part<R, 'params'>;
  readonly query: Part<R, 'query'>;
  readonly body: Part<R, 'body'>;
  /** Who asks; null only where the route is public. */
  readonly session: R['access'] extends 'public' ? Session | null : Session;
  readonly now: Date;
  /** The date in China, 'YYYY-MM-DD'. */
  readonly today: string;
  /** Opens a transaction that sees what those posts reach that give the route's right, or another. */
  readonly scoped: <T>(fn: (tx: Tx) => Promise<T>, right?: Right) => Promise<T>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

type Answer<R extends Route> = R extends { readonly mediaType: string }
  ? Uint8Array
  : z.input<R['response']>;

/** Puts routes of the contract on the server: session, rights, scope and refusals in one place. */
export interface Api {
  serve<R extends Route>(
    route: R,
    handler: (call: Call<R>) => Promise<Answer<R> | Refusal> | Answer<R> | Refusal,
  ): void;
}

/**
 * Reads a session anew; undefined where there is none, it ended, or was revoked.
 * @param unattended a page asks by itself, so the session is not kept from ending
 */
export type FindSession = (
  tokenHash: Buffer,
  now: Date,
  today: string,
  unattended?: boolean,
) => Promise<Session | undefined>;

const FILE = 'application/octet-stream';
const anyFile = z.any().meta({ description: 'The bytes of the file.' });

/** Only these addresses take a file, so that the limit of all other bodies holds. */
function takeFiles(files: FastifyInstance, options: RouteOptions): void {
  files.addContentTypeParser(FILE, (_, payload, done) => done(null, payload));
  files.route(options);
}

/** Addresses that somebody may use who still has to change the password or set up the second factor. */
const BEFORE_ALL_ELSE = '/api/session';

export function createApi(
  app: FastifyInstance,
  deps: {
    readonly database: DatabaseAccess;
    readonly clock: Clock;
    readonly findSession: FindSession;
  },
): Api {
  const { database, clock, findSession } = deps;
  const sessions = new WeakMap<FastifyRequest, Session>();
  return {
    serve(route, handler) {
      const { params, query, body, response, mediaType } = route;
      const options: RouteOptions = {
        method: route.method,
        url: route.url,
        schema: {
          summary: route.summary,
          tags: [route.tag],
          ...(params && { params }),
          ...(query && { querystring: query }),
          ...(body && { body }),
          ...(route.upload && { consumes: [FILE], body: anyFile }),
          ...(mediaType === undefined && { response: { 200: response } }),
        },
        ...(route.attemptsPerMinute !== undefined && {
          config: limitedTo(route.attemptsPerMinute),
        }),
        ...(route.redirects !== undefined && {
          errorHandler: tellOnPage(route.redirects),
        }),
        // Before the input is looked at: a stranger learns nothing of its form.
        onRequest: async (request, reply) => {
          if (isForeign(request)) return replyWithProblem(request, reply, FOREIGN_ORIGIN);
          const tokenHash = tokenHashOf(request);
          const session =
            tokenHash &&
            (await findSession(tokenHash, clock.now(), clock.today(), route.unattended));
          const refused = judge(route, session);
          if (refused) return replyWithProblem(request, reply, refused);
          if (session) sessions.set(request, session);
        },
        handler: async (request, reply) => {
          const { params: inPath, query: querystring } = request;
          // A file is a stream and no text; whoever reads it judges what is in it.
          const given = route.upload ? undefined : request.body;
          const wrong = findUnkeepable({ params: inPath, querystring, body: given });
          if (wrong) return replyWithProblem(request, reply, { ...UNKEEPABLE, errors: [wrong] });
          const session = sessions.get(request);
          const scope = session ? scopeOf(session, rightOf(route)) : PUBLIC_SCOPE;
          // The parts were checked against the route's own schemas just before.
          const call = {
            params: request.params,
            query: request.query,
            body: request.body,
            session: session ?? null,
            now: clock.now(),
            today: clock.today(),
            scoped: <T>(fn: (tx: Tx) => Promise<T>, right?: Right) =>
              database.scoped(session && right ? scopeOf(session, right) : scope, fn),
            request,
            reply,
          } as unknown as Call<typeof route>;
          const answer = await handler(call);
          if (route.redirects !== undefined) {
            const next = isRefusal(answer) ? told(route.redirects, answer) : String(answer);
            return reply.redirect(next, 303);
          }
          if (isRefusal(answer)) return replyWithProblem(request, reply, problemOf(answer));
          // Files say themselves what they are.
          if (mediaType !== undefined && !reply.hasHeader('content-type')) {
            void reply.type(mediaType);
          }
          return answer;
        },
      };
      if (route.upload) void app.register(async (files) => takeFiles(files, options));
      else app.route(options);
    },
  };
}

function limitedTo(max: number): { readonly rateLimit: RateLimitOptions } {
  return { rateLimit: { max, timeWindow: 60_000 } };
}

/** A page and what it is to say: the code of a problem, and what its text needs. */
function told(page: string, { refused, params }: Pick<Refusal, 'refused' | 'params'>): string {
  const said = new URLSearchParams({ problem: refused });
  for (const [name, value] of Object.entries(params)) said.set(name, String(value));
  return `${page}?${said.toString()}`;
}

/** Nobody is left before a page of JSON: also too many calls, bad input and bugs are told in words. */
function tellOnPage(page: string): NonNullable<RouteOptions['errorHandler']> {
  return (error, request, reply) => {
    const { status, code } = summaryOf(error);
    if (status >= 500) request.log.error({ err: error }, 'request failed');
    return reply.redirect(told(page, { refused: code, params: {} }), 303);
  };
}

function judge(route: Route, session: Session | undefined): ProblemSummary | undefined {
  if (route.access === 'public') return undefined;
  if (!session) return SIGN_IN_NEEDED;
  const isSetup = route.url.startsWith(BEFORE_ALL_ELSE);
  if (session.passwordDue && !isSetup) return PASSWORD_DUE;
  if (session.secondFactor === 'to_enrol' && !isSetup) return SECOND_FACTOR_MISSING;
  if (route.access === 'session') return undefined;
  const { action, resource } = route.access;
  return mayEver(session, action, resource) ? undefined : FORBIDDEN;
}

function rightOf({ access }: Route) {
  return typeof access === 'object' ? access : undefined;
}

/** A change that a page of another site made the browser send. */
function isForeign(request: FastifyRequest): boolean {
  const { origin, host } = request.headers;
  if (request.method === 'GET' || origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

function problemOf({ refused, status, params }: Refusal): ProblemSummary {
  return { status, code: refused, title: 'The rules say no', params };
}

const SIGN_IN_NEEDED: ProblemSummary = {
  status: 401,
  code: 'SIGN_IN_NEEDED',
  title: 'Nobody is signed in, or the session has ended',
};
const PASSWORD_DUE: ProblemSummary = {
  status: 403,
  code: 'PASSWORD_DUE',
  title: 'The password is an initial one and has to be changed first',
};
const SECOND_FACTOR_MISSING: ProblemSummary = {
  status: 403,
  code: 'SECOND_FACTOR_MISSING',
  title: 'This post signs in with a second factor, which is not set up yet',
};
const FORBIDDEN: ProblemSummary = {
  status: 403,
  code: 'FORBIDDEN',
  title: 'No post held today gives this right',
};
const FOREIGN_ORIGIN: ProblemSummary = {
  status: 403,
  code: 'FOREIGN_ORIGIN',
  title: 'The request came from a page of another site',
};
const UNKEEPABLE: ProblemSummary = {
  status: 400,
  code: 'INVALID_INPUT',
  title: 'The text holds a character that cannot be stored',
};
