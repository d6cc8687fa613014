import { ROUTES } from '@ludao/contracts';
import { useQueries } from '@tanstack/react-query';
import { ask } from './client.ts';

/** Names of industries by code, as far as they are known yet; each code is asked for once. */
export function useIndustryNames(codes: readonly string[]): ReadonlyMap<string, string> {
  const distinct = [...new Set(codes)];
  const answers = useQueries({
    queries: distinct.map((code) => ({
      queryKey: ['industry', code],
      staleTime: Infinity,
      gcTime: Infinity,
      retry: false,
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const query = { q: code, limit: 1 };
        const { industries } = await ask(ROUTES.findIndustries, { query }, signal);
        return industries.find((found) => found.code === code)?.name ?? '';
      },
    })),
  });
  return new Map(distinct.map((code, index) => [code, answers[index]?.data ?? '']));
}
