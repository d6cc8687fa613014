import { giveReasons, type Reasons, type Status } from './answer.ts';
import { findChanges, type Change } from './changes.ts';
import { compileTest } from './closure.ts';
import { findEdition, firstDay } from './editions.ts';
import { Engine, type MissingFact } from './evaluate.ts';
import { factsOf, type Expression } from './expression.ts';
import { levelOf, type Level } from './level.ts';
import type { RulePack, RuleSet } from './pack.ts';
import type { InputProblem, ProjectInput } from './input.ts';
import { readProject, type Project } from './project.ts';
import { NO, verdictOf, YES, type Test, type View } from './state.ts';
import { FactTable } from './fact-table.ts';
import { type Contradiction, type Fact } from './vocabulary.ts';

export const EIA_CATALOGUE = 'eia-catalogue';

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

export interface Missing {
  /** Key of the fact, or `industry` where the industry itself is too coarse. */
  readonly fact: string;
  readonly activity: string | null;
}

export interface Answer extends Omit<Reasons, 'trace' | 'beyond'> {
  readonly status: Status;
  /** What the national catalogue alone says; null while it is not decided. */
  readonly statutoryLevel: Level | null;
  /** After relief in force. No relief is carried out yet, so it equals the statutory level. */
  readonly level: Level | null;
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
  readonly trace?: Reasons['trace'];
}

export interface Refused {
  readonly problems: readonly InputProblem[];
}

/** Answers projects under one set of rules; keeps an engine per edition. */
export class Screener {
  readonly ruleSet: RuleSet;
  readonly table: FactTable;
  readonly #engines = new Map<string, Engine>();
  readonly #industries: Set<string>;
  readonly #rules: readonly (Contradiction & { readonly test: Test })[];

  constructor(ruleSet: RuleSet) {
    this.ruleSet = ruleSet;
    this.table = new FactTable(ruleSet.vocabulary);
    this.#industries = new Set(ruleSet.industries.map((industry) => industry.code));
    this.#rules = ruleSet.vocabulary.contradictions.map((rule) => ({
      ...rule,
      test: compileTest(rule.when, this.table),
    }));
  }

  engineOf(pack: RulePack): Engine {
    let engine = this.#engines.get(pack.id);
    if (!engine) {
      engine = new Engine(this.ruleSet, pack, this.table);
      this.#engines.set(pack.id, engine);
    }
    return engine;
  }

  /** Reads a project; problems are input the law cannot be asked about. */
  read(input: ProjectInput): Project | Refused {
    const project = readProject(input, this.table, this.#industries);
    if ('problems' in project) return project;
    const problems = this.#contradictions(project.views);
    return problems.length > 0 ? { problems } : project;
  }

  /** The rules in force on the day, or the problem that there are none. */
  ruling(options: ScreeningOptions): { pack: RulePack } | Refused {
    const pack = findEdition(this.ruleSet, EIA_CATALOGUE, options.on, options.jurisdiction);
    if (pack) return { pack };
    const first = firstDay(this.ruleSet, EIA_CATALOGUE) ?? '';
    return {
      problems: [
        { code: 'date.before_any_edition', path: '/on', params: { on: options.on, first } },
      ],
    };
  }

  /** What the law asks of a project on a day, and why; or every problem found in the input. */
  screen(input: ProjectInput, options: ScreeningOptions): Answer | Refused {
    const ruling = this.ruling(options);
    const project = this.read(input);
    if ('problems' in ruling || 'problems' in project) {
      const problems = [ruling, project].flatMap((part) =>
        'problems' in part ? part.problems : [],
      );
      return { problems };
    }
    return this.answer(project, ruling.pack, options);
  }

  answer(project: Project, pack: RulePack, options: ScreeningOptions): Answer {
    const frame = {
      on: options.on,
      jurisdiction: options.jurisdiction,
      law: lawOf(pack),
      digest: this.ruleSet.digest,
      unchecked: pack.items.filter((item) => !item.executable && item.codes.length === 0).length,
    };
    if (project.views.length === 0) return { ...frame, ...EMPTY };
    const engine = this.engineOf(pack);
    const core = engine.evaluate(project);
    const { trace, ...reasons } = giveReasons(engine, project, core);
    const open = reasons.unencoded.length > 0 || reasons.beyond.length > 0;
    const ceiling = open ? 'REPORT' : levelOf(core.ceiling);
    const floor = levelOf(core.floor);
    const status = ceiling === floor ? 'decided' : open ? 'beyond_edition' : 'provisional';
    const level = status === 'decided' ? floor : null;
    const read = this.#factsRead(engine, project);
    const mayHold = (when: Expression, view: View) =>
      verdictOf(compileTest(when, this.table), view) !== NO;
    return {
      ...frame,
      ...reasons,
      status,
      statutoryLevel: level,
      level,
      floor,
      ceiling,
      articles: articlesFor(pack, level, project, reasons.items),
      missing: core.missing.map((missing) => this.#nameMissing(missing, project)),
      changes:
        status === 'decided'
          ? findChanges(engine, project, (views) => this.#contradictions(views).length === 0)
          : [],
      presumed: read
        .filter((fact) => isPresumed(fact) && !project.stated.has(fact.key))
        .filter(({ askWhen }) => project.views.some((view) => !askWhen || mayHold(askWhen, view)))
        .map(({ key }) => key),
      assumed: read.filter(({ key }) => project.assumed.has(key)).map(({ key }) => key),
      ...(options.explain ? { trace } : {}),
    };
  }

  #nameMissing({ slot, activity }: MissingFact, project: Project): Missing {
    const fact = this.table.facts[slot];
    const several = project.views.length > 1 && activity >= 0;
    return {
      fact: fact?.key ?? 'industry',
      activity: several ? project.views[activity]!.key : null,
    };
  }

  /** The facts that any item of the project reads. */
  #factsRead(engine: Engine, project: Project): Fact[] {
    const read = new Set<string>();
    const entries = project.views.flatMap((view) => engine.programOf(view).items);
    for (const entry of [...entries, ...engine.attached]) {
      for (const { when } of entry.clauses) for (const key of factsOf(when)) read.add(key);
    }
    return this.table.facts.filter((fact) => read.has(fact.key));
  }

  #contradictions(views: Project['views']): InputProblem[] {
    const problems: InputProblem[] = [];
    for (const { test, when, text } of this.#rules) {
      if (!views.some((view) => verdictOf(test, view) === YES)) continue;
      problems.push({
        code: 'facts.contradict',
        path: '/facts',
        params: { facts: [...factsOf(when)].join(' '), zh: text.zh, en: text.en },
      });
    }
    return problems;
  }
}

function isPresumed(fact: Fact): boolean {
  return fact.type === 'boolean' && fact.presumed !== undefined;
}

function lawOf(pack: RulePack): LawInForce {
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
function articlesFor(
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
const EMPTY = {
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
} as const satisfies Partial<Answer>;
