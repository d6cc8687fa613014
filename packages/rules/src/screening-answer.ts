import type { Missing, Reasons, Status } from './answer.ts';
import type { Change } from './changes.ts';
import type { Level } from './level.ts';
import type { InputProblem } from './input.ts';
import type { RulePack } from './pack.ts';
import type { PermitAnswer } from './permit.ts';
import type { Procedure } from './procedure/model.ts';
import type { Project } from './project.ts';
import type { Outcome, Place, ReliefFinding } from './reliefs/model.ts';

export const EIA_CATALOGUE = 'eia-catalogue';
export const PERMIT_CATALOGUE = 'permit-catalogue';

export interface ScreeningOptions {
  /** The day whose law is asked, `YYYY-MM-DD`. The engine has no clock. */
  readonly on: string;
  /** GB/T 2260 code of the county (or city, province). */
  readonly jurisdiction: string;
  /** Adds the ordered trace. */
  readonly explain?: boolean;
}

export interface LawInForce {
  readonly pack: string;
  readonly title: string;
  readonly issuer: string;
  readonly documentNo: string;
  readonly edition: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly layer: string;
  readonly confidence: string;
}

export interface Answer extends Omit<Reasons, 'trace' | 'beyond'> {
  readonly status: Status;
  /** What the national catalogue alone says; null while it is not decided. */
  readonly statutoryLevel: Level | null;
  /** After relief in force; each step down is one of {@link reliefs} that applies. */
  readonly level: Outcome | null;
  readonly floor: Level;
  readonly ceiling: Level;
  readonly on: string;
  readonly jurisdiction: string;
  readonly law: LawInForce;
  readonly digest: string;
  /** Articles of the pack that the answer rests on beside the items. */
  readonly articles: readonly { readonly no: string; readonly text: string }[];
  readonly missing: readonly Missing[];
  readonly changes: readonly Change[];
  /** Facts presumed until the owner states otherwise, and facts the input left out as "no". */
  readonly presumed: readonly string[];
  readonly assumed: readonly string[];
  /** Codes that no item names and that this edition does not cover. */
  readonly beyond: readonly string[];
  /** Items without a code that this software cannot ask about yet. */
  readonly unchecked: number;
  readonly place: Place;
  readonly reliefs: readonly ReliefFinding[];
  readonly procedure: Procedure | null;
  /** The discharge-permit category; null where no permit catalogue is in force. */
  readonly permit: PermitAnswer | null;
  /** True where any invented entry was looked at: the answer is for showing only. */
  readonly demo: boolean;
  readonly trace?: Reasons['trace'];
}

export interface Refused {
  readonly problems: readonly InputProblem[];
}

export function lawOf(pack: RulePack): LawInForce {
  const { id, title, issuer, documentNo, edition, effectiveFrom, effectiveTo, layer, confidence } =
    pack;
  return {
    pack: id,
    title,
    issuer,
    documentNo,
    edition,
    effectiveFrom,
    effectiveTo,
    layer,
    confidence,
  };
}

/** Article 5 where nothing is listed; article 4 where several things could decide. */
export function articlesFor(
  pack: RulePack,
  level: Level | null,
  project: Project,
  items: Reasons['items'],
): RulePack['articles'] {
  const reached = items.filter(({ floor }) => floor !== 'NOT_LISTED').length;
  const wanted = new Set<string>();
  if (level === 'NOT_LISTED') wanted.add('第五条');
  else if (reached > 1 || (reached > 0 && project.views.length > 1)) wanted.add('第四条');
  return pack.articles.filter((article) => wanted.has(article.no));
}

/** A project with neither an industry nor a listed work has no answer; never "not listed". */
export const EMPTY = {
  status: 'no_project',
  statutoryLevel: null,
  level: null,
  floor: 'NOT_LISTED',
  ceiling: 'REPORT',
  items: [],
  confirm: [],
  factsUsed: [],
  unencoded: [],
  beyond: [],
  articles: [],
  missing: [{ fact: 'industry', activity: null }],
  changes: [],
  presumed: [],
  assumed: [],
  place: {},
  reliefs: [],
  procedure: null,
  permit: null,
  demo: false,
} as const satisfies Partial<Answer>;
