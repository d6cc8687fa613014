import type { ParkDetail } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';

/** One change of something that belongs to a park; the page shows what came of it. */
export function useParkChange(id: string, change: () => Promise<ParkDetail>, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (park) => {
      queries.setQueryData(['park', id], park);
      onDone();
      await queries.invalidateQueries({ queryKey: ['parks'] });
      await queries.invalidateQueries({ queryKey: ['park-timeline', id] });
    },
  });
}
