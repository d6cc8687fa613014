import type { Timeline } from '@ludao/contracts';
import type { Tx } from '../../platform/db.ts';
import { readStream, readTimeline } from '../../platform/event-log/index.ts';
import { refuse, type Refusal } from '../../platform/refusal.ts';
import { narrowScope, type Scope } from '../../platform/scope.ts';

/** What the reader's right to a thing opens of its history, beyond the own scope. */
export interface Opened {
  readonly orgs?: readonly string[];
  readonly districts?: readonly string[];
}

function openedBy(scope: Scope, { orgs = [], districts = [] }: Opened): Scope {
  return {
    ...scope,
    orgs: [...scope.orgs, ...orgs],
    districts: [...scope.districts, ...districts],
  };
}

/** The events of some streams, newest first. @param opened only after the right to read was shown */
export async function timelineOf(
  tx: Tx,
  streams: readonly string[],
  scope: Scope,
  opened: Opened,
): Promise<Timeline> {
  await narrowScope(tx, openedBy(scope, opened));
  const events = await readTimeline(tx, streams);
  // Not opened is who the people are: whom the reader may not see is named by the office.
  await narrowScope(tx, scope);
  const names = await nameActors(tx, events);
  const entries = events.map(
    ({ stream, seq, type, occurredAt, recordedAt, actor, office, body }) => ({
      id: `${stream}@${seq}`,
      type,
      occurredAt: occurredAt.toISOString(),
      recordedAt: recordedAt.toISOString(),
      actor: names.get(actor) ?? names.get(office ?? '') ?? actor,
      body: body as Timeline['entries'][number]['body'],
    }),
  );
  return { entries: entries.reverse() };
}

/**
 * Tells whoever comes second who was first and when, and every field that was changed since. Each
 * version has one event; what has no fields of its own is named by the kind of its event.
 */
export async function refuseLate(
  tx: Tx,
  stream: string,
  { seen, version }: { readonly seen: number; readonly version: number },
  scope: Scope,
  opened: Opened,
): Promise<Refusal> {
  await narrowScope(tx, openedBy(scope, opened));
  const events = await readStream(tx, stream, { after: Math.max(0, Math.min(seen, version) - 1) });
  await narrowScope(tx, scope);
  // What has versions of its own, such as a contact, stands in the stream and counts not.
  const kind = `${stream.split('/')[0]}.`;
  const own = events.filter(({ type }) => type.startsWith(kind));
  const missed = own.slice(-Math.max(1, version - seen));
  const last = missed.at(-1);
  const names = last ? await nameActors(tx, [last]) : new Map<string, string>();
  const fields = new Set(
    missed.flatMap(({ type, body: { changes } }) =>
      typeof changes === 'object' && changes !== null
        ? Object.keys(changes)
        : [type.slice(type.indexOf('.') + 1)],
    ),
  );
  const by = last && (names.get(last.actor) ?? names.get(last.office ?? ''));
  const at = last?.recordedAt.toISOString() ?? '';
  return refuse('CHANGED_MEANWHILE', { by: by ?? '', at, fields: [...fields].join(','), version });
}

/** Names of persons where they may be seen, and of offices: what a timeline shows. */
async function nameActors(
  tx: Tx,
  events: readonly { readonly actor: string; readonly office: string | null }[],
): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(
    `select id::text, name from person where id::text = any ($1::text[])
     union all
     select post_id::text, organisation || ' ' || title from offices_public
     where post_id = any ($2::uuid[])`,
    [events.map(({ actor }) => actor), events.flatMap(({ office }) => office ?? [])],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
