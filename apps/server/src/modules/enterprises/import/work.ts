import type { Clock } from '../../../platform/clock.ts';
import type { Database, Tx } from '../../../platform/db.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { KnownCodes } from '../profile-decide.ts';
import type { Asker } from './model.ts';

/** What working on an import needs; the same for every step of it. */
export interface Work {
  readonly database: Database;
  readonly clock: Clock;
  /** What industry and waste codes are checked against. */
  readonly codes: KnownCodes;
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

/** What rows are judged by besides the register. */
export function knownTo({ codes, clock }: Work): {
  readonly codes: KnownCodes;
  readonly today: string;
} {
  return { codes, today: clock.today() };
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
