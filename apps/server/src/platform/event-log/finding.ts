/** What verification can find. `stream` and `seq` name the event, `checkpoint` the number of one. */
export type Finding =
  /** The row does not fit its own hash. */
  | { readonly kind: 'ALTERED'; readonly stream: string; readonly seq: number }
  /** The event does not build on the one before it. */
  | { readonly kind: 'CHAIN_BROKEN'; readonly stream: string; readonly seq: number }
  /** The events from `seq` to `upTo` are gone. */
  | {
      readonly kind: 'MISSING';
      readonly stream: string;
      readonly seq: number;
      readonly upTo: number;
    }
  /** The event was not there when the checkpoint was taken, though its position says so. */
  | {
      readonly kind: 'ADDED';
      readonly stream: string;
      readonly seq: number;
      readonly checkpoint: number | null;
    }
  /** The event is another one than the checkpoint names: the stream was written anew. */
  | {
      readonly kind: 'REWRITTEN';
      readonly stream: string;
      readonly seq: number;
      readonly checkpoint: number;
    }
  /** The stream's head is not its last event; `seq` is the last event's, 0 without one. */
  | { readonly kind: 'HEAD_WRONG'; readonly stream: string; readonly seq: number }
  /** The events that the checkpoint covers are not all there, each at its position, and no others. */
  | {
      readonly kind: 'RANGE_WRONG';
      readonly checkpoint: number;
      readonly expected: number;
      readonly found: number;
    }
  | {
      readonly kind: 'CHECKPOINT_BROKEN';
      readonly checkpoint: number;
      readonly reason: CheckpointFault;
    };

export type CheckpointFault =
  /** The file is gone. */
  | 'ABSENT'
  /** It is no checkpoint of that number. */
  | 'UNREADABLE'
  /** None of the public keys signed it. */
  | 'SIGNATURE'
  /** It does not follow from the one before. */
  | 'CHAIN'
  /** The database remembers another one. */
  | 'RECORD';

export interface LogReport {
  readonly streams: number;
  readonly events: number;
  /** Checkpoints with a good signature. */
  readonly checkpoints: number;
  /** The last of them; what came after it could be rewritten without a trace. */
  readonly last: { readonly number: number; readonly takenAt: string } | null;
  /** Events after the last checkpoint: not yet protected. */
  readonly unprotected: number;
  /** The first 1,000. */
  readonly findings: readonly Finding[];
  readonly findingsTotal: number;
}

const KEPT = 1000;

/** Collects findings, each once, and keeps no more of them than anybody reads. */
export class Findings {
  readonly kept: Finding[] = [];
  total = 0;
  readonly #seen = new Set<string>();

  add(finding: Finding): void {
    const key = JSON.stringify(finding);
    if (this.#seen.has(key)) return;
    this.total++;
    if (this.kept.length >= KEPT) return;
    this.#seen.add(key);
    this.kept.push(finding);
  }
}
