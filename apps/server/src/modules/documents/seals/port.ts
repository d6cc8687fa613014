import type { SealWay } from '@ludao/contracts';

/** A paper that is to be sealed. */
export interface Unsealed {
  /** The document's id: what its sealed paper is found by again. */
  readonly id: string;
  readonly number: string;
  readonly title: string;
  /** Of the content that was signed off, in hexadecimal. */
  readonly digest: string;
  readonly pdf: Buffer;
}

/**
 * A system outside that seals papers. What comes back is kept and bound by its hash; whether its seal
 * is a legal one is for that system to say, and never said here.
 */
export interface SealPort {
  readonly way: SealWay;
  /**
   * Hands a paper over; the same paper handed over again takes the place of the first.
   * @throws SealSystemAway when it cannot be handed over; nothing was
   */
  hand(paper: Unsealed): Promise<void>;
  /**
   * The sealed paper; undefined as long as it has not come back.
   * @throws SealSystemAway when nobody can tell
   */
  collect(id: string): Promise<Buffer | undefined>;
  /** The sealed paper was taken over and may go. */
  settle(id: string): Promise<void>;
}

export class SealSystemAway extends Error {
  override name = 'SealSystemAway';
}
