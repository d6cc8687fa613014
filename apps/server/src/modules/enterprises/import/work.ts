import type { Clock } from '../../../platform/clock.ts';
import type { Database, Tx } from '../../../platform/db.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { Asker } from './model.ts';

/** What working on an import needs; the same for every step of it. */
export interface Work {
  readonly database: Database;
  readonly clock: Clock;
  /** Whether a code is a class of GB/T 4754 with four digits. */
  readonly isIndustry: (code: string) => boolean;
  /** Set when the program is about to end: the step under way is finished, no other begun. */
  readonly signal: AbortSignal;
  /** Told after every chunk; for tests that stop in the middle. */
  readonly onChunk?: (step: 'staged' | 'checked' | 'written') => void;
}

/** The import was cancelled, or the program ends: nothing more is to be done now. */
export class StoppedError extends Error {
  override name = 'StoppedError';
}

export function refuseStopped({ signal }: Work): void {
  if (signal.aborted) throw new StoppedError('the program ends');
}

export function scopeOfAsker({ personId, orgs, districts, parks }: Asker): Scope {
  return { actor: personId, orgs, districts, parks };
}

/** A short transaction of the asker's. */
export function asAsker<T>(
  { database }: Work,
  asker: Asker,
  fn: (tx: Tx) => Promise<T>,
): Promise<T> {
  return database.scoped(scopeOfAsker(asker), fn);
}
