import type { FieldError } from './problem.ts';

/** Characters that no database keeps as text: NUL, and halves of a pair that stand alone. */
const UNKEEPABLE = /[\0\p{Surrogate}]/u;

/** Where the checked input holds a character that cannot be stored; undefined where none does. */
export function findUnkeepable(
  input: Readonly<Partial<Record<FieldError['in'], unknown>>>,
): FieldError | undefined {
  for (const [part, value] of Object.entries(input)) {
    const pointer = pointerTo(value);
    if (pointer !== undefined) {
      return { pointer, in: part as FieldError['in'], code: 'invalid_format' };
    }
  }
  return undefined;
}

function pointerTo(value: unknown): string | undefined {
  if (typeof value === 'string') return UNKEEPABLE.test(value) ? '' : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const pointer = UNKEEPABLE.test(key) ? '' : pointerTo(inner);
    if (pointer !== undefined)
      return `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}${pointer}`;
  }
  return undefined;
}
