import type { Bilingual, Role, Task } from '@ludao/contracts';
import type { Right } from '../../platform/api.ts';
import type { Tx } from '../../platform/db.ts';
import type { Session } from '../../platform/session.ts';

/** Who asks what waits, and when. */
export interface Today {
  readonly session: Session;
  readonly now: Date;
  readonly today: string;
  /** A transaction that sees what those posts reach that give the task's right. */
  readonly scoped: <T>(fn: (tx: Tx) => Promise<T>) => Promise<T>;
}

/** One kind of work that may wait for somebody. Contributed by the capability whose work it is. */
export interface TaskSource {
  /** Of all kinds, for example 'rulebook.to_approve'. */
  readonly key: string;
  readonly title: Bilingual;
  readonly hint: Bilingual;
  readonly tone: Task['tone'];
  readonly right: Right;
  /** Where several roles have the right but it is the work of some; all of them if absent. */
  readonly roles?: readonly Role[];
  /** The list behind the figure; null where there is no page for it. */
  readonly to: string | ((today: string) => string) | null;
  /** One statement. Nothing is shown of zero. */
  readonly count: (today: Today) => Promise<number>;
}
