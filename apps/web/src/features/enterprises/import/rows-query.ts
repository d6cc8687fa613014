import { ROUTES, type ImportRow, type RowOutcome } from '@ludao/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ask } from '../../../api/client.ts';

export const ROWS_AT_ONCE = 20;

/** A row as a list needs it. */
export type ListedRow = ImportRow & { readonly id: string };

/** One page of the rows with an outcome, in the order of the file. */
export function useImportRows(id: string, outcome: RowOutcome, page: number) {
  const { data, ...rest } = useQuery({
    queryKey: ['enterprise-import', id, 'rows', outcome, page],
    queryFn: ({ signal }) =>
      ask(
        ROUTES.listImportRows,
        { params: { id }, query: { outcome, page, size: ROWS_AT_ONCE } },
        signal,
      ),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  const rows = (data?.rows ?? []).map((row): ListedRow => ({ ...row, id: String(row.row) }));
  return { ...rest, rows, total: data?.total };
}
