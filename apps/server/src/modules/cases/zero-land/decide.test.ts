import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAIN_POLLUTANTS } from '@ludao/contracts';
import { checkFault, declarationFault, decideRetrofit, voidingFault } from './decide.ts';
import { factsOf } from './model.ts';
import { aRetrofit, IN_A_PARK } from './testing.ts';

const amountsWith = (afterGrams: number | null) =>
  aRetrofit().amounts.map((row) => (row.pollutant === 'VOCS' ? { ...row, afterGrams } : row));

describe('a retrofit without new land', () => {
  it('is exempt where every amount stays as it was, and not by one gram more', () => {
    expect(decideRetrofit(IN_A_PARK, aRetrofit())).toMatchObject({ verdict: 'EXEMPT', bars: [] });
    const less = aRetrofit({ amounts: amountsWith(849_999) });
    expect(decideRetrofit(IN_A_PARK, less).verdict).toBe('EXEMPT');
    const more = decideRetrofit(IN_A_PARK, aRetrofit({ amounts: amountsWith(850_001) }));
    expect(more).toMatchObject({
      verdict: 'NOT_EXEMPT',
      bars: [{ code: 'POLLUTANT_UP', pollutant: 'VOCS', before: 850_000, after: 850_001, by: 1 }],
    });
    expect(declarationFault(more)).toMatchObject({ refused: 'RETROFIT_NOT_EXEMPT' });
  });

  it('is exempt exactly where no pollutant grows, and names each that does', () => {
    const grams = fc.integer({ min: 0, max: 10_000_000_000_000 });
    const pair = fc.oneof(
      fc.tuple(grams, grams),
      grams.map((same) => [same, same] as const),
    );
    const amounts = fc.tuple(...MAIN_POLLUTANTS.map(() => pair));
    fc.assert(
      fc.property(amounts, (pairs) => {
        const rows = MAIN_POLLUTANTS.map((pollutant, at) => ({
          pollutant,
          beforeGrams: pairs[at]![0],
          afterGrams: pairs[at]![1],
        }));
        const { verdict, bars } = decideRetrofit(IN_A_PARK, aRetrofit({ amounts: rows }));
        const grown = rows.filter(({ beforeGrams, afterGrams }) => afterGrams > beforeGrams);
        expect(verdict === 'EXEMPT').toBe(grown.length === 0);
        expect(bars.map(({ pollutant, by }) => [pollutant, by])).toEqual(
          grown.map((row) => [row.pollutant, row.afterGrams - row.beforeGrams]),
        );
      }),
    );
  });

  it('stays open while an amount is not known, and is not taken for nought', () => {
    const unknown = decideRetrofit(IN_A_PARK, aRetrofit({ amounts: amountsWith(null) }));
    expect(unknown).toMatchObject({
      verdict: 'OPEN',
      open: [{ code: 'POLLUTANT', pollutant: 'VOCS' }],
    });
    const unsaid = aRetrofit({ amounts: [] });
    expect(decideRetrofit(IN_A_PARK, unsaid).open).toHaveLength(MAIN_POLLUTANTS.length);
    expect(declarationFault(unknown)).toMatchObject({ refused: 'RETROFIT_OPEN' });
  });

  it('is told of a bar even while other questions are open', () => {
    const form = aRetrofit({ newLandM2: 1, works: '', amounts: amountsWith(null) });
    expect(decideRetrofit(IN_A_PARK, form)).toMatchObject({
      verdict: 'NOT_EXEMPT',
      bars: [{ code: 'NEW_LAND', by: 1 }],
    });
  });

  it('is never exempt where a centralised industrial wastewater plant is built', () => {
    const plant = aRetrofit({ kind: 'WASTEWATER', centralPlant: true });
    expect(decideRetrofit(IN_A_PARK, plant)).toMatchObject({
      verdict: 'NOT_EXEMPT',
      bars: [{ code: 'CENTRAL_PLANT' }],
    });
    const unsaid = aRetrofit({ kind: 'WASTEWATER', centralPlant: null });
    expect(decideRetrofit(IN_A_PARK, unsaid).verdict).toBe('OPEN');
  });

  it.each(['inPark', 'publicInfra', 'isRetrofit'] as const)('needs %s', (fact) => {
    const verdictOf = (value: boolean | null) =>
      decideRetrofit({ ...IN_A_PARK, [fact]: value }, aRetrofit()).verdict;
    expect([verdictOf(true), verdictOf(false), verdictOf(null)]).toEqual([
      'EXEMPT',
      'NOT_EXEMPT',
      'OPEN',
    ]);
  });

  it('needs its permit changed by each case of article 15, and stays open while one is not said', () => {
    const { changes } = aRetrofit();
    for (const name of Object.keys(changes)) {
      const due = decideRetrofit(IN_A_PARK, aRetrofit({ changes: { ...changes, [name]: true } }));
      expect(due).toMatchObject({ verdict: 'EXEMPT', permit: { change: 'DUE', reasons: [name] } });
      const unsaid = aRetrofit({ changes: { ...changes, [name]: null } });
      expect(decideRetrofit(IN_A_PARK, unsaid)).toMatchObject({
        verdict: 'OPEN',
        permit: { change: 'OPEN' },
      });
    }
    expect(decideRetrofit(IN_A_PARK, aRetrofit()).permit.change).toBe('NOT_DUE');
  });

  it('takes what its project says where no relief established it', () => {
    const project = { facts: { nature: 'new' }, place: { park: 'none' } };
    const answer = { reliefs: [] };
    expect(factsOf({ answer, project, parkId: null } as never)).toEqual({
      inPark: false,
      publicInfra: null,
      isRetrofit: false,
    });
  });
});

describe('the after-check of an exempt retrofit', () => {
  const drawn = {
    caseId: 'c',
    drawnOn: '2026-11-25',
    checkedOn: null,
    result: null,
    words: '',
    checkedBy: null,
  };
  const days = { declaredOn: '2026-11-20', on: '2026-11-25', today: '2026-11-25' };

  it('is drawn once, then checked once, on a day since the declaration', () => {
    expect(checkFault('draw', undefined, days)).toBeNull();
    expect(checkFault('draw', drawn, days)).toMatchObject({ refused: 'RETROFIT_DRAWN_ALREADY' });
    expect(checkFault('check', undefined, days)).toMatchObject({ refused: 'RETROFIT_NOT_DRAWN' });
    expect(checkFault('check', drawn, days)).toBeNull();
    for (const on of ['2026-11-19', '2026-11-26']) {
      expect(checkFault('check', drawn, { ...days, on })).toMatchObject({ refused: 'DAY_OUTSIDE' });
    }
    const done = { ...drawn, result: 'AS_DECLARED' } as const;
    expect(checkFault('check', done, days)).toMatchObject({ refused: 'RETROFIT_CHECKED_ALREADY' });
  });

  it('lets an exemption fall only where it found it wrong, and never by the checker', () => {
    const wrong = { ...drawn, result: 'NOT_AS_DECLARED', checkedBy: 'a' } as const;
    expect(voidingFault(wrong, { state: 'EXEMPT', person: 'b' })).toBeNull();
    expect(voidingFault(wrong, { state: 'EXEMPT', person: 'a' })).toMatchObject({ status: 403 });
    for (const check of [undefined, drawn, { ...wrong, result: 'AS_DECLARED' as const }]) {
      expect(voidingFault(check, { state: 'EXEMPT', person: 'b' })).toMatchObject({
        refused: 'RETROFIT_NOT_FOUND_WRONG',
      });
    }
    expect(voidingFault(undefined, { state: 'PREPARED', person: 'b' })).toBeNull();
  });
});
