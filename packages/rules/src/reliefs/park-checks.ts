import { NO, YES } from '../state.ts';
import { judge, openFacts, verdictOfAll, verdictOver } from './conditions.ts';
import { faultsOfParkEia, findPark, type Checker, type Standing } from './check.ts';
import type { Citable, Park, Reason, BaselineDataset } from './model.ts';
import { findParameter, SAME_INDUSTRY_DIGITS } from './parameters.ts';
import { whyNoPilot } from './pilots.ts';
import { entriesOf } from './registers.ts';

/** A tenant of the park's one industry moves in under the park-wide EIA and permit (measure 2). */
export const checkDirectEntry: Checker = (relief, standing) => {
  const { on, project, table, current } = standing;
  const found = findPark(standing);
  if (!found || current === 'NOT_LISTED') return null;
  const { entry: park, list } = found;
  const object = { kind: 'park', id: park.id, name: park.name } as const;
  const faults = faultsOfParkEia(park, on);
  const { eia } = park;
  if (!eia) return null;
  const outside = whyNoPilot(standing.ruleSet, relief.measure, on, standing.jurisdiction);
  const reasons: Reason[] = [...(outside ? [outside] : []), ...faults];
  if (!eia.permitNo) reasons.push({ code: 'park.no_permit', params: { name: park.name } });
  // Where nobody has set it, only the very same class counts.
  const digits = eia.digits ?? findParameter(standing, SAME_INDUSTRY_DIGITS)?.entry.value ?? 4;
  const stranger = project.views.find(
    ({ key, kind }) =>
      kind === 'work' || !eia.industries.some((code) => sameIndustry(code, key, digits)),
  );
  if (stranger) {
    const params = { code: stranger.key, industries: eia.industries.join(' ') };
    reasons.push({ code: 'park.other_industry', params });
  }
  const envelope = judge(eia.envelope, project, table, verdictOfAll);
  for (const { no, text } of envelope.unmet) {
    reasons.push({ code: 'park.outside_envelope', params: { no, text } });
  }
  const declared = verdictOver(relief.when, project, table);
  const open = declared === YES || declared === NO ? [] : openFacts(relief.when, project, table);
  if (declared === NO) reasons.push({ code: 'park.not_declared', params: {} });
  return {
    to: 'EXEMPT',
    object,
    reasons,
    missing: [...new Set([...envelope.missing, ...open])],
    demo: list.demo,
  };
};

/** A coarser code than the park's is not yet the same industry. */
function sameIndustry(code: string, key: string, digits: number): boolean {
  return key.length >= digits && key.slice(0, digits) === code.slice(0, digits);
}

/** The park-wide EIA may be cited and its data shared; the level stays (measure 3). */
export const checkCite: Checker = (_relief, standing) => {
  const { on, current } = standing;
  const found = findPark(standing);
  if (!found || (current !== 'REPORT' && current !== 'FORM')) return null;
  const { entry: park, list } = found;
  if (!park.eia && park.datasets.length === 0) return null;
  const faults = faultsOfParkEia(park, on);
  const { reasons, open } = checkZone(standing, park);
  return {
    to: current,
    object: { kind: 'park', id: park.id, name: park.name },
    reasons: [...faults, ...reasons],
    missing: open,
    cites: citablesOf(park, faults, on),
    demo: list.demo,
  };
};

/** The access list of the zoning unit. Not entered is not checked, and never "conforms". */
function checkZone(standing: Standing, park: Park): { reasons: Reason[]; open: readonly string[] } {
  const { ruleSet, place, on, jurisdiction, project, table } = standing;
  const found = entriesOf(ruleSet, 'zoning', on, jurisdiction).find(
    ({ entry }) => entry.code === (place.zone ?? park.zone),
  );
  if (!found) return { reasons: [], open: ['zoning'] };
  const { met, missing } = judge(found.entry.access, project, table);
  return {
    reasons: met.map(({ no, text }) => ({ code: 'zone.barred', params: { no, text } })),
    open: missing,
  };
}

function citablesOf(park: Park, faults: readonly Reason[], on: string): Citable[] {
  const conclusions = (park.eia?.conclusions ?? []).map((title, at): Citable => ({
    id: `${park.id}-conclusion-${at + 1}`,
    kind: 'conclusions',
    title,
    validTo: park.eia?.to ?? null,
    refusal: faults[0] ?? null,
  }));
  const stopped = faults.find(({ code }) => code === 'park_eia.major_change') ?? null;
  const data = park.datasets.map((dataset): Citable => ({
    id: dataset.id,
    kind: dataset.kind,
    title: dataset.title,
    validTo: dataset.validTo,
    refusal: faultOfDataset(dataset, on) ?? stopped,
  }));
  return [...conclusions, ...data];
}

function faultOfDataset(dataset: BaselineDataset, on: string): Reason | null {
  const { title: name, validFrom, validTo, withdrawnOn } = dataset;
  if (withdrawnOn !== null && withdrawnOn <= on) {
    return { code: 'dataset.withdrawn', params: { name, day: withdrawnOn } };
  }
  if (on < validFrom) return { code: 'dataset.not_yet', params: { name, from: validFrom } };
  if (validTo < on) return { code: 'dataset.expired', params: { name, to: validTo } };
  return null;
}

/** Surveys and review meetings are held together; the level stays (measure 4). */
export const checkBatch: Checker = (relief, { project, table, current }) => {
  if (current === 'EXEMPT' || current === 'NOT_LISTED') return null;
  const verdict = verdictOver(relief.when, project, table);
  if (verdict !== YES) return null;
  return { to: current, object: null, reasons: [], missing: [], demo: false };
};
