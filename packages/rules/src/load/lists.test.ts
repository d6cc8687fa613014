import { describe, expect, it } from 'vitest';
import { FactTable } from '../fact-table.ts';
import { ENTRY_SCHEMAS, fieldsOf, type EntryTopic, type Field } from '../entries/index.ts';
import { aVocabulary } from '../testing.ts';
import { loadCalendarYear } from './calendar.ts';
import { loadList } from './lists.ts';
import { Source } from './source.ts';

const table = new FactTable(aVocabulary());
const HEAD = {
  title: '演示名单',
  issuer: '演示机关',
  document_no: '演示〔2026〕1号',
  effective_from: '2026-01-01',
  effective_to: null,
  jurisdiction: '3306',
  layer: 'MUNICIPAL_NORMATIVE',
  confidence: 'verified',
};

function faultsOf(topic: string, entries: readonly object[]) {
  const source = new Source('x', { value: { topic, list: HEAD, entered: true, entries } });
  const list = loadList('x', source, table);
  expect(list === null).toBe(source.diagnostics.length > 0);
  return source.diagnostics.map(({ code, path, params }) => ({ code, path, params }));
}

const AREA = {
  id: 'a1',
  name: '片区',
  jurisdiction: '330603',
  grade: 'below_province',
  planEia: { title: '规划环评', reviewNo: '1号', reviewedOn: '2025-01-01' },
  from: '2026-01-01',
  standards: [],
  negativeList: [{ no: '1', text: '有烘箱', when: 'works.oven' }],
};

describe('an entry of a list', () => {
  it('loads with everything that may be left out left out', () => {
    expect(faultsOf('reform-areas', [AREA])).toEqual([]);
  });

  it.each([
    ['a word missing', { name: '' }, 'schema.missing', ['entries', 0, 'name']],
    ['no such day', { from: '2026-02-30' }, 'schema.invalid_format', ['entries', 0, 'from']],
    ['an unknown choice', { grade: 'x' }, 'schema.invalid_value', ['entries', 0, 'grade']],
    ['a field nobody knows', { color: 1 }, 'schema.unrecognized_keys', ['entries', 0, 'color']],
    ['an end before its start', { to: '2025-01-01' }, 'list.period', ['entries', 0, 'to']],
    [
      'a condition that cannot be read',
      { standards: [{ no: '1', text: 'x', when: 'works.ovenn' }] },
      'feel.unknown_fact',
      ['entries', 0, 'standards', 0, 'when'],
    ],
  ])('is refused for %s, with its place', (_, change, code, path) => {
    expect(faultsOf('reform-areas', [{ ...AREA, ...change }])[0]).toMatchObject({ code, path });
  });

  const pilot = (id: string, jurisdiction: string, from: string, on: string | null = null) => ({
    id,
    measure: 2,
    jurisdiction,
    documentNo: '1号',
    title: '试点',
    from,
    evaluation: on && { documentNo: '评1号', on, conclusion: '可以扩大' },
  });
  it.each([
    ['the first county without one', [pilot('a', '330603', '2026-01-01')], []],
    [
      'the same county again',
      [pilot('a', '330603', '2026-01-01'), pilot('b', '330603', '2027-01-01')],
      [],
    ],
    [
      'a further county evaluated the day before',
      [pilot('a', '330603', '2026-01-01'), pilot('b', '330604', '2027-01-01', '2026-12-31')],
      [],
    ],
    [
      'a further county evaluated on its first day',
      [pilot('a', '330603', '2026-01-01'), pilot('b', '330604', '2027-01-01', '2027-01-01')],
      [1],
    ],
    [
      'a further county not evaluated, wherever it stands',
      [pilot('b', '330604', '2027-01-01'), pilot('a', '330603', '2026-01-01')],
      [0],
    ],
  ])('widens a pilot only after an evaluation: %s', (_, entries, faulty) => {
    const faults = faultsOf('pilots', entries);
    expect(faults.map(({ code, path }) => [code, path![1]])).toEqual(
      faulty.map((at) => ['list.unevaluated', at]),
    );
  });

  it('is refused a second time under the same key, with the value', () => {
    expect(faultsOf('reform-areas', [AREA, AREA])).toEqual([
      { code: 'list.twice', path: ['entries', 1, 'id'], params: { value: 'a1' } },
    ]);
  });
});

describe('a year of the calendar', () => {
  const read = (...entries: object[]) => {
    const source = new Source('x', { value: { entries } });
    return { year: loadCalendarYear(source), codes: source.diagnostics.map(({ code }) => code) };
  };
  it('is the days that a notice moves', () => {
    const holiday = { date: '2027-01-01', kind: 'HOLIDAY', name: '元旦' };
    const worked = { date: '2027-01-02', kind: 'MAKE_UP', name: '元旦' };
    expect(read(holiday, worked)).toMatchObject({ year: { year: 2027 }, codes: [] });
    expect(read(holiday, { ...worked, date: '2027-01-04' }).codes).toEqual(['calendar.make_up']);
    expect(read(holiday, { ...worked, date: '2028-01-01' }).codes).toEqual(['calendar.other_year']);
    expect(read(holiday, holiday).codes).toEqual(['list.twice']);
  });
});

describe('the fields of an entry', () => {
  const flat = (fields: readonly Field[]): Field[] =>
    fields.flatMap((field) => [field, ...flat(field.fields)]);

  it.each(Object.keys(ENTRY_SCHEMAS) as EntryTopic[])(
    'of %s are those of its schema, and none but what may be empty is optional',
    (topic) => {
      const shape = ENTRY_SCHEMAS[topic].shape as Record<string, { safeParse(v: unknown): object }>;
      expect(fieldsOf(topic).map(({ name }) => name)).toEqual(Object.keys(shape));
      for (const { name, required, kind } of fieldsOf(topic)) {
        if (kind === 'rows' || kind === 'texts') continue;
        expect({ name, required }).toEqual({
          name,
          required: !(shape[name]!.safeParse(undefined) as { success: boolean }).success,
        });
      }
      for (const { kind, options } of flat(fieldsOf(topic))) {
        if (kind === 'choice') expect(options!.length).toBeGreaterThan(1);
      }
    },
  );

  it('say what they point to', () => {
    const refers = Object.fromEntries(
      fieldsOf('facilities').map(({ name, refers: to }) => [name, to]),
    );
    expect(refers).toMatchObject({ park: 'park', does: 'fact', name: null });
  });
});
