import type { AliasTable, PackCases, RuleSet } from '@ludao/rules';
import type { TablePack } from './table-content.ts';

/** All law that is loaded, with its cases by pack id. */
export interface Rulebook {
  readonly ruleSet: RuleSet;
  readonly cases: Readonly<Record<string, PackCases>>;
  readonly aliases: AliasTable;
  /** Official tables that no screening reads. */
  readonly tables: readonly TablePack[];
}
