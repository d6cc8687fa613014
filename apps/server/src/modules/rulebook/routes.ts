import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { ROUTES } from '@ludao/contracts';
import type { FastifyInstance, FastifySchema } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { LiveLaw } from './live-law.ts';
import type { RulebookService } from './service.ts';

/** The law to read: vocabulary, industries, packs, and the parsed rules for the browser. */
export function registerRulebook(
  server: FastifyInstance,
  service: RulebookService,
  law: LiveLaw,
): void {
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
    () => {
      const { digest, lists } = law.current().ruleSet;
      const counted = lists.map(({ entries, ...head }) => ({ ...head, entries: entries.length }));
      return { ...service.listPacks(), digest, lists: counted };
    },
  );
  serveDocument(server, ROUTES.listFacts, () => ruleSet.vocabulary);
  serveDocument(server, ROUTES.getRuleSet, () => law.current().ruleSet);
  serveDocument(server, ROUTES.getDemoRuleSet, () => service.demoScreener().ruleSet);
  serveDocument(server, ROUTES.listWords, () => service.rulebook.aliases);
}

/** A document that seldom changes: written once for as long as it is the same, revalidated by its hash. */
function serveDocument(
  app: FastifyInstance,
  route: (typeof ROUTES)['listFacts' | 'getRuleSet' | 'getDemoRuleSet' | 'listWords'],
  document: () => object,
): void {
  let written: { of: object; text: string; etag: string; zipped: Buffer } | null = null;
  const write = (of: object) => {
    const text = JSON.stringify(of);
    const etag = `"${createHash('sha256').update(text).digest('hex').slice(0, 32)}"`;
    return { of, text, etag, zipped: gzipSync(text) };
  };
  const schema: FastifySchema = {
    summary: route.summary,
    tags: [route.tag],
    response: { 200: route.response },
  };
  app.get(route.url, { schema, serializerCompiler: () => String }, (request, reply) => {
    const now = document();
    if (written?.of !== now) written = write(now);
    const { text, etag, zipped } = written;
    reply.headers({ etag, 'cache-control': 'no-cache', vary: 'accept-encoding' });
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    reply.type('application/json; charset=utf-8');
    const zip = /\bgzip\b/.test(request.headers['accept-encoding']?.toString() ?? '');
    return zip ? reply.header('content-encoding', 'gzip').send(zipped) : reply.send(text);
  });
}
