import type { JsonObject } from './body.ts';

/** Who appends, for whom, and when: the same for all events of one operation. */
export interface EventContext {
  /** The person's id, or the named actor of the program, for example 'system:clock'. */
  readonly actor: string;
  /** The organisation (uuid) in whose name the actor acts. */
  readonly actingFor: string | null;
  /** The office (uuid) by whose power the actor acts. */
  readonly office: string | null;
  /** Becomes `recordedAt`. */
  readonly now: Date;
  /** What led to the events: a request's id, or 'stream@seq' of another event. */
  readonly causeId?: string;
}

export interface NewEvent {
  /** For example 'enterprise/0190c3a4-…': ASCII, lower case, at most 200 characters. */
  readonly stream: string;
  readonly type: string;
  /** From 1; grows when the shape of `body` changes. */
  readonly typeVersion: number;
  /** Quantities as decimal strings; persons and free text about them only by id. */
  readonly body: JsonObject;
  /** The organisation (uuid) whose record this is. */
  readonly ownerOrg: string | null;
  /** GB/T 2260, six digits. */
  readonly districtCode: string | null;
  /** When it happened, to the millisecond; else the context's `now`. */
  readonly occurredAt?: Date;
  /** The number of the stream's event before this one, 0 for a new stream; not checked if absent. */
  readonly expectedSeq?: number;
}

export interface StoredEvent {
  /** Place in the whole log; grows, with gaps. */
  readonly position: bigint;
  readonly stream: string;
  /** Place in the stream: 1, 2, 3 … */
  readonly seq: number;
  readonly type: string;
  readonly typeVersion: number;
  readonly body: JsonObject;
  readonly actor: string;
  readonly actingFor: string | null;
  readonly office: string | null;
  readonly ownerOrg: string | null;
  readonly districtCode: string | null;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly causeId: string | null;
  readonly hash: string;
}

/** Names one stored event. */
export interface EventRef {
  readonly stream: string;
  readonly seq: number;
  readonly hash: string;
}

/** Somebody appended to the stream first: load it again and decide anew, in a new transaction. */
export class StreamConflictError extends Error {
  override name = 'StreamConflictError';
  readonly stream: string;
  /** The number of the event after which the caller meant to append. */
  readonly expected: number;
  /** The number of the stream's last event. */
  readonly found: number;

  constructor(stream: string, expected: number, found: number, options?: ErrorOptions) {
    super(`stream ${stream} is at ${found}, not at ${expected}`, options);
    this.stream = stream;
    this.expected = expected;
    this.found = found;
  }
}
