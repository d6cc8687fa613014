import { ROUTES } from '@ludao/contracts';
import { ask } from '../../../api/client.ts';

export const approvalQuery = (id: string) => ({
  queryKey: ['case-approval', id],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    ask(ROUTES.getApproval, { params: { id } }, signal),
});
