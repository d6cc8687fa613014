import type { Engine } from '../evaluate.ts';
import { levelOf, type Level } from '../level.ts';
import type { RuleSet } from '../pack.ts';
import type { Project } from '../project.ts';
import { derive } from '../settle.ts';
import { NO } from '../state.ts';
import {
  checkDowngrade,
  checkExempt,
  checkLeaveOut,
  checkListed,
  type Check,
  type Checker,
  type Standing,
  type Open,
} from './check.ts';
import { checkBatch, checkCite, checkDirectEntry } from './park-checks.ts';
import {
  RELIEF_KINDS,
  type Outcome,
  type Place,
  type Relief,
  type ReliefFinding,
  type ReliefKind,
  type ReliefPack,
} from './model.ts';
import { findAdoption, inForce } from './registers.ts';

const CHECKERS: Record<ReliefKind, Checker> = {
  leave_out: checkLeaveOut,
  listed: checkListed,
  exempt: checkExempt,
  direct_entry: checkDirectEntry,
  downgrade: checkDowngrade,
  cite: checkCite,
  batch: checkBatch,
};

export interface Relieved {
  readonly level: Outcome;
  readonly findings: readonly ReliefFinding[];
}

/**
 * Goes through every relief of the day in the order of {@link RELIEF_KINDS}; each that is in force
 * works on what the earlier ones left. The statutory level itself is never touched: what comes out
 * is the level after relief, with the clause, the object and the adoption behind each step.
 */
export function applyReliefs(
  engine: Engine,
  project: Project,
  statutory: Level,
  at: {
    readonly ruleSet: RuleSet;
    readonly place: Place;
    readonly on: string;
    readonly jurisdiction: string;
  },
): Relieved {
  let current: Outcome = statutory;
  const findings: ReliefFinding[] = [];
  const { ruleSet, on, jurisdiction } = at;
  const packs = ruleSet.reliefs.filter((pack) => inForce(pack, on, jurisdiction));
  for (const kind of RELIEF_KINDS) {
    for (const pack of packs) {
      for (const relief of pack.reliefs.filter((entry) => entry.kind === kind)) {
        if (current === 'EXEMPT' || !relief.levels.includes(current)) continue;
        const standing: Standing = {
          ...at,
          table: engine.table,
          project,
          current,
          levelWithout: (facts) => levelWithout(engine, project, facts),
        };
        const check = CHECKERS[kind](relief, standing);
        if (!check) continue;
        const finding = conclude(relief, pack, check, standing);
        findings.push(finding);
        if (finding.state === 'applies' && finding.to) current = finding.to;
      }
    }
  }
  return { level: current, findings };
}

function conclude(
  relief: Relief,
  pack: ReliefPack,
  check: Check,
  { ruleSet, on, jurisdiction, current }: Standing,
): ReliefFinding {
  const adopted =
    pack.layer === 'DRAFT_MEASURE'
      ? findAdoption(ruleSet, {
          relief: relief.id,
          object: check.object?.id ?? null,
          needsArrangement: relief.grade === 'below_province',
          on,
          jurisdiction,
        })
      : null;
  const missingAdoption = adopted && 'reason' in adopted ? adopted.reason : null;
  const adoption = adopted && 'adoption' in adopted ? adopted : null;
  const blocked = check.reasons.filter(({ code }) => code !== 'exclusion.entry');
  const state =
    blocked.length > 0
      ? 'refused'
      : check.missing.length > 0
        ? 'open'
        : missingAdoption
          ? 'if_adopted'
          : 'applies';
  return {
    relief: relief.id,
    measure: relief.measure,
    kind: relief.kind,
    title: relief.title,
    quote: relief.quote,
    clause: relief.clause,
    pack: pack.id,
    source: pack.title,
    layer: pack.layer,
    confidence: pack.confidence,
    state,
    from: current,
    to: state === 'refused' ? current : check.to,
    object: check.object,
    adoption: adoption?.adoption ?? null,
    reasons: missingAdoption ? [...check.reasons, missingAdoption] : check.reasons,
    missing: check.missing,
    leftOut: check.leftOut ?? [],
    cites: check.cites ?? [],
    steps: relief.steps,
    tensions: relief.tensions,
    demo: check.demo || pack.demo || (adoption?.demo ?? false),
  };
}

/** The project's level with some facts taken out of it, or what decides it. */
function levelWithout(engine: Engine, project: Project, facts: readonly string[]): Level | Open {
  const views = project.views.map((view) => {
    const copy = view.copy();
    for (const key of facts) copy.setFlag(engine.table.getSlot(key), NO);
    derive(engine.table, copy);
    return copy;
  });
  const { floor, ceiling, missing } = engine.evaluate({ ...project, views });
  if (floor === ceiling) return levelOf(floor);
  return { missing: [...new Set(missing.map(({ slot }) => engine.table.facts[slot]!.key))] };
}
