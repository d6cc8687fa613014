import { z } from 'zod';
import { ENTRY_SCHEMAS, MEANINGS, REFERENCES, type EntryTopic, type Refers } from './schemas.ts';

/**
 * One field of an entry, read off its schema, so that a form and a table in Excel have exactly the
 * fields that the loader knows. `texts`: several values; `group`: fields of its own; `rows`: any
 * number of groups.
 */
export interface Field {
  readonly name: string;
  readonly kind: 'text' | 'day' | 'number' | 'choice' | 'condition' | 'texts' | 'group' | 'rows';
  readonly required: boolean;
  /** Of a choice, or of each of several values. */
  readonly options: readonly string[] | null;
  /** Where the value is the key of something else. */
  readonly refers: Refers | null;
  readonly fields: readonly Field[];
}

export function fieldsOf(topic: EntryTopic): readonly Field[] {
  return fieldsIn(ENTRY_SCHEMAS[topic]);
}

function fieldsIn(schema: z.ZodObject): Field[] {
  return Object.entries(schema.shape).map(([name, field]) => describe(name, field as z.ZodType));
}

function describe(name: string, schema: z.ZodType, required = true): Field {
  const plain = { name, required, options: null, refers: null, fields: [] };
  const meaning = MEANINGS.get(schema);
  if (meaning) return { ...plain, kind: meaning === 'place' ? 'text' : meaning };
  const refers = REFERENCES.get(schema) ?? null;
  if (refers) return { ...plain, kind: 'text', refers };
  if (
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault
  ) {
    return describe(name, schema.unwrap() as z.ZodType, false);
  }
  if (schema instanceof z.ZodEnum) {
    return { ...plain, kind: 'choice', options: schema.options.map(String) };
  }
  if (schema instanceof z.ZodNumber) return { ...plain, kind: 'number' };
  if (schema instanceof z.ZodObject) return { ...plain, kind: 'group', fields: fieldsIn(schema) };
  if (schema instanceof z.ZodArray) {
    const { kind, options, refers: each, fields } = describe(name, schema.element as z.ZodType);
    const needed = required && !schema.safeParse([]).success;
    const several = kind === 'group' ? 'rows' : 'texts';
    return { ...plain, kind: several, required: needed, options, refers: each, fields };
  }
  return { ...plain, kind: 'text', required: required && !schema.safeParse('').success };
}
