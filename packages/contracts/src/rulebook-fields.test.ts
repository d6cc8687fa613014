import { ENTRY_SCHEMAS, fieldsOf, type EntryTopic, type Field } from '@ludao/rules/entries';
import { describe, expect, it } from 'vitest';
import { choiceName, entryColumns, fieldName } from './rulebook-fields.ts';

const paths = (fields: readonly Field[], at: readonly string[] = []): [string[], Field][] =>
  fields.flatMap((field): [string[], Field][] => {
    const own = [...at, field.name];
    return [[own, field], ...paths(field.fields, own)];
  });

describe.each(Object.keys(ENTRY_SCHEMAS) as EntryTopic[])('the words for %s', (topic) => {
  it('name every field and every choice in both languages', () => {
    for (const [path, field] of paths(fieldsOf(topic))) {
      const { zh, en } = fieldName(topic, path);
      expect([path.join('.'), /[\u4e00-\u9fff]/.test(zh), en === path.at(-1)]).toEqual([
        path.join('.'),
        true,
        false,
      ]);
      for (const option of field.options ?? []) expect(choiceName(option).zh).not.toBe(option);
    }
  });

  it('give every column of its table a heading of its own', () => {
    const headings = entryColumns(topic, fieldsOf(topic)).map(({ heading }) => heading.zh);
    expect(new Set(headings).size).toBe(headings.length);
  });
});
