import type { EnterpriseDetail } from '@ludao/contracts';
import type { StoredEvent } from '../../../platform/event-log/index.ts';

/** What of an enterprise a change can alter, and a file shows. */
const FIELDS = [
  'name',
  'creditCode',
  'industries',
  'districtCode',
  'address',
  'movedIn',
  'wastewater',
  'hazardousWaste',
  'permitCategory',
  'permitNumber',
  'permitValidTo',
  'wastewaterLitresPerYear',
  'pollutants',
  'eiaApprovals',
  'wastes',
  'sites',
] as const;
type Field = (typeof FIELDS)[number];
export type Registered = Pick<EnterpriseDetail, Field>;

/**
 * What was registered before some events happened: each change is taken back, the last first.
 * @param later the events, the last recorded first
 * @returns null where the enterprise was only registered by one of them
 */
export function asBefore(
  now: Registered,
  later: readonly Pick<StoredEvent, 'type' | 'body'>[],
): Registered | null {
  const before: Record<string, unknown> = { ...now };
  for (const { type, body } of later) {
    if (type === 'enterprise.registered') return null;
    for (const { key, was } of changesIn(body)) {
      if ((FIELDS as readonly string[]).includes(key)) before[key] = was;
    }
  }
  return before as unknown as Registered;
}

export interface Change {
  readonly key: string;
  readonly was: unknown;
  readonly value: unknown;
}

/** The fields of an `enterprise.changed` event: `{ changes: { field: [before, after] } }`. */
export function changesIn(body: Readonly<Record<string, unknown>>): Change[] {
  const { changes } = body;
  if (typeof changes !== 'object' || changes === null) return [];
  return Object.entries(changes).flatMap(([key, pair]: [string, unknown]) =>
    Array.isArray(pair) && pair.length === 2
      ? [{ key, was: pair[0] as unknown, value: pair[1] as unknown }]
      : [],
  );
}
