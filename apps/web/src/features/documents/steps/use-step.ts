import type { DocumentView } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';

/** One step of a document; the page shows what came of it. */
export function useStep<Body>(
  id: string,
  send: (body: Body) => Promise<DocumentView>,
  onDone?: (after: DocumentView) => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async (after) => {
      queries.setQueryData(['document', id], after);
      onDone?.(after);
      await queries.invalidateQueries({ queryKey: ['documents'] });
      await queries.invalidateQueries({ queryKey: ['document-timeline', id] });
      await queries.invalidateQueries({ queryKey: ['tasks'] });
      await queries.invalidateQueries({ queryKey: ['inbox'] });
      await queries.invalidateQueries({ queryKey: ['volume'] });
      await queries.invalidateQueries({ queryKey: ['public-version', id] });
    },
  });
}
