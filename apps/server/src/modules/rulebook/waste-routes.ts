import { ROUTES } from '@ludao/contracts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { WasteFinder } from './find-wastes.ts';

/** The list of hazardous waste is law and open to anyone. */
export function registerWastes(server: FastifyInstance, wastes: WasteFinder): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const { findWastes } = ROUTES;
  app.get(
    findWastes.url,
    {
      schema: {
        summary: findWastes.summary,
        tags: [findWastes.tag],
        querystring: findWastes.query,
        response: { 200: findWastes.response },
      },
    },
    ({ query: { q, limit } }) => ({ wastes: wastes.find(q, limit), edition: wastes.edition }),
  );
}
