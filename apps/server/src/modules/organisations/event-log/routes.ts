import { ROUTES } from '@ludao/contracts';
import type { Api, Call } from '../../../platform/api.ts';
import type { Database } from '../../../platform/db.ts';
import { readEventLog } from './service.ts';
import { writeEvents } from './sheet.ts';

type Asked = Pick<Call<typeof ROUTES.readEventLog>, 'query' | 'session' | 'now' | 'request'>;

/** The whole log lies out of reach of any scope: the program reads, after the table of rights said yes. */
export function registerEventLog(api: Api, database: Database): void {
  const read = ({ query, session, now, request }: Asked) =>
    database.transaction((tx) => readEventLog(tx, query, { session, now, address: request.ip }));

  api.serve(ROUTES.readEventLog, read);
  api.serve(ROUTES.exportEventLog, async (call) => writeEvents((await read(call)).rows));
}
