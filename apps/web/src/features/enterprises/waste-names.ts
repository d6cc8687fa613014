import { ROUTES, type WasteList } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';

type Waste = WasteList['wastes'][number];

/** What codes are called in the national list; a code that is not in it is missing. */
export function useWasteNames(codes: readonly string[]): {
  readonly names: ReadonlyMap<string, Waste>;
  readonly edition: WasteList['edition'] | undefined;
} {
  const known = codes.filter((code) => /^\d{3}-\d{3}-\d{2}$/.test(code)).sort();
  const { data } = useQuery({
    queryKey: ['wastes', known],
    enabled: known.length > 0,
    staleTime: Infinity,
    queryFn: ({ signal }) => ask(ROUTES.findWastes, { query: { q: known.join(',') } }, signal),
  });
  const found = (data?.wastes ?? []).filter(({ code }) => known.includes(code));
  return { names: new Map(found.map((waste) => [waste.code, waste])), edition: data?.edition };
}
