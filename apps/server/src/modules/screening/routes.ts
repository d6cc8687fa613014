import { ROUTES } from '@ludao/contracts';
import type { Refused } from '@ludao/rules';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../platform/clock.ts';
import { PdfQueueFull, type PdfPress } from '../../platform/pdf.ts';
import { replyWithProblem } from '../../platform/problem.ts';
import { attachmentOf, makeAnswerPdf } from './answer-pdf.ts';
import { screen, screenerFor, type Screeners } from './service.ts';

/** A project of twenty activities with every fact said is a third of this. */
const PDF_BODY_LIMIT_BYTES = 256 * 1024;

/** Nothing of the project is kept: no row, and no word of it in the log. */
export function registerScreening(
  app: FastifyInstance,
  screeners: Screeners,
  clock: Clock,
  press: PdfPress,
): void {
  const { screen: route, screenPdf } = ROUTES;
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
      return 'problems' in answer ? refuse(request, reply, answer) : answer;
    },
  );
  app.post(
    screenPdf.url,
    {
      bodyLimit: PDF_BODY_LIMIT_BYTES,
      schema: {
        summary: screenPdf.summary,
        tags: [screenPdf.tag],
        body: screenPdf.body,
        response: {
          200: {
            description: screenPdf.summary,
            content: { [screenPdf.mediaType]: { schema: screenPdf.response } },
          },
        },
      },
    },
    async (request, reply) => {
      const asked = screenPdf.body.parse(request.body);
      const answer = screen(screeners, asked, clock.today());
      if ('problems' in answer) return refuse(request, reply, answer);
      try {
        const pdf = await makeAnswerPdf(press, screenerFor(screeners, asked), asked, answer);
        return await reply
          .type(screenPdf.mediaType)
          .header('content-disposition', attachmentOf(answer.on))
          .send(pdf);
      } catch (error) {
        if (!(error instanceof PdfQueueFull)) throw error;
        return await replyWithProblem(
          request,
          reply.header('retry-after', error.retryAfterSeconds),
          {
            status: 503,
            code: 'BUSY',
            title: 'Too many documents are waiting; try again in a moment',
          },
        );
      }
    },
  );
}

function refuse(request: FastifyRequest, reply: FastifyReply, { problems }: Refused): FastifyReply {
  return replyWithProblem(request, reply, {
    status: 422,
    code: 'PROJECT_REFUSED',
    title: 'The project cannot be screened as described',
    errors: problems.map(({ code, path, params }) => ({
      ...params,
      pointer: path,
      in: 'body',
      code,
    })),
  });
}
