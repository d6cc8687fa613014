import type { ClockPack } from './clocks/model.ts';
import type { Expression } from './expression.ts';
import type { AnyLevel, CatalogueTopic, GivenLevel } from './level.ts';
import type { Confidence, Layer, NextStep } from './layer.ts';
import type { ProcedurePack } from './procedure/model.ts';
import type { ListPack, ReliefPack } from './reliefs/model.ts';
import type { Text, Vocabulary } from './vocabulary.ts';

/**
 * How a clause speaks. `any`: a positive fact of the project. `makes`: a product of the industry.
 * `all` 全部 and `else` 其他: everything (left) in the industry. Only `any` survives a change that
 * does not touch the main works (article 4 ¶3).
 */
export type ClauseKind = 'any' | 'makes' | 'all' | 'else';

export interface Clause {
  readonly level: GivenLevel;
  readonly kind: ClauseKind;
  /** Position among the clauses of its cell, from 1: 「；」 separates them in the law. */
  readonly part: number;
  readonly when: Expression;
  /** The part of the cell that this clause carries out; empty means the whole cell. */
  readonly quote: string;
  /** Numbers of the pack's notes that its definitions rest on (6: anodising counts as plating). */
  readonly notes: readonly number[];
  /** `officer`: this clause is our reading of an unclear text; an officer may read it lower. */
  readonly reading: 'text' | 'officer';
}

/** Something an officer may have to confirm; it never lowers the answer by itself. */
export interface Confirmation {
  readonly code: string;
  readonly when: Expression;
  /** Said only while an answer at this level rests on this item; absent: at any level. */
  readonly at?: AnyLevel;
  /** What the item would give on the other reading. */
  readonly lower?: AnyLevel;
  readonly text: Text;
}

export interface ItemCode {
  readonly code: string;
  /** 「*」: only production in industrial buildings (notes 4). */
  readonly star: boolean;
  /** False where the catalogue prints no code and the attachment is ours. */
  readonly printed: boolean;
}

export interface Item {
  readonly no: number;
  readonly name: string;
  readonly section: string;
  readonly page: number;
  /** The printed cells by level; null where one is printed empty. */
  readonly cells: { readonly [L in GivenLevel]?: string | null };
  readonly sensitiveArea: string | null;
  readonly codes: readonly ItemCode[];
  /** Codes below its own that the catalogue takes out again (…，除黑色金属铸造3391). */
  readonly exceptCodes: readonly string[];
  readonly works: readonly string[];
  /** The item joins every code and work that no other item of the catalogue names. */
  readonly rest: boolean;
  /** The item joins every project for which this is not a "no". */
  readonly attachWhen?: Expression;
  /** With `attachWhen`: stay away where a candidate item already uses this definition. */
  readonly unlessNamed?: string;
  /** Limits in the item's own name (不含…): a "no" here means the item does not apply. */
  readonly gate?: Expression;
  readonly clauses: readonly Clause[];
  readonly confirmations: readonly Confirmation[];
  /** Names of definitions that the item's clauses use. */
  readonly uses: readonly string[];
  /** False: printed in the catalogue, not yet carried out by this software. */
  readonly executable: boolean;
}

export interface Article {
  readonly no: string;
  readonly text: string;
}

export interface RulePack {
  readonly id: string;
  readonly topic: CatalogueTopic;
  /** The scale of the catalogue, lowest first. */
  readonly levels: readonly AnyLevel[];
  readonly title: string;
  readonly issuer: string;
  readonly documentNo: string;
  readonly edition: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  /** `CN`, or the prefix of a GB/T 2260 code. */
  readonly jurisdiction: string;
  readonly layer: Layer;
  readonly confidence: Confidence;
  readonly articles: readonly Article[];
  readonly notes: readonly string[];
  readonly items: readonly Item[];
  /** What 「*」 asks of the building (notes 4); "no" means the item does not apply. */
  readonly starGate: Expression;
  /** "No" switches off every clause but `any` in the industry's own items (article 4 ¶3). */
  readonly mainWorksGate: Expression;
  /** Said whatever the item, for example when a change is declared not to touch the main works. */
  readonly confirmations: readonly Confirmation[];
  readonly nextSteps: { readonly [L in AnyLevel]?: readonly NextStep[] };
  /** Divisions (2 digits) whose every class can be told "not listed" when no item names it. */
  readonly coversDivisions: readonly string[];
}

export interface Industry {
  readonly code: string;
  readonly name: string;
}

/** All law and words that a screening needs; plain JSON, the same on the server and in a page. */
export interface RuleSet {
  readonly digest: string;
  readonly vocabulary: Vocabulary;
  readonly industries: readonly Industry[];
  readonly packs: readonly RulePack[];
  /** Texts that relieve, lists that authorities keep, and how the law is carried out. */
  readonly reliefs: readonly ReliefPack[];
  readonly lists: readonly ListPack[];
  readonly procedures: readonly ProcedurePack[];
  /** Every period that somebody has to keep. */
  readonly clocks: readonly ClockPack[];
}
