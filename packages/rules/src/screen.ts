import { giveReasons, type Missing } from './answer.ts';
import { findChanges } from './changes.ts';
import { compileTest } from './closure.ts';
import { findContradictions } from './contradictions.ts';
import { findEdition, firstDay } from './editions.ts';
import { Engine, type MissingFact } from './evaluate.ts';
import { factsOf, type Expression } from './expression.ts';
import { FactTable } from './fact-table.ts';
import { levelOf, type CatalogueTopic, type Level } from './level.ts';
import type { RulePack, RuleSet } from './pack.ts';
import type { ProjectInput } from './input.ts';
import { answerPermit, type PermitAnswer } from './permit.ts';
import { describeProcedure } from './procedure/describe.ts';
import { readProject, type Project } from './project.ts';
import { applyReliefs, type Relieved } from './reliefs/apply.ts';
import { findPlaceProblems } from './reliefs/place.ts';
import {
  articlesFor,
  EIA_CATALOGUE,
  EMPTY,
  lawOf,
  PERMIT_CATALOGUE,
  type Answer,
  type Refused,
  type ScreeningOptions,
} from './screening-answer.ts';
import { NO, verdictOf, type View } from './state.ts';
import type { Fact } from './vocabulary.ts';

/** Answers projects under one set of rules; keeps an engine per edition. */
export class Screener {
  readonly ruleSet: RuleSet;
  readonly table: FactTable;
  readonly #engines = new Map<string, Engine>();
  readonly #industries: Set<string>;

  constructor(ruleSet: RuleSet) {
    this.ruleSet = ruleSet;
    this.table = new FactTable(ruleSet.vocabulary);
    this.#industries = new Set(ruleSet.industries.map((industry) => industry.code));
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
    const problems = [
      ...findContradictions(this.table, project.views),
      ...findPlaceProblems(this.ruleSet, project.place),
    ];
    return problems.length > 0 ? { problems } : project;
  }

  /** The same for a place that these lists need not know; see {@link findPlaceProblems}. */
  readAnywhere(input: ProjectInput): Project | Refused {
    const project = readProject(input, this.table, this.#industries);
    if ('problems' in project) return project;
    const problems = findContradictions(this.table, project.views);
    return problems.length > 0 ? { problems } : project;
  }

  /** The level after relief by itself, without the rest of an answer. */
  relieve(
    project: Project,
    pack: RulePack,
    statutory: Level,
    { on, jurisdiction }: ScreeningOptions,
  ): Relieved {
    const at = { ruleSet: this.ruleSet, place: project.place, on, jurisdiction };
    return applyReliefs(this.engineOf(pack), project, statutory, at);
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

  /** The edition of another catalogue in force on the day. */
  editionOf(topic: CatalogueTopic, { on, jurisdiction }: ScreeningOptions): RulePack | undefined {
    return findEdition(this.ruleSet, topic, on, jurisdiction);
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
    const statutory = status === 'decided' ? floor : null;
    const read = this.#factsRead(engine, project);
    const mayHold = (when: Expression, view: View) =>
      verdictOf(compileTest(when, this.table), view) !== NO;
    return {
      ...frame,
      ...reasons,
      status,
      statutoryLevel: statutory,
      floor,
      ceiling,
      articles: articlesFor(pack, statutory, project, reasons.items),
      missing: core.missing.map((missing) => this.#nameMissing(missing, project)),
      changes:
        status === 'decided'
          ? findChanges(
              engine,
              project,
              (views) => findContradictions(this.table, views).length === 0,
            )
          : [],
      presumed: read
        .filter((fact) => isPresumed(fact) && !project.stated.has(fact.key))
        .filter(({ askWhen }) => project.views.some((view) => !askWhen || mayHold(askWhen, view)))
        .map(({ key }) => key),
      assumed: read.filter((fact) => isCountedAsNone(fact, project)).map(({ key }) => key),
      ...this.#beyondTheLevel(engine, pack, project, statutory, reasons, options),
      ...(options.explain ? { trace } : {}),
    };
  }

  /** Relief, permit category and procedure: what follows once the level is known. */
  #beyondTheLevel(
    engine: Engine,
    pack: RulePack,
    project: Project,
    statutory: Level | null,
    { items, confirm }: Pick<Answer, 'items' | 'confirm'>,
    { on, jurisdiction }: ScreeningOptions,
  ): Pick<Answer, 'level' | 'place' | 'reliefs' | 'procedure' | 'permit' | 'demo'> {
    const { ruleSet, table } = this;
    const { place } = project;
    const at = { ruleSet, place, on, jurisdiction };
    const relieved = statutory ? applyReliefs(engine, project, statutory, at) : null;
    const level = relieved?.level ?? null;
    const reliefs = relieved?.findings ?? [];
    const permit = this.#permit(project, { on, jurisdiction });
    const asked = { ...at, table, pack, project, statutory, outcome: level };
    const procedure = describeProcedure({ ...asked, items, confirm, reliefs, permit });
    return { level, place, reliefs, permit, procedure, demo: reliefs.some(({ demo }) => demo) };
  }

  #permit(project: Project, options: ScreeningOptions): PermitAnswer | null {
    const pack = this.editionOf(PERMIT_CATALOGUE, options);
    if (!pack) return null;
    const name = (missing: MissingFact) => this.#nameMissing(missing, project);
    return answerPermit(this.engineOf(pack), pack, project, name);
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
}

/** Left out and counted as none: by the input's own word, or because hardly any project has it. */
function isCountedAsNone({ key, rare }: Fact, { assumed, stated }: Project): boolean {
  return assumed.has(key) || (rare === true && !stated.has(key));
}

function isPresumed(fact: Fact): boolean {
  return fact.type === 'boolean' && fact.presumed !== undefined;
}
