import { mayEver, type Task, type TaskList } from '@ludao/contracts';
import type { Right } from '../../platform/api.ts';
import type { Tx } from '../../platform/db.ts';
import type { Session } from '../../platform/session.ts';
import type { TaskSource } from './door.ts';

export interface Asking {
  readonly session: Session;
  readonly now: Date;
  readonly today: string;
  readonly scoped: <T>(fn: (tx: Tx) => Promise<T>, right: Right) => Promise<T>;
  readonly report: (key: string, error: unknown) => void;
}

/** What waits for the person, in the order of the sources; what is due comes first. */
export async function listTasks(
  sources: readonly TaskSource[],
  { session, now, today, scoped, report }: Asking,
): Promise<TaskList> {
  const tasks: Task[] = [];
  let failed = false;
  for (const { key, title, hint, tone, right, roles, to, count: ask } of sources) {
    const { action, resource } = right;
    const isWork = roles === undefined || roles.some((role) => session.roles.includes(role));
    if (!isWork || !mayEver(session, action, resource)) continue;
    try {
      const count = await ask({ session, now, today, scoped: (fn) => scoped(fn, right) });
      if (count === 0) continue;
      const address = typeof to === 'function' ? to(today) : to;
      tasks.push({ key, title: { ...title }, hint: { ...hint }, tone, count, to: address });
    } catch (error) {
      // The rest of the desk stays; the page says that something may be missing.
      report(key, error);
      failed = true;
    }
  }
  const due = tasks.filter((task) => task.tone === 'due');
  return { tasks: [...due, ...tasks.filter((task) => task.tone !== 'due')], failed };
}
