import canonicalize from 'canonicalize';

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };
export type JsonObject = { readonly [key: string]: JsonValue };

const DEEPEST = 32;

/** An event's body holds something that would not come back as it went in. */
export class BodyError extends TypeError {
  override name = 'BodyError';
}

/**
 * Canonical JSON (RFC 8785) of an event's body.
 * @throws BodyError naming the place of a value that JSON loses (undefined, NaN, bigint, Date, …), of
 *   a number that is no safe integer (quantities are decimal strings), of half a character, or of
 *   more than 32 levels
 */
export function writeBody(body: JsonObject): string {
  if (!isPlainObject(body)) throw new BodyError('an event body must be a plain object');
  refuseLossy(body, 'body', 0);
  return writeCanonical(body);
}

/** Canonical JSON of what is known to be plain JSON. @throws BodyError for half a character */
export function writeCanonical(value: unknown): string {
  try {
    const text = canonicalize(value);
    if (text === undefined) throw new BodyError('not a JSON value');
    return text;
  } catch (error) {
    throw error instanceof BodyError ? error : new BodyError(String(error), { cause: error });
  }
}

function refuseLossy(value: unknown, path: string, depth: number): void {
  if (depth > DEEPEST) throw new BodyError(`${path} lies deeper than ${DEEPEST} levels`);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number') {
    if (Number.isSafeInteger(value) && !Object.is(value, -0)) return;
    throw new BodyError(`${path} is ${value}: write quantities as decimal strings`);
  }
  if (Array.isArray(value)) {
    // By index: forEach would pass over holes.
    for (let at = 0; at < value.length; at++) refuseLossy(value[at], `${path}[${at}]`, depth + 1);
    return;
  }
  if (!isPlainObject(value)) throw new BodyError(`${path} is no JSON value (${typeof value})`);
  for (const [key, item] of Object.entries(value)) refuseLossy(item, `${path}.${key}`, depth + 1);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
