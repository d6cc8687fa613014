import { describe, expect, it } from 'vitest';
import { sortRows, sumOf, type Row } from './counts.ts';

function aRow(districtCode: string, given: Partial<Row> = {}): Row {
  return {
    districtCode,
    parks: 1,
    starParks: 0,
    enterprises: 10,
    inParks: 5,
    withProfile: 10,
    withHazardousWaste: 0,
    checks: null,
    ...given,
  };
}

describe('the table by county', () => {
  it('is sorted by any column, either way, and by code where figures are equal', () => {
    const rows = [aRow('330604'), aRow('330602', { inParks: 9 }), aRow('330603')];
    const codes = (sort: string) => sortRows(rows, sort).map((row) => row.districtCode.slice(-1));
    expect(codes('inParksShare')).toEqual(['3', '4', '2']);
    expect(codes('-inParksShare')).toEqual(['2', '3', '4']);
    expect(codes('district')).toEqual(['2', '3', '4']);
  });

  it('puts a share of nothing first, never a division by zero', () => {
    const rows = [
      aRow('330602', { enterprises: 5, inParks: 0 }),
      aRow('330603', { enterprises: 0 }),
    ];
    expect(sortRows(rows, 'inParksShare')[0]!.districtCode).toBe('330603');
  });

  it('is summed with its checks, which stay away for whoever may not read them', () => {
    const levels = { REPORT: 1, FORM: 2, REGISTRATION: 0, NONE: 0, OPEN: 0 };
    const permits = { KEY: 0, SIMPLIFIED: 3, REGISTRATION: 0, NONE: 0, OPEN: 0 };
    const checks = { checks: 3, levels, permits };
    const sum = sumOf([aRow('330602', { checks }), aRow('330603', { checks })]);
    expect(sum).toMatchObject({ parks: 2, enterprises: 20, checks: { checks: 6 } });
    expect(sum.checks?.levels.FORM).toBe(4);
    expect(sumOf([aRow('330602')]).checks).toBeNull();
  });
});
