/**
 * What a service answers when the rules of the house say no: data, not an exception. `code` is
 * stable and in capitals; texts are looked up by it in both languages.
 */
export interface Refusal {
  readonly refused: string;
  /** HTTP status; 409 unless another one says it better. */
  readonly status: 403 | 404 | 409 | 422 | 423 | 429 | 503;
  /** What the text needs: the value that was given and the limit it missed. */
  readonly params: Readonly<Record<string, string | number>>;
}

export function refuse(
  code: string,
  params: Refusal['params'] = {},
  status: Refusal['status'] = 409,
): Refusal {
  return { refused: code, status, params };
}

/** Also for what exists but is not for the reader: its existence is nobody's business. */
export function notFound(): Refusal {
  return refuse('NOT_FOUND', {}, 404);
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}
