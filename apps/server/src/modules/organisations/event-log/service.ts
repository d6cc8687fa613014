import type { EventLogPage, EventLogQuery } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { listTypes, readLog, readProtection } from '../../../platform/event-log/index.ts';
import type { Asking } from '../posts/rights.ts';
import { note } from '../posts/tell.ts';
import * as store from './store.ts';

/** Events of one page, on the screen and in Excel alike. */
export const EVENTS_A_PAGE = 50;

/** A named actor of the program rather than a person. */
const isProgram = (actor: string) => actor.startsWith('system:');

/** A page of the whole log. That somebody read it, the security log says in the same transaction. */
export async function readEventLog(
  tx: Tx,
  query: EventLogQuery,
  asking: Pick<Asking, 'session' | 'now' | 'address'>,
): Promise<EventLogPage> {
  const { kind, type, district, actor, from, to, before } = query;
  const actors = actor ? await actorsOf(tx, actor) : undefined;
  const conditions = { kind, type, districtCode: district, actors, from, to };
  const found = await readLog(
    tx,
    { ...conditions, before: before === undefined ? undefined : BigInt(before) },
    EVENTS_A_PAGE + 1,
  );
  const shown = found.slice(0, EVENTS_A_PAGE);
  const { last, unprotected } = await readProtection(tx);
  const called = await store.callActors(tx, {
    actors: shown.map((event) => event.actor),
    offices: shown.flatMap(({ office }) => office ?? []),
  });
  await note(tx, asking, 'EVENT_LOG_READ', null, saidOf(query));
  return {
    rows: shown.map(({ position, occurredAt, recordedAt, ...event }) => ({
      ...event,
      id: String(position),
      actor: called.get(event.actor) ?? (isProgram(event.actor) ? event.actor : null),
      office: event.office && (called.get(event.office) ?? null),
      occurredAt: occurredAt.toISOString(),
      recordedAt: recordedAt.toISOString(),
      protected: last !== null && position <= last.position,
    })),
    next: found.length > EVENTS_A_PAGE ? String(shown.at(-1)!.position) : null,
    types: await listTypes(tx),
    protection: {
      checkpoint: last && {
        number: last.number,
        takenAt: last.takenAt?.toISOString() ?? null,
        position: String(last.position),
      },
      unprotected,
    },
  };
}

async function actorsOf(tx: Tx, word: string): Promise<string[]> {
  return isProgram(word) ? [word] : store.findActors(tx, word);
}

/** What was looked for; the word for a person is left out, it may be a name. */
function saidOf({ actor, ...query }: EventLogQuery): string {
  return JSON.stringify({ ...query, ...(actor && { actor: isProgram(actor) ? actor : '*' }) });
}
