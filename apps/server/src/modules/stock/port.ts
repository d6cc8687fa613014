import type { Files } from '../../platform/files/index.ts';
import type { Session } from '../../platform/session.ts';
import type { PermitInForce } from '../parks/index.ts';
import type { Law } from '../rulebook/index.ts';

/** What taking over stock needs of the rest of the program. */
export interface StockDeps {
  readonly files: Files;
  readonly law: () => Law;
  readonly permitInForce: PermitInForce;
}

/** Who asks, and when. */
export interface Asking {
  readonly session: Session;
  readonly now: Date;
  readonly today: string;
  readonly causeId: string;
}
