export interface Change {
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The fields of an `enterprise.changed` event: `{ changes: { field: [before, after] } }`. */
export function changesIn(body: Readonly<Record<string, unknown>>): Change[] {
  const { changes } = body;
  if (typeof changes !== 'object' || changes === null) return [];
  return Object.entries(changes).flatMap(([key, pair]: [string, unknown]) =>
    Array.isArray(pair) && pair.length === 2
      ? [{ key, before: pair[0] as unknown, after: pair[1] as unknown }]
      : [],
  );
}
