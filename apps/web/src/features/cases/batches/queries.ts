import { ROUTES, type Batch, type BatchForm, type BatchStep } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../../api/client.ts';

export const boardQuery = {
  queryKey: ['batches'],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => ask(ROUTES.getBatchBoard, {}, signal),
};

export const batchQuery = (id: string) => ({
  queryKey: ['batches', id],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    ask(ROUTES.getBatch, { params: { id } }, signal),
});

/** What an officer does on the board: a new batch, or a step with one that is there. */
export type Move = { readonly open: BatchForm } | { readonly id: string; readonly step: BatchStep };

export function carryOut(move: Move): Promise<Batch> {
  return 'open' in move
    ? ask(ROUTES.openBatch, { body: move.open })
    : ask(ROUTES.takeBatchStep, { params: { id: move.id }, body: move.step });
}

/** One move after another; whatever comes of it, the board then shows how things stand. */
export function useMoves() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (moves: readonly Move[]) => {
      let last: Batch | null = null;
      for (const move of moves) last = await carryOut(move);
      return last;
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['batches'] }),
  });
}
