import { ROUTES } from '@ludao/contracts';
import type { Vocabulary } from '@ludao/rules';
import { queryOptions } from '@tanstack/react-query';
import { ask } from './client.ts';

/** The words in which projects are described. They change with the program only. */
export const vocabularyQuery = queryOptions({
  queryKey: ['vocabulary'],
  staleTime: Infinity,
  queryFn: async ({ signal }) => (await ask(ROUTES.listFacts, {}, signal)) as unknown as Vocabulary,
});
