import { ROUTES, type RetrofitStep, type RetrofitView } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../../api/client.ts';
import { useFresh } from '../queries.ts';

export const retrofitQuery = (id: string) => ({
  queryKey: ['case-retrofit', id],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    ask(ROUTES.getRetrofit, { params: { id } }, signal),
});

/** Something done with a retrofit; the page and all lists then show how it stands. */
export function useRetrofit<Given>(id: string, act: (given: Given) => Promise<RetrofitView>) {
  const queries = useQueryClient();
  const fresh = useFresh(id);
  return useMutation({
    mutationFn: act,
    onSuccess: async (after) => {
      queries.setQueryData(['case-retrofit', id], after);
      await fresh();
      await queries.invalidateQueries({ queryKey: ['retrofits'] });
      await queries.invalidateQueries({ queryKey: ['inbox'] });
    },
  });
}

type WithoutVersion<Step> = Step extends unknown ? Omit<Step, 'version'> : never;

/** One step of whoever declares. */
export function useRetrofitStep({ caseId, version }: RetrofitView) {
  return useRetrofit(caseId, (step: WithoutVersion<RetrofitStep>) =>
    ask(ROUTES.takeRetrofitStep, {
      params: { id: caseId },
      body: { ...step, version },
    }),
  );
}
