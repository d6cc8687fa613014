import { StockParkQuery } from '@ludao/contracts';
import { readSearch } from '../../api/list-search.ts';

export type StockSearch = Partial<Omit<StockParkQuery, 'size'>>;

export function readStockSearch(raw: Record<string, unknown>): StockSearch {
  return readSearch(StockParkQuery.omit({ size: true }), raw) as StockSearch;
}
