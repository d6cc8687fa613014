import type { PackCases, RuleSet } from '@ludao/rules';
import type { TablePack } from './tables.ts';

/** Everyday words: `aliases` name one class, `words` lead to several, likeliest first. */
export interface AliasTable {
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  readonly words: Readonly<Record<string, readonly string[]>>;
}

/** All law that is loaded, with its cases by pack id. */
export interface Rulebook {
  readonly ruleSet: RuleSet;
  readonly cases: Readonly<Record<string, PackCases>>;
  readonly aliases: AliasTable;
  /** Official tables that no screening reads. */
  readonly tables: readonly TablePack[];
}
