import { ROUTES } from '@ludao/contracts';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';

export const parkStockQuery = (id: string) =>
  queryOptions({
    queryKey: ['park-stock', id],
    queryFn: ({ signal }) => ask(ROUTES.getParkStock, { params: { id } }, signal),
    staleTime: 0,
  });

export const stockImportQuery = (id: string) =>
  queryOptions({
    queryKey: ['stock-import', id],
    queryFn: ({ signal }) => ask(ROUTES.getStockImport, { params: { id } }, signal),
    staleTime: 0,
  });

/** What shows the stock of parks, and is stale once something of it was written. */
export const STOCK_KEYS = ['park-stock', 'stock-parks', 'stock-import', 'park-eia', 'admissions'];
