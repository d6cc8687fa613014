import type { Tx } from '../../../platform/db.ts';
import type { AskedExpired, ContactOfPerson, Expired } from './model.ts';

/**
 * What is kept about persons elsewhere; the program hands it in, because contacts build on this
 * module. Works past the policies, for the person's own page and the security officer alone.
 */
export interface ContactsPort {
  /** Entries with the same name and one of the numbers: it is the same person. */
  findOf(
    tx: Tx,
    who: { readonly name: string; readonly phones: readonly string[] },
  ): Promise<readonly ContactOfPerson[]>;
  /** Entries whose term has run out. */
  findExpired(tx: Tx, asked: AskedExpired): Promise<readonly Expired[]>;
  /** Blanks them, and says so in the log. */
  erase(
    tx: Tx,
    contacts: readonly string[],
    by: {
      readonly actor: string;
      readonly now: Date;
      readonly today: string;
      readonly causeId: string;
    },
  ): Promise<void>;
}
