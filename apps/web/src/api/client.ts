import type { Route } from '@ludao/contracts';
import type { z } from 'zod';
import { ApiProblem, problemOf } from './problem.ts';

type Given<R extends Route, Key extends 'params' | 'query' | 'body'> = R extends {
  readonly [K in Key]: infer Schema extends z.ZodType;
}
  ? { readonly [K in Key]: z.input<Schema> }
  : unknown;

type GivenFile<R extends Route> = R extends { readonly upload: true }
  ? { readonly file: Blob }
  : unknown;

export type Input<R extends Route> = Given<R, 'params'> &
  Given<R, 'query'> &
  Given<R, 'body'> &
  GivenFile<R>;

/**
 * Asks the server as the route table says.
 * @throws {ApiProblem} for everything that is not the promised answer
 */
export async function ask<R extends Route>(
  route: R,
  input: Input<R>,
  signal?: AbortSignal,
): Promise<z.output<R['response']>> {
  return (await (await send(route, input, signal)).json()) as z.output<R['response']>;
}

/**
 * Asks for a file and lets the browser save it.
 * @throws {ApiProblem} for everything that is not the promised answer
 */
export async function save<R extends Route>(
  route: R & { readonly mediaType: string },
  input: Input<R>,
  name: string,
): Promise<void> {
  const file = await (await send(route, input)).blob();
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read the file only after the click was handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

async function send<R extends Route>(
  route: R,
  input: Input<R>,
  signal?: AbortSignal,
): Promise<Response> {
  const { body, file } = input as { readonly body?: unknown; readonly file?: Blob };
  const response = await fetch(addressOf(route, input), {
    method: route.method,
    credentials: 'same-origin',
    ...(signal && { signal }),
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
    ...(file && { headers: { 'content-type': 'application/octet-stream' }, body: file }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new ApiProblem({ status: 0, code: 'NO_CONNECTION' });
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** The address with path and query filled in; also for links that download a file. */
export function addressOf<R extends Route>(
  route: R,
  input: Given<R, 'params'> & Given<R, 'query'>,
): string {
  const { params = {}, query = {} } = input as {
    readonly params?: Readonly<Record<string, string>>;
    readonly query?: Readonly<Record<string, string | number | undefined>>;
  };
  const path = route.url.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') asked.set(name, String(value));
  }
  const search = asked.toString();
  return search === '' ? path : `${path}?${search}`;
}
