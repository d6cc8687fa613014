import {
  can,
  COMPLETION_CLOCKS,
  COMPLETION_PAPERS,
  completionStepsFrom,
  type CompletionClock,
  type CompletionPaper,
  type CompletionView,
} from '@ludao/contracts';
import { recordModeOf, type RuleSet } from '@ludao/rules';
import type { Tx } from '../../../../platform/db.ts';
import { viewOf as fileViewOf, type Files } from '../../../../platform/files/index.ts';
import type { Session } from '../../../../platform/session.ts';
import { findClocksOf } from '../../../tasks/index.ts';
import { findParkName } from '../../store.ts';
import { subjectOf, type StoredCompletion } from '../model.ts';

/** Number of the permit in force of an enterprise or a park, where the platform knows one. */
export type PermitNumberOf = (
  tx: Tx,
  holder: { readonly parkId: string } | { readonly enterpriseId: string },
  on: string,
) => Promise<string | null>;

/** Who reads it, when, and what is needed to show it whole. */
export interface Viewing {
  readonly session: Session;
  readonly today: string;
  readonly law: () => RuleSet;
  readonly files: Files;
  readonly permitNumberOf: PermitNumberOf;
}

/** Whether the official platform is the record of acceptances in a county, and how it is called. */
export function recordOf(
  { districtCode }: Pick<StoredCompletion, 'districtCode'>,
  { law, today }: Pick<Viewing, 'law' | 'today'>,
): CompletionView['record'] {
  const { mode, system, address } = recordModeOf(law(), 'acceptance', today, districtCode);
  return { mode: mode === 'front' ? 'FRONT' : 'RECORD', system, address };
}

/** The acceptance as the reader may see it, with its clocks and what the reader may do now. */
export async function viewOf(
  tx: Tx,
  found: StoredCompletion,
  viewing: Viewing,
): Promise<CompletionView> {
  const { session, today, permitNumberOf } = viewing;
  const { ownerOrg: _, parkId, openedAt: __, changedAt: ___, details, ...shown } = found;
  const clocks = await clocksOf(tx, found.id);
  const due = clocks
    .filter(({ state, clock }) => state === 'RUNNING' && clock !== 'C13')
    .flatMap(({ dueOn }) => dueOn ?? [])
    .toSorted();
  const dueOn = due[0] ?? null;
  const { enterpriseId } = found;
  const holder = enterpriseId === null ? parkId && { parkId } : { enterpriseId };
  return {
    ...shown,
    park: parkId === null ? null : ((await findParkName(tx, parkId)) ?? null),
    dueOn,
    isOverdue: dueOn !== null && dueOn < today,
    isLate: clocks.some(({ inTime }) => inTime === false),
    completedWhere: details.completedWhere,
    commissioning: details.commissioning ?? null,
    permit: details.permit ?? null,
    permitInForce: holder ? await permitNumberOf(tx, holder, today) : null,
    report: details.report
      ? { ...details.report, papers: await papersOf(tx, details.report.papers, viewing) }
      : null,
    published: details.published ?? null,
    filed: details.filed ?? null,
    reason: details.reason ?? '',
    record: recordOf(found, viewing),
    clocks,
    steps: can(session, 'update', 'completion_acceptance', found)
      ? completionStepsFrom(found.state)
      : [],
  };
}

async function clocksOf(tx: Tx, id: string): Promise<CompletionView['clocks']> {
  const clocks = await findClocksOf(tx, subjectOf(id));
  return clocks
    .filter(({ terms }) => terms.clock in COMPLETION_CLOCKS)
    .map(({ id: clockId, terms, state, startedOn, dueOn, settledOn, inTime }) => ({
      id: clockId,
      clock: terms.clock as CompletionClock,
      state,
      startedOn,
      dueOn,
      settledOn,
      inTime,
      cite: terms.cite,
    }));
}

async function papersOf(
  tx: Tx,
  papers: Readonly<Record<CompletionPaper, string>>,
  { files }: Pick<Viewing, 'files'>,
): Promise<NonNullable<CompletionView['report']>['papers']> {
  const shown = [];
  for (const paper of Object.keys(COMPLETION_PAPERS) as CompletionPaper[]) {
    const file = await files.find(tx, papers[paper]);
    if (file) shown.push({ paper, file: fileViewOf(file) });
  }
  return shown;
}
