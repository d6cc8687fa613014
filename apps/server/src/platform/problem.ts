import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { DatabaseBusyError } from './db.ts';
import { FileStoreError, type FileStoreFault } from './files/store-error.ts';

/** RFC 9457. `code` is what clients look texts up by; `title` is for developers reading a log. */
export interface Problem {
  /** 'urn:ludao:problem:' and the code in small letters. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** Stable, in capitals, for example 'INVALID_INPUT'. */
  readonly code: string;
  readonly detail?: string;
  /** Names this one occurrence: 'urn:ludao:request:' and the request's id, as in the log. */
  readonly instance: string;
  readonly errors?: readonly FieldError[];
  /** Of a refusal: what its text needs. */
  readonly params?: Readonly<Record<string, string | number>>;
}

/** One thing wrong with the input. Besides these fields it carries the limit that was missed. */
export interface FieldError {
  /** JSON pointer (RFC 6901) into the part named by `in`; '' is the whole of it. */
  readonly pointer: string;
  readonly in: 'body' | 'params' | 'querystring' | 'headers';
  /** zod's code of the check that failed, for example 'too_small'. */
  readonly code: string;
  readonly [param: string]: unknown;
}

/** What a caller of replyWithProblem decides; the rest follows from it and the request. */
export type ProblemSummary = Pick<
  Problem,
  'status' | 'code' | 'title' | 'detail' | 'errors' | 'params'
>;

/** Answers with a problem. @returns the reply, to be returned from the handler */
export function replyWithProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  summary: ProblemSummary,
): FastifyReply {
  const problem: Problem = {
    type: `urn:ludao:problem:${summary.code.toLowerCase().replaceAll('_', '-')}`,
    ...summary,
    instance: `urn:ludao:request:${request.id}`,
  };
  // As text, so that no response schema of the route is applied to it. zod's limits may be bigints.
  const body = JSON.stringify(problem, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  return reply.code(summary.status).type('application/problem+json; charset=utf-8').send(body);
}

/**
 * Makes every failure of a route a problem: bad input 400 with one entry per field, other mistakes
 * of the client their own 4xx, anything else 500 with a log entry and nothing about our insides.
 */
export function registerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const summary = summaryOf(error);
    if (summary === BUSY) reply.header('retry-after', '5');
    else if (summary.status >= 500) request.log.error({ err: error }, 'request failed');
    return replyWithProblem(request, reply, summary);
  });
}

/** The answer to an address under /api that does not exist. */
export const NOT_FOUND: ProblemSummary = {
  status: 404,
  code: 'NOT_FOUND',
  title: 'There is nothing at this address',
};

/** What a failure of a route is called. */
export function summaryOf(error: FastifyError): ProblemSummary {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const part = error.validationContext as FieldError['in'];
    return {
      status: 400,
      code: 'INVALID_INPUT',
      title: 'The input does not have the form described in the API',
      errors: error.validation.map(({ instancePath, keyword, params }) => ({
        ...params,
        // The provider writes '/' for the whole, which is the field named '' in RFC 6901.
        pointer: instancePath === '/' ? '' : instancePath,
        in: part,
        code: keyword,
      })),
    };
  }
  if (error instanceof DatabaseBusyError) return BUSY;
  if (error instanceof FileStoreError) return FILE_STORE_FAULTS[error.code];
  const status = error.statusCode ?? 500;
  if (status === 429) return TOO_MANY;
  if (status < 400 || status >= 500) return BUG;
  return CLIENT_ERRORS[error.code] ?? { status, code: 'BAD_REQUEST', title: 'Bad request' };
}

const BUG: ProblemSummary = {
  status: 500,
  code: 'INTERNAL_ERROR',
  title: 'The server failed; the log has the details under this instance',
};

const BUSY: ProblemSummary = {
  status: 503,
  code: 'DATABASE_BUSY',
  title: 'The database is writing something large; nothing of this request was done',
};

const FILE_STORE_FAULTS: Readonly<Record<FileStoreFault, ProblemSummary>> = {
  FILE_STORE_FULL: {
    status: 503,
    code: 'FILE_STORE_FULL',
    title: 'There is no room for files; nothing of this request was done',
  },
  FILE_STORE_AWAY: {
    status: 503,
    code: 'FILE_STORE_AWAY',
    title: 'The store of files does not answer; nothing of this request was done',
  },
  FILE_DAMAGED: {
    status: 500,
    code: 'FILE_DAMAGED',
    title: 'The file is not what was handed in, and is not shown; put it back from a backup',
  },
};

const TOO_MANY: ProblemSummary = {
  status: 429,
  code: 'TOO_MANY_ATTEMPTS',
  title: 'Too many calls from this address in a minute',
};

const MALFORMED_JSON: ProblemSummary = {
  status: 400,
  code: 'MALFORMED_JSON',
  title: 'The body is not JSON',
};

/** What Fastify refuses before a route is asked, by its error code. */
const CLIENT_ERRORS: Readonly<Record<string, ProblemSummary>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: MALFORMED_JSON,
  FST_ERR_CTP_EMPTY_JSON_BODY: MALFORMED_JSON,
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    code: 'BODY_TOO_LARGE',
    title: 'The body is larger than the server accepts',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    title: 'The body is not of a type this address accepts',
  },
};
