import { ROUTES } from '@ludao/contracts';
import type { Api } from '../../../platform/api.ts';
import type { Database } from '../../../platform/db.ts';
import { readSecurityLog } from './service.ts';

/** @param keptMonths how long an entry is kept */
export function registerSecurityLog(api: Api, database: Database, keptMonths: number): void {
  api.serve(ROUTES.readSecurityLog, ({ query }) =>
    database.transaction((tx) => readSecurityLog(tx, query, keptMonths)),
  );
}
