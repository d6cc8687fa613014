import { COMPLETION_CLOCKS, rolesFor, type CompletionClock } from '@ludao/contracts';
import type { DatabaseAccess } from '../../../../platform/db.ts';
import { notify } from '../../../notifications/index.ts';
import { listWarned } from '../store.ts';

/** Tells proponents, once each, that a clock of theirs comes to its end or has passed it. */
export async function warnProponents(
  database: DatabaseAccess,
  when: { readonly now: Date; readonly today: string },
): Promise<void> {
  await database.transaction(async (tx) => {
    for (const { id, ownerOrg, clock, dueOn } of await listWarned(tx, when.today)) {
      if (!(clock in COMPLETION_CLOCKS)) continue;
      const isOver = dueOn < when.today;
      await notify(
        tx,
        {
          kind: isOver ? 'COMPLETION_OVERDUE' : 'COMPLETION_DUE',
          toRoles: {
            organisations: [ownerOrg],
            roles: rolesFor('update', 'completion_acceptance'),
          },
          params: { clock: clock as CompletionClock, dueOn },
          link: `/completions/${id}`,
          dedupeKey: `completion/${id}/${clock}/${dueOn}/${isOver ? 'over' : 'near'}`,
        },
        when,
      );
    }
  });
}
