import { describe, expect, it } from 'vitest';
import { CASE_ROWS } from '../columns.ts';
import { compareRow, Rebuilding } from './decide.ts';
import { encode } from './encode.ts';
import type { Row } from './model.ts';

const told = (seq: number, set: Row, words: object = {}) => ({
  stream: 'case/c',
  seq,
  type: 'case.changed',
  body: { ...words, rows: [{ table: 'eia_case', key: 'c', set }] },
});

describe('rows rebuilt from events', () => {
  it('have what was written last, column by column', () => {
    const rebuilding = new Rebuilding();
    rebuilding.take(told(1, { state: 'DRAFT', version: 1, number: null }));
    rebuilding.take(told(2, { state: 'FILED', version: 2 }, { state: 'FILED', version: 2 }));
    expect(rebuilding.rows.get('eia_case')?.get('c')).toEqual({
      state: 'FILED',
      version: 2,
      number: null,
    });
    expect(rebuilding.faults).toEqual([]);
  });

  it('betray an event whose own words are other than what it wrote', () => {
    const rebuilding = new Rebuilding();
    rebuilding.take(told(1, { state: 'DRAFT', version: 1 }, { state: 'FILED' }));
    expect(rebuilding.faults).toEqual(['case/c@1 says state "FILED", not "DRAFT"']);
  });

  it('differ from a table by the column alone, or by the whole row that one side lacks', () => {
    const kept = { table: 't', key: ['id'], columns: { id: 'plain', day: 'plain' } } as const;
    const row = { id: 'a', day: '2026-12-01' };
    expect(compareRow(kept, 'a', row, row)).toEqual([]);
    expect(compareRow(kept, 'a', row, { ...row, day: null })).toEqual([
      { table: 't', key: 'a', column: 'day', told: '2026-12-01', found: null },
    ]);
    expect(compareRow(kept, 'a', undefined, row)).toMatchObject([{ key: 'a', column: null }]);
    expect(compareRow(kept, 'a', row, undefined)).toMatchObject([{ key: 'a', column: null }]);
  });
});

describe('a row as the log says it', () => {
  it('has words and JSON by a digest that does not depend on the order of keys', () => {
    const one = encode(CASE_ROWS, { details: { a: 0.5, b: [1] }, name: '演示', number: null });
    const other = encode(CASE_ROWS, { details: { b: [1], a: 0.5 } });
    expect(one['details']).toBe(other['details']);
    expect(one['details']).toMatch(/^[0-9a-f]{64}$/);
    expect(one['name']).not.toContain('演示');
    expect(one['number']).toBeNull();
  });

  it('is refused where the table has a column that nobody said how to tell', () => {
    expect(() => encode(CASE_ROWS, { colour: 'red' })).toThrow('colour');
  });
});
