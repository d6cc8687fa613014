import type { AliasTable, PackCases, ProjectCase, RuleSet } from '@ludao/rules';
import type { TablePack } from './table-content.ts';

/** All law that is loaded, with its cases by pack id. */
export interface Rulebook {
  readonly ruleSet: RuleSet;
  readonly cases: Readonly<Record<string, PackCases>>;
  readonly aliases: AliasTable;
  /** Official tables that no screening reads. */
  readonly tables: readonly TablePack[];
}

/** Whole projects as somebody published them; the other cases are made up to reach one clause each. */
export function publishedProjects({ cases }: Pick<Rulebook, 'cases'>): ProjectCase[] {
  return Object.values(cases)
    .flatMap(({ projects }) => projects)
    .filter(({ place }) => place.includes('/projects.yaml:'));
}
