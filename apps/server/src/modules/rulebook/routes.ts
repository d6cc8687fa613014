import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { ROUTES } from '@ludao/contracts';
import type { FastifyInstance, FastifySchema } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { RulebookService } from './service.ts';

/** The law to read: vocabulary, industries, packs, and the parsed rules for the browser. */
export function registerRulebook(server: FastifyInstance, service: RulebookService): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const { findIndustries, listPacks } = ROUTES;
  const { ruleSet } = service.rulebook;

  app.get(
    findIndustries.url,
    {
      schema: {
        summary: findIndustries.summary,
        tags: [findIndustries.tag],
        querystring: findIndustries.query,
        response: { 200: findIndustries.response },
      },
    },
    (request) => service.findIndustries(request.query.q, request.query.limit),
  );
  app.get(
    listPacks.url,
    {
      schema: {
        summary: listPacks.summary,
        tags: [listPacks.tag],
        response: { 200: listPacks.response },
      },
    },
    () => service.listPacks(),
  );
  serveDocument(server, ROUTES.listFacts, () => ruleSet.vocabulary);
  serveDocument(server, ROUTES.getRuleSet, () => ruleSet);
  serveDocument(server, ROUTES.getDemoRuleSet, () => service.demoScreener().ruleSet);
  serveDocument(server, ROUTES.listWords, () => service.rulebook.aliases);
}

/** A document that stays the same until the next start: written once, revalidated by its hash. */
function serveDocument(
  app: FastifyInstance,
  route: (typeof ROUTES)['listFacts' | 'getRuleSet' | 'getDemoRuleSet' | 'listWords'],
  document: () => object,
): void {
  let written: { text: string; etag: string; zipped: Buffer } | null = null;
  const write = () => {
    const text = JSON.stringify(document());
    const etag = `"${createHash('sha256').update(text).digest('hex').slice(0, 32)}"`;
    return { text, etag, zipped: gzipSync(text) };
  };
  const schema: FastifySchema = {
    summary: route.summary,
    tags: [route.tag],
    response: { 200: route.response },
  };
  app.get(route.url, { schema, serializerCompiler: () => String }, (request, reply) => {
    const { text, etag, zipped } = (written ??= write());
    reply.headers({ etag, 'cache-control': 'no-cache', vary: 'accept-encoding' });
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    reply.type('application/json; charset=utf-8');
    const zip = /\bgzip\b/.test(request.headers['accept-encoding']?.toString() ?? '');
    return zip ? reply.header('content-encoding', 'gzip').send(zipped) : reply.send(text);
  });
}
