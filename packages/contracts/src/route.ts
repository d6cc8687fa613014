import type { z } from 'zod';

/** One line of the route table: the only definition of an address and what passes through it. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly summary: string;
  readonly tag: string;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
  /** Of the response, where it is not JSON. */
  readonly mediaType?: string;
}

/** Keeps the exact types of a route for the server and for callers. */
export function route<const R extends Route>(definition: R): R {
  return definition;
}
