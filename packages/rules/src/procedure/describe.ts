import type { AnswerItem, ConfirmationNote } from '../answer.ts';
import { rankOf, type Level } from '../level.ts';
import type { PermitAnswer } from '../permit.ts';
import type { RulePack, RuleSet } from '../pack.ts';
import type { Project } from '../project.ts';
import type { Outcome, Place, Reason, ReliefFinding } from '../reliefs/model.ts';
import { periodIn } from '../reliefs/parameters.ts';
import { entriesOf, holdsOn, inForce, isEntered, reaches } from '../reliefs/registers.ts';
import { NO, UNKNOWN, YES, type Verdict } from '../state.ts';
import type { FactTable } from '../fact-table.ts';
import { verdictOver } from '../reliefs/conditions.ts';
import { NEW_SITE } from './new-site.ts';
import type { Procedure, Step, StepCode, StepState } from './model.ts';

/** What the procedure is described from: the answer so far, and what it was asked about. */
export interface Asked {
  readonly ruleSet: RuleSet;
  readonly table: FactTable;
  readonly pack: RulePack;
  readonly project: Project;
  readonly place: Place;
  readonly on: string;
  readonly jurisdiction: string;
  readonly statutory: Level | null;
  readonly outcome: Outcome | null;
  readonly items: readonly AnswerItem[];
  readonly confirm: readonly ConfirmationNote[];
  readonly reliefs: readonly ReliefFinding[];
  readonly permit: PermitAnswer | null;
}

interface Finding {
  readonly state: StepState;
  readonly detail: Reason | null;
}

/** The procedure that follows from an answer: every step, who decides, how long, what to bring. */
export function describeProcedure(asked: Asked): Procedure {
  const { ruleSet, on, jurisdiction, outcome } = asked;
  const procedure = ruleSet.procedures.find((pack) => inForce(pack, on, jurisdiction));
  const level = outcome === 'EXEMPT' ? null : outcome;
  const offices = entriesOf(ruleSet, 'approval-offices', on, jurisdiction)
    .map(({ entry }) => entry)
    .filter(
      (entry) =>
        level !== null &&
        entry.classes.includes(level) &&
        reaches(entry.jurisdiction, jurisdiction) &&
        holdsOn(entry, on),
    );
  const filing = filingOf(asked);
  const waived = filing === 'waived';
  return {
    steps: (procedure?.steps ?? []).map((text): Step => ({ ...text, ...look(text.code, asked) })),
    offices,
    periods:
      level === null || waived
        ? []
        : (procedure?.periods ?? [])
            .filter(({ levels }) => levels.includes(level))
            .map((period) => periodIn(asked, period, level)),
    documents: level === null || waived ? [] : [...(procedure?.documents[level] ?? [])],
    filing,
    outcome,
  };
}

/** Measure 4 and 环环评〔2020〕49号: under permit registration no registration form is filed. */
function filingOf({ outcome, permit }: Asked): Procedure['filing'] {
  if (outcome !== 'REGISTRATION') return 'none';
  if (!permit || rankOf(permit.floor) > rankOf('REGISTRATION')) return 'due';
  if (permit.level === null) return 'conditional';
  return permit.level === 'REGISTRATION' ? 'waived' : 'due';
}

const LOOKS: Record<StepCode, (asked: Asked) => Finding> = {
  listed: ({ statutory }) =>
    statutory === null
      ? { state: 'open', detail: null }
      : effect(statutory === 'NOT_LISTED', { code: 'step.not_listed', params: {} }),
  exclusion_list: ({ ruleSet, on, jurisdiction, reliefs }) => {
    if (!isEntered(ruleSet, 'exclusion-list', on, jurisdiction)) return NOT_ENTERED;
    return ofRelief(reliefs.find(({ kind }) => kind === 'listed'));
  },
  permit_registration: (asked) => {
    const filing = filingOf(asked);
    if (filing === 'none') return NO_EFFECT;
    if (filing === 'conditional') {
      return { state: 'open', detail: { code: 'step.permit_conditional', params: {} } };
    }
    return effect(filing === 'waived', { code: 'step.filing_waived', params: {} });
  },
  highest_item: ({ items, statutory }) => {
    const reached = items.filter(({ floor }) => floor !== 'NOT_LISTED');
    return effect(statutory !== null && reached.length > 1, {
      code: 'step.items',
      params: { items: [...new Set(reached.map(({ item }) => String(item)))].join(' ') },
    });
  },
  main_works: ({ project, table, pack }) => {
    const verdict = verdictOver(pack.mainWorksGate, project, table);
    return ofVerdict(
      verdict === NO ? YES : verdict === YES ? NO : UNKNOWN,
      'step.outside_main_works',
    );
  },
  industrial_building: ({ project, table, pack }) => {
    const starred = (item: RulePack['items'][number]) =>
      item.codes.some(
        ({ code, star }) => star && project.views.some(({ key }) => key.startsWith(code)),
      );
    if (!pack.items.some(starred)) return NO_EFFECT;
    const verdict = verdictOver(pack.starGate, project, table);
    return ofVerdict(verdict === NO ? YES : verdict === YES ? NO : UNKNOWN, 'step.not_industrial');
  },
  added_scale: ({ project, table }) =>
    effect(verdictOver(NEW_SITE, project, table) === NO, { code: 'step.only_added', params: {} }),
  plating: ({ items }) =>
    effect(
      items.some(({ citation, decides }) => decides && (citation?.notes.length ?? 0) > 0),
      { code: 'step.notes', params: {} },
    ),
  relief: ({ reliefs, ruleSet, on, jurisdiction }) => {
    const counted = reliefs.filter(({ state, from, to }) => state === 'applies' && from !== to);
    if (counted.length > 0) {
      const measures = counted.map(({ measure }) => String(measure)).join(' ');
      return { state: 'shapes', detail: { code: 'step.relieved', params: { measures } } };
    }
    const lists = ['reform-areas', 'parks', 'adoptions'] as const;
    if (!lists.some((topic) => isEntered(ruleSet, topic, on, jurisdiction))) return NOT_ENTERED;
    return reliefs.some(({ state }) => state === 'open') ? OPEN : NO_EFFECT;
  },
  zoning: ({ ruleSet, place, on, jurisdiction }) => {
    if (!isEntered(ruleSet, 'zoning', on, jurisdiction)) return NOT_ENTERED;
    const park = entriesOf(ruleSet, 'parks', on, jurisdiction).find(
      ({ entry }) => entry.id === place.park,
    );
    const code = place.zone ?? park?.entry.zone;
    const zone = entriesOf(ruleSet, 'zoning', on, jurisdiction).find(
      ({ entry }) => entry.code === code,
    );
    if (!zone) return { state: 'not_checked', detail: null };
    return {
      state: 'no_effect',
      detail: { code: 'step.zone', params: { name: zone.entry.name, code: zone.entry.code } },
    };
  },
  office: ({ outcome }) =>
    outcome === null ? OPEN : effect(outcome !== 'EXEMPT' && outcome !== 'NOT_LISTED', null),
};

const NO_EFFECT: Finding = { state: 'no_effect', detail: null };
const NOT_ENTERED: Finding = { state: 'not_entered', detail: null };
const OPEN: Finding = { state: 'open', detail: null };

function look(code: StepCode, asked: Asked): Finding {
  return LOOKS[code](asked);
}

function effect(holds: boolean, detail: Reason | null): Finding {
  return holds ? { state: 'shapes', detail } : NO_EFFECT;
}

function ofVerdict(verdict: Verdict, code: string): Finding {
  if (verdict === UNKNOWN) return OPEN;
  return effect(verdict === YES, { code, params: {} });
}

function ofRelief(finding: ReliefFinding | undefined): Finding {
  if (!finding) return NO_EFFECT;
  const detail = finding.reasons[0] ?? null;
  if (finding.state === 'applies') return { state: 'shapes', detail };
  return { state: finding.state === 'open' ? 'open' : 'no_effect', detail };
}
