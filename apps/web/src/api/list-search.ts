import type { z } from 'zod';

/**
 * Reads a list's state from the page's address by the schema of its request. What is missing, wrong
 * or the same as the default is left out, so that the address stays short.
 */
export function readSearch<S extends z.ZodObject>(
  schema: S,
  raw: Readonly<Record<string, unknown>>,
): { [K in keyof z.output<S>]?: z.output<S>[K] | undefined } {
  const kept: [string, unknown][] = [];
  for (const [name, field] of Object.entries<z.ZodType>(schema.shape)) {
    if (raw[name] === undefined) continue;
    const read = field.safeParse(raw[name]);
    const unset = field.safeParse(undefined);
    const isDefault = read.success && unset.success && unset.data === read.data;
    if (read.success && !isDefault) kept.push([name, read.data]);
  }
  return Object.fromEntries(kept) as { [K in keyof z.output<S>]?: z.output<S>[K] };
}
