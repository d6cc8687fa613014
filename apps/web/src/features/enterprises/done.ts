const KNOWN = ['created', 'saved', 'merged', 'led_here'] as const;

/** What was just done, told once on the page that it led to. */
export interface Done {
  readonly done?: (typeof KNOWN)[number];
}

export function readDone({ done }: Record<string, unknown>): Done {
  const known = KNOWN.find((word) => word === done);
  return known ? { done: known } : {};
}
