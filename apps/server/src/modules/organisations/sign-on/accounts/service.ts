import type { SignOnAccounts, SignOnAccountsQuery } from '@ludao/contracts';
import type { DatabaseAccess } from '../../../../platform/db.ts';
import { notFound, refuse, type Refusal } from '../../../../platform/refusal.ts';
import type { Session } from '../../../../platform/session.ts';
import type { SignOnConfig } from '../../../../platform/sign-on-config.ts';
import { recordSecurity } from '../../security-log/record.ts';
import * as store from './store.ts';
import type { Moment } from '../service.ts';

/** What the system officer 系统管理员 does: prepares links and ends them. */
export interface SignOnAccountsService {
  list(query: SignOnAccountsQuery): Promise<SignOnAccounts>;
  setStaffNumber(
    session: Session,
    personId: string,
    staffNumber: string | null,
    moment: Moment,
  ): Promise<Refusal | null>;
  unlink(session: Session, personId: string, moment: Moment): Promise<Refusal | null>;
}

export function openSignOnAccounts(
  database: DatabaseAccess,
  { issuer, linkBy }: Pick<SignOnConfig, 'issuer' | 'linkBy'>,
): SignOnAccountsService {
  return {
    list: async (query) => ({
      ...(await database.transaction((tx) => store.listAccounts(tx, issuer, query))),
      linkBy,
    }),

    async setStaffNumber(session, personId, staffNumber, { now, address }) {
      try {
        return await database.transaction(async (tx) => {
          const outcome = await store.setStaffNumber(tx, personId, staffNumber);
          if (outcome === 'unknown') return notFound();
          // Of whom and by whom; the number itself stays in its column.
          const who = { personId: session.personId, subjectId: personId };
          await recordSecurity(tx, { at: now, kind: 'STAFF_NUMBER_SET', ...who, address });
          return null;
        });
      } catch (error) {
        if (!store.isNumberTaken(error)) throw error;
        return refuse('STAFF_NUMBER_TAKEN', { value: staffNumber ?? '' });
      }
    },

    unlink: (session, personId, { now, address }) =>
      database.transaction(async (tx) => {
        if (!(await store.removeLink(tx, issuer, personId))) return notFound();
        const who = { personId: session.personId, subjectId: personId };
        await recordSecurity(tx, { at: now, kind: 'SIGN_ON_UNLINKED', ...who, address });
        return null;
      }),
  };
}
