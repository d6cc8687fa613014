import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import { LogController, fastify, type FastifyInstance, type FastifyRequest } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Log } from './log.ts';
import { NOT_FOUND, registerProblems, replyWithProblem } from './problem.ts';

const BODY_LIMIT_BYTES = 1024 * 1024;

/**
 * A server without routes: schemas in zod, problems for failures, security headers, a log line per
 * request, and the web app for every address that is not under /api.
 * @param options.webDist the built web app; it may be missing, health then says so
 */
export async function createHttpServer(options: {
  readonly log: Log;
  readonly webDist: string;
}): Promise<FastifyInstance> {
  const app: FastifyInstance = fastify({
    loggerInstance: options.log,
    // One line per request, written below, instead of Fastify's two.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
    genReqId: requestId,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  registerProblems(app);
  registerHeadersAndLog(app);
  await app.register(helmet, securityHeaders);
  await app.register(cookie);
  await app.register(rateLimit, { global: false });
  await registerWebApp(app, options.webDist);
  return app;
}

/** A proxy's id is kept when it is harmless, so that one request can be followed through both logs. */
function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[A-Za-z0-9_-]{8,64}$/.test(given) ? given : randomUUID();
}

/** Everything comes from this server; nothing is evaluated, framed or loaded from elsewhere. */
const securityHeaders = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  xFrameOptions: { action: 'deny' as const },
  // Takes effect behind a proxy with TLS only. Other services of the same office stay out of it.
  strictTransportSecurity: { maxAge: 180 * 24 * 60 * 60, includeSubDomains: false },
};

function registerHeadersAndLog(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (isApi(request)) reply.header('cache-control', 'no-store');
  });
  app.addHook('onResponse', async (request, reply) => {
    const line = {
      method: request.method,
      // Without the query: what people search for is nobody's business.
      path: pathOf(request),
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
    };
    if (isApi(request)) request.log.info(line, 'request');
    else request.log.debug(line, 'request');
  });
}

/** Vite names everything under /assets/ after its content; the page itself keeps its name. */
async function registerWebApp(app: FastifyInstance, webDist: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: webDist,
    cacheControl: false,
    preCompressed: true,
    dotfiles: 'ignore',
    setHeaders(response, path) {
      const named = path.replaceAll('\\', '/').includes('/assets/');
      response.header('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' || request.method === 'HEAD';
    // A missing asset must not be answered with the page: the browser would run HTML as a script.
    const path = pathOf(request);
    if (!isPage || isApi(request) || /^\/(desk\/)?assets\//.test(path)) {
      return replyWithProblem(request, reply, NOT_FOUND);
    }
    // Two pages, each of which reads the rest of the address itself.
    const isDesk = path === '/desk' || path.startsWith('/desk/');
    return reply.sendFile(isDesk ? 'desk/index.html' : 'index.html');
  });
}

function isApi(request: FastifyRequest): boolean {
  const path = pathOf(request);
  return path === '/api' || path.startsWith('/api/');
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '';
}
