import { describe, expect, it } from 'vitest';
import {
  COMPLETION_BAR_NAMES,
  COMPLETION_STATES,
  COMPLETION_STEPS,
  completionStepsFrom,
  type CompletionState,
  type CompletionStep,
  type CompletionStepName,
} from '@ludao/contracts';
import { isRefusal } from '../../../platform/refusal.ts';
import { decideStep, openingClocks, openingFault, type Decided } from './decide.ts';
import { aCompletion, aStanding, aStep, detailsIn, someBars } from './testing.ts';

const STATES = Object.keys(COMPLETION_STATES) as CompletionState[];
const STEPS = Object.keys(COMPLETION_STEPS) as CompletionStepName[];
const refusalOf = (answer: object) => (isRefusal(answer) ? answer.refused : null);

function decided(completion: ReturnType<typeof aCompletion>, step: CompletionStep, over = {}) {
  const answer = decideStep(completion, step, aStanding(over));
  if (isRefusal(answer)) throw new Error(answer.refused);
  return answer;
}
const actsOf = ({ clocks }: Decided) =>
  clocks.map((one) =>
    one.act === 'start'
      ? `start ${one.clock}${one.length ? ` ${one.length}` : ''} ${one.from}`
      : `${one.act} ${one.clock.clock}`,
  );

describe('the steps of a completion acceptance', () => {
  it('are possible exactly where the table says, and lead where it says', () => {
    for (const state of STATES) {
      for (const step of STEPS) {
        const completion = aCompletion({ state, details: detailsIn(state) });
        const answer = decideStep(completion, aStep(step), aStanding());
        const row = COMPLETION_STEPS[step];
        const isHere = (row.from as readonly CompletionState[]).includes(state);
        expect(completionStepsFrom(state).includes(step)).toBe(isHere);
        if (!isHere)
          expect(refusalOf(answer), `${step} from ${state}`).toBe('COMPLETION_STEP_NOT_NOW');
        else expect(row.to, `${step} from ${state}`).toContain((answer as Decided).state);
      }
    }
  });

  it('reach every state, and end in those that nothing leads out of', () => {
    const reached = new Set<CompletionState>(['COMPLETED']);
    for (let before = -1; before !== reached.size;) {
      before = reached.size;
      for (const state of reached) {
        for (const step of completionStepsFrom(state)) {
          for (const after of COMPLETION_STEPS[step].to) reached.add(after);
        }
      }
    }
    expect([...reached].sort()).toEqual([...STATES].sort());
    expect(STATES.filter((state) => completionStepsFrom(state).length === 0)).toEqual([
      'FILED',
      'ABANDONED',
    ]);
  });
});

describe('a completion acceptance', () => {
  const report = aStep('report') as Extract<CompletionStep, { step: 'report' }>;

  it('begins with the completion day, which is neither before the approval nor to come', () => {
    const days = { approvedOn: '2025-03-18' };
    const fault = (completedOn: string) => openingFault({ ...days, completedOn }, '2026-11-25');
    expect([fault('2025-03-18'), fault('2026-11-25')]).toEqual([null, null]);
    expect(fault('2025-03-17')?.refused).toBe('DAY_OUTSIDE');
    expect(fault('2026-11-26')?.refused).toBe('DAY_OUTSIDE');
    expect(openingClocks({ completedOn: '2026-09-01' })).toEqual([
      { act: 'start', clock: 'C15', length: 'NORMAL', from: '2026-09-01' },
    ]);
  });

  it.each(COMPLETION_BAR_NAMES)('is not qualified where bar %s applies', (name) => {
    const bars = someBars({ [name]: { applies: true, words: '说明' } });
    const wrong = decideStep(aCompletion(), { ...report, bars }, aStanding());
    expect(refusalOf(wrong)).toBe('COMPLETION_BARRED');
    const not = decided(aCompletion(), { ...report, bars, conclusion: 'NOT_QUALIFIED' });
    expect(not.state).toBe('RECTIFYING');
    const bare = someBars({ [name]: { applies: true, words: '' } });
    const unsaid = decideStep(
      aCompletion(),
      { ...report, bars: bare, conclusion: 'NOT_QUALIFIED' },
      aStanding(),
    );
    expect(refusalOf(unsaid)).toBe('COMPLETION_BAR_WITHOUT_WORDS');
    const open = someBars({ [name]: { applies: null, words: '' } });
    expect(refusalOf(decideStep(aCompletion(), { ...report, bars: open }, aStanding()))).toBe(
      'COMPLETION_BARS_OPEN',
    );
  });

  it('has its permit before it discharges', () => {
    const without = { permit: { needed: true, number: null } };
    const commissioning = { ...aStep('publishCommissioning'), ...without } as CompletionStep;
    for (const step of [commissioning, { ...report, ...without }]) {
      expect(refusalOf(decideStep(aCompletion(), step, aStanding()))).toBe(
        'COMPLETION_PERMIT_MISSING',
      );
    }
    const unneeded = { ...report, permit: { needed: false, number: null } };
    expect(decided(aCompletion(), unneeded).state).toBe('QUALIFIED');
  });

  it('has twelve months instead of three where it commissions or rectifies, unless three are over', () => {
    const longer = ['cancel C15', 'start C15 COMMISSIONING 2026-09-01'];
    expect(actsOf(decided(aCompletion(), aStep('publishCommissioning')))).toEqual(longer);
    const failed = { ...report, conclusion: 'NOT_QUALIFIED' } as const;
    expect(actsOf(decided(aCompletion(), failed))).toEqual(longer);
    const lastDay = { today: '2026-12-01' };
    expect(actsOf(decided(aCompletion(), failed, lastDay))).toEqual(longer);
    expect(actsOf(decided(aCompletion(), failed, { today: '2026-12-02' }))).toEqual([]);
  });

  it('is public for twenty working days at least, and longer where the proponent says so', () => {
    const running = [
      { id: '1', clock: 'C12', length: null, dueOn: '2026-12-02' },
      { id: '2', clock: 'C15', length: 'NORMAL', dueOn: '2026-12-01' },
    ];
    const qualified = aCompletion({ state: 'QUALIFIED', details: detailsIn('QUALIFIED') });
    const publish = (until: string | null) => ({ ...aStep('publish'), until }) as CompletionStep;
    expect(actsOf(decided(qualified, publish(null), { running }))).toEqual([
      'meet C12',
      'meet C15',
      'start C13 2026-11-25',
      'start C14 2026-12-23',
    ]);
    const short = decideStep(qualified, publish('2026-12-22'), aStanding({ running }));
    expect(short).toMatchObject({
      refused: 'COMPLETION_PUBLICITY_SHORT',
      params: { limit: '2026-12-23' },
    });
    expect(actsOf(decided(qualified, publish('2026-12-31'), { running }))).toContain(
      'start C14 2026-12-31',
    );
  });

  it('was published earlier only where it says where', () => {
    const qualified = aCompletion({ state: 'QUALIFIED', details: detailsIn('QUALIFIED') });
    const earlier = { ...aStep('publish'), on: '2026-11-20' } as CompletionStep;
    expect(refusalOf(decideStep(qualified, earlier, aStanding()))).toBe('COMPLETION_WHERE_MISSING');
    const told = { ...earlier, where: 'https://example.invalid/ys' } as CompletionStep;
    expect(decided(qualified, told).state).toBe('PUBLISHED');
  });

  it('is filed only after the last day of its publicity, with the number of the platform', () => {
    const published = aCompletion({ state: 'PUBLISHED', details: detailsIn('PUBLISHED') });
    const step = aStep('file') as Extract<CompletionStep, { step: 'file' }>;
    const file = (over: Partial<typeof step>) => ({ ...step, ...over });
    const answer = (over: Partial<typeof step>, standing = {}) =>
      decideStep(published, file(over), aStanding(standing));
    expect(refusalOf(answer({ on: '2026-11-18' }))).toBe('COMPLETION_STILL_PUBLIC');
    expect(refusalOf(answer({ on: '2026-11-26' }))).toBe('DAY_OUTSIDE');
    expect(refusalOf(answer({ number: null }))).toBe('COMPLETION_NUMBER_MISSING');
    expect(refusalOf(answer({ number: null }, { isFront: false }))).toBeNull();
    expect((answer({ on: '2026-11-19' }) as Decided).state).toBe('FILED');
  });
});
