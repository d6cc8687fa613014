import { describe, expect, it } from 'vitest';
import { joinStays } from './decide.ts';
import type { StayRow } from './model.ts';
import { likenessOf, reasonsFor } from './similar.ts';

const stay = (id: string, changes: Partial<StayRow> = {}): StayRow => ({
  id,
  owner: 'one',
  parkId: 'a',
  park: '甲园',
  unitId: null,
  districtCode: '330603',
  validFrom: '2024-01-01',
  validTo: null,
  absorbedBy: null,
  ...changes,
});
const place = { unitId: 'u', movedIn: '2024-02-01', districtCode: '330603' };

describe('the stays of two entries of one enterprise', () => {
  it('are one stay where both are in the park today, with the chosen day and unit', () => {
    expect(joinStays([stay('1')], [stay('2')], place)).toEqual({
      changed: [{ ...stay('1'), unitId: 'u', validFrom: '2024-02-01' }],
      moved: [],
      absorbed: [{ id: '2', by: '1' }],
    });
  });

  it('stand side by side where they do not meet', () => {
    const earlier = stay('2', { parkId: 'b', validFrom: '2020-01-01', validTo: '2023-12-31' });
    expect(joinStays([stay('1')], [earlier], place)).toMatchObject({ moved: ['2'], absorbed: [] });
  });

  it('become one longer stay where both ended in the same park', () => {
    const own = stay('1', { validFrom: '2020-01-01', validTo: '2021-12-31' });
    const other = stay('2', { validFrom: '2021-06-01', validTo: '2022-12-31' });
    expect(joinStays([own], [other], place)).toMatchObject({
      changed: [{ id: '1', validFrom: '2020-01-01', validTo: '2022-12-31' }],
    });
  });

  it('are refused with both parks and their days where they cannot both be true', () => {
    const conflict = joinStays([stay('1')], [stay('2', { parkId: 'b', park: '乙园' })], place);
    expect(conflict).toMatchObject({
      refused: 'STAYS_CONFLICT',
      params: { value: '甲园', other: '乙园', from: '2024-01-01 – …' },
    });
  });
});

describe('two names', () => {
  const of = (name: string, sound = '', places: string[] = []) => ({ name, sound, places });

  it('are the same without blanks and brackets', () => {
    expect(reasonsFor(of('演示云澄（柯桥）五金厂'), of('演示 云澄(柯桥)五金厂'))).toEqual([
      'SAME_NAME',
    ]);
  });

  it('are suspicious when they sound the same, or are alike at one place', () => {
    expect(reasonsFor(of('云澄五金', 'yunchengwujin'), of('云橙五金', 'yunchengwujin'))).toEqual([
      'SAME_SOUND',
    ]);
    const [one, other] = ['演示柯桥云澄五金制品有限公司', '演示云澄五金制品厂'];
    expect(reasonsFor(of(one, 'a', ['x']), of(other, 'b', ['x']))).toEqual(['SAME_PLACE']);
    expect(reasonsFor(of(one, 'a', ['x']), of(other, 'b', ['y']))).toEqual([]);
  });

  it('are two where only county, trade and form of company agree', () => {
    expect(likenessOf('演示柯桥云澄印染有限公司', '演示柯桥岚栖印染有限公司')).toBeLessThan(0.6);
  });
});
