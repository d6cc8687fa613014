import { ROUTES, type PermitApplicationForm, type PermitView } from '@ludao/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ask } from '../../api/client.ts';

/** @param on the day whose content is shown; today if left out */
export const permitQuery = (id: string, on?: string) =>
  queryOptions({
    queryKey: ['permit', id, on ?? ''],
    queryFn: ({ signal }) =>
      ask(ROUTES.getPermit, { params: { id }, query: on === undefined ? {} : { on } }, signal),
  });

type Opening = Pick<PermitApplicationForm, 'holder' | 'kind' | 'category' | 'content'> & {
  readonly site?: string;
};

/** Begins an application, and goes to where it is filled in. */
export function useOpening() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: Opening) => ask(ROUTES.openPermitApplication, { body }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['permit', id] });
      await queries.invalidateQueries({ queryKey: ['permits'] });
      await navigate({ to: '/permits/$id', params: { id }, search: { edit: 'yes' } });
    },
  });
}

/** One step of an application; the page shows what came of it. */
export function useStep<Body>(
  send: (body: Body) => Promise<PermitView>,
  onDone?: (after: PermitView) => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async (after) => {
      queries.setQueryData(permitQuery(after.id).queryKey, after);
      onDone?.(after);
      for (const key of ['permits', 'permit-timeline', 'tasks', 'inbox']) {
        await queries.invalidateQueries({ queryKey: [key] });
      }
    },
  });
}
