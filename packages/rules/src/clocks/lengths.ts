import type { ClockDefinition, ClockLength } from './model.ts';

/** The parameter by which an office sets a clock's value. */
export function clockKey(id: string, length: string | null): string {
  return length === null ? `period.${id}` : `period.${id}.${length}`;
}

/** The length of a kind of case; of a clock that has only one, that one. */
export function findLength(
  { lengths }: ClockDefinition,
  code: string | undefined,
): ClockLength | undefined {
  const [only, ...others] = lengths;
  if (code === undefined) return others.length === 0 ? only : undefined;
  return lengths.find((length) => length.code === code);
}
