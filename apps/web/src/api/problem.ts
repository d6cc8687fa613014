/** One wrong field of the input, as the server's problem names it. */
export interface FieldFault {
  /** JSON pointer into the body or the query. */
  readonly pointer: string;
  readonly code: string;
}

/** What came back instead of an answer: a refusal, bad input, no session, no connection. */
export class ApiProblem extends Error {
  /** 0 where the server was not reached. */
  readonly status: number;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly errors: readonly FieldFault[];

  constructor(found: {
    status: number;
    code: string;
    params?: Readonly<Record<string, string | number>>;
    errors?: readonly FieldFault[];
  }) {
    super(found.code);
    this.name = 'ApiProblem';
    this.status = found.status;
    this.code = found.code;
    this.params = found.params ?? {};
    this.errors = found.errors ?? [];
  }
}

export function isProblem(error: unknown, code: string): error is ApiProblem {
  return error instanceof ApiProblem && error.code === code;
}

/** Reads an answer that is no success; a proxy in between may answer with anything. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null);
  const { status } = response;
  if (typeof body === 'object' && body !== null && 'code' in body) {
    return new ApiProblem({ ...body, status, code: String(body.code) });
  }
  return new ApiProblem({ status, code: status >= 500 ? 'INTERNAL_ERROR' : `HTTP_${status}` });
}
