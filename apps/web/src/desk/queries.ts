import { ROUTES, type SessionView } from '@ludao/contracts';
import { MutationCache, QueryCache, QueryClient, queryOptions } from '@tanstack/react-query';
import { ask } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';

/** Told when the server says that nobody is signed in any more, or not far enough. */
const listeners = new Set<(problem: ApiProblem) => void>();

export function onSessionLost(listener: (problem: ApiProblem) => void): void {
  listeners.add(listener);
}

function hear(error: Error): void {
  const codes = ['SIGN_IN_NEEDED', 'SECOND_FACTOR_MISSING', 'PASSWORD_DUE'];
  if (!(error instanceof ApiProblem) || !codes.includes(error.code)) return;
  for (const tell of listeners) tell(error);
}

export const queries = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, { queryKey }) => queryKey[0] !== 'session' && hear(error),
  }),
  mutationCache: new MutationCache({ onError: hear }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A lost connection or a hiccup is tried again; a refusal stays one.
      retry: (count, error) =>
        count < 2 && error instanceof ApiProblem && (error.status === 0 || error.status >= 502),
      retryDelay: 600,
      // A poor network is told, not waited for in silence.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => ask(ROUTES.getSession, {}),
  staleTime: 60_000,
});

export function rememberSession(session: SessionView): void {
  queries.setQueryData(sessionQuery.queryKey, session);
}

/** Nothing that one person saw is left for the next one at the same screen. */
export function forgetSession(): void {
  queries.clear();
}
