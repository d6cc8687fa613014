import type { SecurityLog, SecurityLogQuery } from '@ludao/contracts';
import type { Database, Tx } from '../../../platform/db.ts';
import { recordSecurity } from './record.ts';
import * as store from './store.ts';

export async function readSecurityLog(
  tx: Tx,
  query: SecurityLogQuery,
  keptMonths: number,
): Promise<SecurityLog> {
  const { rows, total } = await store.readSecurityLog(tx, query);
  return { rows: rows.map((row) => ({ ...row, at: row.at.toISOString() })), total, keptMonths };
}

/** Removes what is older than the log is kept, and says in the log how much that was. */
export function trimSecurityLog(
  database: Database,
  keptMonths: number,
  now: Date,
): Promise<number> {
  return database.transaction(async (tx) => {
    const removed = await store.removeOld(tx, keptMonths, now);
    if (removed > 0) {
      await recordSecurity(tx, {
        at: now,
        kind: 'LOG_TRIMMED',
        personId: null,
        address: '',
        detail: String(removed),
      });
    }
    return removed;
  });
}
