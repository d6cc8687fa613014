import { ROUTES } from '@ludao/contracts';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';

export const eiaQuery = (id: string) =>
  queryOptions({
    queryKey: ['park-eia', id],
    queryFn: ({ signal }) => ask(ROUTES.getParkEia, { params: { id } }, signal),
  });
