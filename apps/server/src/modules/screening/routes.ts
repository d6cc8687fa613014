import { ROUTES } from '@ludao/contracts';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../platform/clock.ts';
import { replyWithProblem } from '../../platform/problem.ts';
import { screen, type Screeners } from './service.ts';

/** Nothing of the project is kept: no row, and no word of it in the log. */
export function registerScreening(app: FastifyInstance, screeners: Screeners, clock: Clock): void {
  const { screen: route } = ROUTES;
  app.post(
    route.url,
    {
      schema: {
        summary: route.summary,
        tags: [route.tag],
        body: route.body,
        response: { 200: route.response },
      },
    },
    (request, reply) => {
      const answer = screen(screeners, route.body.parse(request.body), clock.today());
      if (!('problems' in answer)) return answer;
      return replyWithProblem(request, reply, {
        status: 422,
        code: 'PROJECT_REFUSED',
        title: 'The project cannot be screened as described',
        errors: answer.problems.map(({ code, path, params }) => ({
          ...params,
          pointer: path,
          in: 'body',
          code,
        })),
      });
    },
  );
}
