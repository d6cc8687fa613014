import type { z } from 'zod';
import type { Action, Resource } from './people/rights.ts';

/**
 * Who may call an address at all: anyone, anyone signed in, or whoever may do this to some row.
 * Which rows, the service and the database decide.
 */
export type Access =
  | 'public'
  | 'session'
  | { readonly action: Action; readonly resource: Resource };

/** One line of the route table: the only definition of an address and what passes through it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly summary: string;
  readonly tag: string;
  readonly access: Access;
  /** A page asks by itself, now and then: whoever has left the screen is not kept signed in by it. */
  readonly unattended?: true;
  /** Calls from one address, where guessing has to be made slow. */
  readonly attemptsPerMinute?: number;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** The body is a file (application/octet-stream), handed on as a stream. */
  readonly upload?: true;
  /**
   * A browser is sent here as to a page: the answer is where it goes next (303). What fails is told
   * on this page, by `problem` and its params in the address.
   */
  readonly redirects?: string;
  readonly response: z.ZodType;
  /** Of the response, where it is not JSON. */
  readonly mediaType?: string;
}

/** Keeps the exact types of a route for the server and for callers. */
export function route<const R extends Route>(definition: R): R {
  return definition;
}
