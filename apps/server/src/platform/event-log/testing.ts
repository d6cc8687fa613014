import { randomUUID } from 'node:crypto';
import type { EventContext, NewEvent } from './index.ts';

/** A context of the program's own clock, at a fixed instant. */
export const aContext: EventContext = {
  actor: 'system:clock',
  actingFor: null,
  office: null,
  now: new Date('2026-11-25T01:02:03.004Z'),
};

/** An invented event of a stream of its own. */
export function anEvent(changes: Partial<NewEvent> = {}): NewEvent {
  return {
    stream: `enterprise/${randomUUID()}`,
    type: 'QuotaGranted',
    typeVersion: 1,
    body: { pollutant: 'COD', grams: '500' },
    ownerOrg: '0190c3a4-0000-7000-8000-000000000001',
    districtCode: '330603',
    ...changes,
  };
}
