import { ROUTES } from '@ludao/contracts';
import type { Api } from '../../../platform/api.ts';
import type { Database } from '../../../platform/db.ts';
import { refuse } from '../../../platform/refusal.ts';
import { readSecurityLog } from './service.ts';
import { writeSecurityLog } from './sheet.ts';

/** Of one workbook; whoever needs more takes it month by month. */
const MOST_ROWS = 50_000;

/** @param keptMonths how long an entry is kept */
export function registerSecurityLog(api: Api, database: Database, keptMonths: number): void {
  api.serve(ROUTES.readSecurityLog, ({ query }) =>
    database.transaction((tx) => readSecurityLog(tx, query, keptMonths)),
  );
  api.serve(ROUTES.exportSecurityLog, async ({ query }) => {
    const all = { ...query, page: 1, size: MOST_ROWS };
    const { rows, total } = await database.transaction((tx) =>
      readSecurityLog(tx, all, keptMonths),
    );
    if (total > MOST_ROWS) return refuse('TOO_MANY_ROWS', { value: total, limit: MOST_ROWS }, 422);
    return writeSecurityLog(rows);
  });
}
