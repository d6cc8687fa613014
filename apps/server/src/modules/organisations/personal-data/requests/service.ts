import {
  ANSWER_DAYS,
  maskName,
  maskPhone,
  type DataRequest,
  type DataRequestState,
} from '@ludao/contracts';
import type { Tx } from '../../../../platform/db.ts';
import { toOwnRequest } from '../own/service.ts';
import { listRequests } from './store.ts';

/** What persons ask, for the security officer: who asks is masked here too. */
export async function readRequests(
  tx: Tx,
  state: DataRequestState | undefined,
): Promise<DataRequest[]> {
  const rows = await listRequests(tx, state ?? null, ANSWER_DAYS);
  return rows.map((row) => ({
    ...toOwnRequest(row),
    person: {
      name: row.erased ? '' : maskName(row.name),
      phone: row.phone === null ? null : maskPhone(row.phone),
      signInName: row.erased ? '' : row.sign_in_name,
      organisationKind: row.organisation_kind,
    },
  }));
}
