import type { DossierEvent, DossierEvents } from '@ludao/contracts';
import type { StoredEvent } from '../../platform/event-log/index.ts';
import type { EventTeller } from './door.ts';

/** Events shown at once, on the page and on paper. */
export const EVENTS_SHOWN = 30;

export type Tellers = Readonly<Record<string, EventTeller>>;

/** All that has to be called by a name before the events can be told. */
export function idsIn(events: readonly StoredEvent[], tellers: Tellers): string[] {
  return events.flatMap(({ actor, office, type, body }) => [
    actor,
    ...(office === null ? [] : [office]),
    ...(tellers[type]?.points?.(body) ?? []),
  ]);
}

/** @param events one more than is shown tells that there are earlier ones */
export function tellEvents(
  events: readonly StoredEvent[],
  tellers: Tellers,
  called: ReadonlyMap<string, string>,
): DossierEvents {
  const shown = events.slice(0, EVENTS_SHOWN);
  const last = shown.at(-1);
  return {
    events: shown.map((event) => tell(event, tellers, called)),
    next: last && events.length > EVENTS_SHOWN ? String(last.position) : null,
  };
}

function tell(
  { stream, seq, type, body, actor, office, occurredAt, recordedAt }: StoredEvent,
  tellers: Tellers,
  called: ReadonlyMap<string, string>,
): DossierEvent {
  const teller = tellers[type];
  return {
    id: `${stream}@${seq}`,
    // What no capability tells is shown by its name in the log, never hidden.
    name: teller ? { zh: teller.name.zh, en: teller.name.en } : { zh: type, en: type },
    occurredAt: occurredAt.toISOString(),
    recordedAt: recordedAt.toISOString(),
    actor:
      called.get(actor) ?? called.get(office ?? '') ?? (actor.startsWith('system:') ? null : ''),
    facts: [...(teller?.tell?.(body, called) ?? [])],
  };
}
