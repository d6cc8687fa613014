import {
  COMPLETION_BAR_NAMES,
  completionStepsFrom,
  type CompletionReport,
  type CompletionState,
  type CompletionStep,
  type CompletionStepName,
} from '@ludao/contracts';
import { refuse, type Refusal } from '../../../platform/refusal.ts';
import type {
  ClockAct,
  ClockNow,
  CompletionDetails,
  PermitStated,
  StoredCompletion,
} from './model.ts';

type StepOf<Name extends CompletionStepName> = Extract<CompletionStep, { step: Name }>;

/** What a step comes to: the state after it, what is kept, and what happens to the clocks. */
export interface Decided {
  readonly state: CompletionState;
  readonly details: Partial<CompletionDetails>;
  readonly clocks: readonly ClockAct[];
}

/** What the steps need to know besides the acceptance itself. */
export interface Standing {
  readonly today: string;
  /** Clocks that run. */
  readonly running: readonly ClockNow[];
  /** Last day of the shortest publicity, if it begins on the day of the step. */
  readonly shortestUntil: string;
  /** Whether the official platform is the record, so that its number is asked. */
  readonly isFront: boolean;
}

/**
 * One step of the proponent by 建设项目竣工环境保护验收暂行办法 (国环规环评〔2017〕4号).
 * @returns what it comes to, or the first thing that stands against it
 */
export function decideStep(
  completion: StoredCompletion,
  step: CompletionStep,
  standing: Standing,
): Decided | Refusal {
  if (!completionStepsFrom(completion.state).includes(step.step)) {
    const { state } = completion;
    return refuse('COMPLETION_STEP_NOT_NOW', { value: step.step, state });
  }
  switch (step.step) {
    case 'publishCommissioning':
      return decideCommissioning(completion, step, standing);
    case 'report':
      return decideReport(completion, step, standing);
    case 'publish':
      return decidePublication(completion, step, standing);
    case 'file':
      return decideFiling(completion, step, standing);
    case 'reopen':
      return decideReopening(completion, step, standing);
    case 'abandon':
      return {
        state: 'ABANDONED',
        details: { reason: step.reason },
        clocks: standing.running.map((clock) => ({ act: 'cancel', clock })),
      };
  }
}

/** The completion day: not in the future, and not before the approval. */
export function openingFault(
  { completedOn, approvedOn }: Pick<StoredCompletion, 'completedOn' | 'approvedOn'>,
  today: string,
): Refusal | null {
  return dayFault('completedOn', completedOn, approvedOn, today);
}

/** The clock that begins with the completion day (C15). */
export function openingClocks({ completedOn }: Pick<StoredCompletion, 'completedOn'>): ClockAct[] {
  return [{ act: 'start', clock: 'C15', length: 'NORMAL', from: completedOn }];
}

function decideCommissioning(
  completion: StoredCompletion,
  { from, to, where, permit }: StepOf<'publishCommissioning'>,
  standing: Standing,
): Decided | Refusal {
  const { completedOn } = completion;
  if (from < completedOn || to < from) {
    const params = { field: 'from', value: from, from: completedOn, limit: to };
    return refuse('DAY_OUTSIDE', params, 422);
  }
  // Commissioning discharges: art. 14 asks for the permit before it.
  const fault = permitFault(permit);
  if (fault) return fault;
  return {
    state: 'COMMISSIONING',
    details: { commissioning: { from, to, where }, permit },
    clocks: extended(completion, standing),
  };
}

function decideReport(
  completion: StoredCompletion,
  { on, papers, bars, permit, conclusion }: CompletionReport,
  standing: Standing,
): Decided | Refusal {
  const { completedOn } = completion;
  const fault =
    dayFault('on', on, completedOn, standing.today) ?? reportFault({ bars, conclusion });
  if (fault) return fault;
  if (conclusion === 'QUALIFIED') {
    const missing = permitFault(permit);
    if (missing) return missing;
  }
  const report = { on, papers, bars, conclusion };
  return conclusion === 'QUALIFIED'
    ? {
        state: 'QUALIFIED',
        details: { report, permit },
        clocks: [{ act: 'start', clock: 'C12', from: on }],
      }
    : {
        state: 'RECTIFYING',
        details: { report, permit },
        clocks: extended(completion, standing),
      };
}

/** Art. 8: each of the nine is answered; any that applies is described and bars "qualified". */
function reportFault({
  bars,
  conclusion,
}: Pick<CompletionReport, 'bars' | 'conclusion'>): Refusal | null {
  const open = COMPLETION_BAR_NAMES.filter((name) => bars[name].applies === null);
  if (open.length > 0) return refuse('COMPLETION_BARS_OPEN', { count: open.length }, 422);
  const applying = COMPLETION_BAR_NAMES.filter((name) => bars[name].applies === true);
  const [bare] = applying.filter((name) => bars[name].words === '');
  if (bare !== undefined) {
    return refuse('COMPLETION_BAR_WITHOUT_WORDS', { field: `bars.${bare}`, value: bare }, 422);
  }
  const [first] = applying;
  if (first === undefined || conclusion === 'NOT_QUALIFIED') return null;
  return refuse('COMPLETION_BARRED', { count: applying.length, value: first }, 422);
}

/** Art. 14: a project that needs a permit has it before anything is discharged. */
function permitFault({ needed, number }: PermitStated): Refusal | null {
  return needed && (number === null || number === '')
    ? refuse('COMPLETION_PERMIT_MISSING', { field: 'permit' }, 422)
    : null;
}

function decidePublication(
  { details }: StoredCompletion,
  { on, until: wanted, where }: StepOf<'publish'>,
  { today, shortestUntil, running }: Standing,
): Decided | Refusal {
  const fault = dayFault('on', on, details.report?.on ?? on, today);
  if (fault) return fault;
  if (on < today && where === '')
    return refuse('COMPLETION_WHERE_MISSING', { field: 'where' }, 422);
  const until = wanted ?? shortestUntil;
  if (until < shortestUntil) {
    const params = { field: 'until', value: until, limit: shortestUntil };
    return refuse('COMPLETION_PUBLICITY_SHORT', params, 422);
  }
  return {
    state: 'PUBLISHED',
    details: { published: { on, until, where } },
    clocks: [
      ...met(running, ['C12', 'C15'], on),
      { act: 'start', clock: 'C13', from: on },
      // The publicity ends on a day that is known from its first: the filing's days are as well.
      { act: 'start', clock: 'C14', from: until },
    ],
  };
}

function decideFiling(
  { details }: StoredCompletion,
  { on, number, comments }: StepOf<'file'>,
  { today, running, isFront }: Standing,
): Decided | Refusal {
  const until = details.published?.until ?? '';
  if (on <= until) return refuse('COMPLETION_STILL_PUBLIC', { value: on, limit: until });
  const fault = dayFault('on', on, until, today);
  if (fault) return fault;
  if (isFront && number === null) {
    return refuse('COMPLETION_NUMBER_MISSING', { field: 'number' }, 422);
  }
  return {
    state: 'FILED',
    details: { filed: { on, number, comments } },
    clocks: met(running, ['C13', 'C14'], on),
  };
}

function decideReopening(
  completion: StoredCompletion,
  { reason }: StepOf<'reopen'>,
  standing: Standing,
): Decided {
  const gone = standing.running.filter(({ clock }) => clock !== 'C15');
  const cancelled = gone.map((clock) => ({ act: 'cancel', clock }) as const);
  const { completedOn, state } = completion;
  return {
    state: 'RECTIFYING',
    details: { reason },
    clocks: [
      ...cancelled,
      // What was met by a publication that is taken back runs again, as long as it may be at most.
      ...(state === 'PUBLISHED'
        ? [
            {
              act: 'start',
              clock: 'C15',
              length: 'COMMISSIONING',
              from: completedOn,
            } as const,
          ]
        : extended(completion, standing)),
    ],
  };
}

/**
 * Art. 12: commissioning or rectification makes three months into twelve at most. Three months that
 * are over already stay missed.
 */
function extended(
  { completedOn }: StoredCompletion,
  { running, today }: Pick<Standing, 'running' | 'today'>,
): ClockAct[] {
  const normal = running.find(({ clock, length }) => clock === 'C15' && length === 'NORMAL');
  if (!normal || (normal.dueOn !== null && today > normal.dueOn)) return [];
  return [
    { act: 'cancel', clock: normal },
    { act: 'start', clock: 'C15', length: 'COMMISSIONING', from: completedOn },
  ];
}

function met(running: readonly ClockNow[], clocks: readonly string[], on: string): ClockAct[] {
  return running
    .filter(({ clock }) => clocks.includes(clock))
    .map((clock) => ({ act: 'meet', clock, on }));
}

function dayFault(field: string, value: string, from: string, limit: string): Refusal | null {
  return value < from || value > limit
    ? refuse('DAY_OUTSIDE', { field, value, from, limit }, 422)
    : null;
}
