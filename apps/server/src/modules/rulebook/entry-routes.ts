import { ROUTES } from '@ludao/contracts';
import type { Api } from '../../platform/api.ts';
import { isUniqueViolation } from '../../platform/db.ts';
import { isRefusal, refuse } from '../../platform/refusal.ts';
import * as service from './entry-service.ts';
import type { LiveLaw } from './live-law.ts';

/** What offices enter into the lists of the rulebook, and who approves it. */
export function registerEntries(api: Api, law: LiveLaw): void {
  api.serve(ROUTES.listEntries, async ({ session, today, scoped }) => ({
    entries: await scoped((tx) => service.listEntries(tx, { session, today })),
    digest: law.current().ruleSet.digest,
  }));

  api.serve(ROUTES.submitEntry, async ({ body, session, now, today, request, scoped }) => {
    const asking = { session, now, today, causeId: request.id };
    try {
      return await scoped((tx) => service.submitEntry(tx, body, asking, law.current()));
    } catch (error) {
      // Another county has the key, out of the asker's sight, or a colleague in the same moment.
      if (!isUniqueViolation(error, 'rulebook_entry_version_unique')) throw error;
      const { id } = body.body;
      return refuse('ENTRY_KEY_TAKEN', { value: typeof id === 'string' ? id : '' });
    }
  });

  api.serve(ROUTES.decideEntry, async ({ params, body, session, now, today, request, scoped }) => {
    const asking = { session, now, today, causeId: request.id };
    const decided = await scoped((tx) => service.decide(tx, params.id, body, asking));
    // Only what is committed becomes law.
    if (!isRefusal(decided)) await law.reload();
    return decided;
  });
}
