import { ROUTES, type CaseView } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';

export const caseQuery = (id: string) => ({
  queryKey: ['case', id],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    ask(ROUTES.getCase, { params: { id } }, signal),
});

export const filingQuery = (id: string) => ({
  queryKey: ['case-filing', id],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    ask(ROUTES.getFiling, { params: { id } }, signal),
});

/** Reads everything again that shows the case. */
export function useFresh(id: string): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({
      predicate: ({ queryKey: [first, of] }) =>
        first === 'cases' || (String(first).startsWith('case') && of === id),
    });
  };
}

/** One step with a case; whatever comes of it, the page then shows how it stands. */
export function useCaseStep<Given>(id: string, step: (given: Given) => Promise<CaseView>) {
  const fresh = useFresh(id);
  return useMutation({ mutationFn: step, onSuccess: fresh });
}
