import { ROUTES, type CompletionStep, type CompletionView } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../../api/client.ts';

type WithoutVersion<Step> = Step extends unknown ? Omit<Step, 'version'> : never;

/** One step of the proponent; the page then shows what came of it. */
export function useCompletionStep({ id, version }: CompletionView) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (step: WithoutVersion<CompletionStep>) =>
      ask(ROUTES.takeCompletionStep, {
        params: { id },
        body: { ...step, version },
      }),
    onSuccess: async (after) => {
      queries.setQueryData(['completion', id], after);
      await queries.invalidateQueries({ queryKey: ['completions'] });
      await queries.invalidateQueries({ queryKey: ['completion-timeline', id] });
      await queries.invalidateQueries({ queryKey: ['inbox'] });
    },
  });
}
