import type { FactTable } from '../fact-table.ts';
import { rankOf, type Level } from '../level.ts';
import type { RuleSet } from '../pack.ts';
import type { Project } from '../project.ts';
import { NO, YES } from '../state.ts';
import { judge, openFacts, verdictOfAll, verdictOver } from './conditions.ts';
import type { Citable, Outcome, Park, Place, Reason, Relief, ReliefFinding } from './model.ts';
import { entriesOf, isEntered, whyNotOn } from './registers.ts';

/** What a relief is checked against: the project as it stands, where and when. */
export interface Standing {
  readonly ruleSet: RuleSet;
  readonly table: FactTable;
  readonly project: Project;
  readonly place: Place;
  readonly on: string;
  readonly jurisdiction: string;
  /** The level reached so far, other reliefs in force counted. */
  readonly current: Outcome;
  /** The level without these facts, for a shared facility; what decides it while it is open. */
  readonly levelWithout: (facts: readonly string[]) => Level | Open;
}

/** Not decided yet: the facts that would settle it. */
export interface Open {
  readonly missing: readonly string[];
}

/** What a kind of relief finds of a project, before anybody asks whether it is adopted. */
export interface Check {
  readonly to: Outcome;
  readonly object: ReliefFinding['object'];
  readonly reasons: readonly Reason[];
  readonly missing: readonly string[];
  readonly leftOut?: readonly string[];
  readonly cites?: readonly Citable[];
  readonly demo: boolean;
}

const OUTSIDE: Reason = { code: 'area.outside', params: {} };
const LOWER = { REPORT: 'FORM', FORM: 'REGISTRATION' } as const;

/** Null: the relief has nothing to do with this project, and nothing need be said of it. */
export type Checker = (relief: Relief, standing: Standing) => Check | null;

/** What the shared facility in force does is left out of the project's own (measure 5). */
export const checkLeaveOut: Checker = (relief, standing) => {
  const { ruleSet, place, on, jurisdiction, project, table, current } = standing;
  const chosen = entriesOf(ruleSet, 'facilities', on, jurisdiction).filter(({ entry }) =>
    (place.facilities ?? []).includes(entry.id),
  );
  if (chosen.length === 0) return null;
  const reasons: Reason[] = [];
  const leftOut: string[] = [];
  for (const { entry } of chosen) {
    const { name } = entry;
    const why = whyNotOn('facility', name, entry, on);
    if (why) reasons.push(why);
    if (entry.state !== 'operating') {
      reasons.push({ code: `facility.${entry.state}`, params: { name } });
    }
    if (!entry.eiaApprovalNo) reasons.push({ code: 'facility.no_eia', params: { name } });
    if (place.park !== undefined && place.park !== entry.park) {
      reasons.push({ code: 'facility.other_park', params: { name } });
    }
    const done = entry.does.filter((key) => isStated(key, standing));
    if (done.length === 0) reasons.push({ code: 'facility.nothing', params: { name } });
    leftOut.push(...done);
  }
  const asked = verdictOver(relief.when, project, table);
  if (asked === NO) reasons.push({ code: 'facility.no_agreement', params: {} });
  const { entry, list } = chosen[0]!;
  const without = reasons.length === 0 ? standing.levelWithout(leftOut) : current;
  const open = typeof without === 'object' ? without.missing : [];
  const to = typeof without === 'string' && isLower(without, current) ? without : current;
  return {
    to,
    object: { kind: 'facility', id: entry.id, name: entry.name },
    reasons,
    missing:
      asked === NO
        ? []
        : asked === YES
          ? open
          : [...openFacts(relief.when, project, table), ...open],
    leftOut,
    demo: list.demo,
  };
};

function isStated(key: string, { project, table }: Standing): boolean {
  const slot = table.getSlot(key);
  return project.views.some((view) => view.flag(slot) !== NO);
}

function isLower(level: Outcome, than: Outcome): boolean {
  return level !== 'EXEMPT' && than !== 'EXEMPT' && rankOf(level) < rankOf(than);
}

/** A list that takes whole kinds of projects out of the EIA (the province's exclusion list). */
export const checkListed: Checker = (relief, standing) => {
  const { ruleSet, on, jurisdiction, project, table } = standing;
  if (!isEntered(ruleSet, 'exclusion-list', on, jurisdiction)) return null;
  const entries = entriesOf(ruleSet, 'exclusion-list', on, jurisdiction);
  const { met, open, missing } = judge(
    entries.map(({ entry }) => entry),
    project,
    table,
    verdictOfAll,
  );
  if (met.length === 0 && open.length === 0) return null;
  const { no, text } = (met[0] ?? open[0])!;
  // T4: the list of 2013 rests on the catalogue of 2008; sensitive sites go by their own clause.
  const barred = verdictOver(relief.when, project, table);
  return {
    to: 'EXEMPT',
    object: null,
    reasons: [
      { code: 'exclusion.entry', params: { no, text } },
      ...(barred === NO ? [{ code: 'exclusion.sensitive', params: {} }] : []),
    ],
    missing:
      met.length > 0 && barred !== 1 ? [] : [...missing, ...openFacts(relief.when, project, table)],
    demo: entries[0]?.list.demo ?? false,
  };
};

/** No formality by a condition of the project itself (no-new-land retrofit, measure 5). */
export const checkExempt: Checker = (relief, { project, table }) => {
  const verdict = verdictOver(relief.when, project, table);
  if (verdict === NO) return null;
  return {
    to: 'EXEMPT',
    object: null,
    reasons: [],
    missing: verdict === YES ? [] : openFacts(relief.when, project, table),
    demo: false,
  };
};

/** One level lower in a reform area, off its negative list and within its standards (measure 1). */
export const checkDowngrade: Checker = (relief, standing) => {
  const { ruleSet, place, on, jurisdiction, project, table, current } = standing;
  if (current !== 'REPORT' && current !== 'FORM') return null;
  if (!isEntered(ruleSet, 'reform-areas', on, jurisdiction)) return null;
  const park = findPark(standing)?.entry;
  const wanted = place.area ?? park?.area ?? null;
  const found = entriesOf(ruleSet, 'reform-areas', on, jurisdiction).find(
    ({ entry }) => entry.id === wanted,
  );
  if (!found) {
    if (relief.grade !== 'below_province') return null;
    const unsaid = place.park === undefined && place.area === undefined;
    return unsaid
      ? { to: LOWER[current], object: null, reasons: [], missing: ['place'], demo: false }
      : { to: current, object: null, reasons: [OUTSIDE], missing: [], demo: false };
  }
  const { entry, list } = found;
  if (entry.grade !== relief.grade) return null;
  const reasons: Reason[] = [];
  const why = whyNotOn('area', entry.name, entry, on);
  if (why) reasons.push(why);
  const banned = judge(entry.negativeList, project, table);
  for (const { no, text } of banned.met)
    reasons.push({ code: 'area.negative', params: { no, text } });
  const standards = judge(entry.standards, project, table, verdictOfAll);
  for (const { no, text } of standards.unmet) {
    reasons.push({ code: 'area.standard', params: { no, text } });
  }
  const declared = verdictOver(relief.when, project, table);
  if (declared === NO) reasons.push({ code: 'area.standards_not_declared', params: {} });
  const open = new Set([...banned.missing, ...standards.missing]);
  if (declared !== NO && declared !== YES) {
    for (const key of openFacts(relief.when, project, table)) open.add(key);
  }
  return {
    to: LOWER[current],
    object: { kind: 'area', id: entry.id, name: entry.name },
    reasons,
    missing: [...open],
    demo: list.demo,
  };
};

/** The park that the project says it is in, where a list holds it. */
export function findPark({ ruleSet, place, on, jurisdiction }: Standing) {
  return entriesOf(ruleSet, 'parks', on, jurisdiction).find(({ entry }) => entry.id === place.park);
}

/** Why a park-wide EIA cannot be relied on; empty when it can. */
export function faultsOfParkEia(park: Park, on: string): Reason[] {
  const { eia, name } = park;
  if (!eia) return [{ code: 'park.no_eia', params: { name } }];
  const why = whyNotOn('park_eia', eia.approvalNo, eia, on);
  const changed = eia.majorChangeOn !== null && eia.majorChangeOn <= on;
  return [
    ...(why ? [why] : []),
    ...(changed ? [{ code: 'park_eia.major_change', params: { day: eia.majorChangeOn } }] : []),
  ];
}
