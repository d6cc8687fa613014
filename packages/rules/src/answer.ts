import type { Engine, Evaluation } from './evaluate.ts';
import { factsOf } from './expression.ts';
import { levelOf, rankOf, type AnyLevel } from './level.ts';
import type { Item, RulePack } from './pack.ts';
import type { ProgramClause, ProgramConfirmation, ProgramItem } from './program.ts';
import type { Project } from './project.ts';
import { NO, UNKNOWN, verdictOf, YES, type Verdict } from './state.ts';
import { describeFact, type FactValue } from './fact-value.ts';
import type { Text } from './vocabulary.ts';

export type Status = 'decided' | 'provisional' | 'beyond_edition' | 'no_project';

export interface Missing {
  /** Key of the fact, or `industry` where the industry itself is too coarse. */
  readonly fact: string;
  readonly activity: string | null;
}

export interface Citation {
  readonly pack: string;
  readonly item: number;
  readonly name: string;
  readonly section: string;
  readonly page: number;
  readonly level: AnyLevel;
  /** The whole cell, verbatim; and the part of it that decided. */
  readonly text: string;
  readonly quote: string;
  readonly part: number;
  /** Notes of the pack that the clause rests on, verbatim. */
  readonly notes: readonly string[];
  readonly reading: 'text' | 'officer';
}

export interface AnswerItem {
  readonly item: number;
  readonly name: string;
  readonly section: string;
  readonly activity: string | null;
  /** `code`: named by the industry code, `work`: picked, `fact`: joined by a fact. */
  readonly via: ProgramItem['via'];
  /** False where the catalogue prints no such code and the attachment is ours. */
  readonly printed: boolean;
  readonly floor: AnyLevel;
  readonly ceiling: AnyLevel;
  readonly decides: boolean;
  readonly citation: Citation | null;
  readonly sensitiveArea: string | null;
}

export interface ConfirmationNote {
  readonly code: string;
  readonly item: number;
  /** `open`: the facts for it are not known, so it may come up. */
  readonly state: 'applies' | 'open';
  /** The project's level on the other reading, where that is lower. */
  readonly lowerReading: AnyLevel | null;
  readonly text: Text;
}

export interface TraceStep {
  readonly item: number;
  readonly activity: string | null;
  readonly level: AnyLevel;
  readonly part: number;
  readonly verdict: 'yes' | 'no' | 'unknown';
  readonly text: string;
  readonly facts: readonly FactValue[];
}

export interface Reasons {
  readonly items: readonly AnswerItem[];
  readonly confirm: readonly ConfirmationNote[];
  readonly factsUsed: readonly FactValue[];
  readonly unencoded: readonly { readonly item: number; readonly name: string }[];
  readonly beyond: readonly string[];
  readonly trace: readonly TraceStep[];
}

interface Finding {
  readonly entry: ProgramItem;
  readonly activity: number;
  readonly verdicts: readonly { readonly clause: ProgramClause; readonly verdict: Verdict }[];
  readonly floor: number;
  readonly ceiling: number;
  readonly decider: ProgramClause | null;
}

/** Goes through every item once more, in order and without short cuts, to say why. */
export function giveReasons(engine: Engine, project: Project, core: Evaluation): Reasons {
  const findings = survey(engine, project);
  const deciding = decidingFindings(findings, core.floor);
  const unencoded = new Map<number, Item>();
  const beyond: string[] = [];
  for (const view of project.views) {
    const program = engine.programOf(view);
    for (const item of program.unencoded) unencoded.set(item.no, item);
    if (!program.covered) beyond.push(view.key);
  }
  return {
    items: findings
      .filter((finding) => finding.ceiling > 0 || finding.entry.via !== 'fact')
      .map((finding) => itemOf(finding, project, deciding.includes(finding))),
    confirm: confirmationsOf(project, findings, deciding, core),
    factsUsed: factsUsedBy(engine, project, deciding),
    unencoded: [...unencoded.values()].map(({ no, name }) => ({ item: no, name })),
    beyond,
    trace: findings.flatMap((finding) => stepsOf(engine, project, finding)),
  };
}

function survey(engine: Engine, project: Project): Finding[] {
  const findings = engine.itemsOf(project).map(({ entry, activity }) =>
    conclude(
      entry,
      activity,
      entry.clauses.map((clause) => ({
        clause,
        verdict: engine.testClause(clause, activity, project),
      })),
    ),
  );
  return findings.filter((finding) => !repeatsAnother(finding, findings));
}

/** A boiler-house project falls under item 91 by its code; that its boiler says so too adds nothing. */
function repeatsAnother(finding: Finding, findings: readonly Finding[]): boolean {
  if (finding.entry.via !== 'fact') return false;
  return findings.some(
    (other) =>
      other.entry.via !== 'fact' &&
      other.entry.item.no === finding.entry.item.no &&
      other.floor >= finding.floor &&
      other.ceiling >= finding.ceiling,
  );
}

function conclude(entry: ProgramItem, activity: number, verdicts: Finding['verdicts']): Finding {
  const decider = verdicts.find(({ verdict }) => verdict === YES)?.clause ?? null;
  const floor = decider?.rank ?? 0;
  const ceiling = verdicts.reduce(
    (top, { clause, verdict }) => (verdict === NO ? top : Math.max(top, clause.rank)),
    0,
  );
  return { entry, activity, verdicts, floor, ceiling, decider };
}

/** An item that only repeats what a candidate names by itself is not said twice (67 by plating). */
function decidingFindings(findings: readonly Finding[], floor: number): Finding[] {
  if (floor === 0) return [];
  const at = findings.filter((finding) => finding.floor === floor);
  return at.filter((finding) => {
    const { unlessNamed } = finding.entry.item;
    if (finding.entry.via !== 'fact') return true;
    const others = at.filter((other) => other !== finding);
    return !unlessNamed || !others.some((other) => other.entry.item.uses.includes(unlessNamed));
  });
}

function itemOf(finding: Finding, project: Project, decides: boolean): AnswerItem {
  const { item, via, pack } = finding.entry;
  const key = finding.activity < 0 ? null : project.views[finding.activity]!.key;
  const code = item.codes.find((entry) => key?.startsWith(entry.code));
  return {
    item: item.no,
    name: item.name,
    section: item.section,
    activity: key,
    via,
    printed: via === 'code' ? (code?.printed ?? true) : false,
    floor: levelOf(finding.floor, pack.levels),
    ceiling: levelOf(finding.ceiling, pack.levels),
    decides,
    citation: finding.decider ? citationOf(pack, item, finding.decider) : null,
    sensitiveArea: item.sensitiveArea,
  };
}

export function citationOf(pack: RulePack, item: Item, { clause }: ProgramClause): Citation {
  const text = item.cells[clause.level] ?? '';
  return {
    pack: pack.id,
    item: item.no,
    name: item.name,
    section: item.section,
    page: item.page,
    level: clause.level,
    text,
    quote: clause.quote || text,
    part: clause.part,
    notes: clause.notes.map((number) => pack.notes[number - 1]!),
    reading: clause.reading,
  };
}

function confirmationsOf(
  project: Project,
  findings: readonly Finding[],
  deciding: readonly Finding[],
  core: Evaluation,
): ConfirmationNote[] {
  const notes = new Map<string, ConfirmationNote>();
  for (const finding of findings) {
    const view = project.views[Math.max(finding.activity, 0)]!;
    for (const entry of finding.entry.confirmations) {
      if (!concerns(entry, finding, deciding, core)) continue;
      const verdict = verdictOf(entry.test, view);
      if (verdict === NO || (verdict === UNKNOWN && !entry.confirmation.lower)) continue;
      const { code, lower, text } = entry.confirmation;
      const id = `${code} ${finding.entry.item.no}`;
      if (notes.has(id) && verdict !== YES) continue;
      const other = lower === undefined ? null : levelWithout(finding, findings, rankOf(lower));
      notes.set(id, {
        code,
        item: finding.entry.item.no,
        state: verdict === YES ? 'applies' : 'open',
        lowerReading:
          other !== null && other < core.floor ? levelOf(other, finding.entry.pack.levels) : null,
        text,
      });
    }
  }
  return [...notes.values()];
}

function concerns(
  entry: ProgramConfirmation,
  finding: Finding,
  deciding: readonly Finding[],
  core: Evaluation,
): boolean {
  const { at } = entry.confirmation;
  if (at === undefined) return finding.entry.via !== 'fact' || deciding.includes(finding);
  if (at === 'NOT_LISTED') {
    return core.ceiling === 0 && finding.entry.via !== 'fact';
  }
  return rankOf(at) === core.floor && deciding.includes(finding);
}

function levelWithout(finding: Finding, findings: readonly Finding[], lower: number): number {
  return findings.reduce(
    (top, other) => (other === finding ? top : Math.max(top, other.floor)),
    lower,
  );
}

function factsUsedBy(engine: Engine, project: Project, deciding: readonly Finding[]): FactValue[] {
  const used = new Map<string, FactValue>();
  for (const finding of deciding) {
    const gate = factsOf(finding.entry.pack.mainWorksGate);
    for (const value of knownFacts(engine, project, finding, finding.decider!)) {
      if (gate.has(value.fact)) continue;
      used.set(`${value.activity ?? ''} ${value.fact}`, value);
    }
  }
  return [...used.values()];
}

function knownFacts(
  engine: Engine,
  project: Project,
  finding: Finding,
  clause: ProgramClause,
): FactValue[] {
  const view = project.views[Math.max(finding.activity, 0)]!;
  return [...factsOf(clause.when)]
    .map((key) => describeFact(engine.table, key, view, project.views.length > 1))
    .filter((value) => value.value !== null);
}

function stepsOf(engine: Engine, project: Project, finding: Finding): TraceStep[] {
  const { item, pack } = finding.entry;
  return finding.verdicts.map(({ clause, verdict }) => ({
    item: item.no,
    activity: finding.activity < 0 ? null : project.views[finding.activity]!.key,
    level: clause.clause.level,
    part: clause.clause.part,
    verdict: verdict === YES ? 'yes' : verdict === UNKNOWN ? 'unknown' : 'no',
    text: citationOf(pack, item, clause).quote,
    facts: knownFacts(engine, project, finding, clause),
  }));
}
