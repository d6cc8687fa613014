import { ROUTES } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { ask } from './client.ts';
import { useIndustryNames } from './industry-names.ts';

/**
 * Classes of GB/T 4754 with four digits that a word, pinyin or a code leads to, and the chosen ones
 * with their names. An everyday word that led to a class stands behind its name.
 */
export function useIndustryChoices(word: string, chosen: readonly string[]) {
  const names = useIndustryNames(chosen);
  const { data, isFetching } = useQuery({
    queryKey: ['industries', word],
    enabled: word !== '',
    queryFn: ({ signal }) => ask(ROUTES.findIndustries, { query: { q: word, limit: 20 } }, signal),
  });
  const classes = (data?.industries ?? []).filter(({ code }) => code.length === 4);
  return {
    found: classes.map(({ code, name, alias }) => ({
      value: code,
      label: alias ? `${code} ${name}（${alias}）` : `${code} ${name}`,
    })),
    chosen: chosen.map((code) => ({ value: code, label: `${code} ${names.get(code) ?? ''}` })),
    isOver: word !== '' && !isFetching,
  };
}
