import {
  DOCUMENT_EFFECTS,
  DOCUMENT_LIMITS,
  DOCUMENT_STATES,
  SERVICE_WAYS,
  type DocumentAct,
  type DocumentEffect,
  type DocumentState,
  type DocumentStepName,
  type Role,
  type ServiceWay,
} from '@ludao/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../platform/refusal.ts';
import type { Act } from '../organisations/index.ts';
import {
  completeFault,
  decideService,
  fieldsFault,
  followUps,
  isDay,
  isRunning,
  judgedBy,
  stepFault,
  STEPS,
  takesEffect,
} from './decide.ts';
import { openTemplates } from './templates.ts';
import { isArchived, lackOf } from './volumes/decide.ts';

const TEMPLATES = openTemplates().listOn('2026-11-25');
const notice = TEMPLATES.find(({ kind }) => kind === 'notice')!;
const STATES = Object.keys(DOCUMENT_STATES) as DocumentState[];
const EFFECTS = [null, ...(Object.keys(DOCUMENT_EFFECTS) as DocumentEffect[])];

/** The way of a document as the law of the house has it, told apart from the table under test. */
const WAY = ['DRAFT', 'SUBMITTED', 'REVIEWED', 'NUMBERED', 'SEALED', 'SERVED', 'ARCHIVED'];
const AHEAD: Partial<Record<DocumentState, DocumentStepName>> = {
  DRAFT: 'submit',
  SUBMITTED: 'review',
  REVIEWED: 'sign',
  NUMBERED: 'seal',
  SEALED: 'serve',
};
const ACTS: Record<DocumentStepName, DocumentAct> = {
  change: 'CHANGED',
  submit: 'SUBMITTED',
  takeBack: 'TAKEN_BACK',
  discard: 'DISCARDED',
  review: 'REVIEWED',
  sign: 'SIGNED_OFF',
  seal: 'SEALED',
  handToSeal: 'HANDED_TO_SEAL',
  collectSeal: 'SEALED',
  serve: 'SERVED',
  recordOutside: 'RECORDED_OUTSIDE',
};
const POSTS: Readonly<Record<string, Role>> = {
  'inspection 1': 'INSPECTOR',
  'inspection 2': 'APPROVAL_OFFICER',
  'section 1': 'SECTION_CHIEF',
  'section 2': 'SECTION_CHIEF',
  'bureau 1': 'BUREAU_HEAD',
  'bureau 2': 'BUREAU_HEAD',
  records: 'RECORDS_CLERK',
};
const DESKS: Partial<Record<DocumentStepName, readonly string[]>> = {
  review: ['section 1', 'section 2'],
  sign: ['bureau 1', 'bureau 2'],
};
/** Posts that may do more than one thing: only the people keep the hands apart. */
const BROAD: typeof notice.roles = {
  draft: ['INSPECTOR', 'SECTION_CHIEF', 'BUREAU_HEAD'],
  review: ['SECTION_CHIEF', 'BUREAU_HEAD'],
  sign: ['BUREAU_HEAD'],
};
const PEOPLE = ['an', 'bo', 'cy', 'di', 'eve', 'fu'];

interface Move {
  /** Forward from where the document stands, at a desk for it; else whatever was drawn. */
  readonly ahead: boolean;
  readonly step: DocumentStepName | 'archive' | 'void';
  readonly person: string;
  readonly post: string;
  /** Whose post it is that day: 'own', another's whom one stands in for, or nobody's. */
  readonly holder: string | null;
  readonly turn: number;
  /** Sent back by who judges; not delivered by who serves. */
  readonly fails: boolean;
}

const move: fc.Arbitrary<Move> = fc.record({
  ahead: fc.integer({ min: 0, max: 9 }).map((drawn) => drawn < 6),
  step: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...(Object.keys(STEPS) as DocumentStepName[])) },
    { weight: 2, arbitrary: fc.constant('archive' as const) },
    { weight: 1, arbitrary: fc.constant('void' as const) },
  ),
  person: fc.constantFrom(...PEOPLE),
  post: fc.constantFrom(...Object.keys(POSTS)),
  holder: fc.oneof(
    { weight: 5, arbitrary: fc.constant('own') },
    { weight: 3, arbitrary: fc.constantFrom(...PEOPLE, null) },
  ),
  turn: fc.nat(1),
  fails: fc.integer({ min: 0, max: 9 }).map((drawn) => drawn === 0),
});

interface Taken {
  readonly step: Move['step'];
  readonly by: Act;
  readonly from: DocumentState;
  readonly to: DocumentState;
  readonly effect: DocumentEffect | null;
}

interface Refused {
  readonly code: string;
  readonly step: Move['step'];
  readonly by: Act;
  /** So many steps had been taken. */
  readonly after: number;
}

/** Takes what is allowed of the moves and leaves out the rest, as the service does. */
function walk(moves: readonly Move[], front: boolean, served: boolean, broad: boolean) {
  const template = { ...notice, served, ...(broad && { roles: BROAD }) };
  const first: Act = { person: 'an', post: 'inspection 1', holder: 'an' };
  const acts: { readonly act: DocumentAct; readonly by: Act }[] = [{ act: 'DRAFTED', by: first }];
  const taken: Taken[] = [];
  const refused: Refused[] = [];
  let document = {
    state: 'DRAFT' as DocumentState,
    effect: null as DocumentEffect | null,
    recordMode: null as 'FRONT' | 'OWN' | null,
    officialNumber: null as string | null,
  };
  for (const drawn of moves) {
    const step = (drawn.ahead && AHEAD[document.state]) || drawn.step;
    const desks = drawn.ahead && step !== 'archive' && step !== 'void' ? DESKS[step] : undefined;
    const post = desks?.[drawn.turn] ?? drawn.post;
    const holder = drawn.holder === 'own' ? drawn.person : drawn.holder;
    const by: Act = { person: drawn.person, post, holder };
    const { state: from } = document;
    if (step === 'archive') {
      const kept = { ...document, id: '', template };
      if (lackOf(kept) !== null || !isArchived(kept)) continue;
      document = { ...document, state: 'ARCHIVED' };
    } else if (step === 'void') {
      if (!followUps(document, false).includes('VOID')) continue;
      document = { ...document, effect: 'VOID' };
    } else {
      const { right, to } = STEPS[step];
      const work = acts.filter(({ act }) => judgedBy(right).includes(act)).map((one) => one.by);
      const stepping = { roles: [POSTS[post]!], act: by, work };
      const fault = stepFault(document, template, step, stepping);
      if (fault) {
        refused.push({ code: fault.refused, step, by, after: taken.length });
        continue;
      }
      const back = (step === 'review' || step === 'sign') && drawn.fails;
      const kept = step === 'serve' && drawn.fails;
      acts.push({ act: back ? 'RETURNED' : kept ? 'DELIVERY_FAILED' : ACTS[step], by });
      document = {
        ...document,
        state: back ? 'DRAFT' : kept ? from : (to ?? from),
        ...(step === 'sign' && !back && { recordMode: front ? 'FRONT' : 'OWN' }),
        ...(step === 'recordOutside' && { officialNumber: '外1' }),
      };
    }
    taken.push({ step, by, from, to: document.state, effect: document.effect });
  }
  return { first, taken, refused, document };
}

const walked = fc
  .tuple(fc.array(move, { minLength: 10, maxLength: 60 }), fc.boolean(), fc.boolean(), fc.boolean())
  .map((given) => ({ ...walk(...given), front: given[1], served: given[2], broad: given[3] }));

/** As two people's hands in one thing: the same person, post, or whoever stands in for the other. */
function meets(one: Act, other: Act): boolean {
  const hands = ({ person, holder }: Act) => new Set([person, holder].filter(Boolean));
  return one.post === other.post || !hands(one).isDisjointFrom(hands(other));
}

describe('a document, whatever people do at whatever posts', () => {
  it('skips no state, and goes back only to its draft before it has a number', () => {
    const ends = new Map<DocumentState, number>();
    fc.assert(
      fc.property(walked, ({ taken, document, served }) => {
        let at: DocumentState = 'DRAFT';
        for (const { from, to, step, effect } of taken) {
          expect(from).toBe(at);
          at = to;
          if (to === from) continue;
          const [here, there] = [WAY.indexOf(from), WAY.indexOf(to)];
          if (to === 'DISCARDED') expect(from).toBe('DRAFT');
          else if (there < here) {
            expect(to).toBe('DRAFT');
            expect(['SUBMITTED', 'REVIEWED']).toContain(from);
          } else if (step === 'archive') {
            const sealed = !served || (effect === 'VOID' && from === 'SEALED');
            expect(from).toBe(sealed ? 'SEALED' : 'SERVED');
          } else expect(there).toBe(here + 1);
        }
        ends.set(document.state, (ends.get(document.state) ?? 0) + 1);
      }),
      { numRuns: 600 },
    );
    for (const state of STATES.filter((one) => one !== 'REVIEWED')) {
      expect(ends.get(state) ?? 0, `ends as ${state}`).toBeGreaterThan(5);
    }
  });

  it('is judged by nobody who had a hand in it, by whatever post or stand-in', () => {
    const [passed, barred] = [
      { review: 0, sign: 0 },
      { review: 0, sign: 0 },
    ];
    fc.assert(
      fc.property(walked, ({ first, taken, refused, broad }) => {
        const handsIn = (step: Move['step'], until: number) => [
          first,
          ...taken
            .slice(0, until)
            .filter(
              (one) =>
                one.step === 'change' ||
                one.step === 'submit' ||
                (step === 'sign' && one.step === 'review' && one.to === 'REVIEWED'),
            )
            .map(({ by }) => by),
        ];
        for (const [at, { step, by }] of taken.entries()) {
          if (step !== 'review' && step !== 'sign') continue;
          expect(handsIn(step, at).filter((done) => meets(done, by))).toEqual([]);
          expect((broad ? BROAD : notice.roles)[step]).toContain(POSTS[by.post!]);
          passed[step]++;
        }
        for (const { code, step, by, after } of refused) {
          if (code !== 'OWN_WORK') continue;
          expect(step).toMatch(/^(review|sign)$/);
          expect(handsIn(step, after).some((done) => meets(done, by))).toBe(true);
          barred[step as 'review' | 'sign']++;
        }
      }),
      { numRuns: 600 },
    );
    for (const count of [...Object.values(passed), ...Object.values(barred)]) {
      expect(count).toBeGreaterThan(50);
    }
  });

  it('is after its number only sealed, served, entered outside and archived, and void not at all', () => {
    let [late, outside, afterVoid] = [0, 0, 0];
    fc.assert(
      fc.property(walked, ({ taken, refused, front, served }) => {
        const numbered = taken.findIndex(({ to }) => to === 'NUMBERED');
        const rest = numbered < 0 ? [] : taken.slice(numbered + 1).map(({ step }) => step);
        const allowed = ['seal', 'handToSeal', 'collectSeal', 'archive', 'void'];
        if (served) allowed.push('serve');
        if (front) allowed.push('recordOutside');
        expect(rest.filter((step) => !allowed.includes(step))).toEqual([]);
        expect(rest.filter((step) => step === 'recordOutside').length).toBeLessThanOrEqual(1);
        const isVoid = taken.findIndex(({ effect }) => effect === 'VOID');
        const then = isVoid < 0 ? [] : taken.slice(isVoid + 1).map(({ step }) => step);
        expect(then.filter((step) => step !== 'archive')).toEqual([]);
        late += rest.length;
        outside += rest.filter((step) => step === 'recordOutside').length;
        afterVoid += refused.filter(({ code }) => code === 'DOCUMENT_VOID').length;
      }),
      { numRuns: 600 },
    );
    expect(late).toBeGreaterThan(300);
    expect(outside).toBeGreaterThan(20);
    expect(afterVoid).toBeGreaterThan(20);
  });

  it('is drafted, reviewed and signed at the posts that its template names', () => {
    const act: Act = { person: 'zhu', post: 'post', holder: 'zhu' };
    const parts = { submit: 'draft', review: 'review', sign: 'sign' } as const;
    for (const template of TEMPLATES) {
      for (const step of ['submit', 'review', 'sign'] as const) {
        const named = template.roles[parts[step]];
        const [state] = STEPS[step].from;
        const document = { state: state!, effect: null, recordMode: null, officialNumber: null };
        for (const role of new Set(Object.values(POSTS))) {
          const fault = stepFault(document, template, step, { roles: [role], act, work: [] });
          expect(fault?.refused, `${template.kind} ${step} ${role}`).toBe(
            named.includes(role) ? undefined : 'DOCUMENT_ROLE',
          );
        }
      }
    }
  });
});

describe('a service', () => {
  const serving = {
    way: 'DIRECT' as ServiceWay,
    on: '2026-11-25',
    receiver: '演示收件人',
    witness: '演示见证人',
    consent: true,
  };

  it('is refused for the first thing it lacks, in every way of serving', () => {
    const [signedOn, today] = ['2026-11-20', '2026-11-25'];
    const days = ['2026-11-19', signedOn, '2026-11-22', today, '2026-11-26'];
    const expected = (way: ServiceWay, on: string, [receiver, witness, consent]: boolean[]) => {
      if (on === days[0]) return 'SERVED_BEFORE_SIGNED';
      if (on === days[4]) return 'SERVED_IN_FUTURE';
      switch (way) {
        case 'LEFT':
          return witness ? undefined : 'SERVICE_NEEDS_WITNESS';
        case 'ELECTRONIC':
          if (!receiver) return 'SERVICE_NEEDS_RECEIVER';
          return consent ? undefined : 'SERVICE_NEEDS_CONSENT';
        case 'DIRECT':
        case 'MAIL':
        case 'ENTRUSTED':
        case 'ANNOUNCED':
          return receiver ? undefined : 'SERVICE_NEEDS_RECEIVER';
      }
    };
    const both = [true, false];
    for (const way of Object.keys(SERVICE_WAYS) as ServiceWay[]) {
      for (const on of days) {
        for (const given of both.flatMap((one) =>
          both.flatMap((two) => both.map((three) => [one, two, three])),
        )) {
          const decided = decideService(
            {
              way,
              on,
              receiver: given[0] ? '甲' : '',
              witness: given[1] ? '乙' : '',
              consent: given[2]!,
            },
            signedOn,
            today,
          );
          const code = isRefusal(decided) ? decided.refused : undefined;
          expect(code, `${way} ${on} ${given.join()}`).toBe(expected(way, on, given));
          if (!isRefusal(decided) && way !== 'ANNOUNCED') expect(decided.countsFrom).toBe(on);
        }
      }
    }
  });

  it.each([
    ['within a year', '2026-11-25', '2026-12-25'],
    ['over the end of the year', '2026-12-15', '2027-01-14'],
    ['over February', '2026-01-31', '2026-03-02'],
    ['over a leap February', '2028-01-31', '2028-03-01'],
    ['from the last of February', '2027-02-28', '2027-03-30'],
    ['from the day before a leap day', '2028-02-28', '2028-03-29'],
    ['from a leap day', '2028-02-29', '2028-03-30'],
    ['over months of 31 days', '2026-07-31', '2026-08-30'],
  ])('by announcement counts thirty days later %s', (_, on, countsFrom) => {
    const announced = { ...serving, way: 'ANNOUNCED' as const, on };
    expect(decideService(announced, on, on)).toEqual({ countsFrom });
  });

  it('by announcement counts thirty days later, from every day of the calendar', () => {
    const day = fc.date({
      min: new Date('2000-01-01T00:00:00Z'),
      max: new Date('2100-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (date) => {
        const on = date.toISOString().slice(0, 10);
        const decided = decideService({ ...serving, way: 'ANNOUNCED', on }, on, on);
        expect(isRefusal(decided)).toBe(false);
        const { countsFrom } = decided as { countsFrom: string };
        expect((Date.parse(countsFrom) - Date.parse(on)) / 86_400_000).toBe(30);
      }),
    );
  });
});

describe('what is filled in', () => {
  const order = TEMPLATES.find(({ kind }) => kind === 'correction_order')!;
  const fieldOf = (kind: 'line' | 'text' | 'date') =>
    order.fields.find((field) => field.kind === kind)!.key;
  const codeOf = (fields: Record<string, string>) => fieldsFault(order, fields)?.refused;

  it('is known to the template, as long as its kind allows, and a day where one is asked', () => {
    expect(codeOf({ legal: 'x' })).toBe('FIELD_UNKNOWN');
    expect(codeOf({ first_number: 'x' })).toBe('FIELD_UNKNOWN');
    expect(codeOf({})).toBeUndefined();
    for (const [kind, limit] of [
      ['line', DOCUMENT_LIMITS.line],
      ['text', DOCUMENT_LIMITS.text],
    ] as const) {
      expect(codeOf({ [fieldOf(kind)]: '字'.repeat(limit) })).toBeUndefined();
      expect(codeOf({ [fieldOf(kind)]: '字'.repeat(limit + 1) })).toBe('FIELD_TOO_LONG');
    }
    expect(codeOf({ [fieldOf('text')]: '一\n二' })).toBeUndefined();
    expect(codeOf({ [fieldOf('line')]: '一\n二' })).toBe('FIELD_ONE_LINE');
    expect(codeOf({ [fieldOf('date')]: '' })).toBeUndefined();
    expect(codeOf({ [fieldOf('date')]: '2026-02-29' })).toBe('FIELD_NO_DAY');
    expect(codeOf({ [fieldOf('date')]: '2028-02-29' })).toBeUndefined();
  });

  it('names the one field at fault among any number of good ones', () => {
    const good = { line: '好', text: '好\n好', date: '2026-11-25' };
    const bad = { line: '坏\n', text: '坏'.repeat(6001), date: '25.11.2026' };
    const keys = order.fields.map(({ key }) => key);
    fc.assert(
      fc.property(fc.subarray(keys), fc.constantFrom(...keys), (some, spoilt) => {
        const valueOf = (values: typeof good, key: string) =>
          values[order.fields.find((field) => field.key === key)!.kind];
        const fields = Object.fromEntries(some.map((key) => [key, valueOf(good, key)]));
        expect(fieldsFault(order, fields)).toBeUndefined();
        const fault = fieldsFault(order, { ...fields, [spoilt]: valueOf(bad, spoilt) });
        expect(fault?.params).toMatchObject({ field: spoilt });
      }),
    );
  });

  it('is complete exactly when no required field is blank, and the blank ones are all named', () => {
    const value = fc.constantFrom('有', '', ' ', '\n', '　', undefined);
    for (const template of TEMPLATES) {
      const values = fc.tuple(...template.fields.map(() => value));
      fc.assert(
        fc.property(values, (drawn) => {
          const fields = Object.fromEntries(
            template.fields.flatMap(({ key }, at) =>
              drawn[at] === undefined ? [] : [[key, drawn[at]]],
            ),
          );
          const blank = template.fields
            .filter(({ required }, at) => required && drawn[at] !== '有')
            .map(({ key }) => key);
          const fault = completeFault(template, fields);
          if (blank.length === 0) expect(fault).toBeUndefined();
          else expect(fault?.params).toEqual({ field: blank[0], fields: blank.join(',') });
        }),
        { numRuns: 50 },
      );
    }
  });

  it.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['2100-02-29', false],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-1-1', false],
    ['2026-01-01 ', false],
    ['２０２６-01-01', false],
    ['', false],
  ])('%j counts as a day: %s', (text, counts) => {
    expect(isDay(text)).toBe(counts);
  });
});

describe('a document about another', () => {
  const WHERE: Partial<Record<DocumentState, readonly DocumentEffect[]>> = {
    NUMBERED: ['VOID'],
    SEALED: ['VOID'],
    SERVED: ['CORRECT', 'WITHDRAW', 'REVOKE'],
    ARCHIVED: ['CORRECT', 'WITHDRAW', 'REVOKE'],
  };

  it('may follow by state, only after a correction a second time, and one at a time', () => {
    for (const state of STATES) {
      for (const effect of EFFECTS) {
        const again = effect === null || effect === 'CORRECT';
        const what = `${state} ${effect}`;
        expect(followUps({ state, effect }, true), what).toEqual([]);
        expect(followUps({ state, effect }, false), what).toEqual(
          again ? (WHERE[state] ?? []) : [],
        );
      }
    }
  });

  it('is on its way from the draft to its service, unless it is void', () => {
    for (const state of STATES) {
      for (const effect of EFFECTS) {
        const ended = ['SERVED', 'ARCHIVED', 'DISCARDED'].includes(state) || effect === 'VOID';
        expect(isRunning({ state, effect }), `${state} ${effect}`).toBe(!ended);
      }
    }
  });

  it('takes effect once: when it is served, or sealed where it is not served', () => {
    for (const template of TEMPLATES) {
      const when = (Object.keys(STEPS) as DocumentStepName[]).filter((step) =>
        takesEffect(template, step),
      );
      const steps = template.served ? ['serve'] : ['seal', 'collectSeal'];
      expect(when.toSorted(), template.kind).toEqual(
        template.effect === null ? [] : steps.toSorted(),
      );
    }
  });
});
