import { ROUTES } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { ask } from './client.ts';

/** Classes of GB/T 4754 with four digits that a word, pinyin or a code leads to. */
export function useIndustrySearch(word: string) {
  const { data, isFetching } = useQuery({
    queryKey: ['industries', word],
    enabled: word !== '',
    queryFn: ({ signal }) => ask(ROUTES.findIndustries, { query: { q: word, limit: 20 } }, signal),
  });
  return { found: (data?.industries ?? []).filter(({ code }) => code.length === 4), isFetching };
}
