import { ROUTES } from '@ludao/contracts';
import type { Relief, RuleSet } from '@ludao/rules';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';

export interface NamedRelief extends Pick<Relief, 'id' | 'measure' | 'title' | 'clause' | 'grade'> {
  /** The text that it stands in. */
  readonly source: string;
}

/** Every relief of the rulebook, with its title and where it stands. */
export const reliefsQuery = queryOptions({
  queryKey: ['rulebook-reliefs'],
  staleTime: 600_000,
  queryFn: async ({ signal }): Promise<readonly NamedRelief[]> => {
    const { reliefs } = (await ask(ROUTES.getRuleSet, {}, signal)) as unknown as RuleSet;
    return reliefs.flatMap((pack) =>
      pack.reliefs.map(({ id, measure, title, clause, grade }) => ({
        id,
        measure,
        title,
        clause,
        ...(grade && { grade }),
        source: pack.title,
      })),
    );
  },
});
